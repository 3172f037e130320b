#pragma once

#include <QObject>

/// Disks that are full, read-only, gone or not what they seem, and folders that somebody tampers with.
class tst_StorageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiskThatFillsUpDuringTheDump_S01();
    void aFullDiskIsNotTriedAgainAndComesBeforeRetention_S01_S02();
    void theFirstBackupNeedsRoomForTheWholeDatabase();
    void aDiskThatFillsUpAfterTheDump_S02();
    void aReadOnlyRepositoryIsRefusedBeforeTheServer_S05();
    void aRepositoryOfSomebodyElseIsRefusedBeforeTheServer_S05_data();
    void aRepositoryOfSomebodyElseIsRefusedBeforeTheServer_S05();
    void aDiskThatIsNotThereIsNeverWrittenBeside_S06();
    void aDiskPulledDuringTheDumpIsAStorageFailure_S06_S08();
    void aDiskWithoutInodes_S07();
    void aFullDiskForStateDegradesTheCatalogOnly_S02_X01();
};
