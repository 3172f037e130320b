#pragma once

#include <QObject>

class tst_AlarmWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceIsAnAlarmWhenItsTimeHasCome();
    void theTimeIsTheProfiles();
    void nobodyAnswersAndTheDbaIsTold();
    void anAnswerStopsIt();
    void whatIsNobodysAlarmIsNotTold_data();
    void whatIsNobodysAlarmIsNotTold();
    void aStepThatFailedAfterwardsIsTold();
    void aRepositoryThatIsGoneIsToldAndNothingIsCalledOver();
    void theJournalLearnsOfItWhenItsLockIsFree();
    void whatCannotBeDeliveredIsSaidAndTriedAgain();
};
