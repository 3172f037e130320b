#include "tests/core/archive/tst_Tar.h"

#include "core/archive/TarReader.h"
#include "core/archive/TarWriter.h"
#include "core/base/Fd.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QProcess>

#include <clocale>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace masclet;

namespace
{

struct Read {
    TarEntry entry;
    QByteArray content;
};

const auto noProgress = [](qint64) -> Result<> {
    return {};
};

TarWriter::Sink into(QByteArray &tar)
{
    return [&tar](std::span<const std::byte> bytes) -> Result<> {
        tar.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        return {};
    };
}

/// In parts of an odd size, so that nothing depends on where they end.
ByteSource sourceOf(const QByteArray &tar)
{
    return [&tar, at = qsizetype(0)]() mutable -> Result<std::span<const std::byte>> {
        const QByteArrayView part = QByteArrayView(tar).sliced(at, std::min<qsizetype>(777, tar.size() - at));
        at += part.size();
        return std::as_bytes(std::span(part.data(), size_t(part.size())));
    };
}

Result<QList<Read>> readAll(const QByteArray &tar)
{
    MASCLET_TRY_ASSIGN(const std::unique_ptr<TarReader> reader, TarReader::create(sourceOf(tar)));
    QList<Read> list;
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::optional<TarEntry> entry, reader->next());
        if (!entry)
            return list;
        Read read{*entry, QByteArray(entry->size, '\0')};
        for (;;) {
            MASCLET_TRY_ASSIGN(const std::optional<TarBlock> block, reader->block());
            if (!block)
                break;
            read.content.replace(block->offset, qsizetype(block->bytes.size()),
                                 reinterpret_cast<const char *>(block->bytes.data()),
                                 qsizetype(block->bytes.size()));
        }
        list << read;
    }
}

/// Writes one archive with `fill`.
template <class Fill>
QByteArray made(Fill fill)
{
    QByteArray tar;
    auto writer = TarWriter::create(into(tar));
    if (!writer)
        qFatal("cannot write a tar archive");
    fill(**writer);
    if (!(*writer)->finish())
        qFatal("cannot finish a tar archive");
    return tar;
}

} // namespace

void tst_Tar::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_Tar::cleanup()
{
    m_folder.reset();
}

QString tst_Tar::path(const char *name) const
{
    return m_folder->filePath(QString::fromUtf8(name));
}

int tst_Tar::open(const char *name) const
{
    return ::open(path(name).toUtf8().constData(), O_RDONLY | O_CLOEXEC);
}

void tst_Tar::write(const char *name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
}

