#pragma once

#include <QObject>

/// The real program stopping and starting services that a fake systemctl and a fake docker keep, with faults
/// at each of them. Afterwards services are as before, or an alarm stands (invariant I4).
class tst_ServiceFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aBackupStopsVerifiesAndStartsAgain();
    void composeServicesAndOwnCommandsToo();
    void aServiceThatWasStoppedStaysStopped_R06();
    void withoutServicesStoppingThemIsRefused();
    void aServiceThatDoesNotStopEndsTheBackup_R05_data();
    void aServiceThatDoesNotStopEndsTheBackup_R05();
    void aServiceThatDoesNotStartIsAnAlarmUntilItDoes_R05();
    void anAcknowledgedAlarmIsNotTriedAgain();
    void killedAtEveryCallServicesAreBackAfterTheNextRun_R04_data();
    void killedAtEveryCallServicesAreBackAfterTheNextRun_R04();
    void killedWhileDumpingOrVerifyingServicesAreBack_R04_data();
    void killedWhileDumpingOrVerifyingServicesAreBack_R04();
    void theRunOfAnotherProfileStartsThem_R04();
    void aSilentDiskStartsThemAgain_S08_data();
    void aSilentDiskStartsThemAgain_S08();
    void aStopStartsThemAgainHoweverLongThatTakes_D23();
};
