#include "tests/integration/tst_FileRestore.h"

#include "core/base/Hash.h"
#include "core/repository/Manifest.h"
#include "tests/support/Files.h"
#include "tests/support/MadeTar.h"
#include "tests/support/Seed.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

QByteArray stock(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(-1);
    if (process.exitCode() != 0)
        return "FAILED: " + process.readAllStandardError() + process.readAllStandardOutput();
    return process.readAllStandardOutput();
}

/// Everything below a folder, a line each.
QByteArray listing(const QString &folder)
{
    QList<QByteArray> lines =
        stock(q("find"), {folder, q("-mindepth"), q("1"), q("-printf"), q("%y %m %U %G %n %Ts %P %l %s\n")})
            .split('\n');
    for (QByteArray &line : lines) {
        if (line.startsWith('d')) // the size of a folder is its file system's business
            line = line.left(line.lastIndexOf(' '));
    }
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

} // namespace

void tst_FileRestore::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
}

void tst_FileRestore::init()
{
    auto desk = Desk::make(*m_cluster, "shop",
                           {q("--restore-test"), q("never"), q("--kinds"), q("db,config,logs,state")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
    write("tree/etc/app.conf", "port = 5432\n");
    write("tree/etc/conf.d/a.conf", "a = 1\n");
    write("tree/log/app.log", QByteArray("2025-02-18 all is well\n").repeated(1000));
    QCOMPARE(::symlink("conf.d/a.conf", path("tree/etc/link").toUtf8().constData()), 0);
    QCOMPARE(::symlink("/etc/hostname", path("tree/etc/elsewhere").toUtf8().constData()), 0);
    QCOMPARE(::link(path("tree/etc/app.conf").toUtf8().constData(),
                    path("tree/etc/second.conf").toUtf8().constData()),
             0);
    ::chmod(path("tree/etc/app.conf").toUtf8().constData(), 0640);
    if (::geteuid() == 0)
        QCOMPARE(::chown(path("tree/etc/conf.d/a.conf").toUtf8().constData(), 4711, 4712), 0);
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--config-paths"), path("tree/etc"),
                              q("--logs-paths"), path("tree/log"), q("--compression"), q("none")}),
                 0);
    QVERIFY_EXIT(m_desk->run({q("backup"), q("--no-retention")}), 0);
}

void tst_FileRestore::cleanup()
{
    m_desk.reset();
}

void tst_FileRestore::write(const char *name, const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    put(path(name), content);
}

ProgramOutcome tst_FileRestore::restore(const QStringList &options)
{
    return m_desk->run(QStringList{q("restore"), q("--latest")} + options);
}

QString tst_FileRestore::setId() const
{
    const QByteArray shown = m_desk->run({q("show"), q("--latest"), q("--json")}).output;
    return QJsonDocument::fromJson(shown)[q("id")].toString();
}

void tst_FileRestore::plant(const QByteArray &tar, qint64 entries) const
{
    const QString manifestPath = m_desk->repository() + q("/sets/") + setId() + q(".json");
    auto manifest = Manifest::parse(contentOf(manifestPath));
    QVERIFY_RESULT(manifest);
    for (ManifestFile &file : manifest->files) {
        if (file.kind != q("config"))
            continue;
        put(m_desk->repository() + u'/' + QString::fromUtf8(file.path), tar);
        Sha256 hash;
        hash.add(tar);
        file.storedSize = file.rawSize = tar.size();
        file.storedSha256 = file.rawSha256 = hash.hex();
        file.entries = entries;
    }
    put(manifestPath, manifest->serialize());
}

void tst_FileRestore::filesComeBackAsStockTarUnpacksThem()
{
    const ProgramOutcome restored = restore({q("--files"), path("back/"), q("--json")});
    QVERIFY_EXIT(restored, 0);
    const QJsonDocument answer = QJsonDocument::fromJson(restored.output);
    QCOMPARE(answer[q("kinds")].toArray().size(), 3);
    QCOMPARE(answer[q("folder")].toString(), path("back"));
    for (const char *kind : {"config", "logs", "state"}) {
        const QString unpacked = path("stock-") + q(kind);
        QDir().mkpath(unpacked);
        const QString archive =
            QDir(m_desk->repository() + u'/' + q(kind)).entryInfoList(QDir::Files).first().filePath();
        QCOMPARE(stock(q("tar"), {q("-xpf"), archive, q("-C"), unpacked}), "");
        QCOMPARE(stock(q("diff"), {q("-r"), q("--no-dereference"), unpacked, path("back/") + q(kind)}), "");
        QByteArray expected = listing(unpacked);
        QByteArray found = listing(path("back/") + q(kind));
        // tar makes folders that have no entry of their own as the umask says.
        for (const char *implied : {" by-sql ", " profile ", " commands "}) {
            for (QByteArray *list : {&expected, &found}) {
                QList<QByteArray> lines = list->split('\n');
                lines.removeIf([&](const QByteArray &line) { return line.contains(implied); });
                *list = lines.join('\n');
            }
        }
        QCOMPARE(found, expected);
    }
    const QString inner = path("back/config") + path("tree/etc/conf.d/a.conf");
    QCOMPARE(contentOf(inner), "a = 1\n");
    QVERIFY(QDir(path("back")).entryList(QDir::Hidden | QDir::AllEntries | QDir::NoDotAndDotDot).size() == 3);
}

