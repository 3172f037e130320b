#pragma once

#include <QObject>

class tst_Publishing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSetAppearsWholeUnderItsDatedName();
    void stockSha256sumAcceptsTheChecksumsFile();
    void theDatedLayoutListsAlike();
    void filesAndFoldersArePrivateWhateverTheUmask();
    void theNameFollowsTheProfilesZone();
    void aSecondSetOfTheDayGetsTheNextNumber();
    void foreignFilesOfTheNameAreSteppedAround();
    void sequenceAndNameAreNeverUsedAgain();
    void theParentIsTheProfilesOwnSetBefore();
    void anUnpublishedRunLeavesNothing();
    void whatWasStagedMustBeWhatTheManifestSays();
    void aTargetThatAppearedMeanwhileIsNeitherReplacedNorRemoved_data();
    void aTargetThatAppearedMeanwhileIsNeitherReplacedNorRemoved();
    void aFolderSwappedForALinkReceivesNothing();
    void profileNamesThatCannotNameASetAreRefused();
};
