#pragma once

#include "core/archive/TarEntry.h"
#include "core/pipeline/FileArchive.h"
#include "tests/support/FakeClock.h"
#include "tests/support/LogCapture.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class tst_FileArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void filesComeBackAsTheyWere_data();
    void filesComeBackAsTheyWere();
    void theSameTreeGivesTheSameBytes();
    void secondNamesAreLinks();
    void oldFilesAreLeftOut();
    void theNewestThatFitAreKept();
    void anUnreadableFileIsNotedAndTheRestIsKept();
    void filesThatGoAwayAreRemarks();
    void filesThatChangeAreTold_data();
    void filesThatChangeAreTold();
    void thePlanCountsWithoutReading();
    void memoryStaysSmall();
    void aFullDiskLeavesNothing_S01();
    void stopLeavesNothing_D23();

private:
    struct Item {
        masclet::TarEntry entry;
        QByteArray content;
    };
    masclet::Result<masclet::FileArchive> archive(const masclet::FileSelection &selection);
    QList<Item> stored(const masclet::FileArchive &archive) const;
    QStringList names(const masclet::FileArchive &archive) const;
    void write(const QString &name, const QByteArray &content, qint64 age = 0) const;
    QString tree() const { return m_root + QStringLiteral("/tree"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    masclet::test::FakeClock m_clock{QDateTime::fromSecsSinceEpoch(1'740'000'000, Qt::UTC)};
    masclet::test::LogCapture m_log;
    std::stop_source m_stop;
    masclet::Compression m_compression = masclet::Compression::Auto;
    int m_count = 0;
};
