#include "tests/faults/tst_ContainerTools.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/FakeDocker.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QScopeGuard>

#include <csignal>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// A desk whose role needs the password, and whose profile takes the tools from the container.
struct ContainerDesk {
    explicit ContainerDesk(const QString &folder = stockPrograms(), const QByteArray &database = "shop")
        : docker(folder)
        , desk({}, database, database == "shop" ? QStringLiteral("animals,parts") : QString())
    {
    }
    QStringList options() const
    {
        return QStringList{QStringLiteral("--host"),  QStringLiteral("127.0.0.1"), QStringLiteral("--user"),
                           QStringLiteral("guarded"), QStringLiteral("--docker"),  docker.client()} +
               FakeDocker::tools();
    }
    ProgramOutcome set(const QStringList &more = {}) const
    {
        return desk.run(QStringList{QStringLiteral("profile"), QStringLiteral("set")} + options() + more);
    }
    /// Slow enough to be hit in the middle.
    static QStringList slow() { return {QStringLiteral("--rate-limit"), QStringLiteral("500 kB")}; }

    FakeDocker docker;
    FaultDesk desk;
};

/// Sessions of tools inside; the program's own are called otherwise.
QByteArray sessionsInside()
{
    return FaultDesk::server()
        .psql("shop",
              "SELECT count(*) FROM pg_stat_activity WHERE application_name ~ '^masclet-backup [0-9a-f]'")
        .value_or("?")
        .trimmed();
}

} // namespace

void tst_ContainerTools::initTestCase()
{
    QVERIFY_RESULT(FaultDesk::server().createDatabase("tiny"));
}

void tst_ContainerTools::cleanupTestCase()
{
    QVERIFY_RESULT(FaultDesk::server().dropDatabase("tiny"));
}

void tst_ContainerTools::aBackupIsMadeInside_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("database");
    QTest::newRow("plain") << QStringLiteral("plain") << QByteArray("shop");
    QTest::newRow("custom") << QStringLiteral("custom") << QByteArray("shop");
    // pg_dump has ended when its first bytes come.
    QTest::newRow("almost nothing") << QStringLiteral("plain") << QByteArray("tiny");
}

void tst_ContainerTools::aBackupIsMadeInside()
{
    QFETCH(const QString, format);
    QFETCH(const QByteArray, database);
    const ContainerDesk place(stockPrograms(), database);
    const Invariants invariants = place.desk.invariants();
    QVERIFY_EXIT(place.set({QStringLiteral("--format"), format, QStringLiteral("--restore-test"),
                            QStringLiteral("every")}),
                 0);
    const ProgramOutcome made = place.desk.backup();
    QVERIFY_EXIT(made, 0);
    QVERIFY2(place.docker.seen().contains("\npg_dump\n") && place.docker.seen().contains("\npg_dumpall\n"),
             place.docker.seen().constData());
    QCOMPARE(place.desk.sets().size(), 1);
    const ProgramOutcome shown =
        place.desk.run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
    QVERIFY2(shown.output.contains("restore-tested"), endOf(shown).constData());
    QVERIFY(place.docker.running().isEmpty());
    QVERIFY_HOLDS(invariants.broken(made));
}

/// Neither an argument nor a variable, of the client or inside, holds it; that it was needed shows in the run
/// that has a wrong one.
void tst_ContainerTools::noPasswordIsSeen_SR12()
{
    ContainerDesk place;
    QVERIFY_EXIT(place.set(), 0);
    QVERIFY_EXIT(place.desk.backup(), 0);
    const QByteArray seen = place.docker.seen();
    QVERIFY(seen.contains("PGSERVICEFILE=/dev/stdin"));
    QVERIFY2(!seen.contains(Invariants::password().toUtf8()), seen.constData());
}

