#include "tests/core/archive/tst_ForeignDump.h"

#include "core/archive/ForeignDump.h"
#include "core/base/Fd.h"
#include "tests/core/archive/Dumps.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

#include <zlib.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace masclet;
using namespace masclet::test;
using Level = Completeness::Level;

namespace
{

Result<ForeignDump> check(const QByteArray &content, const QByteArray &name)
{
    return checkForeignDump(fileWith(content).get(), name, {}, [](auto) { return Result<>(); });
}

} // namespace

void tst_ForeignDump::wholeDumpsAreRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<DumpFormat>("format");
    QTest::addColumn<Level>("level");
    const QByteArray text = oddObjects();
    const QByteArray old = dumpOf("COPY t FROM stdin;\n1\n\\.\n", {});
    auto row = [](const char *what, const QByteArray &content, const QByteArray &name, DumpFormat format,
                  Level level = Level::Strong) {
        QTest::newRow(what) << content << name << format << level;
    };
    row("plain", text, "x.sql", DumpFormat::PlainSql);
    row("gzip", gzip(text), "x.sql.gz", DumpFormat::GzipSql);
    row("gzip under another name", gzip(text), "x.sql", DumpFormat::GzipSql);
    row("windows line ends", QByteArray(text).replace("\n", "\r\n"), "x.sql", DumpFormat::PlainSql);
    row("old, without keys", old, "x.sql", DumpFormat::PlainSql, Level::Weak);
    row("G05 one dump in two members", gzip(text.left(5000)) + gzip(text.mid(5000)), "x.gz",
        DumpFormat::GzipSql);
    row("one of ours", archiveOf(text)->stored, "x.gz", DumpFormat::GzipSql);
}

void tst_ForeignDump::wholeDumpsAreRead()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, name);
    QFETCH(DumpFormat, format);
    QFETCH(Level, level);
    const auto dump = check(content, name);
    QVERIFY_RESULT(dump);
    QCOMPARE(dump->format, format);
    QCOMPARE(dump->sql.completeness.level, level);
    QCOMPARE(dump->storedSize, content.size());
    QCOMPARE(dump->members > 0, format == DumpFormat::GzipSql);
    if (format == DumpFormat::PlainSql)
        QCOMPARE(dump->rawSha256, Sha256::hexOf(content));
    QVERIFY(dump->sql.index.rows() > 0);
    QCOMPARE(dump->sql.index.rawLength, dump->rawSize);
}

void tst_ForeignDump::everythingElseIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("part"); // of the message
    auto row = [](const char *what, const QByteArray &content, const QByteArray &name, const char *part) {
        QTest::newRow(what) << content << name << QString::fromLatin1(part);
    };
    const QByteArray text = oddObjects();
    const QByteArray packed = gzip(text);
    row("G02 no trailer", packed.chopped(8), "x.gz", "cut at byte");
    row("G04 junk behind", packed + "junk", "x.gz", "not gzip");
    row("G04 zeros behind", packed + QByteArray(512, '\0'), "x.gz", "not gzip");
    row("G05 two dumps", packed + gzip(text), "x.gz", "more than one dump");
    row("G06 second member cut", gzip(text.left(5000)) + gzip(text.mid(5000)).chopped(20), "x.gz",
        "cut at byte");
    row("G06 second member missing", gzip(text.left(5000)), "x.gz", "cut");
    row("G07 empty", {}, "x.sql", "empty");
    row("G07 empty called gz", {}, "x.gz", "empty");
    row("G07 plain called gz", text, "x.sql.gz", "not gzip");
    row("G07 gzip of nothing", gzip({}), "x.gz", "empty");
    row("G09 cut before it was compressed", gzip(text.left(text.size() / 2)), "x.gz", "cut");
    row("G09 plain, cut", text.left(text.size() / 2), "x.sql", "cut");
    row("UTF-8 mark", "\xef\xbb\xbf" + text, "x.sql", "byte order mark");
    row("UTF-16", QByteArray("\xff\xfe-\0-\0", 6), "x.sql", "zero");
    row("UTF-16 compressed", gzip(QByteArray("-\0-\0", 4)), "x.gz", "zero");
    row("other SQL", "SELECT 1;\n", "x.sql", "pg_dump");
    row("custom format", "PGDMP\x01\x0e", "x.dump", "format custom");
    row("tar format", QByteArray("toc.dat").leftJustified(257, '\0') + "ustar", "x.tar", "format tar");
    row("zstd", "\x28\xb5\x2f\xfd....", "x.sql", "zstd");
    row("zip", "PK\x03\x04....", "x.sql", "zip");
}

