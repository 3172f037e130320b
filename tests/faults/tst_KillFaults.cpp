#include "tests/faults/tst_KillFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <csignal>
#include <thread>

using namespace masclet;
using namespace masclet::test;

namespace
{

constexpr int moments = 20; ///< per fault, at full scale

struct ProcessInfo {
    pid_t pid = 0;
    pid_t parent = 0;
    QByteArray name;
};

QList<ProcessInfo> processes()
{
    QList<ProcessInfo> list;
    for (const QString &number : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(number));
        if (number.toInt() <= 0 || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        const qsizetype end = line.lastIndexOf(')');
        const QList<QByteArray> fields = line.mid(end + 2).split(' ');
        const bool zombie = fields.value(0) == "Z";
        if (!zombie)
            list << ProcessInfo{number.toInt(), fields.value(1).toInt(),
                                line.mid(line.indexOf('(') + 1, end - line.indexOf('(') - 1)};
    }
    return list;
}

/// The first child whose name is one of these; 0 when the parent ended without one.
pid_t waitForChild(QProcess &parent, const QList<QByteArray> &names)
{
    while (parent.state() != QProcess::NotRunning) {
        for (const ProcessInfo &process : processes()) {
            if (process.parent == parent.processId() && names.contains(process.name))
                return process.pid;
        }
        parent.waitForFinished(1);
    }
    return 0;
}

void pause(int milliseconds)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

/// Sessions of a run, by the names that pg_stat_activity knows.
QByteArray sessionsOfARun()
{
    return "FROM pg_catalog.pg_stat_activity WHERE application_name IN "
           "('masclet-backup', 'pg_dump', 'pg_dumpall')";
}

} // namespace

void tst_KillFaults::initTestCase()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0); // the disk's and the server's caches are warm
    QElapsedTimer timer;
    timer.start();
    const auto process = desk.startBackup();
    waitForText(*process, "Dumping the database");
    const qint64 before = timer.elapsed();
    QCOMPARE(outcomeOf(*process).exitCode, 0);
    m_whole = timer.elapsed();
    m_dump = m_whole - before;
}

int tst_KillFaults::momentWithin(qint64 milliseconds) const
{
    return QRandomGenerator::global()->bounded(int(std::max<qint64>(1, milliseconds)));
}

void tst_KillFaults::aKilledDumpIsNoSet_D01()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    for (int i = 0; i < scaled(moments); ++i) {
        const Invariants invariants = desk.invariants();
        const auto process = desk.startBackup();
        waitForText(*process, "Dumping the database");
        const bool globals = i % 5 == 4;
        const pid_t child = waitForChild(*process, {globals ? "pg_dumpall" : "pg_dump"});
        if (i > 0 && !globals) // the first is sure to be in the middle
            pause(momentWithin(m_dump));
        const bool hit = ::kill(child, SIGKILL) == 0;
        const ProgramOutcome outcome = outcomeOf(*process);
        QVERIFY2(outcome.exitCode == 14 || (outcome.exitCode == 0 && i > 0), endOf(outcome).constData());
        QVERIFY2(outcome.exitCode == 0 || outcome.errorOutput.contains("signal 9"),
                 endOf(outcome).constData());
        QVERIFY(hit || outcome.exitCode == 0);
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
}

void tst_KillFaults::aDumpThatFailsAfterItsOutputIsNoSet_D06()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const DumpStub failing(DumpStub::run("pg_dump") + "; exit 1");
    const DumpStub killed(DumpStub::run("pg_dump") + "; kill -9 $$");
    const DumpStub globals("exec " + DumpStub::run("pg_dump"), DumpStub::run("pg_dumpall") + "; exit 1");
    for (const DumpStub *stub : {&failing, &killed, &globals}) {
        const Invariants invariants = desk.invariants();
        const ProgramOutcome failed = desk.backup(stub->option());
        QVERIFY_EXIT(failed, 14);
        QVERIFY_HOLDS(invariants.broken(failed));
    }
    QCOMPARE(desk.sets().size(), 1);
}