void tst_Tar::everyKindOfEntryComesBackAsItWas()
{
    write("file", "content");
    const timespec times[2] = {{1'000'000'000, 123}, {1'700'000'000, 999'999'999}};
    ::chmod(path("file").toUtf8().constData(), 0640);
    ::utimensat(AT_FDCWD, path("file").toUtf8().constData(), times, 0);
    QCOMPARE(::symlink("../else/where", path("link").toUtf8().constData()), 0);
    const Fd file(open("file"));
    const Fd folder(open("."));
    const QByteArray tar = made([&](TarWriter &writer) {
        QVERIFY_RESULT(writer.addContent("by-sql/settings.json", "{}\n", 1'600'000'000));
        QVERIFY_RESULT(writer.addFolder("etc/app", folder.get()));
        const auto copied = writer.addFile("etc/app/file", file.get(), noProgress);
        QVERIFY_RESULT(copied);
        QCOMPARE(copied->outcome, TarCopy::Outcome::Whole);
        QVERIFY_RESULT(writer.addHardLink("etc/app/second", "etc/app/file", file.get()));
        QVERIFY_RESULT(writer.addLink("etc/app/link", folder.get(), "link"));
        QCOMPARE(writer.entries(), 5);
    });
    const auto found = readAll(tar);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 5);
    QCOMPARE(found->at(0).entry.path, "by-sql/settings.json");
    QCOMPARE(found->at(0).content, "{}\n");
    QCOMPARE(found->at(0).entry.mode, mode_t(0600));
    QCOMPARE(found->at(0).entry.modified, 1'600'000'000);
    QCOMPARE(found->at(1).entry.type, TarEntry::Type::Folder);
    QCOMPARE(found->at(1).entry.path, "etc/app");
    const TarEntry &plain = found->at(2).entry;
    QCOMPARE(plain.type, TarEntry::Type::File);
    QCOMPARE(plain.size, 7);
    QCOMPARE(found->at(2).content, "content");
    QCOMPARE(plain.mode, mode_t(0640));
    QCOMPARE(plain.modified, 1'700'000'000);
    QCOMPARE(plain.uid, qint64(::geteuid()));
    QVERIFY(plain.acl.isEmpty());
    QCOMPARE(found->at(3).entry.type, TarEntry::Type::HardLink);
    QCOMPARE(found->at(3).entry.target, "etc/app/file");
    QCOMPARE(found->at(4).entry.type, TarEntry::Type::Link);
    QCOMPARE(found->at(4).entry.target, "../else/where");
}

void tst_Tar::oddNamesComeBackAsTheirBytes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("locale"); // of the process (L07)
    QTest::newRow("spaces") << QByteArray("a file  with spaces ") << QByteArray("C.UTF-8");
    QTest::newRow("accents") << QByteArray("configuració/ñandú.conf") << QByteArray("C.UTF-8");
    QTest::newRow("accents in C") << QByteArray("configuració/ñandú.conf") << QByteArray("C");
    QTest::newRow("line end") << QByteArray("two\nlines") << QByteArray("C.UTF-8");
    QTest::newRow("not UTF-8") << QByteArray("latin\xf1") << QByteArray("C.UTF-8");
    QTest::newRow("not UTF-8 in C") << QByteArray("latin\xf1") << QByteArray("C");
    QTest::newRow("decomposed") << QByteArray("n\xcc\x83") << QByteArray("C.UTF-8");
    QTest::newRow("backslash and quotes") << QByteArray("a\\b\"c'd") << QByteArray("C.UTF-8");
    QTest::newRow("101 bytes") << QByteArray(101, 'x') << QByteArray("C.UTF-8");
    QTest::newRow("long") << (QByteArray(200, 'd') + '/').repeated(40) + QByteArray(255, 'f')
                          << QByteArray("C.UTF-8");
    QTest::newRow("like an option") << QByteArray("--checkpoint-action=exec=sh") << QByteArray("C.UTF-8");
}

void tst_Tar::oddNamesComeBackAsTheirBytes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, locale);
    const QByteArray before = std::setlocale(LC_ALL, nullptr);
    QVERIFY(std::setlocale(LC_ALL, locale.constData()));
    write("file", "x");
    const Fd file(open("file"));
    const QByteArray tar = made([&](TarWriter &writer) {
        QVERIFY_RESULT(writer.addFile(name, file.get(), noProgress));
        QVERIFY_RESULT(writer.addHardLink("second", name, file.get()));
        QVERIFY_RESULT(writer.addContent("third", "y", 0));
    });
    const auto found = readAll(tar);
    std::setlocale(LC_ALL, before.constData());
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 3);
    QCOMPARE(found->at(0).entry.path, name);
    QCOMPARE(found->at(1).entry.target, name);
    QCOMPARE(found->at(2).entry.path, "third");
}

void tst_Tar::stockTarReadsIt()
{
    write("file", "content");
    write("holes", "");
    QCOMPARE(::truncate(path("holes").toUtf8().constData(), 10'000'000), 0);
    const Fd file(open("file"));
    const Fd holes(open("holes"));
    const QByteArray tar = made([&](TarWriter &writer) {
        QVERIFY_RESULT(writer.addFile(QByteArray(150, 'd') + "/ñ", file.get(), noProgress));
        QVERIFY_RESULT(writer.addFile("holes", holes.get(), noProgress));
    });
    QProcess stock;
    stock.start(QStringLiteral("tar"), {QStringLiteral("-xvf"), QStringLiteral("-"), QStringLiteral("-C"),
                                        m_folder->path(), QStringLiteral("--quoting-style=literal")});
    stock.write(tar);
    stock.closeWriteChannel();
    QVERIFY(stock.waitForFinished());
    QCOMPARE(stock.readAllStandardError(), "");
    QCOMPARE(stock.exitCode(), 0);
    QCOMPARE(stock.readAllStandardOutput(), QByteArray(150, 'd') + "/ñ\nholes\n");
    struct stat info = {};
    QCOMPARE(::stat(path("holes").toUtf8().constData(), &info), 0);
    QCOMPARE(info.st_size, 10'000'000);
}

void tst_Tar::theSameFilesGiveTheSameBytes()
{
    write("file", "content");
    const auto once = [&] {
        const Fd file(open("file"));
        return made([&](TarWriter &writer) {
            QVERIFY_RESULT(writer.addFile("file", file.get(), noProgress));
            QVERIFY_RESULT(writer.addFile(QByteArray(200, 'x'), file.get(), noProgress));
        });
    };
    const QByteArray first = once();
    // Reading sets the time of access; giving a second name sets that of change.
    const timespec times[2] = {{1'234'567, 0}, {0, UTIME_OMIT}};
    ::utimensat(AT_FDCWD, path("file").toUtf8().constData(), times, 0);
    QCOMPARE(once(), first);
}

