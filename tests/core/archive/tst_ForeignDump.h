#pragma once

#include <QObject>

class tst_ForeignDump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeDumpsAreRead_data();
    void wholeDumpsAreRead();
    void everythingElseIsRefused_data();
    void everythingElseIsRefused();
    void everyCutOfAGzipFileIsRefused_G01();
    void bombsAreStopped_G08();
    void formatsAreToldByContent_data();
    void formatsAreToldByContent();
    void foldersAreToldApart();
    void aPipeIsRefused();
    void stoppingEndsIt();
    void progressCountsRawBytes();
};
