#pragma once

#include <QObject>

class tst_ScheduleService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cronsLinesAreWrittenBesideThoseOfOthers();
    void whatIsThereAlreadyChangesNothing();
    void foreignFilesAreLeftAlone_data();
    void foreignFilesAreLeftAlone();
    void theLookAtAlarmsComesAndGoesWithTheContacts();
    void systemdIsToldInOrder();
    void aFailureOfSystemctlPutsEverythingBack();
    void unitsAreCheckedBeforeTheyAreWritten();
    void oneSchedulerIsLeft();
    void removalTakesOnlyWhatIsOurs();
    void aUserHasTimersOfTheirOwn();
    void aSystemThatDoesNotRunIsOnlyWritten();
    void whereItDoesNotRunSystemdIsRefused();
    void theReportTellsWhatIsThere();
    void theReportTellsWhatIsWrong();
    void theTimerOfThePackageCountsForItsUserOnly();
};