void tst_Tar::aclAndAttributesAreKept()
{
    write("file", "x");
    const QByteArray name = path("file").toUtf8();
    ::chmod(name.constData(), 0640);
    // Version 2; owner rw-, user 4711 r-x, group r--, mask rwx, others ---: see acl(5) and
    // linux/posix_acl_xattr.h.
    static constexpr unsigned char acl[] = {
        2,   0,   0,   0,   1,    0, 6, 0, 255, 255, 255, 255, 2,    0, 5, 0, 0x67, 0x12, 0,   0,  4, 0, 4, 0,
        255, 255, 255, 255, 0x10, 0, 7, 0, 255, 255, 255, 255, 0x20, 0, 0, 0, 255,  255,  255, 255};
    QCOMPARE(::setxattr(name.constData(), "system.posix_acl_access", acl, sizeof acl, 0), 0);
    QCOMPARE(::setxattr(name.constData(), "user.masclet", "a\0b", 3, 0), 0);
    const Fd file(open("file"));
    const auto found = readAll(
        made([&](TarWriter &writer) { QVERIFY_RESULT(writer.addFile("file", file.get(), noProgress)); }));
    QVERIFY_RESULT(found);
    const TarEntry &entry = found->at(0).entry;
    QCOMPARE(entry.mode, mode_t(0640)); // the group's own rights, not the mask
    using Tag = TarAclEntry::Tag;
    const auto right = [&](Tag tag) {
        for (const TarAclEntry &item : entry.acl) {
            if (item.tag == tag)
                return item.permissions;
        }
        return -1;
    };
    QCOMPARE(right(Tag::Owner), 6);
    QCOMPARE(right(Tag::User), 5);
    QCOMPARE(right(Tag::OwningGroup), 4);
    QCOMPARE(right(Tag::Mask), 7);
    QCOMPARE(right(Tag::Other), 0);
    QVERIFY(std::any_of(entry.acl.begin(), entry.acl.end(),
                        [](const TarAclEntry &item) { return item.tag == Tag::User && item.id == 4711; }));
    QVERIFY(entry.attributes.contains(std::pair(QByteArray("user.masclet"), QByteArray("a\0b", 3))));
}

void tst_Tar::holesAreKeptAndCostNothing_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QList<qint64>>("data");
    constexpr qint64 gigabyte = 1024LL * 1024 * 1024;
    QTest::newRow("in the middle") << 40 * gigabyte << QList<qint64>{0, 20 * gigabyte, 40 * gigabyte - 1};
    QTest::newRow("at the end") << 40 * gigabyte << QList<qint64>{0};
    QTest::newRow("at the start") << 40 * gigabyte << QList<qint64>{40 * gigabyte - 1};
    QTest::newRow("nothing else") << 40 * gigabyte << QList<qint64>{};
}

