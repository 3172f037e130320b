#include "tests/faults/tst_StorageFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/TestMain.h"

#include <QDir>

using namespace masclet;
using namespace masclet::test;

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