void tst_ForeignDump::everythingElseIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, name);
    QFETCH(QString, part);
    const auto dump = check(content, name);
    QVERIFY_FAILS(dump, ErrorKind::Verification);
    QVERIFY2(dump.error().message.contains(part), qPrintable(dump.error().message));
    QVERIFY(!dump.error().hint.isEmpty());
}

void tst_ForeignDump::everyCutOfAGzipFileIsRefused_G01()
{
    const QByteArray packed = gzip(oddObjects());
    for (int i = 0; i < 64; ++i)
        QVERIFY_FAILS(check(packed.left(packed.size() * i / 64), "x.gz"), ErrorKind::Verification);
}

void tst_ForeignDump::bombsAreStopped_G08()
{
    // Line ends, so that nothing but the size is suspicious.
    const QByteArray bomb = gzip(QByteArray(64 * 1024 * 1024, '\n'));
    const auto dump = check(bomb, "x.gz");
    QVERIFY_FAILS(dump, ErrorKind::Verification);
    QVERIFY(dump.error().message.contains(QStringLiteral("grows")));
    GunzipLimits limits;
    limits.rawBytes = 10'000;
    QVERIFY_FAILS(
        checkForeignDump(
            fileWith(gzip(oddObjects())).get(), "x.gz", {}, [](auto) { return Result<>(); }, limits),
        ErrorKind::Verification);
}

void tst_ForeignDump::formatsAreToldByContent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<DumpFormat>("format");
    QTest::newRow("custom") << QByteArray("PGDMP\x01\x0e") << DumpFormat::Custom;
    QTest::newRow("tar") << QByteArray("toc.dat").leftJustified(257, '\0') + "ustar" << DumpFormat::Tar;
    QTest::newRow("gzip") << gzip("a") << DumpFormat::GzipSql;
    QTest::newRow("plain") << QByteArray("--\n") << DumpFormat::PlainSql;
    QTest::newRow("empty") << QByteArray() << DumpFormat::PlainSql;
}

void tst_ForeignDump::formatsAreToldByContent()
{
    QFETCH(QByteArray, content);
    QFETCH(DumpFormat, format);
    const auto found = dumpFormatOf(fileWith(content).get());
    QVERIFY_RESULT(found);
    QCOMPARE(*found, format);
}

void tst_ForeignDump::foldersAreToldApart()
{
    QTemporaryDir folder;
    const Fd fd(::open(folder.path().toUtf8().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    QVERIFY_FAILS(dumpFormatOf(fd.get()), ErrorKind::Verification);
    QFile contents(folder.filePath(QStringLiteral("toc.dat")));
    QVERIFY(contents.open(QIODevice::WriteOnly));
    const auto found = dumpFormatOf(fd.get());
    QVERIFY_RESULT(found);
    QCOMPARE(*found, DumpFormat::Directory);
    const auto dump = checkForeignDump(fd.get(), "folder", {}, [](auto) { return Result<>(); });
    QVERIFY_FAILS(dump, ErrorKind::Verification);
    QVERIFY(dump.error().message.contains(QStringLiteral("format directory")));
}

void tst_ForeignDump::aPipeIsRefused()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const Fd in(ends[0]);
    const Fd out(ends[1]);
    QVERIFY_FAILS(dumpFormatOf(in.get()), ErrorKind::Verification);
    QVERIFY_FAILS(dumpFormatOf(-1), ErrorKind::Storage);
}

void tst_ForeignDump::stoppingEndsIt()
{
    std::stop_source stop;
    stop.request_stop();
    for (const QByteArray &content : {oddObjects(), gzip(oddObjects())})
        QVERIFY_FAILS(
            checkForeignDump(fileWith(content).get(), "x", stop.get_token(), [](auto) { return Result<>(); }),
            ErrorKind::Stopped);
}

void tst_ForeignDump::progressCountsRawBytes()
{
    const QByteArray text = oddObjects();
    qint64 seen = 0;
    QVERIFY_RESULT(checkForeignDump(fileWith(gzip(text)).get(), "x.gz", {}, [&](auto raw) {
        seen += qint64(raw.size());
        return Result<>();
    }));
    QCOMPARE(seen, text.size());
}
