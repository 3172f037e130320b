#pragma once

#include <QObject>

/// Folders that are odd, too open, or tampered with while a backup runs.
class tst_PathFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aForeignFileOfTheNextNameIsSteppedAround_S11();
    void aFileThatAppearsAtAFinalNameIsNotReplaced_S11_data();
    void aFileThatAppearsAtAFinalNameIsNotReplaced_S11();
    void plantedLinksAreNotFollowed_S12_data();
    void plantedLinksAreNotFollowed_S12();
    void aLinkPlantedAtAFinalNameIsNotFollowed_S12();
    void aRepositorySwappedForALinkReceivesNothing_S13();
    void aRepositoryOthersMayWriteInIsNamedOrRefused_S14();
    void everythingIsPrivateWhateverTheUmask_S15_data();
    void everythingIsPrivateWhateverTheUmask_S15();
    void oddPathsWorkOrAreRefused_S17_data();
    void oddPathsWorkOrAreRefused_S17();
};