void tst_FileRestore::oneKindIsEnoughAndNoProfileIsNeeded()
{
    const QStringList arguments{q("restore"), setId(),      q("--repository"), m_desk->repository(),
                                q("--files"), path("back"), q("--kinds"),      q("state")};
    QVERIFY(QDir(path(".config")).removeRecursively());
    QVERIFY_EXIT(m_desk->run(arguments), 0);
    QCOMPARE(QDir(path("back")).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{q("state")});
    QVERIFY(contentOf(path("back/state/inventory.json")).contains("\"facts\""));
}

void tst_FileRestore::whatIsThereIsNotTouched() // R02
{
    write("back/mine", "mine\n");
    const QByteArray before = listing(path("back"));
    QVERIFY_EXIT(restore({q("--files"), path("back")}), 2);
    QCOMPARE(listing(path("back")), before);
    QVERIFY_EXIT(restore({q("--files"), path("nowhere/back")}), 21);
    QVERIFY(!QFileInfo::exists(path("nowhere")));
}

void tst_FileRestore::nothingGoesIntoTheRepository()
{
    QVERIFY_EXIT(restore({q("--files"), m_desk->repository() + q("/back")}), 2);
    QVERIFY_EXIT(restore({q("--files"), m_desk->repository(), q("--in-place"), q("--yes"), setId()}), 2);
    QVERIFY(!QFileInfo::exists(m_desk->repository() + q("/back")));
}

void tst_FileRestore::inPlaceBringsBackWhatWasChanged()
{
    const QByteArray before = listing(path("tree/etc"));
    write("tree/etc/app.conf", "port = 6543\n"); // two names, one file
    QVERIFY(QFile::remove(path("tree/etc/conf.d/a.conf")));
    QVERIFY(QFile::remove(path("tree/etc/link")));
    QCOMPARE(::symlink("app.conf", path("tree/etc/link").toUtf8().constData()), 0);
    write("tree/etc/mine.conf", "not in the backup\n");
    write("tree/log/app.log", "newer\n");
    const ProgramOutcome restored =
        restore({q("--files"), q("/"), q("--in-place"), q("--yes"), setId(), q("--json")});
    QVERIFY_EXIT(restored, 0);
    QCOMPARE(contentOf(path("tree/etc/app.conf")), "port = 5432\n");
    QCOMPARE(contentOf(path("tree/etc/mine.conf")), "not in the backup\n");
    QCOMPARE(contentOf(path("tree/log/app.log")), "newer\n"); // kind config alone
    QVERIFY(!QFileInfo::exists(q("/by-sql")) && !QFileInfo::exists(q("/profile")));
    const QJsonDocument answer = QJsonDocument::fromJson(restored.output);
    QCOMPARE(answer[q("replaced")].toInt(), 4); // both names of app.conf, two links
    QDir().mkpath(path("kept"));
    QCOMPARE(stock(q("tar"), {q("-xzpf"), answer[q("replacedArchive")].toString(), q("-C"), path("kept")}),
             "");
    QCOMPARE(contentOf(path("kept") + path("tree/etc/app.conf")), "port = 6543\n");
    QCOMPARE(QFile::symLinkTarget(path("kept") + path("tree/etc/link")),
             path("kept") + path("tree/etc/app.conf"));
    QVERIFY(QFile::remove(path("tree/etc/mine.conf")));
    QList<QByteArray> after = listing(path("tree/etc")).split('\n');
    QList<QByteArray> expected = before.split('\n');
    for (QList<QByteArray> *lines : {&after, &expected}) // folders that were there keep their time
        lines->removeIf([](const QByteArray &line) { return line.startsWith('d'); });
    QCOMPARE(after, expected);
    QVERIFY(contentOf(m_desk->repository() + q("/journal.jsonl")).contains("\"files-replace\""));
}

