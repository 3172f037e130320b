#pragma once

#include <QObject>

class tst_ArchiveWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfCompressionsComeBack();
    void stockToolsReadWhatWeWrite_data();
    void stockToolsReadWhatWeWrite();
    void withoutCompressionTheDumpIsStoredAsItIs();
    void theFileCanBeIndexedByHopping();
    void membersBeginAtRowsAndStatements();
    void aTableOfSomeSizeBeginsItsOwnMember();
    void rowsLongerThanAMemberAreCut();
    void rowsThatFitAreNeverCut();
    void incompressibleBytesFit();
    void chunksDoNotChangeTheBytes();
    void smallDumpsInAnyChunks();
    void threadsDoNotChangeTheBytes();
    void manyTablesAreIndexed();
    void cutDumpsAreToldNotHidden();
    void aFailingSinkEndsTheWriting_data();
    void aFailingSinkEndsTheWriting();
    void anAbandonedWriterEndsItsThreads();
    void zeroBytesAreRefused();
};
