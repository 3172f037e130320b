#pragma once

#include <QObject>

/// The moment of the swap and the way back, by the real program, with faults at every call: under the name
/// serves a database that everybody may enter, or an alarm stands.
class tst_SwapFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aBackupThatCannotBeReadStopsNoService_data();
    void aBackupThatCannotBeReadStopsNoService();
    void anUndoFailsAnywhere_R12_data();
    void anUndoFailsAnywhere_R12();
    void aReplacementThatIsDoneIsNoFailure_R12();
    void theAnswerToTheSwapIsLost_R12();
    void theAnswerToTheNewNameIsLost();
    void theServerRefusesAnySession_R12();
    void anotherDatabaseUnderTheNameIsLeftAlone_R01();
    void aClosedDatabaseStandsAsAnAlarm_R04();
    void aSessionThatDoesNotEndLeavesTheDatabaseOpen_R03();
    void aServiceThatDoesNotStop_R05();
};