void tst_FileRestore::inPlaceAsksForTheName()
{
    write("tree/etc/app.conf", "port = 6543\n");
    QVERIFY_EXIT(restore({q("--files"), q("/"), q("--in-place")}), 2);
    QVERIFY_EXIT(restore({q("--files"), q("/"), q("--in-place"), q("--yes"), q("shop")}), 2);
    QVERIFY_EXIT(
        restore({q("--files"), q("/"), q("--in-place"), q("--kinds"), q("state"), q("--yes"), setId()}), 2);
    QCOMPARE(contentOf(path("tree/etc/app.conf")), "port = 6543\n");
}

void tst_FileRestore::aPlanWritesNothing()
{
    write("tree/etc/app.conf", "port = 6543\n");
    const QByteArray before = listing(path("tree"));
    const ProgramOutcome plan = restore({q("--files"), q("/"), q("--in-place"), q("--dry-run")});
    QVERIFY_EXIT(plan, 0);
    QVERIFY2(plan.output.contains("gives way: " + path("tree/etc/app.conf").mid(1).toUtf8()),
             plan.output.constData());
    QVERIFY_EXIT(restore({q("--files"), path("back"), q("--dry-run")}), 0);
    QCOMPARE(listing(path("tree")), before);
    QVERIFY(!QFileInfo::exists(path("back")));
}

void tst_FileRestore::hostileArchivesAreRefusedBeforeAnythingIsWritten_data()
{
    QTest::addColumn<QList<MadeEntry>>("entries");
    const auto row = [](const char *name, const QList<MadeEntry> &entries) {
        QTest::newRow(name) << entries;
    };
    const MadeEntry good{"etc/good"};
    row("upwards", {good, {"../../outside/evil"}});
    row("upwards in the middle", {good, {"etc/../../../outside/evil"}});
    row("absolute", {good, {"OUTSIDE/evil"}});
    row("through a link", {good, {"etc/out", S_IFLNK, "OUTSIDE"}, {"etc/out/evil"}});
    row("through a relative link", {good, {"etc/out", S_IFLNK, "../../../outside"}, {"etc/out/evil"}});
    row("a file over a link", {good, {"etc/out", S_IFLNK, "OUTSIDE/evil"}, {"etc/out"}});
    row("a link that climbs out", {good, {"etc/out", S_IFLNK, "../../../outside"}});
    row("a hard link out", {good, {"etc/out", S_IFREG, "OUTSIDE/victim", {}, MadeEntry::Link::Hard}});
    row("a relative hard link out",
        {good, {"etc/out", S_IFREG, "../../../outside/victim", {}, MadeEntry::Link::Hard}});
    row("a device", {good, {"etc/null", S_IFCHR}});
    row("a disk", {good, {"etc/sda", S_IFBLK}});
    row("a pipe", {good, {"etc/pipe", S_IFIFO}});
}

void tst_FileRestore::hostileArchivesAreRefusedBeforeAnythingIsWritten() // G13, SR3
{
    QFETCH(QList<MadeEntry>, entries);
    write("outside/victim", "safe\n");
    for (MadeEntry &entry : entries) {
        entry.path.replace("OUTSIDE", path("outside").toUtf8());
        entry.target.replace("OUTSIDE", path("outside").toUtf8());
    }
    plant(makeTar(entries), entries.size());
    const QByteArray before = listing(path("outside"));
    const ProgramOutcome refused = restore({q("--files"), path("back")});
    QVERIFY_EXIT(refused, 16);
    QVERIFY2(refused.errorOutput.contains("is refused because of"), refused.errorOutput.constData());
    QVERIFY(!QFileInfo::exists(path("back")));
    QVERIFY(QDir().mkpath(path("root")));
    QVERIFY_EXIT(restore({q("--files"), path("root"), q("--in-place"), q("--yes"), setId()}), 16);
    QVERIFY(
        QDir(path("root")).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
    QCOMPARE(listing(path("outside")), before);
}

void tst_FileRestore::aPlantedLinkIsNotFollowed() // S12
{
    write("outside/victim", "safe\n");
    QVERIFY(QDir().mkpath(path("root")));
    plant(makeTar({{"etc", S_IFDIR}, {"etc/victim"}}), 2);
    QVERIFY(QFile::link(path("outside"), path("root/etc")));
    QVERIFY_EXIT(restore({q("--files"), path("root"), q("--in-place"), q("--yes"), setId()}), 21);
    QCOMPARE(contentOf(path("outside/victim")), "safe\n");
    QVERIFY(QFile::remove(path("root/etc")) && QDir().mkpath(path("root/etc")));
    QVERIFY(QFile::link(path("outside/victim"), path("root/etc/victim")));
    QVERIFY_EXIT(restore({q("--files"), path("root"), q("--in-place"), q("--yes"), setId()}), 0);
    QCOMPARE(contentOf(path("outside/victim")), "safe\n"); // the link gave way, not what it names
    QCOMPARE(contentOf(path("root/etc/victim")), "evil\n");
}

void tst_FileRestore::damageLeavesNothing() // G03
{
    const QString archive =
        QDir(m_desk->repository() + q("/logs")).entryInfoList(QDir::Files).first().filePath();
    QByteArray bytes = contentOf(archive);
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 4);
    put(archive, bytes);
    QVERIFY_EXIT(restore({q("--files"), path("back")}), 16);
    QVERIFY(!QFileInfo::exists(path("back")));
    QVERIFY_EXIT(restore({q("--files"), path("back"), q("--kinds"), q("config")}), 0);
}

