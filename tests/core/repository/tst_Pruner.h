#pragma once

#include <QObject>

class tst_Pruner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDumpThatIsAFolderGoesWithItsFiles();
    void whatTheDryRunShowsIsWhatGoes();
    void actsAreInTheJournalBeforeAndAfter();
    void killedAtEveryCallTheDeletionIsFinishedOrNotBegun_data();
    void killedAtEveryCallTheDeletionIsFinishedOrNotBegun();
    void everyFailingCallIsFinishedByRecovery();
    void foreignFilesAreNeverTouched();
    void linksAndFoldersInPlaceOfFilesStay();
    void aForeignManifestUnderTheDeletingNameDeletesNothing();
    void aSetThatChangedSinceTheDecisionStays_data();
    void aSetThatChangedSinceTheDecisionStays();
    void aDecisionAgainstEveryProvenSetIsRefused();
    void withoutAJournalNothingIsDeleted();
    void aStopEndsBetweenTwoSets();
    void aFullDiskIsPruned();
};
