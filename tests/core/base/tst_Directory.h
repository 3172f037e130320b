#pragma once

#include <QObject>
#include <QTemporaryDir>

class tst_Directory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAndFoldersArePrivateWhateverTheUmask();
    void createRefusesWhatExistsAndWhatIsALink();
    void openFileRefusesLinksAndPipes();
    void renameNeverReplaces();
    void renameWithoutTheKernelsHelpNeverReplacesEither_data();
    void renameWithoutTheKernelsHelpNeverReplacesEither();
    void namesThatLeaveTheFolderAreRefused();
    void removeTreeDoesNotFollowLinks();
    void removeTreeWorksWhateverItsFoldersForbid();
    void removeTreeWorksWhenItIsDeeperThanFilesMayBeOpen();
    void openOrMakeMakesAllParentsPrivately();
    void openOrMakeFails_data();
    void openOrMakeFails();
    void childrenAreOpenedWithoutFollowingLinks();
    void makeChildRefusesWhatExists();
    void aFolderSwappedForALinkChangesNothing();
    void entriesAreSortedAndTyped();
    void namesMayBeAnyBytes();
    void missingNamesAreErrorsWithTheirOwnWords();
    void readFileHasALimit();
    void appendingMakesAPrivateFileAndNeverFollowsLinks();
    void replaceIsForFilesOfOneFolder();
    void removeEmptyChildKeepsAFullFolder();
    void foldersAreSynced();
};
