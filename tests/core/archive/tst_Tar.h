#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class tst_Tar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyKindOfEntryComesBackAsItWas();
    void oddNamesComeBackAsTheirBytes_data();
    void oddNamesComeBackAsTheirBytes();
    void stockTarReadsIt();
    void theSameFilesGiveTheSameBytes();
    void aclAndAttributesAreKept();
    void holesAreKeptAndCostNothing_data();
    void holesAreKeptAndCostNothing();
    void aFileThatGrewIsWholeUpToItsStart();
    void aFileThatShrankIsToldAndFilledUp();
    void aFailingSinkEndsIt_S01();
    void aStopEndsALargeFile();
    void cutArchivesAreRefused_G01();
    void whatIsNoTarIsRefused();
    void failuresOfTheSourceComeBack();

private:
    QString path(const char *name) const;
    int open(const char *name) const;
    void write(const char *name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};
