#include "tests/faults/tst_FailingCalls.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

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

/// Lines of a tool's stub: calls of the run on that very file go wrong from here on.
QByteArray straceOfTheRun(const QByteArray &file, const QByteArray &calls, const QByteArray &injection,
                          const QString &log = QStringLiteral("/dev/null"))
{
    return "runner=$PPID\nsetsid /usr/bin/strace -f -p $runner -o " + log.toUtf8() + " -P \"" + file +
           "\" -e trace=" + calls + " -e inject=" + calls + ":error=" + injection +
           " > /dev/null 2> \"$0.strace\" &\nuntil grep -qs attached \"$0.strace\"; do sleep 0.01; done\n";
}

QByteArray sentenceOf(const QByteArray &error)
{
    return error == "EIO" ? "Input/output error" : "No space left on device";
}

/// The id that the next backup of today gets.
QString nextSet(const FaultDesk &desk)
{
    const QStringList sets = desk.sets();
    return QStringLiteral("%1-%2").arg(sets.first()).arg(sets.size() + 1);
}

} // namespace

/// A sync that does not come back, as of a network share whose server went away. The run ends all the same,
/// and the dump's session with it; the other threads may still write, so it is recorded.
void tst_FailingCalls::aDiskThatStopsAnsweringIsLeftInTime_S08()
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

void tst_FailingCalls::aDiskThatFailsIsNeverASet_S03_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    for (const char *error : {"EIO", "ENOSPC"}) { // S02: the same for a disk that is full for a moment
        for (const char *call : {"fsync", "renameat2"})
            QTest::addRow("%s of %s", error, call) << QString::fromLatin1(call) << QString::fromLatin1(error);
    }
}

/// The call of that number in each thread, whatever it is for: the archive (15), a log or the journal
/// (a warning), the catalog (19).
void tst_FailingCalls::aDiskThatFailsIsNeverASet_S03()
{
    QFETCH(QString, call);
    QFETCH(QString, error);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const int calls = call == QStringLiteral("fsync") ? 40 : 8;
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

void tst_FailingCalls::aFileThatCannotBeClosedOrReadBackIsNoSet_S03_data()
{
    QTest::addColumn<QString>("file"); // in the run's working folder
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QList<int>>("exitCodes");
    for (const char *file : {"*.globals.sql.gz", "*[0-9].sql.gz"}) {
        // Not by number among all writes: one that fails to wake an event loop, as none ever does, hangs it.
        for (const char *call : {"write", "close"}) {
            for (const char *error : {"EIO", "ENOSPC"})
                QTest::addRow("%s of %s, %s", error, call, file)
                    << QString::fromLatin1(file) << QByteArray(call) << QByteArray(error) << QList<int>{15};
        }
        QTest::addRow("EIO of reading back, %s", file)
            << QString::fromLatin1(file) << QByteArray("pread64") << QByteArray("EIO") << QList<int>{15, 16};
    }
}

/// The tool's stub lets calls on the very file go wrong that the run is writing: by then it has a name.
void tst_FailingCalls::aFileThatCannotBeClosedOrReadBackIsNoSet_S03()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, error);
    QFETCH(QList<int>, exitCodes);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const QByteArray attach = straceOfTheRun(
        "$(echo " + desk.repository().toUtf8() + "/.staging/*/" + file.toUtf8() + ')', call, error);
    const bool globals = file.contains(QStringLiteral("globals"));
    const DumpStub stub((globals ? QByteArray() : attach) + "exec " + DumpStub::run("pg_dump"),
                        (globals ? attach : QByteArray()) + "exec " + DumpStub::run("pg_dumpall"));
    const ProgramOutcome outcome = desk.backup(stub.option());
    QVERIFY2(exitCodes.contains(outcome.exitCode), endOf(outcome).constData());
    QVERIFY2(outcome.errorOutput.contains(sentenceOf(error)), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    QCOMPARE(desk.sets().size(), 1);
}

void tst_FailingCalls::aFileThatCannotBeWrittenIsTold_S02_S03_data()
{
    QTest::addColumn<QByteArray>("file"); // $staging is the run's working folder
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QList<int>>("exitCodes");
    // What the catalog's file cannot take stays in its log of changes, and the next run brings it over.
    const std::pair<const char *, QList<int>> files[] = {
        {"$staging/sets.$set.json", {15}},
        {"$staging/sets.$set.sha256", {15}},
        {"$repository/sets/$set.evidence.jsonl", {3}},
        {"$repository/journal.jsonl", {3}},
        {"$repository/runs/$(basename $staging).log", {3}},
        {"$state/catalog.sqlite", {0, 19}},
        {"$state/catalog.sqlite-wal", {0, 19}},
    };
    for (const auto &[file, exitCodes] : files) {
        for (const char *error : {"ENOSPC", "EIO"})
            QTest::addRow("%s of %s", error, file) << QByteArray(file) << QByteArray(error) << exitCodes;
    }
}

/// Every write and sync of that file from the dump on, then each by its number.
void tst_FailingCalls::aFileThatCannotBeWrittenIsTold_S02_S03()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, error);
    QFETCH(QList<int>, exitCodes);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const int numbers = std::max(1, scaled(20));
    for (int number = 0; number <= numbers; ++number) {
        const Invariants invariants = desk.invariants();
        const QString log = desk.desk().home() + QStringLiteral("/strace.log");
        const QByteArray set = nextSet(desk).toUtf8();
        const QByteArray when = ":when=" + (number == 0 ? QByteArray("1+") : QByteArray::number(number));
        const DumpStub stub("repository=" + desk.repository().toUtf8() + " set=" + set +
                            " state=" + desk.desk().home().toUtf8() + "/state/masclet-backup\n" +
                            "staging=$(echo $repository/.staging/2*)\n" +
                            straceOfTheRun(file, "write,pwrite64,fsync,fdatasync", error + when, log) +
                            "exec " + DumpStub::run("pg_dump"));
        const ProgramOutcome outcome = desk.backup(stub.option());
        QFile traced(log);
        QVERIFY(traced.open(QIODevice::ReadOnly));
        const bool hit = traced.readAll().contains("(INJECTED)");
        QVERIFY_HOLDS(invariants.broken(outcome));
        if (!hit) {
            QVERIFY2(number > 0, endOf(outcome).constData());
            QVERIFY_EXIT(outcome, 0);
            break;
        }
        QVERIFY2(exitCodes.contains(outcome.exitCode),
                 (QByteArray::number(number) + endOf(outcome)).constData());
        QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 19 ||
                     outcome.errorOutput.contains(sentenceOf(error)),
                 endOf(outcome).constData());
    }
}

/// What cannot be read is never verified, never restore-tested, and nothing is deleted for it.
void tst_FailingCalls::aSetThatCannotBeReadProvesNothing_S03()
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
void tst_FailingCalls::interruptedCallsLoseNothing_S04()
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

void tst_FailingCalls::shortCallsLoseNothing_S04()
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
void tst_FailingCalls::foldersThatCannotBeSyncedAreAWarning_S10()
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
