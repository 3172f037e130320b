#pragma once

#include <QObject>

class tst_DurableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenStaysAfterSyncAndClose();
    void unfinishedFileLeavesNothing();
    void unfinishedFileIsRemovedAfterItsFolderObjectIsGone();
    void nameThatExistsIsRefusedAndKept();
    void failedSyncThrowsTheFileAway();
    void failedCloseThrowsTheFileAway();
    void aFileOverItsSizeLimitIsAStorageError();
    void fullDeviceIsAStorageErrorWithAHint();
    void interruptedWritesGoOn();
    void tornLineIsDropped_data();
    void tornLineIsDropped();
    void tornLineOfAFileThatCannotBeCutIsAnError();
};
