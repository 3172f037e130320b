#include "tests/core/restore/tst_FileUnpacker.h"

#include "core/archive/TarWriter.h"
#include "core/restore/NewFolder.h"
#include "core/restore/Occupancy.h"
#include "core/restore/TarRules.h"
#include "tests/support/Files.h"
#include "tests/support/MadeTar.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace masclet;
using namespace masclet::test;
using Owners = FileAttributes::Owners;

namespace
{

/// In parts of an odd size, so that nothing depends on where they end.
ByteSource sourceOf(const QByteArray &tar)
{
    return [&tar, at = qsizetype(0)]() mutable -> Result<std::span<const std::byte>> {
        const QByteArrayView part = QByteArrayView(tar).sliced(at, std::min<qsizetype>(777, tar.size() - at));
        at += part.size();
        return std::as_bytes(std::span(part.data(), size_t(part.size())));
    };
}

/// A tar archive by our own writer.
template <class Fill>
QByteArray written(Fill fill)
{
    QByteArray tar;
    auto writer = TarWriter::create([&tar](std::span<const std::byte> bytes) -> Result<> {
        tar.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        return {};
    });
    if (!writer)
        qFatal("cannot write a tar archive");
    fill(**writer);
    if (!(*writer)->finish())
        qFatal("cannot finish a tar archive");
    return tar;
}

QByteArray pack(const QByteArray &folder, const QList<QByteArray> &names)
{
    const auto noProgress = [](qint64) -> Result<> {
        return {};
    };
    return written([&](TarWriter &tar) {
        for (const QByteArray &name : names) {
            struct stat info = {};
            const QByteArray path = folder + '/' + name;
            QCOMPARE(::lstat(path.constData(), &info), 0);
            const Fd fd(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
            if (S_ISLNK(info.st_mode)) {
                const Fd parent(::open(folder.constData(), O_RDONLY | O_CLOEXEC));
                QVERIFY_RESULT(tar.addLink(name, parent.get(), name));
            } else if (S_ISDIR(info.st_mode)) {
                QVERIFY_RESULT(tar.addFolder(name, fd.get()));
            } else {
                QVERIFY_RESULT(tar.addFile(name, fd.get(), noProgress));
            }
        }
    });
}

struct stat statOf(const QByteArray &path)
{
    struct stat info = {};
    if (::lstat(path.constData(), &info) != 0)
        qFatal("cannot look at %s", path.constData());
    return info;
}

QByteArray attribute(const QByteArray &path, const char *name)
{
    QByteArray value(256, '\0');
    value.truncate(std::max<ssize_t>(::getxattr(path.constData(), name, value.data(), 256), 0));
    return value;
}

} // namespace

void tst_FileUnpacker::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_stop = {};
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("from")));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("to")));
}

void tst_FileUnpacker::cleanup()
{
    m_folder.reset();
}

Result<> tst_FileUnpacker::unpack(const QByteArray &tar, FileUnpacker &unpacker)
{
    MASCLET_TRY_ASSIGN(const std::unique_ptr<TarReader> reader, TarReader::create(sourceOf(tar)));
    TarRules rules;
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::optional<TarEntry> entry, reader->next());
        if (!entry)
            return {};
        MASCLET_TRY(rules.check(*entry));
        MASCLET_TRY(unpacker.add(*entry, *reader));
    }
}

Result<UnpackRecord> tst_FileUnpacker::recordOf(Place place) const
{
    return UnpackRecord::begin(path("state"), QStringLiteral("20250218T010007Z-3f9c2a"),
                               {place, path("to"), true});
}

Result<> tst_FileUnpacker::unpackWhole(const QByteArray &tar, Place place, Owners owners)
{
    JobContext context(m_stop.get_token(), m_clock, m_log, {});
    MASCLET_TRY_ASSIGN(const Directory to, Directory::open(path("to")));
    MASCLET_TRY_ASSIGN(FileAttributes attributes, FileAttributes::create(owners));
    MASCLET_TRY_ASSIGN(UnpackRecord record, recordOf(place));
    FileUnpacker unpacker(to, place, attributes, record, context);
    MASCLET_TRY(unpack(tar, unpacker));
    MASCLET_TRY(unpacker.finish());
    if (!attributes.problems().isEmpty())
        return fail(ErrorKind::Internal, attributes.problems().join(u'\n'));
    return {};
}