void tst_ContainerTools::stoppedNothingGoesOnInside_D23()
{
    const ContainerDesk place;
    const Invariants invariants = place.desk.invariants();
    QVERIFY_EXIT(place.set(ContainerDesk::slow()), 0);
    const auto process = place.desk.startBackup();
    QTRY_COMPARE_WITH_TIMEOUT(sessionsInside(), QByteArray("1"), 20'000);
    // Held, so that it cannot come to its end by itself.
    const qint64 inside = place.docker.running().value(0);
    QVERIFY(inside > 0);
    ::kill(pid_t(inside), SIGSTOP);
    const auto goesOn = qScopeGuard([inside] { ::kill(pid_t(inside), SIGCONT); });
    QElapsedTimer timer;
    timer.start();
    process->terminate();
    const ProgramOutcome stopped = outcomeOf(*process);
    QVERIFY_EXIT(stopped, 128 + SIGTERM);
    QVERIFY2(timer.elapsed() < 8000, QByteArray::number(timer.elapsed()).constData());
    QTRY_COMPARE_WITH_TIMEOUT(sessionsInside(), QByteArray("0"), 5000);
    ::kill(pid_t(inside), SIGCONT);
    QTRY_VERIFY_WITH_TIMEOUT(place.docker.running().isEmpty(), 5000);
    QVERIFY_HOLDS(invariants.broken(stopped));
}

void tst_ContainerTools::whatAKilledRunLeftEndsWithTheNext_D02()
{
    const ContainerDesk place;
    QVERIFY_EXIT(place.set(ContainerDesk::slow()), 0);
    const auto process = place.desk.startBackup();
    QTRY_COMPARE_WITH_TIMEOUT(sessionsInside(), QByteArray("1"), 20'000);
    // Held, so that it is there still when the next run begins.
    const QList<qint64> left = place.docker.running();
    QCOMPARE(left.size(), 1);
    ::kill(pid_t(left.first()), SIGSTOP);
    const auto goesOn = qScopeGuard([&left] { ::kill(pid_t(left.first()), SIGCONT); });
    process->kill();
    process->waitForFinished();
    QCOMPARE(sessionsInside(), QByteArray("1"));
    QVERIFY_EXIT(place.set({QStringLiteral("--rate-limit"), QStringLiteral("0 B")}), 0);
    QVERIFY_EXIT(place.desk.backup(), 0);
    QCOMPARE(sessionsInside(), QByteArray("0"));
    ::kill(pid_t(left.first()), SIGCONT);
    QTRY_VERIFY_WITH_TIMEOUT(place.docker.running().isEmpty(), 5000);
}

void tst_ContainerTools::hungInsideIsEnded_D22()
{
    const ContainerDesk place;
    const Invariants invariants = place.desk.invariants();
    QVERIFY_EXIT(
        place.set(QStringList{QStringLiteral("--stall-limit"), QStringLiteral("2s")} + ContainerDesk::slow()),
        0);
    const auto process = place.desk.startBackup();
    QTRY_COMPARE_WITH_TIMEOUT(place.docker.running().size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(sessionsInside(), QByteArray("1"), 20'000);
    const qint64 inside = place.docker.running().value(0);
    ::kill(pid_t(inside), SIGSTOP);
    const auto goesOn = qScopeGuard([inside] { ::kill(pid_t(inside), SIGCONT); });
    const ProgramOutcome hung = outcomeOf(*process);
    QVERIFY_EXIT(hung, 14);
    QVERIFY2(hung.errorOutput.contains("pg_dump hung"), endOf(hung).constData());
    QTRY_COMPARE_WITH_TIMEOUT(sessionsInside(), QByteArray("0"), 5000);
    ::kill(pid_t(inside), SIGCONT);
    QTRY_VERIFY_WITH_TIMEOUT(place.docker.running().isEmpty(), 5000);
    QVERIFY_HOLDS(invariants.broken(hung));
}

/// The container of the same name beside another project: same database, same role, same password.
void tst_ContainerTools::anotherServerIsNeverDumped()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    const auto other = TempCluster::start(options);
    QVERIFY_RESULT(other);
    QVERIFY_RESULT((*other)->createDatabase("shop"));
    QVERIFY_RESULT((*other)->psql("shop",
                                  "CREATE ROLE guarded SUPERUSER LOGIN; CREATE TABLE animals (id int); "
                                  "CREATE TABLE parts (id int)"));
    const ContainerDesk place;
    QVERIFY_EXIT(place.set(), 0);
    place.docker.leadPort(FaultDesk::server().port(), (*other)->port());
    const ProgramOutcome refused = place.desk.backup();
    QVERIFY_EXIT(refused, 13);
    QVERIFY2(refused.errorOutput.contains("In the container shop-db another server is reached"),
             endOf(refused).constData());
    QVERIFY2(!place.docker.seen().contains("--lock-wait-timeout"), "it was dumped");
    const ProgramOutcome checked = place.desk.run({QStringLiteral("profile"), QStringLiteral("check")});
    QVERIFY2(checked.output.contains("another server is reached"), endOf(checked).constData());
    QVERIFY(place.desk.sets().isEmpty());
}

void tst_ContainerTools::whatCannotWorkIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("sentence");
    const auto tools = [](const char *value) {
        return QStringList{QStringLiteral("--tools"), QString::fromLatin1(value)};
    };
    QTest::newRow("no such container")
        << tools("docker:web") << 20 << QByteArray("cannot be run in the container web");
    QTest::newRow("no docker") << QStringList{QStringLiteral("--docker"),
                                              QStringLiteral("/nonexistent/docker")}
                               << 20 << QByteArray("The program /nonexistent/docker was not found.");
    QTest::newRow("a folder that the container has not")
        << QStringList{QStringLiteral("--format"), QStringLiteral("directory")} << 10
        << QByteArray("The format directory takes client tools on this machine");
}

void tst_ContainerTools::whatCannotWorkIsRefused()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, sentence);
    const ContainerDesk place;
    const Invariants invariants = place.desk.invariants();
    QVERIFY_EXIT(place.set(), 0);
    const ProgramOutcome refused = place.desk.backup(options);
    QVERIFY_EXIT(refused, exitCode);
    QVERIFY2(refused.errorOutput.contains(sentence), endOf(refused).constData());
    QVERIFY(place.desk.sets().isEmpty());
    QVERIFY_HOLDS(invariants.broken(refused));
}

void tst_ContainerTools::noOptionForTheEngineIsTaken()
{
    const FaultDesk desk;
    for (const char *value : {"docker:--privileged", "docker:../web", "docker:"}) {
        const ProgramOutcome refused = desk.run({QStringLiteral("profile"), QStringLiteral("set"),
                                                 QStringLiteral("--tools"), QString::fromLatin1(value)});
        QVERIFY_EXIT(refused, 2);
        QVERIFY2(refused.errorOutput.contains("is neither an absolute path nor docker:CONTAINER"),
                 endOf(refused).constData());
    }
}

void tst_ContainerTools::theProfileCheckNamesTheContainer()
{
    const ContainerDesk place;
    QVERIFY_EXIT(place.set(), 0);
    const ProgramOutcome checked = place.desk.run({QStringLiteral("profile"), QStringLiteral("check")});
    QVERIFY2(checked.output.contains("in the container shop-db"), endOf(checked).constData());
}
