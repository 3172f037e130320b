#include "tests/faults/tst_RestoreTestFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>

#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList latest{QStringLiteral("restore-test"), QStringLiteral("--latest")};

/// A backup whose loading waits in the middle, being restored in a sandbox.
class SandboxDesk
{
public:
    SandboxDesk()
    {
        const DumpStub endless(DumpStub::run("pg_dump") +
                               " | awk '/^-- PostgreSQL database dump complete/ { print \"SELECT "
                               "pg_catalog.pg_sleep(600);\\n\\n--\" } { print }'");
        if (m_desk.backup(endless.option()).exitCode != 0)
            qFatal("no backup");
    }
    const FaultDesk &desk() const { return m_desk; }
    QString runtime() const { return m_desk.desk().runtime(); }

    std::unique_ptr<QProcess> start() const
    {
        return m_desk.desk().start(latest + QStringList{QStringLiteral("--sandbox")});
    }
    /// As this machine knows it: the number in its own file is the one inside; 0 when there is none.
    pid_t postmaster() const
    {
        for (const QString &number : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            QFile file(QStringLiteral("/proc/%1/cmdline").arg(number));
            if (number.toInt() <= 0 || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray line = file.readAll();
            if (line.left(line.indexOf('\0')).endsWith("/postgres") && line.contains(runtime().toUtf8()))
                return number.toInt();
        }
        return 0;
    }
    QString stateOfTheSet() const
    {
        const ProgramOutcome shown =
            m_desk.run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
        return QJsonDocument::fromJson(shown.output)[QStringLiteral("state")].toString();
    }

private:
    FaultDesk m_desk;
};

/// Shared memory that this process made, or that a sandbox' user has left among the machine's files.
QByteArray sharedMemoryOf(pid_t maker)
{
    QByteArray found;
    QFile segments(QStringLiteral("/proc/sysvipc/shm"));
    if (!segments.open(QIODevice::ReadOnly))
        return "cannot be read";
    const QByteArrayList lines = segments.readAll().split('\n');
    for (const QByteArray &line : lines) { // key shmid perms size cpid …
        if (line.simplified().split(' ').value(4) == QByteArray::number(maker))
            found += line + '\n';
    }
    const QDir files(QStringLiteral("/dev/shm"));
    for (const QFileInfo &file : files.entryInfoList(QDir::Files | QDir::Hidden | QDir::System)) {
        if (file.owner() == QStringLiteral("nobody"))
            found += file.fileName().toUtf8() + '\n';
    }
    return found;
}

} // namespace

void tst_RestoreTestFaults::aSandboxWhoseServerIsKilledProvesNothing_V04()
{
    const SandboxDesk d;
    const Invariants invariants = d.desk().invariants();
    const auto process = d.start();
    waitForText(*process, "Loading");
    const pid_t postmaster = d.postmaster();
    QVERIFY(postmaster > 1);
    QCOMPARE(::kill(postmaster, SIGKILL), 0);
    const ProgramOutcome outcome = outcomeOf(*process);
    QVERIFY_EXIT(outcome, 17);
    QVERIFY(QDir(d.runtime()).isEmpty()); // by the run itself, not by the next one
    QCOMPARE(d.postmaster(), 0);
    QCOMPARE(sharedMemoryOf(postmaster), QByteArray());
    QVERIFY_HOLDS(invariants.broken(outcome, QStringLiteral("restore-test")));
    QCOMPARE(d.stateOfTheSet(), QStringLiteral("verified"));
}

