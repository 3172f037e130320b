#pragma once

#include <QObject>

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVerdictAndTheHistoryAreShown();
    void theNewestSetIsSelectedAndItsDetailsAreRead();
    void aFailedRunShowsWhatWentWrong();
    void theTrendTellsSizeDurationAndTestTime();
    void theTrendSaysWhatWillStandThere();
    void whatHappensElsewhereAppears();
    void withoutAProfileTheFirstStepIsOffered();
    void aRepositoryThatIsGoneIsToldWithAWayOut();
    void everyActionIsInAMenuAndHasAName();
    void theWindowCanBeUsedByTheKeyboard();
};
