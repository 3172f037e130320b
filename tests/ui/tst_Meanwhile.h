#pragma once

#include <QObject>

/// What a person decides on was shown a while ago: something else may be true by now.
class tst_Meanwhile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanThatComesLateIsNotShown();
    void preferencesKeepWhatAnotherOneSaved();
    void retentionTellsWhatItLeftForAnotherReason();
    void aVerdictIsOnlyOnTheResultThatWasSeen();
};
