#pragma once

#include <QObject>

class tst_WindowCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whenASetCountsForTheWindow_data();
    void whenASetCountsForTheWindow();
    void beforeTheFirstDueTimeNothingIsMissed();
    void aRepositoryNewerThanTheDueTimeMissedNothing();
    void anOpenWindowIsNotCheckedYet();
    void anUnverifiedSetDoesNotCount_data();
    void anUnverifiedSetDoesNotCount();
    void aFailedRunIsNamed();
    void everyDueTimeOfTheDayCounts();
    void aWindowMayReachIntoTheNextDay();
    void daylightSavingDays_data();
    void daylightSavingDays();
    void exactlyOneGoodRunOnEachDayOfTheYear();
    void onADayThatIsNotPlannedNothingIsMissed();
    void withoutAScheduleNothingIsGreen();
    void theCommandNamesTheRealFile();
};
