#pragma once

#include <QObject>

class tst_CronFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inItsOwnZoneCronHasTheTimesThemselves();
    void alarmsAreLookedAtWhereSomebodyIsToBeTold();
    void daysOfTheWeekAreThoseOfTheProfile();
    void inAnotherZoneEveryHourLooksWhetherOneIsDue_data();
    void inAnotherZoneEveryHourLooksWhetherOneIsDue();
    void theShellReadsBackEveryWord();
    void whatCronCannotBeToldIsRefused_data();
    void whatCronCannotBeToldIsRefused();
    void onlyAStoredProfileCanBeScheduled();
    void blocksOfOtherProfilesAreKeptAsTheyAre();
    void foreignLinesAreLeftAlone_data();
    void foreignLinesAreLeftAlone();
};
