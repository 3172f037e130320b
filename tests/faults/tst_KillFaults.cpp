#include "tests/faults/tst_KillFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QScopeGuard>

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

/// Within so many milliseconds.
void pauseWithin(qint64 milliseconds, QRandomGenerator &random)
{
    std::this_thread::sleep_for(
        std::chrono::milliseconds(random.bounded(int(std::max<qint64>(1, milliseconds)))));
}

/// Milliseconds until that child of a running program has ended.
qint64 lifeOf(pid_t child, QProcess &parent)
{
    QElapsedTimer timer;
    timer.start();
    while (::kill(child, 0) == 0 && parent.state() != QProcess::NotRunning)
        parent.waitForFinished(1);
    return timer.elapsed();
}

/// Whether most of the blows fell while there was something to hit; the others came too late.
bool mostHit(int hits, int blows)
{
    return 2 * hits >= blows;
}

/// Asks for the sessions of a run, by the names that pg_stat_activity knows.
QByteArray sessionsOfARun()
{
    return "SELECT pid FROM pg_catalog.pg_stat_activity WHERE application_name IN "
           "('masclet-backup', 'pg_dump', 'pg_dumpall') ORDER BY application_name, pid";
}

} // namespace

/// The shortest of several: a moment within it is one that all have.
void tst_KillFaults::initTestCase()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0); // the disk's and the server's caches are warm
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto process = desk.startBackup();
        waitForText(*process, "Dumping the database");
        const pid_t child = waitForChild(*process, {"pg_dump"});
        QVERIFY(child > 0);
        const qint64 dump = lifeOf(child, *process);
        QVERIFY_EXIT(outcomeOf(*process), 0);
        m_whole = std::min(m_whole, timer.elapsed());
        m_dump = std::min(m_dump, dump);
    }
}

void tst_KillFaults::aKilledDumpIsNoSet_D01()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    QRandomGenerator random(seed());
    int hits = 0;
    const int blows = scaled(moments);
    for (int i = 0; i < blows; ++i) {
        const Invariants invariants = desk.invariants();
        const auto process = desk.startBackup();
        waitForText(*process, "Dumping the database");
        const bool globals = i % 5 == 4;
        const pid_t child = waitForChild(*process, {globals ? "pg_dumpall" : "pg_dump"});
        QVERIFY(child > 0);
        if (i > 0 && !globals) // the first is sure to be in the middle
            pauseWithin(m_dump, random);
        const bool sent = ::kill(child, SIGKILL) == 0;
        const ProgramOutcome outcome = outcomeOf(*process);
        const bool hit = outcome.exitCode == 14;
        hits += hit ? 1 : 0;
        QVERIFY2(hit || (outcome.exitCode == 0 && i > 0), endOf(outcome).constData());
        QVERIFY2(!hit || (sent && outcome.errorOutput.contains("signal 9")), endOf(outcome).constData());
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    QVERIFY2(mostHit(hits, blows), qPrintable(QString::number(hits)));
}

/// A scheduled run allows itself one more; whoever sits before it decides for himself.
void tst_KillFaults::aScheduledDumpThatDiedIsTriedOnceMore_D01()
{
    const FaultDesk desk;
    const DumpStub once("[ -e \"$0.died\" ] || { touch \"$0.died\"; kill -9 $$; }\nexec " +
                        DumpStub::run("pg_dump"));
    const Invariants invariants = desk.invariants();
    const QStringList scheduled{QStringLiteral("--scheduled"), QStringLiteral("--retry-delay"),
                                QStringLiteral("1s")};
    const ProgramOutcome outcome = desk.backup(scheduled + once.option());
    QVERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.errorOutput.contains("Tried again"), endOf(outcome).constData());
    QVERIFY2(outcome.errorOutput.contains("signal 9"), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    QCOMPARE(desk.sets().size(), 1);
    const DumpStub byHand("[ -e \"$0.died\" ] || { touch \"$0.died\"; kill -9 $$; }\nexec " +
                          DumpStub::run("pg_dump"));
    QVERIFY_EXIT(desk.backup(byHand.option()), 14);
    const DumpStub always("kill -9 $$");
    QVERIFY_EXIT(desk.backup(scheduled + always.option()), 14);
    QCOMPARE(desk.sets().size(), 1);
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
    QRandomGenerator random(seed());
    int hits = 0;
    const int blows = scaled(moments);
    for (int i = 0; i < blows; ++i) {
        const Invariants invariants = desk.invariants();
        const auto process = desk.startBackup();
        pauseWithin(m_whole, random);
        ::kill(pid_t(process->processId()), SIGKILL);
        const ProgramOutcome outcome = outcomeOf(*process);
        hits += outcome.exitCode == 128 + SIGKILL ? 1 : 0;
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    QVERIFY2(mostHit(hits, blows), qPrintable(QString::number(hits)));
    QVERIFY_EXIT(desk.backup(), 0);
}

/// What ends a session of a running backup at moments within pg_dump's life; `end` is given its backend.
void tst_KillFaults::endSessions(const std::function<void(const QByteArray &backend)> &end)
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    TempCluster &server = FaultDesk::server();
    QRandomGenerator random(seed());
    int hits = 0;
    const int blows = scaled(moments);
    for (int i = 0; i < blows; ++i) {
        const Invariants invariants = desk.invariants();
        const auto process = desk.startBackup();
        waitForText(*process, "Dumping the database");
        const pid_t dumper = waitForChild(*process, {"pg_dump"});
        QVERIFY(dumper > 0);
        pauseWithin(i == 0 ? 1 : m_dump, random);
        ::kill(dumper, SIGSTOP); // a busy machine must not let it end before the blow falls
        const auto goOn = qScopeGuard([dumper] { ::kill(dumper, SIGCONT); });
        const auto found = server.psql("postgres", sessionsOfARun());
        QVERIFY_RESULT(found);
        const QByteArrayList backends = found->isEmpty() ? QByteArrayList() : found->split('\n');
        QVERIFY(!backends.isEmpty() || i > 0);
        if (!backends.isEmpty())
            end(backends.at(random.bounded(int(backends.size()))));
        ::kill(dumper, SIGCONT);
        const ProgramOutcome outcome = outcomeOf(*process);
        hits += outcome.exitCode == 14 ? 1 : 0;
        // A session may have done its work when the blow falls.
        QVERIFY2(outcome.exitCode == 14 || (outcome.exitCode == 0 && i > 0), endOf(outcome).constData());
        QTRY_VERIFY_WITH_TIMEOUT(server.psql("postgres", "SELECT 1").has_value(), 20'000);
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    QVERIFY2(mostHit(hits, blows), qPrintable(QString::number(hits)));
}

void tst_KillFaults::aTerminatedSessionIsAFailedDump_D04()
{
    endSessions([](const QByteArray &backend) {
        QVERIFY_RESULT(
            FaultDesk::server().psql("postgres", "SELECT pg_catalog.pg_terminate_backend(" + backend + ")"));
    });
}

/// The server ends all sessions and starts anew.
void tst_KillFaults::aKilledBackendIsAFailedDump_D04()
{
    endSessions([](const QByteArray &backend) {
        QVERIFY(backend.toInt() > 1);
        ::kill(backend.toInt(), SIGKILL);
    });
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
