#pragma once

#include <QObject>

class tst_SizeCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void minimumMeansGreaterThan_data();
    void minimumMeansGreaterThan();
    void smallDatabaseIsForgivenByItsOwnRestoreTest_data();
    void smallDatabaseIsForgivenByItsOwnRestoreTest();
    void bandIsAroundTheMedianOfTheLastSevenVerified_data();
    void bandIsAroundTheMedianOfTheLastSevenVerified();
    void onlyVerifiedSetsBeforeThisOneMakeTheBand();
    void fewSetsMakeNoBandAndDoNotLowerTheResult();
    void suddenShrinkOfRowsWarns_data();
    void suddenShrinkOfRowsWarns();
    void alarmsNameWhatShrank();
    void otherKindsDoNotCount();
    void withoutAnArchiveNothingIsGreen();
};
