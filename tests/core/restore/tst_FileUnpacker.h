#pragma once

#include "core/restore/FileUnpacker.h"
#include "tests/support/FakeClock.h"
#include "tests/support/LogCapture.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class tst_FileUnpacker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void filesComeBackAsTheyWere();
    void foldersThatForbidWritingAreFilled();
    void ownersComeBackWhenRootRestores();
    void settingUserBitsNeedTheirOwner();
    void overKeepsWhatItDoesNotHave();
    void overChangesNothingBeforeItsEnd();
    void aFolderSwappedForALinkIsNotEntered();
    void itStopsWhenAsked();
    void whatIsInTheWayIsFoundBefore_data();
    void whatIsInTheWayIsFoundBefore();
    void aFolderIsFilledAtOnceOrNotAtAll();
    void anOddRecordIsHarmless();

private:
    using Place = masclet::FileUnpacker::Place;
    masclet::Result<masclet::UnpackRecord> recordOf(Place place) const;
    masclet::Result<> unpack(const QByteArray &tar, masclet::FileUnpacker &unpacker);
    /// Unpacks into "to" and finishes.
    masclet::Result<> unpackWhole(const QByteArray &tar, Place place, masclet::FileAttributes::Owners owners);
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QByteArray bytes(const char *name) const { return path(name).toUtf8(); }
    QByteArray content(const char *name) const;
    void write(const char *name, const QByteArray &content) const;
    /// What is below a folder, a line each: type, mode, size, time, path, target.
    QByteArray listing(const char *name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    masclet::test::FakeClock m_clock{QDateTime::fromSecsSinceEpoch(1'740'000'000, Qt::UTC)};
    masclet::test::LogCapture m_log;
    std::stop_source m_stop;
};
