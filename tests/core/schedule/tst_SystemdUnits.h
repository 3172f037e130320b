#pragma once

#include <QObject>

class tst_SystemdUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreQuotedForSystemd_data();
    void wordsAreQuotedForSystemd();
    void systemdAcceptsTheUnits_data();
    void systemdAcceptsTheUnits();
    void theLookAtAlarmsRunsWithoutTheRepositoryToo();
    void everyPlannedRunHasAStart_data();
    void everyPlannedRunHasAStart();
    void theServiceIsClosedOff_data();
    void theServiceIsClosedOff();
    void theSandboxKeepsWhatItNeeds();
    void onlyWhatTheProfileNeedsIsLeftOpen();
    void thePasswordIsLoadedWhereSystemdMayHaveIt();
    void tmpIsSharedWhereTheProfileNeedsIt();
    void ourUnitsAreKnown();
};