void tst_RestoreTestFaults::aSandboxWhoseServerHangsIsLeftInTime_V04()
{
    const SandboxDesk d;
    const Invariants invariants = d.desk().invariants();
    const auto process = d.start();
    waitForText(*process, "Loading");
    const pid_t postmaster = d.postmaster();
    QVERIFY(postmaster > 1);
    QCOMPARE(::kill(postmaster, SIGSTOP), 0);
    QElapsedTimer timer;
    timer.start();
    process->terminate();
    const ProgramOutcome outcome = outcomeOf(*process);
    QVERIFY2(timer.elapsed() < 8'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY_EXIT(outcome, 128 + SIGTERM);
    QVERIFY(QDir(d.runtime()).isEmpty()); // by the run itself, not by the next one
    QCOMPARE(d.postmaster(), 0);
    QCOMPARE(sharedMemoryOf(postmaster), QByteArray());
    QVERIFY_HOLDS(invariants.broken(outcome, QStringLiteral("restore-test")));
    QCOMPARE(d.stateOfTheSet(), QStringLiteral("verified"));
}

/// The server's own disk has less room than the copy needs.
/// A mounted folder cannot be removed, whoever tries.
void tst_RestoreTestFaults::aLeftoverThatResistsHindersNoTest_V04()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const QString leftover = desk.desk().runtime() + QStringLiteral("/masclet-sandbox-00000bad");
    QVERIFY(QDir().mkpath(leftover + QStringLiteral("/data")));
    const SmallDisk disk(leftover + QStringLiteral("/data"), "size=1m");
    QVERIFY_EXIT(desk.run(latest + QStringList{QStringLiteral("--sandbox")}), 0);
    QVERIFY(QDir(leftover).exists());
}

void tst_RestoreTestFaults::aTestWithoutRoomIsNotTestedAndNeverGreen_V07()
{
    const auto server = TempCluster::start();
    QVERIFY_RESULT(server);
    TempCluster &cluster = **server;
    cluster.stop(SIGINT);
    const SmallDisk disk(cluster.dataFolder(), "size=256m");
    QVERIFY_RESULT(cluster.resume());
    QVERIFY_RESULT(cluster.createDatabase("farm"));
    QVERIFY_RESULT(cluster.psql("farm", "CREATE TABLE animals AS SELECT generate_series(1, 500) AS id;"));
    const auto desk = Desk::make(cluster, "farm");
    QVERIFY_RESULT(desk);
    const auto checked = [&] {
        const ProgramOutcome outcome = (*desk)->run({QStringLiteral("checklist"), QStringLiteral("--json")});
        for (const QJsonValue &item :
             QJsonDocument::fromJson(outcome.output)[QStringLiteral("items")].toArray()) {
            if (item[QStringLiteral("item")].toString() == QStringLiteral("restore"))
                return QStringLiteral("%1: %2").arg(item[QStringLiteral("result")].toString(),
                                                    item[QStringLiteral("finding")].toString());
        }
        return QString::fromUtf8(endOf(outcome));
    };
    disk.fill(6'000'000);
    const ProgramOutcome outcome = (*desk)->run({QStringLiteral("backup")});
    QVERIFY_EXIT(outcome, 17);
    QVERIFY2(outcome.errorOutput.contains("Not tested"), endOf(outcome).constData());
    const ProgramOutcome tested = (*desk)->run(latest);
    QVERIFY_EXIT(tested, 17);
    QVERIFY2(tested.errorOutput.contains("Not tested"), endOf(tested).constData());
    const ProgramOutcome listed = (*desk)->run({QStringLiteral("list"), QStringLiteral("--json")});
    QVERIFY2(!listed.output.contains("restore-tested"), listed.output.constData());
    QVERIFY2(checked().startsWith(QStringLiteral("fail: ")) &&
                 checked().contains(QStringLiteral("Not tested")),
             qPrintable(checked()));
    QVERIFY((*desk)->run({QStringLiteral("status")}).exitCode != 0);
    disk.emptyAgain();
    QVERIFY_EXIT((*desk)->run(latest), 0);
    QVERIFY2(checked().startsWith(QStringLiteral("pass: ")), qPrintable(checked()));
    cluster.stop(SIGQUIT); // its data goes with the disk
}

/// After the first backup, and then when the newest test is a week old, whatever the backups between.
void tst_RestoreTestFaults::theWeeklyTestComesOnceAWeek()
{
    FaultDesk desk({QStringLiteral("--restore-test"), QStringLiteral("weekly")});
    QStringList states;
    for (const char *day : {"-9d", "-8d", "-5d", "-1d", "+0d"}) {
        desk.setDay(QString::fromLatin1(day));
        const ProgramOutcome made = desk.backup();
        QVERIFY2(made.exitCode == 0 || made.exitCode == 3, endOf(made).constData());
        const ProgramOutcome shown =
            desk.run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
        states << QJsonDocument::fromJson(shown.output).object().value(QStringLiteral("state")).toString();
    }
    const QString tested = QStringLiteral("restore-tested");
    const QString verified = QStringLiteral("verified");
    QCOMPARE(states, QStringList({tested, verified, verified, tested, verified}));
}
