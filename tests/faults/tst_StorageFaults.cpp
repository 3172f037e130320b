#include "tests/faults/tst_StorageFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/TestMain.h"

#include <QDir>

#include <csignal>

#include <algorithm>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// strace that lets calls of our program go wrong, not those of its children.
QStringList tracing(const QString &calls, const QStringList &injections)
{
    QStringList command{
        QStringLiteral("/usr/bin/strace"), QStringLiteral("-f"),  QStringLiteral("-b"),
        QStringLiteral("execve"),          QStringLiteral("-qq"), QStringLiteral("-o"),
        QStringLiteral("/dev/null"),       QStringLiteral("-e"),  QStringLiteral("trace=") + calls};
    for (const QString &injection : injections)
        command << QStringLiteral("-e") << QStringLiteral("inject=") + injection;
    return command;
}

} // namespace

void tst_StorageFaults::aDiskThatFillsUpDuringTheDump_S01()
{
    const FaultDesk desk;
    const SmallDisk disk(desk.repository(), "size=64m");
    QVERIFY_EXIT(desk.backup(), 0);
    const qint64 stored = desk.newestRun().value(QStringLiteral("storedBytes")).toInteger();
    QVERIFY(stored > 400'000);
    QRandomGenerator random(seed());
    for (int i = 0; i < scaled(20); ++i) {
        const Invariants invariants = desk.invariants();
        const qint64 leave = random.bounded(stored / 2);
        const DumpStub stub(disk.fillCommand(leave) + "exec " + DumpStub::run("pg_dump"));
        const ProgramOutcome outcome = desk.backup(stub.option());
        QVERIFY_EXIT(outcome, 15);
        disk.emptyAgain();
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    QCOMPARE(desk.sets().size(), 1);
    QVERIFY_EXIT(desk.backup(), 0);
}

/// Waiting makes no room, and what retention would delete is not given away for a set that never was.
void tst_StorageFaults::aFullDiskIsNotTriedAgainAndComesBeforeRetention_S01_S02()
{
    const FaultDesk desk({QStringLiteral("--keep-last"), QStringLiteral("1")});
    const SmallDisk disk(desk.repository(), "size=64m");
    for (int i = 0; i < 2; ++i)
        QVERIFY_EXIT(desk.backup(), 0);
    const QStringList before = desk.sets();
    const QStringList scheduled{QStringLiteral("backup"), QStringLiteral("--scheduled"),
                                QStringLiteral("--retry-delay"), QStringLiteral("1s")};
    const QByteArray fill = disk.fillCommand(100'000);
    const QByteArray count = "echo x >> \"$0.calls\"\n";
    const DumpStub during(count + fill + "exec " + DumpStub::run("pg_dump"));
    const DumpStub after(count + "exec " + DumpStub::run("pg_dump"),
                         disk.fillCommand(0) + "exec " + DumpStub::run("pg_dumpall"));
    for (const DumpStub *stub : {&during, &after}) {
        const Invariants invariants = desk.invariants();
        const ProgramOutcome outcome = desk.run(scheduled + stub->option());
        QVERIFY_EXIT(outcome, 15);
        QFile calls(stub->folder() + QStringLiteral("/pg_dump.calls"));
        QVERIFY(calls.open(QIODevice::ReadOnly));
        QCOMPARE(calls.readAll(), QByteArray("x\n"));
        QVERIFY2(!outcome.errorOutput.contains("Tried again"), endOf(outcome).constData());
        disk.emptyAgain();
        QCOMPARE(desk.sets(), before);
        QVERIFY(desk.newestRun(QStringLiteral("retention")).isEmpty());
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    // With room, the same command makes a set and deletes both.
    QVERIFY_EXIT(desk.run(scheduled), 0);
    QVERIFY(!desk.newestRun(QStringLiteral("retention")).isEmpty());
    QCOMPARE(desk.sets().size(), 1);
}

/// The first backup asks for as much room as its dry run and the profile's check do.
void tst_StorageFaults::theFirstBackupNeedsRoomForTheWholeDatabase()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.createDatabase("wide"));
    // Larger than the disk, and next to nothing once it is packed.
    QVERIFY_RESULT(server.psql("wide", "CREATE TABLE t AS SELECT repeat('x', 900) AS x FROM "
                                       "generate_series(1, 40000)"));
    const FaultDesk desk({}, "wide", QString());
    const SmallDisk disk(desk.repository(), "size=32m");
    const ProgramOutcome checked =
        desk.run({QStringLiteral("profile"), QStringLiteral("check"), QStringLiteral("--json")});
    QVERIFY_EXIT(checked, 15);
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, 15);
    QVERIFY2(outcome.errorOutput.contains("Not enough space"), endOf(outcome).constData());
    QVERIFY2(!outcome.errorOutput.contains("Dumping"), endOf(outcome).constData());
    QVERIFY_RESULT(server.dropDatabase("wide"));
}

/// From "not even the globals fit" to "everything but the last few files fits".
void tst_StorageFaults::aDiskThatFillsUpAfterTheDump_S02()
{
    const FaultDesk desk;
    const SmallDisk disk(desk.repository(), "size=64m");
    QVERIFY_EXIT(desk.backup(), 0);
    int failed = 0;
    const int steps = scaled(20);
    for (int i = 0; i < steps; ++i) {
        const Invariants invariants = desk.invariants();
        const qint64 leave = 4096LL * (20 * i / steps);
        const DumpStub stub("exec " + DumpStub::run("pg_dump"),
                            disk.fillCommand(leave) + "exec " + DumpStub::run("pg_dumpall"));
        const ProgramOutcome outcome = desk.backup(stub.option());
        QVERIFY2(outcome.exitCode == 15 || (outcome.exitCode == 0 && leave > 0), endOf(outcome).constData());
        failed += outcome.exitCode == 15 ? 1 : 0;
        disk.emptyAgain();
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    QVERIFY(failed > 0);
    QVERIFY_EXIT(desk.backup(), 0);
}

/// The port answers to nobody: reaching for the server would be 13.
void tst_StorageFaults::aReadOnlyRepositoryIsRefusedBeforeTheServer_S05()
{
    const FaultDesk desk;
    const SmallDisk disk(desk.repository(), "size=64m");
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    disk.remount(SmallDisk::Mode::ReadOnly);
    const ProgramOutcome outcome = desk.backup({QStringLiteral("--port"), QStringLiteral("1")});
    QVERIFY_EXIT(outcome, 15);
    QVERIFY_EXIT(desk.run({QStringLiteral("list")}), 0);
    disk.remount(SmallDisk::Mode::Writable);
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_StorageFaults::aRepositoryOfSomebodyElseIsRefusedBeforeTheServer_S05_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("cannot be entered") << QStringLiteral("0700");
    QTest::newRow("can be read only") << QStringLiteral("0755");
}

/// An ordinary user, whom no right of root helps.
void tst_StorageFaults::aRepositoryOfSomebodyElseIsRefusedBeforeTheServer_S05()
{
    QFETCH(QString, mode);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const QString home = desk.desk().home();
    const auto sh = [&](const QString &command) {
        return QProcess::execute(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), command,
                                                             QStringLiteral("sh"), home, desk.repository()});
    };
    QCOMPARE(sh(QStringLiteral("chown -R nobody \"$1\"; chown -R root \"$2\"; find \"$2\" -type d -exec "
                               "chmod %1 {} +; find \"$2\" -type f -exec chmod 0644 {} +")
                    .arg(mode)),
             0);
    const QStringList nobody{QStringLiteral("/usr/bin/setpriv"), QStringLiteral("--reuid=nobody"),
                             QStringLiteral("--regid=nogroup"), QStringLiteral("--clear-groups")};
    const ProgramOutcome outcome = desk.backupUnder(nobody, {QStringLiteral("--port"), QStringLiteral("1")});
    QVERIFY_EXIT(outcome, 15);
    QVERIFY2(outcome.errorOutput.contains("Permission denied"), endOf(outcome).constData());
    QCOMPARE(sh(QStringLiteral("chown -R root \"$1\"; find \"$2\" -type d -exec chmod 0700 {} +; find "
                               "\"$2\" -type f -exec chmod 0600 {} +")),
             0);
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_StorageFaults::aDiskThatIsNotThereIsNeverWrittenBeside_S06()
{
    const FaultDesk desk;
    SmallDisk disk(desk.repository(), "size=64m");
    QVERIFY_EXIT(desk.backup(), 0);
    disk.unmount();
    const ProgramOutcome outcome = desk.backup({QStringLiteral("--port"), QStringLiteral("1")});
    QVERIFY_EXIT(outcome, 15);
    QVERIFY2(outcome.errorOutput.contains("mount"), endOf(outcome).constData());
    QVERIFY(QDir(desk.repository()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    QVERIFY(QDir().rmdir(desk.repository()));
    QVERIFY_EXIT(desk.backup(), 15); // S05: missing
    QVERIFY(!QFile::exists(desk.repository()));
}

void tst_StorageFaults::aDiskPulledDuringTheDumpIsAStorageFailure_S06_S08()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const SmallDisk disk(desk.repository(), "size=64m");
    const DumpStub stub("exec " + DumpStub::run("pg_dump"), "/bin/umount -l " + desk.repository().toUtf8() +
                                                                "\nexec " + DumpStub::run("pg_dumpall"));
    const ProgramOutcome outcome = desk.backup(stub.option());
    QVERIFY_EXIT(outcome, 15);
    QVERIFY(QDir(desk.repository()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

/// A sync that does not come back, as of a network share whose server went away. The run ends all the same,
/// and the dump's session with it; the other threads may still write, so it is recorded.
void tst_StorageFaults::aDiskThatStopsAnsweringIsLeftInTime_S08()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    for (const int call : {2, 5}) {
        const Invariants invariants = desk.invariants();
        const ProgramOutcome outcome = desk.backupUnder(
            tracing(QStringLiteral("fsync"),
                    {QStringLiteral("fsync:delay_enter=%1:when=%2").arg(6'000'000).arg(call)}),
            {QStringLiteral("--stall-limit"), QStringLiteral("2s")});
        QVERIFY_EXIT(outcome, 15);
        QVERIFY2(outcome.errorOutput.contains("The disk did not answer"), endOf(outcome).constData());
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    QVERIFY_EXIT(desk.backup(), 0);
}

void tst_StorageFaults::aDiskWithoutInodes_S07()
{
    const FaultDesk desk;
    const SmallDisk disk(desk.repository(), "size=64m,nr_inodes=120");
    QVERIFY_EXIT(desk.backup(), 0);
    const QByteArray folder = desk.repository().toUtf8() + "/many";
    int failed = 0;
    const int steps = scaled(20);
    for (int i = 0; i < steps; ++i) {
        const int leave = 10 * i / steps;
        const Invariants invariants = desk.invariants();
        const DumpStub stub("exec " + DumpStub::run("pg_dump"),
                            "/bin/mkdir " + folder + "; cd " + folder +
                                "; n=0; while /usr/bin/touch f$n 2> /dev/null; do n=$((n+1)); done; i=0\n"
                                "while [ $i -lt " +
                                QByteArray::number(leave) + " ]; do rm f$i; i=$((i+1)); done\nexec " +
                                DumpStub::run("pg_dumpall"));
        const ProgramOutcome outcome = desk.backup(stub.option());
        QVERIFY2(outcome.exitCode == 15 || (outcome.exitCode == 0 && leave > 0), endOf(outcome).constData());
        failed += outcome.exitCode == 15 ? 1 : 0;
        // While it lasts the next one is refused at once.
        QVERIFY_EXIT(desk.backup({QStringLiteral("--port"), QStringLiteral("1")}), 15);
        QVERIFY(QDir(QString::fromUtf8(folder)).removeRecursively());
        QVERIFY_HOLDS(invariants.broken());
    }
    QVERIFY(failed > 0);
}

void tst_StorageFaults::aDiskThatFailsIsNeverASet_S03_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    for (const char *error : {"EIO", "ENOSPC"}) { // S02: the same for a disk that is full for a moment
        for (const char *call : {"fsync"})
            QTest::addRow("%s of %s", error, call) << QString::fromLatin1(call) << QString::fromLatin1(error);
    }
}

/// The call of that number in each thread, whatever it is for: the archive (15), a log or the journal
/// (a warning), the catalog (19).
void tst_StorageFaults::aDiskThatFailsIsNeverASet_S03()
{
    QFETCH(QString, call);
    QFETCH(QString, error);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    constexpr int calls = 40;
    int failed = 0;
    const auto fails = [&](int number) {
        const Invariants invariants = desk.invariants();
        const ProgramOutcome outcome = desk.backupUnder(
            tracing(call, {QStringLiteral("%1:error=%2:when=%3").arg(call, error).arg(number)}));
        const QByteArray which = "call " + QByteArray::number(number) + ": " + endOf(outcome);
        QVERIFY2(QList<int>({0, 3, 15, 19}).contains(outcome.exitCode), which.constData());
        failed += outcome.exitCode == 15 ? 1 : 0;
        QVERIFY_HOLDS(invariants.broken(outcome));
    };
    const int steps = std::max(2, scaled(calls));
    for (int i = 0; i < steps; ++i) {
        fails(1 + i * calls / steps);
        if (QTest::currentTestFailed())
            return;
    }
    // How many calls come before those of the archive differs from run to run: on until one of them was hit.
    for (int number = 1; failed == 0 && number <= calls; ++number) {
        fails(number);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(failed > 0);
}

void tst_StorageFaults::aFileThatCannotBeClosedOrReadBackIsNoSet_S03_data()
{
    QTest::addColumn<QString>("file"); // in the run's working folder
    QTest::addColumn<QString>("call");
    QTest::addColumn<QList<int>>("exitCodes");
    for (const char *file : {"*.globals.sql.gz", "*[0-9].sql.gz"}) {
        QTest::addRow("%s, closed", file)
            << QString::fromLatin1(file) << QStringLiteral("close") << QList<int>{15};
        // Not by number among all writes: one that fails to wake an event loop, as none ever does, hangs it.
        QTest::addRow("%s, written", file)
            << QString::fromLatin1(file) << QStringLiteral("write") << QList<int>{15};
        QTest::addRow("%s, read back", file)
            << QString::fromLatin1(file) << QStringLiteral("pread64") << QList<int>{15, 16};
    }
}

/// The tool's stub lets calls on the very file go wrong that the run is writing: by then it has a name.
void tst_StorageFaults::aFileThatCannotBeClosedOrReadBackIsNoSet_S03()
{
    QFETCH(QString, file);
    QFETCH(QString, call);
    QFETCH(QList<int>, exitCodes);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const QByteArray attach = "runner=$PPID\nsetsid /usr/bin/strace -f -p $runner -o /dev/null -P \"$(echo " +
                              desk.repository().toUtf8() + "/.staging/*/" + file.toUtf8() +
                              ")\" -e trace=" + call.toUtf8() + " -e inject=" + call.toUtf8() +
                              ":error=EIO > /dev/null 2> \"$0.strace\" &\n"
                              "until grep -qs attached \"$0.strace\"; do sleep 0.01; done\n";
    const bool globals = file.contains(QStringLiteral("globals"));
    const DumpStub stub((globals ? QByteArray() : attach) + "exec " + DumpStub::run("pg_dump"),
                        (globals ? attach : QByteArray()) + "exec " + DumpStub::run("pg_dumpall"));
    const ProgramOutcome outcome = desk.backup(stub.option());
    QVERIFY2(exitCodes.contains(outcome.exitCode), endOf(outcome).constData());
    QVERIFY2(outcome.errorOutput.contains("Input/output error"), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    QCOMPARE(desk.sets().size(), 1);
}

/// What cannot be read is never verified, never restore-tested, and nothing is deleted for it.
void tst_StorageFaults::aSetThatCannotBeReadProvesNothing_S03()
{
    const FaultDesk desk;
    for (int i = 0; i < 2; ++i)
        QVERIFY_EXIT(desk.backup(), 0);
    Invariants invariants = desk.invariants();
    QStringList unreadable = tracing(QStringLiteral("pread64"), {QStringLiteral("pread64:error=EIO")});
    unreadable << QStringLiteral("-P")
               << QStringLiteral("%1/db/%2.sql.gz").arg(desk.repository(), desk.sets().last());
    const QStringList latest{QStringLiteral("--latest")};
    const ProgramOutcome verified =
        desk.desk().runUnder(unreadable, QStringList{QStringLiteral("verify")} + latest);
    QVERIFY2(verified.exitCode == 15 || verified.exitCode == 16, endOf(verified).constData());
    const ProgramOutcome tested =
        desk.desk().runUnder(unreadable, QStringList{QStringLiteral("restore-test")} + latest);
    QVERIFY2(QList<int>({15, 16, 17}).contains(tested.exitCode), endOf(tested).constData());
    const ProgramOutcome pruned = desk.desk().runUnder(
        unreadable, {QStringLiteral("retention"), QStringLiteral("--apply"), QStringLiteral("--yes"),
                     QStringLiteral("shop"), QStringLiteral("--keep-last"), QStringLiteral("1")});
    QVERIFY2(pruned.exitCode == 15 || pruned.exitCode == 16 || pruned.exitCode == 18,
             endOf(pruned).constData());
    QVERIFY_HOLDS(invariants.broken(pruned, QStringLiteral("retention")));
    QCOMPARE(desk.sets().size(), 2);
}

/// Every third call is interrupted by a signal that means nothing.
void tst_StorageFaults::interruptedCallsLoseNothing_S04()
{
    const FaultDesk desk;
    const Invariants invariants = desk.invariants();
    // Not reads: those of the loader, which no signal interrupts on a disk, would be hit as well.
    const ProgramOutcome outcome =
        desk.backupUnder(tracing(QStringLiteral("write,pwrite64,fsync"),
                                 {QStringLiteral("write,pwrite64,fsync:error=EINTR:when=3+3")}));
    QVERIFY_EXIT(outcome, 0);
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_StorageFaults::shortCallsLoseNothing_S04()
{
    FaultDesk desk;
    Invariants invariants = desk.invariants();
    invariants.setRetention(Invariants::Retention::On);
    const QString log = desk.desk().home() + QStringLiteral("/short-calls");
    desk.setEnvironment({QStringLiteral("PGPASSWORD=") + Invariants::password(),
                         QStringLiteral("LD_PRELOAD=%1/../tests/masclet_short_calls.so")
                             .arg(qEnvironmentVariable("MASCLET_BIN_DIR")),
                         QStringLiteral("SHORT_CALLS=") + log});
    const QStringList sandbox{QStringLiteral("--restore-test"), QStringLiteral("every")};
    for (int i = 0; i < 2; ++i)
        QVERIFY_EXIT(desk.run(QStringList{QStringLiteral("backup"), QStringLiteral("--keep-last"),
                                          QStringLiteral("1")} +
                              sandbox),
                     0);
    const ProgramOutcome verified = desk.run({QStringLiteral("verify"), QStringLiteral("--all")});
    QVERIFY_EXIT(verified, 0);
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    qint64 shortened = 0;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("masclet-backup "))
            shortened += line.mid(15).toLongLong();
    }
    QVERIFY2(shortened > 100, qPrintable(QString::number(shortened)));
    desk.setEnvironment({QStringLiteral("PGPASSWORD=") + Invariants::password()});
    QVERIFY_HOLDS(invariants.broken(verified, QStringLiteral("verify")));
    QCOMPARE(desk.sets().size(), 1);
}

/// The kernel's answer on file systems that sync files only.
void tst_StorageFaults::foldersThatCannotBeSyncedAreAWarning_S10()
{
    const FaultDesk desk;
    const Invariants invariants = desk.invariants();
    QStringList wrapper = tracing(QStringLiteral("fsync"), {QStringLiteral("fsync:error=EINVAL")});
    for (const char *folder : {"", "/db", "/sets", "/.staging"})
        wrapper << QStringLiteral("-P") << desk.repository() + QLatin1String(folder);
    const ProgramOutcome outcome = desk.backupUnder(wrapper);
    QVERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.errorOutput.contains("cannot sync folders"), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_StorageFaults::aFullDiskForStateDegradesTheCatalogOnly_S02_X01()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const SmallDisk disk(desk.desk().home() + QStringLiteral("/state"), "size=2m");
    disk.fill(0);
    const Invariants invariants = desk.invariants();
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, 19);
    QCOMPARE(desk.sets().size(), 2);
    disk.emptyAgain();
    QVERIFY_HOLDS(invariants.broken(outcome));
}
