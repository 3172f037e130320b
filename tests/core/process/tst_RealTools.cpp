#include "tests/core/process/tst_RealTools.h"

#include "tests/core/process/Children.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <csignal>

#include <unistd.h>

using namespace masclet;
using namespace masclet::test;
using namespace std::chrono_literals;

namespace
{

const QByteArray rolePassword = "a:b\\c 'd' ñ";

Secret secretOf(const QByteArray &text)
{
    return Secret::fromView({text.constData(), size_t(text.size())});
}

} // namespace

ToolCommand tst_RealTools::client(const char *name, const QList<QByteArray> &arguments,
                                  const QByteArray &password) const
{
    ToolCommand command;
    command.program = stockPrograms() + QChar(u'/') + QLatin1String(name);
    command.environment = cleanEnvironment();
    command.arguments = QList<QByteArray>{"-w", "--dbname=host=127.0.0.1 user=guarded dbname=postgres port=" +
                                                    QByteArray::number(m_cluster->port())} +
                        arguments;
    command.passEntries << ToolCommand::PassEntry{"127.0.0.1", QByteArray::number(m_cluster->port()),
                                                  "postgres", "guarded", secretOf(password)};
    return command;
}

int tst_RealTools::sessions() const
{
    const auto count = m_cluster->psql(
        "postgres", "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pg_dump'");
    return count ? count->toInt() : -1;
}

void tst_RealTools::initTestCase()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256")};
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    // Big enough that a dump at the strongest compression is still at work when it is looked at.
    QVERIFY_RESULT(m_cluster->psql(
        "postgres", "CREATE ROLE guarded LOGIN SUPERUSER PASSWORD $$" + rolePassword +
                        "$$; CREATE TABLE one AS SELECT md5(i::text) AS a, md5((i+1)::text) AS b FROM "
                        "generate_series(1, 250000) i; CREATE TABLE two AS SELECT * FROM one;"));
}

void tst_RealTools::cleanupTestCase()
{
    m_cluster.reset();
}

void tst_RealTools::passwordsReachLibpqThroughThePassFile_K05_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("colon") << QByteArray("a:b");
    QTest::newRow("backslash") << QByteArray("\\a\\b\\");
    QTest::newRow("quotes") << QByteArray("'\"`$x");
    QTest::newRow("unicode") << QByteArray("contraseña 日本");
    QTest::newRow("a thousand characters") << QByteArray(1000, 'k');
    QTest::newRow("spaces and a hash") << QByteArray("# a ");
}

void tst_RealTools::passwordsReachLibpqThroughThePassFile_K05()
{
    QFETCH(QByteArray, password);
    QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER ROLE guarded PASSWORD $q$" + password + "$q$"));
    const auto output = outputOf(client("psql", {"-XAtc", "SELECT current_user"}, password));
    QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER ROLE guarded PASSWORD $q$" + rolePassword + "$q$"));
    QVERIFY_RESULT(output);
    QCOMPARE(*output, QByteArray("guarded\n"));
}

void tst_RealTools::workersOfADumpReadThePassFileAsWell()
{
    QTemporaryDir folder;
    const QByteArray target = QFile::encodeName(folder.filePath(QStringLiteral("dump")));
    QVERIFY_RESULT(
        outputOf(client("pg_dump", {"-Fd", "-j2", "--schema-only", "--file=" + target}, rolePassword)));
}

void tst_RealTools::aWrongPasswordIsRefusedWithoutAsking_D21_K07()
{
    QElapsedTimer timer;
    timer.start();
    const auto refused = outputOf(client("pg_dump", {}, "wrong"));
    QVERIFY_FAILS(refused, ErrorKind::Dump);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("password authentication failed")),
             reason(refused));
    const auto missing = outputOf([&] {
        ToolCommand command = client("pg_dump", {}, {});
        command.passEntries.clear();
        return command;
    }());
    QVERIFY_FAILS(missing, ErrorKind::Dump);
    QVERIFY2(missing.error().detail.contains(QStringLiteral("no password supplied")), reason(missing));
    QVERIFY(timer.elapsed() < 20'000);
}

void tst_RealTools::killingTheLeaderEndsItsWorkersAndSessions_D03()
{
    QTemporaryDir folder;
    const QByteArray target = QFile::encodeName(folder.filePath(QStringLiteral("dump")));
    auto dump =
        ToolProcess::start(client("pg_dump", {"-Fd", "-j2", "-Z9", "--file=" + target}, rolePassword));
    QVERIFY_RESULT(dump);
    QTRY_COMPARE_WITH_TIMEOUT(sessions(), 3, 20'000); // the leader and two workers
    QCOMPARE(::kill(pid_t((*dump)->processId()), SIGKILL), 0);
    const auto outcome = (*dump)->wait({}, 20s);
    QVERIFY_RESULT(outcome);
    QCOMPARE(outcome->signal, SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(sessions(), 0, 5'000);
}

void tst_RealTools::aFrozenDumpEndsWithItsSession_D22()
{
    auto dump = ToolProcess::start(client("pg_dump", {"-Fc", "-Z9"}, rolePassword));
    QVERIFY_RESULT(dump);
    QVERIFY(!nextOutput(**dump).isEmpty());
    QCOMPARE(::kill(pid_t((*dump)->processId()), SIGSTOP), 0);
    Result<size_t> got = size_t(1);
    std::array<std::byte, 64 * 1024> block{};
    while (got && *got > 0)
        got = (*dump)->read(block, {}, 500ms);
    QVERIFY_FAILS(got, ErrorKind::Dump);
    QTRY_COMPARE_WITH_TIMEOUT(sessions(), 0, 5'000);
}

void tst_RealTools::stoppingADumpEndsItsSession_D23()
{
    auto dump = ToolProcess::start(client("pg_dump", {}, rolePassword));
    QVERIFY_RESULT(dump);
    QVERIFY(!nextOutput(**dump).isEmpty());
    QElapsedTimer timer;
    timer.start();
    dump->reset();
    QTRY_COMPARE_WITH_TIMEOUT(sessions(), 0, 5'000);
    QVERIFY(timer.elapsed() < 8'000);
}

QTEST_GUILESS_MAIN(tst_RealTools)
