#pragma once

#include <QObject>

class tst_Dialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChecklistShowsSevenItemsAndTheirEvidence();
    void aVerdictAndASignatureAreKept();
    void retentionShowsWhatItDecidesAndDeletesJustThat();
    void retentionWaitsForTheNameAndForTheSameList();
    void logsAreFilteredByLevelAndText();
    void aLongLogIsShownInPartAndFollowed();
    void errorsSinceTheLastCheckAreCounted();
    void theJournalIsShownAndProven();
    void aJournalWithoutItsEndIsNotWhole();
    void preferencesAreSavedAsAWhole();
    void whatTheEnvironmentDecidesIsShown();
    void aProfileIsExportedAndImported();
    void qtsOwnButtonsSpeakSpanish();
    void escapeLeavesTheProfileAsItIs();
    void foreignTextIsShownAsItStands();
    void whatWasNotShownIsNotSigned();
    void aDayThatNobodySignedIsOpenedAndSigned();
    void oneItemIsCheckedAlone();
};
