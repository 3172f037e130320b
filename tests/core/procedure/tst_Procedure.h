#pragma once

#include <QObject>

class tst_Procedure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepIsInTheJournalBeforeItIsDone();
    void workThatIsDoneIsDoneWhateverTheJournalTakes();
    void theEndUndoesInReverseOrder();
    void aFailedStepIsUndoneAsWellAndEndsTheWork();
    void whatWasKeptIsNotUndoneAfterAFailure();
    void aProcedureNobodyEndedIsUndone();
    void aStopRequestDoesNotKeepStepsFromBeingUndone();
    void whatCannotBeUndoneIsAStandingAlarmAndTheRestIsUndone();
    void theNextRunUndoesAndReportsWhatADeadOneLeft();
    void theNextRunTriesAgainUntilItSucceeds();
    void onlyTheSameMachineUndoes();
    void aProfileThatCannotBeFoundIsAnAlarm();
    void aStepOfAnotherVersionIsAnAlarm();
    void anAcknowledgedAlarmIsGone();
    void aStepThatCannotBeJournalledIsNotDone();
    void killedBeforeEveryCallItIsPutBackByTheNextRun();
};
