#pragma once

#include <QObject>

class tst_NewProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftOutIsNoFullBackup();
    void theDatabaseCannotBeLeftOut();
    void anotherMachineIsProvenByItsName();
    void aChosenTlsStays();
    void aCredentialIsNamedWhereItCanBeHad();
    void aPasswordIsStoredUnprovenWhereTheServerIsAway();
    void theRoomIsLookedForInTheBackground();
    void filesAreLookedForInTheBackground();
    void filesThatComeLateLeaveWhatWasWritten();
    void whatWasFoundWithOtherValuesIsNotTold();
    void aTimeThatTheClocksSkipIsToldAndMended();
};
