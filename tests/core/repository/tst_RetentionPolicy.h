#pragma once

#include <QObject>

class tst_RetentionPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenCases_data();
    void goldenCases();
    void everyDecisionHasAReasonInWords();
    void sevenBadNightsAfterThreeGoodOnesDeleteNothing();
    void aThousandNightsNeverLoseTheLastProvenSet();
    void sumsAndOrderOfWhatGoes();
};