void tst_FileRestore::aFailingDiskLeavesNothing_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("exitCode");
    // Calls that nothing else makes.
    QTest::newRow("full, at a link") << q("symlinkat:error=ENOSPC:when=2") << 21;
    QTest::newRow("full, at a second name") << q("linkat:error=ENOSPC:when=1") << 21;
    QTest::newRow("broken, at the end") << q("syncfs:error=EIO:when=1") << 21;
}

void tst_FileRestore::aFailingDiskLeavesNothing() // S01, S03, R07
{
    QFETCH(QString, fault);
    QFETCH(int, exitCode);
    const QStringList strace{q("/usr/bin/strace"), q("-f"), q("-qq"), q("-o"), q("/dev/null"), q("-e"),
                             q("inject=") + fault, q("--")};
    const auto run = [&](const QStringList &options) {
        return m_desk->runUnder(strace, QStringList{q("restore"), q("--latest"), q("--files")} + options);
    };
    QVERIFY_EXIT(run({path("back"), q("--kinds"), q("config")}), exitCode);
    QVERIFY(!QFileInfo::exists(path("back")));
    write("tree/etc/app.conf", "port = 6543\n");
    const auto withoutFolders = [&] { // whose time of change moves
        QList<QByteArray> lines = listing(path("tree")).split('\n');
        lines.removeIf([](const QByteArray &line) { return line.startsWith('d'); });
        return lines;
    };
    const QList<QByteArray> before = withoutFolders();
    QVERIFY_EXIT(run({q("/"), q("--in-place"), q("--yes"), setId()}), exitCode);
    QCOMPARE(withoutFolders(), before);
    const QDir kept(m_desk->state() + q("/replaced"));
    QVERIFY(kept.exists() && kept.isEmpty());
}

void tst_FileRestore::halfASwapNeedsAPerson()
{
    write("tree/etc/app.conf", "port = 6543\n");
    const ProgramOutcome outcome = m_desk->runUnder(
        {q("/usr/bin/strace"), q("-f"), q("-qq"), q("-o"), q("/dev/null"), q("-e"),
         q("inject=renameat:error=EIO:when=2"), q("--")},
        {q("restore"), q("--latest"), q("--files"), q("/"), q("--in-place"), q("--yes"), setId()});
    QVERIFY_EXIT(outcome, 22);
    QVERIFY2(outcome.errorOutput.contains("/replaced/"), outcome.errorOutput.constData());
    QVERIFY(stock(q("find"), {path("tree"), q("-name"), q(".masclet-*")}).isEmpty());
    QVERIFY_EXIT(restore({q("--files"), q("/"), q("--in-place"), q("--yes"), setId()}), 0);
    QCOMPARE(contentOf(path("tree/etc/app.conf")), "port = 5432\n");
}

/// What a restore brings back goes, or changes.
void tst_FileRestore::layAccident() const
{
    write("tree/etc/app.conf", "port = 6543\n");
    QFile::remove(path("tree/etc/link"));
    QDir(path("tree/etc/conf.d")).removeRecursively();
    QDir(path("back")).removeRecursively();
    QDir(m_desk->state() + q("/replaced")).removeRecursively();
}

/// Everything that a restore in place brings back, or nothing; else it stopped in the middle.
QStringList tst_FileRestore::restoredInPlace() const
{
    QStringList found;
    if (contentOf(path("tree/etc/app.conf")) == "port = 5432\n")
        found << q("changed");
    if (QFileInfo(path("tree/etc/link")).isSymLink())
        found << q("link");
    if (QFileInfo::exists(path("tree/etc/conf.d")))
        found << (QFileInfo::exists(path("tree/etc/conf.d/a.conf")) ? q("folder") : q("empty folder"));
    return found.contains(q("empty folder")) ? QStringList{q("half")} : found;
}