void tst_KillFaults::aKilledRunIsRecoveredByTheNext_D02()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    for (int i = 0; i < scaled(moments); ++i) {
        const Invariants invariants = desk.invariants();
        const auto process = desk.startBackup();
        pause(momentWithin(m_whole));
        ::kill(pid_t(process->processId()), SIGKILL);
        QVERIFY_HOLDS(invariants.broken(outcomeOf(*process)));
    }
    QVERIFY_EXIT(desk.backup(), 0);
}

void tst_KillFaults::aTerminatedSessionIsAFailedDump_D04()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    for (int i = 0; i < scaled(moments); ++i) {
        const Invariants invariants = desk.invariants();
        const auto process = desk.startBackup();
        waitForText(*process, "Dumping the database");
        pause(momentWithin(i == 0 ? 1 : m_dump));
        const auto ended = FaultDesk::server().psql(
            "postgres", "SELECT count(pg_catalog.pg_terminate_backend(pid)) FROM (SELECT pid " +
                            sessionsOfARun() + " ORDER BY random() LIMIT 1) AS one");
        QVERIFY_RESULT(ended);
        const ProgramOutcome outcome = outcomeOf(*process);
        // A session may have done its work when the blow falls.
        QVERIFY2(outcome.exitCode == 14 || (outcome.exitCode == 0 && i > 0), endOf(outcome).constData());
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
}

void tst_KillFaults::aKilledBackendIsAFailedDump_D04()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    TempCluster &server = FaultDesk::server();
    for (int i = 0; i < scaled(moments); ++i) {
        const Invariants invariants = desk.invariants();
        const auto process = desk.startBackup();
        waitForText(*process, "Dumping the database");
        pause(momentWithin(i == 0 ? 1 : m_dump));
        const auto found =
            server.psql("postgres", "SELECT pid " + sessionsOfARun() + " ORDER BY random() LIMIT 1");
        QVERIFY_RESULT(found);
        const pid_t backend = found->toInt();
        QVERIFY(backend > 1 || i > 0);
        if (backend > 1)
            ::kill(backend, SIGKILL); // the server ends all sessions and starts anew
        const ProgramOutcome outcome = outcomeOf(*process);
        QVERIFY2(outcome.exitCode == 14 || (outcome.exitCode == 0 && i > 0), endOf(outcome).constData());
        QTRY_VERIFY_WITH_TIMEOUT(server.psql("postgres", "SELECT 1").has_value(), 20'000);
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
}

void tst_KillFaults::aServerStoppedAtOnceIsAFailedDump_D05()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    TempCluster &server = FaultDesk::server();
    const Invariants invariants = desk.invariants();
    const auto process = desk.startBackup();
    waitForText(*process, "Dumping the database");
    QVERIFY(waitForChild(*process, {"pg_dump"}) > 0);
    server.stop(SIGQUIT);
    const ProgramOutcome outcome = outcomeOf(*process);
    QVERIFY_RESULT(server.resume());
    QVERIFY_EXIT(outcome, 14);
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_KillFaults::aFrozenDumpIsEnded_D22()
{
    const FaultDesk desk({QStringLiteral("--stall-limit"), QStringLiteral("1s")});
    const Invariants invariants = desk.invariants();
    const auto process = desk.startBackup();
    waitForText(*process, "Dumping the database");
    const pid_t child = waitForChild(*process, {"pg_dump"});
    QVERIFY(child > 0);
    QCOMPARE(::kill(child, SIGSTOP), 0);
    const ProgramOutcome outcome = outcomeOf(*process);
    QVERIFY_EXIT(outcome, 14);
    QVERIFY2(outcome.errorOutput.contains("hung"), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
}

void tst_KillFaults::aStopEndsInTimeAndLeavesNothing_D23()
{
    const FaultDesk desk;
    const DumpStub stub("trap '' TERM; echo '-- '; while :; do sleep 0.1; done");
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        const Invariants invariants = desk.invariants();
        const auto process = desk.startBackup(stub.option());
        waitForText(*process, "Dumping the database");
        QElapsedTimer timer;
        timer.start();
        ::kill(pid_t(process->processId()), signal);
        const ProgramOutcome outcome = outcomeOf(*process);
        QVERIFY2(timer.elapsed() < 8'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY_EXIT(outcome, 128 + signal);
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    QVERIFY(desk.sets().isEmpty());
}
