#include "tests/core/server/tst_Connection.h"

#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QElapsedTimer>

#include <thread>

using namespace masclet;
using namespace masclet::test;

namespace
{

} // namespace

void tst_Connection::initTestCase()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256"),
                         QStringLiteral("host all rejected 127.0.0.1/32 reject")};
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
}

void tst_Connection::cleanupTestCase()
{
    m_cluster.reset();
}

Connection tst_Connection::connect(const QByteArray &database)
{
    auto connection = Connection::open(m_cluster->settings(database), {});
    if (!connection)
        qFatal("%s", qPrintable(connection.error().detail));
    return std::move(*connection);
}

void tst_Connection::databasesWithOddNamesAreReached_data()
{
    QTest::addColumn<QByteArray>("name");
    // N01, N02: the name is what the server answers, nothing else was connected to.
    const QList<QByteArray> names = {
        "-Fx",        "host=/x dbname=t1", "postgresql://evil/x", "a\"b; rm -rf $HOME `id` $(x) 'q' \\n",
        "ñandú_日本", QByteArray(63, 'x'), "new\nline",           "back\\slash 100%"};
    for (const QByteArray &name : names)
        QTest::newRow(name.toPercentEncoding().constData()) << name;
}

void tst_Connection::databasesWithOddNamesAreReached()
{
    QFETCH(QByteArray, name);
    Connection admin = connect();
    QVERIFY_RESULT(admin.execute("CREATE DATABASE " + admin.quoteIdentifier(name)));
    Connection there = connect(name);
    const auto answer = there.query("SELECT current_database()");
    QVERIFY_RESULT(answer);
    QCOMPARE(answer->value(), name);
    const auto byLiteral =
        there.query("SELECT datname FROM pg_database WHERE datname = " + there.quoteLiteral(name));
    QVERIFY_RESULT(byLiteral);
    QCOMPARE(byLiteral->value(), name);
}

void tst_Connection::namesStayBytesInEveryEncoding()
{
    QVERIFY_RESULT(m_cluster->createDatabase("latin", "LATIN1", "C"));
    Connection connection = connect("latin");
    const QByteArray name("ni\xf1o"); // not UTF-8
    QVERIFY_RESULT(connection.execute("CREATE TABLE public." + connection.quoteIdentifier(name) + " ()"));
    const auto found = connection.query("SELECT relname FROM pg_class WHERE relname = $1", {name});
    QVERIFY_RESULT(found);
    QCOMPARE(found->value(), name);
}

void tst_Connection::trapsInPublicAreNotTouched()
{
    // SR10: without the pinned search_path these would answer instead of the real ones.
    QVERIFY_RESULT(m_cluster->createDatabase("traps"));
    QVERIFY_RESULT(m_cluster->psql("traps", R"(
ALTER DATABASE traps SET search_path = public, pg_catalog;
CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS $$ SELECT 'trapped' $$;
CREATE FUNCTION public.trap(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = public.trap);
CREATE FUNCTION public.set_config(text, text, boolean) RETURNS text LANGUAGE sql AS $$ SELECT 'trapped' $$;)"));
    Connection connection = connect("traps");
    const auto path = connection.query("SELECT current_setting('search_path')");
    QVERIFY_RESULT(path);
    QCOMPARE(path->value(), QByteArray("pg_catalog, pg_temp"));
    const auto answer = connection.query("SELECT lower('ABC'::text), 'a'::text = 'a'::text");
    QVERIFY_RESULT(answer);
    QCOMPARE(answer->rows.first(), (QueryResult::Row{QByteArray("abc"), QByteArray("t")}));
}

void tst_Connection::settingsOfRoleAndDatabaseDoNotReachUs()
{
    // D14, and a role that writes nothing by default.
    QVERIFY_RESULT(m_cluster->psql("postgres", R"(
CREATE ROLE slow LOGIN SUPERUSER;
ALTER ROLE slow SET statement_timeout = '1s';
ALTER ROLE slow SET idle_session_timeout = '1s';
ALTER ROLE slow SET client_encoding = 'LATIN1';
ALTER ROLE slow SET default_transaction_read_only = on;)"));
    ConnectionSettings settings = m_cluster->settings();
    settings.user = "slow";
    auto connection = Connection::open(settings, {});
    QVERIFY_RESULT(connection);
    QVERIFY_RESULT(connection->query("SELECT pg_sleep(1.2)"));
    const auto shown = connection->query(
        "SELECT current_setting('client_encoding'), current_setting('idle_session_timeout')");
    QVERIFY_RESULT(shown);
    QCOMPARE(shown->rows.first(), (QueryResult::Row{QByteArray("SQL_ASCII"), QByteArray("0")}));
    QVERIFY_RESULT(connection->execute("CREATE TABLE public.written ()"));
}

void tst_Connection::wrongAndMissingPasswordsAreCredentials()
{
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE ROLE guarded LOGIN PASSWORD 'it''s \\right';"
                                               "CREATE ROLE rejected LOGIN;"));
    ConnectionSettings settings = m_cluster->settings();
    settings.host = QStringLiteral("127.0.0.1");
    settings.user = "guarded";
    const auto without = Connection::open(settings, {});
    QVERIFY_FAILS(without, ErrorKind::Credentials);
    settings.password = Secret::fromView("marker-wrong");
    const auto wrong = Connection::open(settings, {}); // K07
    QVERIFY_FAILS(wrong, ErrorKind::Credentials);
    QVERIFY(!wrong.error().detail.contains(QStringLiteral("marker-wrong"))); // SR12
    QVERIFY(wrong.error().message != without.error().message);
    settings.password = Secret::fromView("it's \\right");
    QVERIFY_RESULT(Connection::open(settings, {}));
    settings.user = "rejected";
    QVERIFY_FAILS(Connection::open(settings, {}), ErrorKind::Credentials);
    settings.user = "nobody knows me";
    QVERIFY_FAILS(Connection::open(settings, {}), ErrorKind::Credentials);
}

