#include "tests/core/pipeline/tst_FileArchive.h"

#include "core/archive/StoredStream.h"
#include "core/archive/TarReader.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace masclet;
using Type = FileNote::Type;

namespace
{

bool noted(const FileArchive &archive, Type type, const QString &part)
{
    return std::any_of(archive.notes.begin(), archive.notes.end(),
                       [&](const FileNote &note) { return note.type == type && note.what.contains(part); });
}

} // namespace

void tst_FileArchive::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = QDir(m_folder->path()).canonicalPath();
    m_stop = {};
    m_compression = Compression::Auto;
    m_count = 0;
    QVERIFY(QDir(m_root).mkpath(QStringLiteral("tree")));
    QVERIFY(QDir(m_root).mkpath(QStringLiteral("out")));
}

void tst_FileArchive::cleanup()
{
    m_folder.reset();
}

void tst_FileArchive::write(const QString &name, const QByteArray &content, qint64 age) const
{
    const QString path = tree() + u'/' + name;
    QDir(tree()).mkpath(QFileInfo(name).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    file.close();
    const timespec times[2] = {{0, UTIME_NOW}, {m_clock.now().toSecsSinceEpoch() - age, 0}};
    ::utimensat(AT_FDCWD, path.toUtf8().constData(), times, 0);
}

Result<FileArchive> tst_FileArchive::archive(const FileSelection &selection)
{
    JobContext context(m_stop.get_token(), m_clock, m_log, {});
    MASCLET_TRY_ASSIGN(const Directory out, Directory::open(m_root + QStringLiteral("/out")));
    const QByteArray name = "archive-" + QByteArray::number(++m_count);
    return archiveFiles({{"by-sql/settings.json", "{}\n"}}, selection, out, name, {m_compression, 1},
                        context);
}

QList<tst_FileArchive::Item> tst_FileArchive::stored(const FileArchive &archive) const
{
    const auto path = QStringLiteral("%1/out/archive-%2").arg(m_root).arg(m_count);
    const Fd fd(::open(path.toUtf8().constData(), O_RDONLY | O_CLOEXEC));
    StoredStream stream(
        fd.get(),
        {m_compression == Compression::None ? StoredExpectation::Form::Plain : StoredExpectation::Form::Gzip,
         archive.stored.storedSize, archive.stored.storedSha256, archive.rawSize, archive.rawSha256},
        {});
    auto reader = TarReader::create([&] { return stream.next(); });
    QList<Item> items;
    for (;;) {
        auto entry = (*reader)->next();
        if (!entry)
            qFatal("%s", test::reason(entry).constData());
        if (!*entry)
            return items;
        items << Item{**entry, {}};
        for (auto block = (*reader)->block(); block && *block; block = (*reader)->block())
            items.last().content.append(reinterpret_cast<const char *>((*block)->bytes.data()),
                                        qsizetype((*block)->bytes.size()));
    }
}

QStringList tst_FileArchive::names(const FileArchive &archive) const
{
    QStringList list;
    for (const Item &item : stored(archive)) {
        const QString name = u'/' + QString::fromUtf8(item.entry.path);
        if (name.startsWith(tree() + u'/'))
            list << name.mid(tree().size() + 1);
    }
    return list;
}

void tst_FileArchive::filesComeBackAsTheyWere_data()
{
    QTest::addColumn<int>("compression");
    QTest::newRow("gzip") << int(Compression::Auto);
    QTest::newRow("as it is") << int(Compression::None);
}

void tst_FileArchive::filesComeBackAsTheyWere()
{
    QFETCH(int, compression);
    m_compression = Compression(compression);
    write(QStringLiteral("app/config.yml"), "port: 5432\n");
    write(QStringLiteral("large"), QByteArray("0123456789").repeated(1'000'000));
    write(QStringLiteral("empty"), {});
    QVERIFY(QFile::link(QStringLiteral("app"), tree() + QStringLiteral("/link")));
    const auto made = archive({.paths = {tree()}});
    QVERIFY_RESULT(made);
    QCOMPARE(made->files, 4);
    QVERIFY(made->notes.isEmpty());
    const QList<Item> items = stored(*made);
    QCOMPARE(qint64(items.size()), made->entries);
    QCOMPARE(items[0].entry.path, "by-sql/settings.json");
    QCOMPARE(items[0].content, "{}\n");
    QCOMPARE(names(*made),
             (QStringList{QStringLiteral("app"), QStringLiteral("app/config.yml"), QStringLiteral("empty"),
                          QStringLiteral("large"), QStringLiteral("link")}));
    const auto large = std::find_if(items.begin(), items.end(),
                                    [](const Item &item) { return item.entry.path.endsWith("/large"); });
    QVERIFY(large->content == QByteArray("0123456789").repeated(1'000'000));
    QVERIFY(!items[1].entry.path.startsWith('/'));
}

void tst_FileArchive::theSameTreeGivesTheSameBytes()
{
    for (int i = 0; i < 50; ++i)
        write(QString::number(i * 7919 % 50), QByteArray::number(i).repeated(40'000));
    const auto first = archive({.paths = {tree()}});
    const auto second = archive({.paths = {tree()}});
    QVERIFY_RESULT(first);
    QVERIFY_RESULT(second);
    QCOMPARE(second->stored.storedSha256, first->stored.storedSha256);
}

void tst_FileArchive::secondNamesAreLinks()
{
    write(QStringLiteral("first"), QByteArray(100'000, 'a'));
    QCOMPARE(
        ::link(qPrintable(tree() + QStringLiteral("/first")), qPrintable(tree() + QStringLiteral("/second"))),
        0);
    const auto made = archive({.paths = {tree()}});
    QVERIFY_RESULT(made);
    const QList<Item> items = stored(*made);
    QCOMPARE(items.last().entry.type, TarEntry::Type::HardLink);
    QCOMPARE(u'/' + QString::fromUtf8(items.last().entry.target), tree() + QStringLiteral("/first"));
}

void tst_FileArchive::oldFilesAreLeftOut()
{
    write(QStringLiteral("new.log"), "n", 10);
    write(QStringLiteral("old.log"), "o", 1000);
    write(QStringLiteral("older.log"), "o", 2000);
    const auto made = archive({.paths = {tree()}, .notBefore = m_clock.now().toSecsSinceEpoch() - 100});
    QVERIFY_RESULT(made);
    QCOMPARE(names(*made), QStringList{QStringLiteral("new.log")});
    QCOMPARE(made->notes.size(), 1);
    QCOMPARE(made->notes[0].type, Type::LeftOut);
    QVERIFY(made->notes[0].what.contains(u'2'));
}

void tst_FileArchive::theNewestThatFitAreKept()
{
    write(QStringLiteral("a-oldest"), QByteArray(300, 'a'), 400);
    write(QStringLiteral("b-large"), QByteArray(5000, 'b'), 300);
    write(QStringLiteral("c"), QByteArray(400, 'c'), 200);
    write(QStringLiteral("d-newest"), QByteArray(500, 'd'), 100);
    const auto made = archive({.paths = {tree()}, .maximumBytes = 1000});
    QVERIFY_RESULT(made);
    // The large one does not fit, and does not keep smaller ones out that do.
    QCOMPARE(names(*made), (QStringList{QStringLiteral("c"), QStringLiteral("d-newest")}));
    QVERIFY(noted(*made, Type::LeftOut, QStringLiteral("2 ")));
    const auto all = archive({.paths = {tree()}, .maximumBytes = 6200});
    QCOMPARE(names(*all).size(), 4);
    QVERIFY(all->notes.isEmpty());
}

void tst_FileArchive::anUnreadableFileIsNotedAndTheRestIsKept()
{
    write(QStringLiteral("closed"), "secret");
    write(QStringLiteral("open"), "x");
    QCOMPARE(::chmod(qPrintable(tree() + QStringLiteral("/closed")), 0), 0);
    for (const QString &path : {m_root, m_root + QStringLiteral("/out")})
        QCOMPARE(::chmod(qPrintable(path), 0777), 0);
    const uid_t before = ::geteuid();
    if (before == 0)
        QCOMPARE(::seteuid(65534), 0);
    const auto made = archive({.paths = {tree()}});
    QCOMPARE(::seteuid(before), 0);
    QVERIFY_RESULT(made);
    QCOMPARE(names(*made), QStringList{QStringLiteral("open")});
    QVERIFY(noted(*made, Type::Unreadable, QStringLiteral("closed")));
}

void tst_FileArchive::filesThatGoAwayAreRemarks()
{
    write(QStringLiteral("a"), QByteArray(10, 'a'));
    write(QStringLiteral("b"), QByteArray(10, 'b'));
    // Progress is told while "a" is read: by then the folder has been listed.
    JobContext context(m_stop.get_token(), m_clock, m_log, [&](const Progress &progress) {
        if (progress.object.endsWith(QStringLiteral("/a")))
            QFile::remove(tree() + QStringLiteral("/b"));
    });
    context.phase(QStringLiteral("test"));
    m_clock.advance(std::chrono::seconds(1));
    const auto out = Directory::open(m_root + QStringLiteral("/out"));
    m_count = 1;
    const auto made = archiveFiles({}, {.paths = {tree()}}, *out, "archive-1", {m_compression, 1}, context);
    QVERIFY_RESULT(made);
    QCOMPARE(names(*made), QStringList{QStringLiteral("a")});
    QVERIFY(noted(*made, Type::Remark, QStringLiteral("/b")));
}

void tst_FileArchive::filesThatChangeAreTold_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("reason");
    QTest::newRow("grows") << QByteArray("grow") << QStringLiteral("grew while it was read");
    QTest::newRow("is written over") << QByteArray("write")
                                     << QStringLiteral("was changed while it was read");
    QTest::newRow("is cut") << QByteArray("cut") << QStringLiteral("was changed while it was read");
}

/// The archive stays whole: each file has the length that its header says.
void tst_FileArchive::filesThatChangeAreTold()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, reason);
    constexpr qint64 size = 8 * 1024 * 1024;
    write(QStringLiteral("a"), QByteArray(size, 'a'), 100);
    write(QStringLiteral("b"), QByteArray(10, 'b'));
    bool changed = false;
    JobContext context(m_stop.get_token(), m_clock, m_log, [&](const Progress &progress) {
        if (!progress.object.endsWith(QStringLiteral("/a")) || std::exchange(changed, true))
            return;
        QFile file(tree() + QStringLiteral("/a"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (change == "cut")
            QVERIFY(file.resize(size / 2));
        else
            QVERIFY(file.seek(change == "grow" ? size : size - 1) && file.write("x") == 1);
    });
    context.phase(QStringLiteral("test"));
    m_clock.advance(std::chrono::seconds(1));
    const auto out = Directory::open(m_root + QStringLiteral("/out"));
    m_count = 1;
    const auto made = archiveFiles({}, {.paths = {tree()}}, *out, "archive-1", {m_compression, 1}, context);
    QVERIFY_RESULT(made);
    QVERIFY(changed);
    QCOMPARE(names(*made), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(made->notes.size(), 1);
    QVERIFY2(made->notes[0].type == Type::Remark && made->notes[0].reason.contains(reason),
             qPrintable(made->notes[0].reason));
    for (const Item &item : stored(*made)) {
        if (item.entry.path.endsWith("/a"))
            QCOMPARE(item.content.size(), size);
    }
}

void tst_FileArchive::thePlanCountsWithoutReading()
{
    write(QStringLiteral("new.log"), QByteArray(100, 'n'), 10);
    write(QStringLiteral("old.log"), QByteArray(100, 'o'), 1000);
    const qint64 notBefore = m_clock.now().toSecsSinceEpoch() - 100;
    const auto survey =
        surveyFiles({.paths = {tree(), QStringLiteral("/nowhere")}, .notBefore = notBefore}, {});
    QVERIFY_RESULT(survey);
    QCOMPARE(survey->files, 1);
    QCOMPARE(survey->bytes, 100);
    QCOMPARE(survey->notes.size(), 1);
    const auto limited = surveyFiles({.paths = {tree()}, .maximumBytes = 150}, {});
    QCOMPARE(limited->bytes, 150);
}

void tst_FileArchive::memoryStaysSmall() // D19
{
    const QString path = tree() + QStringLiteral("/sparse");
    const Fd file(::open(qPrintable(path), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    QCOMPARE(::ftruncate(file.get(), 3LL << 40), 0);
    for (qint64 at = 0; at < (64LL << 20); at += 4096)
        QCOMPARE(::pwrite(file.get(), &at, sizeof at, at), qint64(sizeof at));
    rusage before = {};
    rusage after = {};
    ::getrusage(RUSAGE_SELF, &before);
    const auto made = archive({.paths = {tree()}});
    ::getrusage(RUSAGE_SELF, &after);
    QVERIFY_RESULT(made);
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 64 * 1024,
             qPrintable(QString::number(after.ru_maxrss - before.ru_maxrss)));
}

void tst_FileArchive::aFullDiskLeavesNothing_S01()
{
    QByteArray noise(3'000'000, '\0');
    for (qsizetype i = 0; i < noise.size(); ++i)
        noise[i] = char(i * i * 31 >> 7);
    write(QStringLiteral("large"), noise);
    m_compression = Compression::None;
    const QString out = m_root + QStringLiteral("/out");
    QCOMPARE(::mount("tmpfs", qPrintable(out), "tmpfs", 0, "size=1m"), 0);
    const auto made = archive({.paths = {tree()}});
    const QStringList left = QDir(out).entryList(QDir::Files);
    ::umount2(qPrintable(out), MNT_DETACH);
    QVERIFY_FAILS(made, ErrorKind::Storage);
    QVERIFY(left.isEmpty());
}

void tst_FileArchive::stopLeavesNothing_D23()
{
    write(QStringLiteral("file"), "x");
    m_stop.request_stop();
    QVERIFY_FAILS(archive({.paths = {tree()}}), ErrorKind::Stopped);
    QVERIFY(QDir(m_root + QStringLiteral("/out")).isEmpty());
}