QByteArray tst_FileUnpacker::content(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

void tst_FileUnpacker::write(const char *name, const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
}

QByteArray tst_FileUnpacker::listing(const char *name) const
{
    QProcess find;
    find.start(QStringLiteral("find"), {path(name), QStringLiteral("-mindepth"), QStringLiteral("1"),
                                        QStringLiteral("-printf"), QStringLiteral("%y %m %s %Ts %P %l\n")});
    find.waitForFinished();
    QList<QByteArray> lines = find.readAllStandardOutput().split('\n');
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

void tst_FileUnpacker::filesComeBackAsTheyWere()
{
    write("from/file", "content\n");
    write("from/empty", "");
    write("from/etc/inner", QByteArray("0123456789").repeated(300'000));
    write("from/holes", "");
    QCOMPARE(::truncate(bytes("from/holes").constData(), 30'000'000), 0);
    QVERIFY(QFile::link(QStringLiteral("etc/inner"), path("from/link")));
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), path("from/elsewhere")));
    ::chmod(bytes("from/file").constData(), 0604);
    ::chmod(bytes("from/etc").constData(), 01750);
    // Version 2; owner rw-, user 4711 r-x, group r--, mask rwx, others ---.
    static constexpr unsigned char acl[] = {
        2,   0,   0,   0,   1,    0, 6, 0, 255, 255, 255, 255, 2,    0, 5, 0, 0x67, 0x12, 0,   0,  4, 0, 4, 0,
        255, 255, 255, 255, 0x10, 0, 7, 0, 255, 255, 255, 255, 0x20, 0, 0, 0, 255,  255,  255, 255};
    QCOMPARE(::setxattr(bytes("from/empty").constData(), "system.posix_acl_access", acl, sizeof acl, 0), 0);
    QCOMPARE(::setxattr(bytes("from/file").constData(), "user.masclet", "a\0b", 3, 0), 0);
    const timespec times[2] = {{0, UTIME_OMIT}, {1'600'000'000, 0}};
    for (const char *name : {"from/file", "from/empty", "from/etc/inner", "from/holes", "from/etc"})
        ::utimensat(AT_FDCWD, bytes(name).constData(), times, 0);
    const QByteArray tar =
        pack(bytes("from"), {"elsewhere", "empty", "etc", "etc/inner", "file", "holes", "link"});
    QVERIFY_RESULT(unpackWhole(tar, Place::Beside, Owners::Leave));
    ::utimensat(AT_FDCWD, bytes("to/link").constData(), times, AT_SYMLINK_NOFOLLOW);
    ::utimensat(AT_FDCWD, bytes("from/link").constData(), times, AT_SYMLINK_NOFOLLOW);
    ::utimensat(AT_FDCWD, bytes("to/elsewhere").constData(), times, AT_SYMLINK_NOFOLLOW);
    ::utimensat(AT_FDCWD, bytes("from/elsewhere").constData(), times, AT_SYMLINK_NOFOLLOW);
    QByteArray expected = listing("from");
    expected.replace("d 1750", "d 750"); // no such bits without the owner
    QCOMPARE(listing("to"), expected);
    QCOMPARE(content("to/file"), "content\n");
    QCOMPARE(content("to/etc/inner"), content("from/etc/inner"));
    QVERIFY(statOf(bytes("to/holes")).st_blocks < 100);
    QCOMPARE(attribute(bytes("to/file"), "user.masclet"), QByteArray("a\0b", 3));
    QCOMPARE(attribute(bytes("to/empty"), "system.posix_acl_access"),
             QByteArray(reinterpret_cast<const char *>(acl), sizeof acl));
}

void tst_FileUnpacker::foldersThatForbidWritingAreFilled()
{
    write("from/locked/inner/file", "x");
    const QByteArray tar = [&] {
        ::chmod(bytes("from/locked/inner").constData(), 0500);
        ::chmod(bytes("from/locked").constData(), 0500);
        return pack(bytes("from"), {"locked", "locked/inner", "locked/inner/file"});
    }();
    QVERIFY_RESULT(unpackWhole(tar, Place::Beside, Owners::Leave));
    QCOMPARE(content("to/locked/inner/file"), "x");
    QCOMPARE(statOf(bytes("to/locked")).st_mode & 07777, mode_t(0500));
    for (const char *name : {"from/locked", "from/locked/inner", "to/locked", "to/locked/inner"})
        ::chmod(bytes(name).constData(), 0700);
}

void tst_FileUnpacker::ownersComeBackWhenRootRestores()
{
    write("from/file", "x");
    const bool root = ::geteuid() == 0;
    if (root) {
        QCOMPARE(::chown(bytes("from/file").constData(), 4711, 4712), 0);
        QVERIFY(QFile::link(QStringLiteral("file"), path("from/link")));
        QCOMPARE(::lchown(bytes("from/link").constData(), 4713, 4714), 0);
        ::chmod(bytes("from/file").constData(), 06755);
        QVERIFY_RESULT(unpackWhole(pack(bytes("from"), {"file", "link"}), Place::Beside, Owners::Keep));
        QCOMPARE(statOf(bytes("to/link")).st_uid, uid_t(4713));
        QCOMPARE(statOf(bytes("to/link")).st_gid, gid_t(4714));
        QCOMPARE(statOf(bytes("to/file")).st_mode & 07777, mode_t(06755));
    } else {
        QVERIFY_RESULT(unpackWhole(pack(bytes("from"), {"file"}), Place::Beside, Owners::Keep));
    }
    QCOMPARE(statOf(bytes("to/file")).st_uid, root ? uid_t(4711) : ::geteuid());
    QCOMPARE(statOf(bytes("to/file")).st_gid, root ? gid_t(4712) : statOf(bytes("from/file")).st_gid);
}

void tst_FileUnpacker::settingUserBitsNeedTheirOwner()
{
    write("from/file", "x");
    ::chmod(bytes("from/file").constData(), 06755);
    QVERIFY_RESULT(unpackWhole(pack(bytes("from"), {"file"}), Place::Beside, Owners::Leave));
    QCOMPARE(statOf(bytes("to/file")).st_mode & 07777, mode_t(0755));
}

void tst_FileUnpacker::overKeepsWhatItDoesNotHave()
{
    write("from/etc/changed", "as it was\n");
    write("from/etc/gone", "as it was\n");
    QVERIFY(QFile::link(QStringLiteral("gone"), path("from/etc/link")));
    const QByteArray tar = makeTar({{"etc", S_IFDIR},
                                    {"etc/changed", S_IFREG, {}, "as it was\n"},
                                    {"etc/gone", S_IFREG, {}, "as it was\n"},
                                    {"etc/second", S_IFREG, "etc/gone", {}, MadeEntry::Link::Hard},
                                    {"etc/link", S_IFLNK, "gone"},
                                    {"etc/new/deep", S_IFDIR},
                                    {"etc/new/deep/file", S_IFREG, {}, "new\n"}});
    write("to/etc/changed", "meanwhile\n");
    write("to/etc/second", "meanwhile\n");
    write("to/etc/mine", "not in the backup\n");
    QVERIFY(QFile::link(QStringLiteral("mine"), path("to/etc/link")));
    ::chmod(bytes("to/etc").constData(), 0711);
    QVERIFY_RESULT(unpackWhole(tar, Place::Over, Owners::Leave));
    QCOMPARE(content("to/etc/changed"), "as it was\n");
    QCOMPARE(content("to/etc/gone"), "as it was\n");
    QCOMPARE(content("to/etc/second"), "as it was\n");
    QCOMPARE(content("to/etc/mine"), "not in the backup\n");
    QCOMPARE(content("to/etc/new/deep/file"), "new\n");
    QCOMPARE(QFile::symLinkTarget(path("to/etc/link")), path("to/etc/gone"));
    QCOMPARE(statOf(bytes("to/etc/second")).st_ino, statOf(bytes("to/etc/gone")).st_ino);
    QCOMPARE(statOf(bytes("to/etc")).st_mode & 07777, mode_t(0711)); // a folder that was there
    QCOMPARE(statOf(bytes("to/etc/new/deep")).st_mode & 07777, mode_t(0755));
    QCOMPARE(
        QDir(path("to/etc")).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot),
        (QStringList{QStringLiteral("changed"), QStringLiteral("gone"), QStringLiteral("link"),
                     QStringLiteral("mine"), QStringLiteral("new"), QStringLiteral("second")}));
}

void tst_FileUnpacker::overChangesNothingBeforeItsEnd()
{
    write("to/etc/changed", "meanwhile\n");
    const QByteArray tar = makeTar({{"etc", S_IFDIR},
                                    {"etc/changed", S_IFREG, {}, "as it was\n"},
                                    {"etc/second", S_IFREG, "etc/changed", {}, MadeEntry::Link::Hard},
                                    {"etc/link", S_IFLNK, "changed"},
                                    {"new/deep/file", S_IFREG, {}, "new\n"}});
    {
        JobContext context(m_stop.get_token(), m_clock, m_log, {});
        const auto to = Directory::open(path("to"));
        QVERIFY_RESULT(to);
        auto attributes = FileAttributes::create(Owners::Leave);
        QVERIFY_RESULT(attributes);
        auto record = recordOf(Place::Over);
        QVERIFY_RESULT(record);
        FileUnpacker unpacker(*to, Place::Over, *attributes, *record, context);
        QVERIFY_RESULT(unpack(tar, unpacker));
        QCOMPARE(content("to/etc/changed"), "meanwhile\n");
        QVERIFY(!unpacker.replacing());
    }
    QCOMPARE(QDir(path("to/etc")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("changed")});
    QCOMPARE(content("to/etc/changed"), "meanwhile\n");
    QVERIFY(!QFileInfo::exists(path("to/new")));
}

void tst_FileUnpacker::aFolderSwappedForALinkIsNotEntered() // S12, S13
{
    QVERIFY(QDir().mkpath(path("outside")));
    QVERIFY(QFile::link(path("outside"), path("to/etc")));
    const QByteArray tar = makeTar({{"etc", S_IFDIR}, {"etc/evil"}});
    QVERIFY_FAILS(unpackWhole(tar, Place::Over, Owners::Leave), ErrorKind::Storage);
    QVERIFY_FAILS(unpackWhole(makeTar({{"etc/evil"}}), Place::Beside, Owners::Leave), ErrorKind::Storage);
    QVERIFY(QDir(path("outside")).isEmpty());
}

void tst_FileUnpacker::itStopsWhenAsked()
{
    m_stop.request_stop();
    QVERIFY_FAILS(unpackWhole(makeTar({{"file"}}), Place::Beside, Owners::Leave), ErrorKind::Stopped);
}

void tst_FileUnpacker::whatIsInTheWayIsFoundBefore_data()
{
    QTest::addColumn<QByteArray>("inTheWay");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("restored");
    QTest::newRow("a folder where a file goes") << QByteArray("etc/x") << int(S_IFDIR) << int(S_IFREG);
    QTest::newRow("a file where a folder goes") << QByteArray("etc/x") << int(S_IFREG) << int(S_IFDIR);
    QTest::newRow("a link where a folder goes") << QByteArray("etc/x") << int(S_IFLNK) << int(S_IFDIR);
    QTest::newRow("a pipe where a file goes") << QByteArray("etc/x") << int(S_IFIFO) << int(S_IFREG);
    QTest::newRow("a link on the way") << QByteArray("etc") << int(S_IFLNK) << int(S_IFREG);
    QTest::newRow("a file on the way") << QByteArray("etc") << int(S_IFREG) << int(S_IFREG);
}

void tst_FileUnpacker::whatIsInTheWayIsFoundBefore()
{
    QFETCH(QByteArray, inTheWay);
    QFETCH(int, type);
    QFETCH(int, restored);
    if (inTheWay != "etc")
        QVERIFY(QDir().mkpath(path("to/etc")));
    const QByteArray place = bytes("to/") + inTheWay;
    if (type == S_IFDIR)
        QCOMPARE(::mkdir(place.constData(), 0700), 0);
    else if (type == S_IFLNK)
        QCOMPARE(::symlink("/tmp", place.constData()), 0);
    else
        QCOMPARE(::mknod(place.constData(), mode_t(type) | 0600, 0), 0);
    const auto to = Directory::open(path("to"));
    QVERIFY_RESULT(to);
    Occupancy occupancy(*to);
    TarEntry entry;
    entry.path = "etc/x";
    entry.type = restored == S_IFDIR ? TarEntry::Type::Folder : TarEntry::Type::File;
    QVERIFY_FAILS(occupancy.look(entry), ErrorKind::RestoreUntouched);
}

void tst_FileUnpacker::aFolderIsFilledAtOnceOrNotAtAll()
{
    {
        auto folder = NewFolder::create(path("to/new"), "run");
        QVERIFY_RESULT(folder);
        QVERIFY_RESULT(folder->staging().writeFile("file", "x"));
        QVERIFY(!QFileInfo::exists(path("to/new/file")));
    }
    QVERIFY(!QFileInfo::exists(path("to/new")));
    {
        auto folder = NewFolder::create(path("to"), "run");
        QVERIFY_RESULT(folder);
        QVERIFY_RESULT(folder->staging().writeFile("file", "x"));
    }
    QVERIFY(QDir(path("to")).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    auto folder = NewFolder::create(path("to"), "run");
    QVERIFY_RESULT(folder);
    QVERIFY_RESULT(folder->staging().writeFile("file", "x"));
    QVERIFY_RESULT(folder->commit());
    QCOMPARE(content("to/file"), "x");
    QCOMPARE(QDir(path("to")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    QVERIFY_FAILS(NewFolder::create(path("to"), "run"), ErrorKind::Usage);
    QVERIFY_FAILS(NewFolder::create(path("nowhere/new"), "run"), ErrorKind::Storage);
}

/// A journal that somebody forged names no file outside of the folder, and an odd record ends nothing.
void tst_FileUnpacker::anOddRecordIsHarmless()
{
    const QString run = QStringLiteral("20250218T010007Z-3f9c2a");
    QVERIFY(QDir().mkpath(path("state/unpacking")));
    put(path("state/secret"), "stays");
    QVERIFY_RESULT(endUnpacking(path("state"), QStringLiteral("../secret"), m_log));
    QCOMPARE(content("state/secret"), "stays");
    QVERIFY_RESULT(endUnpacking(path("state"), run, m_log));
    put(path("to/passwd"), "stays");
    put(path("to/evil"), "evil");
    const auto hexOf = [](const char *text) {
        return QByteArray(text).toHex();
    };
    const QByteArray start = "[\"start\",\"over\",\"" + path("to").toUtf8() + "\",true]\n";
    for (const QByteArray &rest :
         {QByteArray("[\"file\",\"" + hexOf("passwd") + "\",\"" + hexOf("evil") + "\"]\n[\"replace\"]\n"),
          QByteArray("[\"wait-in\",\"" + hexOf("..") + "\"]\n[\"wait-in\",\"\"]\n"),
          QByteArray("[\"make\",\"" + hexOf("../from") + "\"]\nrubbish\n[\"wait-")}) {
        put(path("state/unpacking/") + run, start + rest);
        static_cast<void>(endUnpacking(path("state"), run, m_log));
        QCOMPARE(content("to/passwd"), "stays");
        QVERIFY(QFileInfo::exists(path("to/evil")) && QFileInfo::exists(path("from")));
    }
}