void tst_Connection::aMissingDatabaseIsConfiguration()
{
    const auto connection = Connection::open(m_cluster->settings("no such\ndatabase"), {});
    QVERIFY_FAILS(connection, ErrorKind::Config);
    QVERIFY(connection.error().message.contains(QStringLiteral("no such\\ndatabase")));
}

void tst_Connection::stoppingCancelsTheRunningQuery()
{
    std::stop_source stop;
    auto connection = Connection::open(m_cluster->settings(), stop.get_token());
    QVERIFY_RESULT(connection);
    const std::jthread person([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    QVERIFY_FAILS(connection->query("SELECT pg_sleep(60)"), ErrorKind::Stopped);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY_FAILS(connection->query("SELECT 1"), ErrorKind::Stopped);
    // The session itself is good for tidying up.
    connection->setStopToken({});
    QVERIFY_RESULT(connection->query("SELECT 1"));
    const auto running = connect().query(
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid() "
        "AND state = 'active'");
    QVERIFY_RESULT(running);
    QCOMPARE(running->value(), QByteArray("0"));
}

void tst_Connection::aTerminatedSessionIsReportedAsLost()
{
    Connection victim = connect();
    const auto pid = victim.query("SELECT pg_backend_pid()");
    QVERIFY_RESULT(pid);
    QVERIFY(victim.isAlive());
    QVERIFY_RESULT(connect().query("SELECT pg_terminate_backend($1::int, 5000)", {pid->value()}));
    QVERIFY(!victim.isAlive());
    QVERIFY_FAILS(victim.query("SELECT 1"), ErrorKind::Connection);
    QVERIFY_FAILS(victim.putCopy(bytesOf("x"), ErrorKind::Dump), ErrorKind::Connection);
    victim.cancelCopy("gone");
}

void tst_Connection::parametersKeepNullAndQuotes()
{
    const auto answer = connect().query("SELECT $1::text, $2::text IS NULL", {"a'b\\c\"", std::nullopt});
    QVERIFY_RESULT(answer);
    QCOMPARE(answer->rows.first(), (QueryResult::Row{QByteArray("a'b\\c\""), QByteArray("t")}));
    QCOMPARE(connect().query("SELECT 1 WHERE false")->value(), QByteArray());
}

void tst_Connection::oneStringIsOneTransaction()
{
    Connection connection = connect();
    const auto failed =
        connection.execute("CREATE TABLE public.half (); SELECT 1/0; SELECT 2", ErrorKind::RestoreTest);
    QVERIFY_FAILS(failed, ErrorKind::RestoreTest);
    QVERIFY(failed.error().detail.startsWith(QStringLiteral("SQLSTATE 22012: ")));
    QCOMPARE(connection.query("SELECT to_regclass('public.half') IS NULL")->value(), QByteArray("t"));
    QVERIFY_FAILS(connection.execute(QByteArray("SELECT 1\0; DROP", 15)), ErrorKind::Connection);
    const auto many = connection.execute("SELECT generate_series(1, 100000)");
    QVERIFY_RESULT(many);
    QVERIFY(many->rows.isEmpty());
    QCOMPARE(many->commandTag, QByteArray("SELECT 100000"));
}

void tst_Connection::statementsThatBeginACopyAreRefused()
{
    for (const QByteArray sql : {"COPY pg_class TO stdout", "CREATE TEMP TABLE t(); COPY t FROM stdin"}) {
        Connection connection = connect();
        QVERIFY_FAILS(connection.execute(sql, ErrorKind::RestoreTest), ErrorKind::RestoreTest);
        QVERIFY(!connection.isAlive());
    }
    Connection connection = connect();
    QVERIFY_FAILS(connection.beginCopy("SELECT 1", ErrorKind::RestoreTest), ErrorKind::RestoreTest);
}

void tst_Connection::copyReportsTheServersCount()
{
    Connection connection = connect();
    QVERIFY_RESULT(connection.execute("CREATE TABLE public.copied (n bigint, t text)"));
    QVERIFY_RESULT(connection.beginCopy("COPY public.copied FROM stdin", ErrorKind::RestoreTest));
    QByteArray rows;
    for (int row = 0; row < 200'000; ++row)
        rows += QByteArray::number(row) + "\tbackslash \\\\ tab \\t\n";
    QVERIFY_RESULT(connection.putCopy(bytesOf(rows), ErrorKind::RestoreTest));
    const auto counted = connection.endCopy(ErrorKind::RestoreTest);
    QVERIFY_RESULT(counted);
    QCOMPARE(*counted, qint64(200'000));
    QCOMPARE(connection.query("SELECT sum(n) FROM public.copied")->value(), QByteArray("19999900000"));
}

void tst_Connection::aBadRowFailsTheCopy()
{
    Connection connection = connect();
    QVERIFY_RESULT(connection.execute("CREATE TABLE public.strict (n int)"));
    QVERIFY_FAILS(connection.beginCopy("COPY public.missing FROM stdin", ErrorKind::RestoreTest),
                  ErrorKind::RestoreTest);
    QVERIFY_RESULT(connection.beginCopy("COPY public.strict FROM stdin", ErrorKind::RestoreTest));
    QVERIFY_RESULT(connection.putCopy(bytesOf("1\nnot a number\n"), ErrorKind::RestoreTest));
    const auto counted = connection.endCopy(ErrorKind::RestoreTest);
    QVERIFY_FAILS(counted, ErrorKind::RestoreTest);
    QVERIFY(counted.error().detail.startsWith(QStringLiteral("SQLSTATE 22P02: ")));
    QCOMPARE(connection.query("SELECT count(*) FROM public.strict")->value(), QByteArray("0"));
}

void tst_Connection::aCancelledCopyLeavesNothing()
{
    Connection connection = connect();
    QVERIFY_RESULT(connection.execute("CREATE TABLE public.cancelled (n int)"));
    QVERIFY_RESULT(connection.beginCopy("COPY public.cancelled FROM stdin", ErrorKind::RestoreTest));
    QVERIFY_RESULT(connection.putCopy(bytesOf("1\n2\n"), ErrorKind::RestoreTest));
    connection.cancelCopy("the archive is cut");
    QCOMPARE(connection.query("SELECT count(*) FROM public.cancelled")->value(), QByteArray("0"));
}

void tst_Connection::stoppingDuringCopyLeavesNothing()
{
    std::stop_source stop;
    auto connection = Connection::open(m_cluster->settings(), stop.get_token());
    QVERIFY_RESULT(connection);
    QVERIFY_RESULT(connection->execute("CREATE TABLE public.stopped (n int)"));
    QVERIFY_RESULT(connection->beginCopy("COPY public.stopped FROM stdin", ErrorKind::RestoreTest));
    QVERIFY_RESULT(connection->putCopy(bytesOf("1\n"), ErrorKind::RestoreTest));
    stop.request_stop();
    QVERIFY_FAILS(connection->putCopy(bytesOf("2\n"), ErrorKind::RestoreTest), ErrorKind::Stopped);
    connection->cancelCopy("stopped");
    connection->setStopToken({});
    QCOMPARE(connection->query("SELECT count(*) FROM public.stopped")->value(), QByteArray("0"));
}

void tst_Connection::noticesAreKeptWithinALimit()
{
    Connection connection = connect();
    // X04: many, long and with line ends.
    QVERIFY_RESULT(connection.execute("DO $$ BEGIN FOR i IN 1..500 LOOP RAISE NOTICE 'number % %', i, "
                                      "repeat('x', 100000); END LOOP; END $$"));
    const QList<QByteArray> notices = connection.takeNotices();
    QCOMPARE(notices.size(), qsizetype(200));
    QVERIFY(notices.last().contains("number 500"));
    QVERIFY(notices.last().size() <= 2000);
    QVERIFY(connection.takeNotices().isEmpty());
}
