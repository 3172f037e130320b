#pragma once

#include <QObject>

class tst_Ladder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameFailureIsToldOnce();
    void whoIsNextIsToldThen();
    void somethingElseThatIsWrongIsToldAtOnce();
    void theEndIsToldOnceToAllWhoWereTold();
    void theLadderIsWalkedAtItsTimes();
    void anAcknowledgementStopsItAndTheEndIsToldAllTheSame();
    void aReminderComesAfterItsTime();
    void whoIsNotReachedIsTriedAgainAndTheNextOneToldAtOnce();
    void whatCannotBeSeenIsNotOver();
    void aClockThatWasSetBackMakesNothingDue();
    void theFirstStepWithSomebodyIsToldAtOnce();
    void onlyWhatTheProfileWantsIsTold();
};