void tst_Tar::holesAreKeptAndCostNothing()
{
    QFETCH(qint64, size);
    QFETCH(QList<qint64>, data);
    const Fd file(::open(path("holes").toUtf8().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    QCOMPARE(::ftruncate(file.get(), size), 0);
    for (const qint64 at : data)
        QCOMPARE(::pwrite(file.get(), "M", 1, at), 1);
    const QByteArray tar = made([&](TarWriter &writer) {
        QVERIFY_RESULT(writer.addFile("holes", file.get(), noProgress));
        QVERIFY_RESULT(writer.addContent("behind", "b", 0));
    });
    QVERIFY2(tar.size() < 100'000, qPrintable(QString::number(tar.size())));

    const auto reader = TarReader::create(sourceOf(tar));
    QVERIFY_RESULT(reader);
    const auto entry = (*reader)->next();
    QVERIFY_RESULT(entry);
    QCOMPARE((*entry)->size, size);
    QList<qint64> found;
    for (;;) {
        const auto block = (*reader)->block();
        QVERIFY_RESULT(block);
        if (!*block)
            break;
        for (size_t i = 0; i < (*block)->bytes.size(); ++i) {
            if ((*block)->bytes[i] != std::byte(0))
                found << (*block)->offset + qint64(i);
        }
    }
    QCOMPARE(found, data);
    const auto behind = (*reader)->next();
    QVERIFY_RESULT(behind);
    QCOMPARE((*behind)->path, "behind");
}

void tst_Tar::aFileThatGrewIsWholeUpToItsStart()
{
    write("log", QByteArray(3'000'000, 'a'));
    const Fd file(open("log"));
    const auto found = readAll(made([&](TarWriter &writer) {
        const auto copied = writer.addFile("log", file.get(), [&](qint64) -> Result<> {
            QFile more(path("log"));
            if (!more.open(QIODevice::Append) || more.write("more") != 4)
                qFatal("cannot append");
            return {};
        });
        QVERIFY_RESULT(copied);
        QCOMPARE(copied->outcome, TarCopy::Outcome::Grew);
    }));
    QVERIFY_RESULT(found);
    QCOMPARE(found->at(0).content, QByteArray(3'000'000, 'a'));
}

void tst_Tar::aFileThatShrankIsToldAndFilledUp()
{
    write("log", QByteArray(3'000'000, 'a'));
    const Fd file(open("log"));
    const auto found = readAll(made([&](TarWriter &writer) {
        const auto copied = writer.addFile("log", file.get(), [&](qint64) -> Result<> {
            if (::truncate(path("log").toUtf8().constData(), 10) != 0)
                qFatal("cannot truncate");
            return {};
        });
        QVERIFY_RESULT(copied);
        QCOMPARE(copied->outcome, TarCopy::Outcome::Changed);
        QVERIFY_RESULT(writer.addContent("behind", "b", 0));
    }));
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).content.size(), 3'000'000);
    QVERIFY(found->at(0).content.endsWith('\0'));
}

void tst_Tar::aFailingSinkEndsIt_S01()
{
    write("file", QByteArray(100'000, 'a'));
    qint64 room = 50'000;
    auto writer = TarWriter::create([&room](std::span<const std::byte> bytes) -> Result<> {
        room -= qint64(bytes.size());
        return room >= 0 ? Result<>() : fail(ErrorKind::Storage, QStringLiteral("full"));
    });
    QVERIFY_RESULT(writer);
    const Fd file(open("file"));
    QVERIFY_FAILS((*writer)->addFile("file", file.get(), noProgress), ErrorKind::Storage);
    QVERIFY_FAILS((*writer)->finish(), ErrorKind::Storage);
}

void tst_Tar::aStopEndsALargeFile()
{
    write("file", QByteArray(5'000'000, 'a'));
    QByteArray tar;
    auto writer = TarWriter::create(into(tar));
    const Fd file(open("file"));
    const auto stopped = (*writer)->addFile("file", file.get(), [](qint64) -> Result<> {
        return fail(ErrorKind::Stopped, QStringLiteral("stopped"));
    });
    QVERIFY_FAILS(stopped, ErrorKind::Stopped);
    QVERIFY(tar.size() < 3'000'000);
}

void tst_Tar::cutArchivesAreRefused_G01()
{
    const QByteArray tar = made([&](TarWriter &writer) {
        QVERIFY_RESULT(writer.addContent("first", QByteArray(700, 'a'), 0));
        QVERIFY_RESULT(writer.addContent(QByteArray(150, 'x'), QByteArray(700, 'b'), 0));
    });
    QVERIFY_RESULT(readAll(tar));
    // Between entries a cut looks like an end: sizes and hashes tell that one.
    for (const qsizetype at : {1, 511, 513, 1000, 1535, 1537, 2000, 2049, 3000, 3600}) {
        QVERIFY2(at < tar.size(), "the archive is shorter than thought");
        QVERIFY_FAILS(readAll(tar.left(at)), ErrorKind::Verification);
    }
}

void tst_Tar::whatIsNoTarIsRefused()
{
    QVERIFY_FAILS(readAll(QByteArray(5000, 'x')), ErrorKind::Verification);
    QVERIFY_FAILS(readAll("-- PostgreSQL database dump\n"), ErrorKind::Verification);
    QByteArray tar = made([&](TarWriter &writer) { QVERIFY_RESULT(writer.addContent("first", "a", 0)); });
    tar[3] = char(tar[3] ^ 1); // the header's own checksum
    QVERIFY_FAILS(readAll(tar), ErrorKind::Verification);
}

void tst_Tar::failuresOfTheSourceComeBack()
{
    const QByteArray tar = made(
        [&](TarWriter &writer) { QVERIFY_RESULT(writer.addContent("first", QByteArray(9000, 'a'), 0)); });
    // In the middle, and behind the last entry, where only the source knows that something is wrong.
    for (const qsizetype at : {qsizetype(5000), tar.size()}) {
        const QByteArray part = tar.left(at);
        auto reader = TarReader::create([source = sourceOf(part)]() -> Result<std::span<const std::byte>> {
            auto next = source();
            if (next && next->empty())
                return fail(ErrorKind::Storage, QStringLiteral("cannot read"));
            return next;
        });
        QVERIFY_RESULT(reader);
        QVERIFY_RESULT((*reader)->next());
        const auto end = (*reader)->next();
        QVERIFY_FAILS(end, ErrorKind::Storage);
    }
}
