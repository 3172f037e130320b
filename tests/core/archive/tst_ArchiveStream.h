#pragma once

#include <QObject>

class tst_ArchiveStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenComesBack_data();
    void whatWasWrittenComesBack();
    void everyCutIsSeen_G01_G02();
    void flipsAnywhereAreSeen_G03();
    void trailingBytesAreSeen_G04();
    void anotherArchivesManifestIsRefused_X03();
    void wrongCountsAreSeen_data();
    void wrongCountsAreSeen();
    void stopEndsIt();
    void aSilentDiskIsThatOfTheWorkThatReads();
    void oneTablesRowsAreReadAlone();
};
