#pragma once

#include <QObject>

class tst_ToolProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputArrivesWholeWhileStandardErrorIsFull();
    void credentialsAreForTheChildAlone();
    void argumentsAreBytesAndNeverMeetAShell();
    void environmentIsExactlyTheOneGiven();
    void aChildMayBeAsCronStartsIt();
    void exitCodeAndSignalAreToldApart_D01_D06();
    void missingProgramIsAClientToolError();
    void programThatCannotBeExecutedIsAClientToolError();
    void noMoreProcessesIsAnErrorOfOurs_D20();
    void silenceBeyondTheLimitEndsTheChild_D22();
    void stopEndsAChildThatIgnoresTerm();
    void waitingIsLimitedAndStoppable();
    void runningIsKnownWithoutWaiting();
    void outputBeyondTheLimitIsAnError();
    void grandchildrenGoWithTheGroup_D03();
    void workersOfAKilledLeaderAreGoneAfterWaiting_D03();
    void workersThatOutliveAGoodLeaderAreEnded();
    void killingTheRunnerEndsTheChild_D02();
    void childMayAskForAnotherSignalWhenOrphaned();
    void inputIsEmptyUnlessFed_D21();
    void inputReachesTheChild();
    void inputToADeadChildIsAnError();
    void bothWaysAtOnceNothingWaitsForEver();
    void aChildThatReadsNoMoreIsToldByItsExitCode();
    void silenceOfBothWaysIsLimited();
    void aSecretIsAFileThatOnlyTheChildReads();
    void commandIsShownQuotedOnOneLine();
};
