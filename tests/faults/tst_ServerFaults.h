#pragma once

#include <QObject>

/// What the server refuses, withholds or delays, seen from the real program.
class tst_ServerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordsOfRolesAreLeftOutWhereTheyCannotBeRead();
    void anEmptyOutputIsNoSet_D07_data();
    void anEmptyOutputIsNoSet_D07();
    void warningsOfTheServerAreShownAndKept_D08();
    void aServerThatIsDownIsARecordedFailure_D12();
    void aLockedTableIsNamedWithItsHolder_D13();
    void timeLimitsOfTheRoleDoNotEndADump_D14();
    void everythingThatCannotBeReadIsNamed_D15_C02();
    void aFieldTooLongForADumpIsNamed_D18();
    void aMachineOutOfMemoryOrProcessesFailsCleanly_D20_data();
    void aMachineOutOfMemoryOrProcessesFailsCleanly_D20();
    void aMissingOrWrongPasswordIsNeverAskedFor_D21_K07();
    void theRightPasswordIsSeenByNobody_SR12();
    void settingsOfTheDatabaseAreInTheManifest_C09();
    void whatIsNotInTheBackupIsListed_C10();
    void anEmptyDatabaseIsASetAndAShrinkage_C12();
    void settingsOfTheUserReachNobody_V08_D10();
    void aServerThatTalksWithoutEndFillsNoLog_X04_data();
    void aServerThatTalksWithoutEndFillsNoLog_X04();
};