QStringList tst_FileRestore::restoredBeside() const
{
    return QDir(path("back")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// Of restores that were not finished: files that wait, hidden folders, records.
QByteArray tst_FileRestore::traces() const
{
    return stock(q("find"), {m_desk->home(), q("("), q("-name"), q(".masclet-2*"), q("-o"), q("-name"),
                             q(".*finished-*"), q("-o"), q("-path"), q("*/unpacking/*"), q(")")});
}

void tst_FileRestore::killedAnywhereTheNextRunEndsIt_data()
{
    QTest::addColumn<bool>("inPlace");
    QTest::newRow("into a folder") << false;
    QTest::newRow("in place") << true;
}

/// I3: kill -9 before any call that leaves a trace; the next run of anything removes it, or ends a swap.
void tst_FileRestore::killedAnywhereTheNextRunEndsIt()
{
    QFETCH(bool, inPlace);
    const QStringList options =
        inPlace ? QStringList{q("/"), q("--in-place"), q("--yes"), setId()} : QStringList{path("back")};
    QRandomGenerator random(seed());
    const int stride = std::max(1, 8 / scaled(8));
    int old = 0;
    int whole = 0;
    // Each counted by itself, for that is how strace counts.
    for (const char *name : {"mkdirat", "renameat", "renameat2", "symlinkat", "linkat", "unlinkat", "fsync",
                             "fdatasync", "syncfs"}) {
        for (int call = 1 + int(random.bounded(quint32(stride)));; call += stride) {
            layAccident();
            const ProgramOutcome outcome = m_desk->runUnder(
                {q("/usr/bin/strace"), q("-f"), q("-qq"), q("-o"), q("/dev/null"), q("-e"),
                 q("inject=%1:signal=KILL:when=%2").arg(QString::fromLatin1(name)).arg(call), q("--")},
                QStringList{q("restore"), q("--latest"), q("--files")} + options);
            if (outcome.exitCode != 128 + SIGKILL) {
                QVERIFY_EXIT(outcome, 0);
                break;
            }
            const ProgramOutcome next = m_desk->run({q("verify"), q("--latest")});
            const QByteArray where = name + QByteArray::number(call) + ": " + next.errorOutput;
            QVERIFY2(next.exitCode == 0 || next.exitCode == 3, where.constData());
            QCOMPARE(traces(), QByteArray());
            const QStringList found = inPlace ? restoredInPlace() : restoredBeside();
            QVERIFY2(found.isEmpty() || found.size() == 3, where.constData());
            ++(found.isEmpty() ? old : whole);
            // What was replaced is kept as long as it was.
            const QDir kept(m_desk->state() + q("/replaced"));
            QVERIFY2(kept.exists() || !inPlace || found.isEmpty(), where.constData());
            QVERIFY2(kept.isEmpty() || !found.isEmpty(), where.constData());
        }
    }
    QVERIFY(old > 0);
    QVERIFY(whole > 0 || stride > 1);
}

void tst_FileRestore::databaseAndFilesAreNotMixedUp()
{
    QVERIFY_EXIT(restore({q("--files"), path("back"), q("--to"), q("other")}), 2);
    QVERIFY_EXIT(restore({q("--files"), path("back"), q("--kinds"), q("db")}), 2);
    QVERIFY_EXIT(restore({q("--files"), path("back"), q("--kinds"), q("everything")}), 2);
    QVERIFY_EXIT(restore({q("--files"), path("back"), q("--file"), q("/nowhere")}), 2);
    QVERIFY_EXIT(restore({q("--files"), path("back"), q("--drop-kept"), q("shop__old_1")}), 2);
    QVERIFY_EXIT(restore({q("--files"), path("back"), q("--no-safety-backup"), q("shop")}), 2);
    QVERIFY_EXIT(restore({q("--to"), q("other"), q("--in-place")}), 2);
    QVERIFY_EXIT(restore({q("--to"), q("other"), q("--kinds"), q("config")}), 2);
    const QStringList undo{q("restore"), q("--undo"), q("--yes"), q("shop")};
    for (const QStringList &surplus :
         {QStringList{setId()}, QStringList{q("--latest")}, QStringList{q("--replace")}}) {
        QVERIFY_EXIT(m_desk->run(undo + surplus), 2);
        QVERIFY_EXIT(m_desk->run(QStringList{q("restore"), q("--drop-kept"), q("shop__old_1"), q("--yes"),
                                             q("shop__old_1")} +
                                 surplus),
                     2);
    }
    QVERIFY(!QFileInfo::exists(path("back")));
}
