#pragma once

#include <QObject>

class tst_NextRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsMayBeWantedInTheirWindowOnly();
    void theNextRunsAreThoseOfTheZone_data();
    void theNextRunsAreThoseOfTheZone();
    void onlyPlannedDaysCount();
    void whatTheClocksDoIsTold();
    void timesThatFallTogetherAreOneRun();
    void aDayThatNeverWasHasNoRunOfItsOwn();
    void withoutATimeNothingIsDue();
    void theLatestRunIsTheLastOneDue_data();
    void theLatestRunIsTheLastOneDue();
    void aRunIsDueUntilAGoodSetWasStarted_data();
    void aRunIsDueUntilAGoodSetWasStarted();
    void aThousandNightsHaveOneRunEach_data();
    void aThousandNightsHaveOneRunEach();
    void nightsWithFaultsAreCaughtUpOnce();
};
