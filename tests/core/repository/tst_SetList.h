#pragma once

#include <QObject>

class tst_SetList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestComesFirstWhateverTheClockSays();
    void aBrokenManifestIsListedWithItsReason_data();
    void aBrokenManifestIsListedWithItsReason();
    void swappedManifestsAndArchivesAreSeen();
    void aMissingOrCutFileIsDamage_data();
    void aMissingOrCutFileIsDamage();
    void aMissingOrCutFileOfAFolderIsDamage();
    void otherFilesInTheFolderAreNoSets();
    void anUnknownSetIsAUsageError_data();
    void anUnknownSetIsAUsageError();
    void evidenceGivesTheState_data();
    void evidenceGivesTheState();
    void pinsComeAndGo();
    void aTornEvidenceLineIsForgotten();
    void aChangedEvidenceLineIsCounted();
};
