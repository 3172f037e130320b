#pragma once

#include <QObject>

class tst_Catalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPutIsReadBackEqual();
    void rebuildingGivesTheSameRows();
    void rebuildingForgetsWhatIsGoneAndLeavesOtherRepositories();
    void rebuildingTakesInARunThatIsEnding();
    void listsAreNewestFirstByProfileAndLimited();
    void aMissingOrEmptyFileIsMadeAnew_data();
    void aMissingOrEmptyFileIsMadeAnew();
    void theFileIsInWalMode();
    void aDamagedFileIsPutAside_data();
    void aDamagedFileIsPutAside();
    void damageInTheMiddleOfAListIsAnError();
    void aFileOfANewerVersionIsLeftAsItIs();
    void aLockedFileIsAnErrorAfterTheTimeLimit();
    void aReadOnlyOrUnreachablePlaceIsAnError();
    void aFullDiskIsAnErrorAndKeepsTheOldRows();
    void oneChangedDocumentIsAnErrorOfTheCatalog();
    void severalThreadsLoseNothing();
    void theFileIsPrivate();
};
