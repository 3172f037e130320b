#pragma once

#include <QObject>

/// Nights after which retention must not delete, and things that are not its own.
class tst_RetentionFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void sevenBadNightsLeaveTheThreeGoodSets_T01_data();
    void sevenBadNightsLeaveTheThreeGoodSets_T01();
    void oldSetsAreReadAgainAndDamageIsFound();
    void readingThemAgainStepsBack();
    void damageInWhatStaysDeletesNothing_T02();
    void aCriticalTableThatLostHalfHoldsRetention_C13();
    void foreignAndPinnedThingsStay_T04_T08();
    void aFullDiskIsMadeRoomOn_S02();
    void anotherServerUnderTheSameNameHoldsRetention();
    void evidenceOfALaterVersionKeepsTheSet_T09();
    void aDeletionThatIsKilledIsFinishedOrNotBegun_T05();
    void aForgedManifestDeletesNothing_T06_data();
    void aForgedManifestDeletesNothing_T06();
    void aManifestSealedAgainIsGood_T06();
    void aClockThatJumpsDeletesNothing_T07();
};
