#include "tests/core/restore/tst_Loader.h"

#include "core/server/ScratchDatabase.h"
#include "tests/support/LogCapture.h"
#include "tests/support/TestMain.h"

#include <QFile>

using namespace masclet;
using namespace masclet::test;

namespace
{

QByteArray testData(const char *name)
{
    QFile file(qEnvironmentVariable("MASCLET_SOURCE_DIR") + QStringLiteral("/tests/core/server/") +
               QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", name);
    return file.readAll();
}

/// The text in chunks of an odd size, so that everything is cut somewhere.
RawSource sourceOf(const QByteArray &text, size_t chunk = 4093)
{
    return [text, chunk, at = size_t(0)]() mutable -> Result<std::span<const std::byte>> {
        const auto all = std::as_bytes(std::span(text.constData(), size_t(text.size())));
        const auto part = all.subspan(at, std::min(chunk, all.size() - at));
        at += part.size();
        return part;
    };
}

const ScratchTag tag{"0f0f", "run"};
constexpr char target[] = "target 'x'\nñ";

} // namespace

void tst_Loader::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    auto other = TempCluster::start();
    QVERIFY_RESULT(other);
    m_other = std::move(*other);
    QVERIFY_RESULT(m_cluster->psql("postgres", testData("zoo-roles.sql")));
    QVERIFY_RESULT(m_cluster->createDatabase("zoo", "UTF8", "C"));
    QVERIFY_RESULT(m_cluster->psql("zoo", testData("zoo.sql")));
}

void tst_Loader::cleanupTestCase()
{
    m_other.reset();
    m_cluster.reset();
}

void tst_Loader::init()
{
    m_stop = {};
    m_target = m_cluster.get();
    // As scratch databases: a loaded subscription would keep others from being dropped.
    DatabaseFacts like;
    like.encoding = "UTF8";
    like.collate = like.ctype = "C";
    like.localeProvider = "c";
    for (TempCluster *cluster : {m_cluster.get(), m_other.get()}) {
        const ConnectionSettings settings = cluster->settings();
        auto admin = Connection::open(settings, {});
        QVERIFY_RESULT(admin);
        if (!listScratch(*admin, tag.repositoryId)->isEmpty())
            QVERIFY_RESULT(dropScratch(*admin, settings, target, tag.repositoryId, {}));
        QVERIFY_RESULT(createScratch(*admin, target, like, tag, {}));
    }
}

Result<LoadReport> tst_Loader::load(const QByteArray &dump, const LoadOptions &options,
                                    const QByteArray &user)
{
    ConnectionSettings settings = m_target->settings(target);
    settings.user = user;
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(settings, m_stop.get_token()));
    const SystemClock clock;
    LogCapture log;
    JobContext context(m_stop.get_token(), clock, log, {});
    return loadDump(connection, sourceOf(dump), options, context);
}

QByteArray tst_Loader::ask(const QByteArray &sql)
{
    return m_target->psql(target, sql).value_or("failed");
}

QByteArray tst_Loader::dumpOf(const QByteArray &database)
{
    auto dump = m_cluster->tool(QStringLiteral("pg_dump"), {}, database);
    if (!dump)
        qFatal("%s", qPrintable(dump.error().detail));
    return *dump;
}

void tst_Loader::aCopyOfTheZooIsEqual()
{
    const QByteArray dump = dumpOf("zoo");
    const auto report = load(dump);
    QVERIFY_RESULT(report);
    QCOMPARE(report->rows.value({"zoo", "animals"}), 50);
    QCOMPARE(report->rows.value({"zoo", "empty"}), 2);
    QCOMPARE(report->rows.value({"odd \"schema\"\nwith 'a' line end; --", "x; Type: INDEX; Schema: public"}),
             3);
    QVERIFY(report->missingRoles.isEmpty());
    // The database's dump is the comparison: everything but the random keys is equal. Sorted, since rows of a
    // table partitioned by hash of an enum lie in other partitions of the copy.
    auto copied = m_cluster->tool(QStringLiteral("pg_dump"), {}, target);
    QVERIFY_RESULT(copied);
    const auto withoutKeys = [](QByteArray text) {
        QList<QByteArray> lines = text.split('\n');
        lines.removeIf([](const QByteArray &line) {
            return line.startsWith("\\restrict ") || line.startsWith("\\unrestrict ");
        });
        std::sort(lines.begin(), lines.end());
        return lines;
    };
    QCOMPARE(withoutKeys(*copied), withoutKeys(dump));
}

void tst_Loader::largeObjectsComeWithTheirOwnTransactions()
{
    QVERIFY_RESULT(load(dumpOf("zoo")));
    QCOMPARE(ask("SELECT length(lo_get(424202)), convert_from(lo_get(424201), 'UTF8');"),
             QByteArray("100000|first"));
}

void tst_Loader::settingsOfServerAndRoleDoNotChangeTheData()
{
    // D14 and its like, on the way back.
    QVERIFY_RESULT(m_cluster->psql("postgres", R"(
DROP ROLE IF EXISTS hostile; CREATE ROLE hostile LOGIN SUPERUSER;
ALTER ROLE hostile SET array_nulls = off; ALTER ROLE hostile SET default_transaction_read_only = on;
ALTER ROLE hostile SET statement_timeout = '1s'; ALTER ROLE hostile SET intervalstyle = sql_standard;
ALTER ROLE hostile SET standard_conforming_strings = off; ALTER ROLE hostile SET client_encoding = 'LATIN1';
ALTER ROLE hostile SET search_path = zoo, pg_temp; ALTER ROLE hostile SET check_function_bodies = on;)"));
    QVERIFY_RESULT(load("SET client_encoding = 'UTF8';\nCREATE TABLE public.a (x text[], i interval);\n"
                        "COPY public.a (x, i) FROM stdin;\n{a,NULL,\"NULL\"}\t-1 days +02:00:00\n\\.\n"
                        "SELECT pg_catalog.pg_sleep(1.2);\n",
                        {}, "hostile"));
    QCOMPARE(ask("SELECT x[2] IS NULL, x[3], i = '-1 days +2 hours'::interval FROM public.a;"),
             QByteArray("t|NULL|t"));
}

void tst_Loader::psqlCommandsAreRefusedByLine_data()
{
    QTest::addColumn<QByteArray>("command");
    // SR4: each of these would run something outside the database.
    for (const char *command :
         {"\\! touch /tmp/masclet-marker", "\\o |touch /tmp/masclet-marker", "\\connect other",
          "\\copy t from program 'touch /tmp/masclet-marker'", "SELECT 1 \\g |touch /tmp/masclet-marker",
          "\\i /etc/passwd", "\\restrictx y", "\\set x `touch /tmp/masclet-marker`"})
        QTest::newRow(command) << QByteArray(command);
}

void tst_Loader::psqlCommandsAreRefusedByLine()
{
    QFETCH(QByteArray, command);
    const auto report = load("\\restrict abc\n\nCREATE TABLE public.t (a int);\n" + command +
                             "\nCREATE TABLE public.behind (a int);\n\\unrestrict abc\n");
    QVERIFY_FAILS(report, ErrorKind::Verification);
    QVERIFY2(report.error().message.contains(QStringLiteral("Line 4")), qPrintable(report.error().message));
    QVERIFY(!QFile::exists(QStringLiteral("/tmp/masclet-marker")));
    QCOMPARE(ask("SELECT to_regclass('public.behind') IS NULL;"), QByteArray("t"));
}

void tst_Loader::aCutDumpIsNotTakenForAWholeOne_data()
{
    QTest::addColumn<QByteArray>("dump");
    // psql takes each of these with exit code 0.
    QTest::newRow("inside a row") << QByteArray("CREATE TABLE public.t (a int, b text);\n"
                                                "COPY public.t (a, b) FROM stdin;\n1\tone\n2\tt");
    QTest::newRow("behind a row") << QByteArray("CREATE TABLE public.t (a int);\n"
                                                "COPY public.t (a) FROM stdin;\n1\n2\n");
    QTest::newRow("inside a statement")
        << QByteArray("CREATE TABLE public.t (a int);\nCREATE TABLE public.u (");
    QTest::newRow("inside a body") << QByteArray(
        "CREATE TABLE public.t (a int);\nCREATE FUNCTION f() AS $$ x");
}

void tst_Loader::aCutDumpIsNotTakenForAWholeOne()
{
    QFETCH(QByteArray, dump);
    QVERIFY_FAILS(load(dump), ErrorKind::Verification);
    // Whether the tables are there or not, they hold nothing.
    QCOMPARE(
        ask("SELECT coalesce(sum((xpath('//n/text()', query_to_xml(format('SELECT count(*) AS n FROM %s', "
            "oid::regclass), false, true, '')))[1]::text::bigint), 0) FROM pg_class WHERE relkind = 'r' AND "
            "relnamespace = 'public'::regnamespace;"),
        QByteArray("0"));
}

void tst_Loader::theFailingStatementIsNamed()
{
    const auto report = load("CREATE TABLE public.a (x int);\nCREATE TABLE public.b (x int);\n\n"
                             "CREATE TABLE public.c (x nonsense);\nCREATE TABLE public.d (x int);\n");
    QVERIFY_FAILS(report, ErrorKind::RestoreTest);
    QVERIFY2(report.error().message.contains(QStringLiteral("Line 4")), qPrintable(report.error().message));
    QVERIFY(report.error().message.contains(QStringLiteral("public.c")));
    QVERIFY(report.error().detail.startsWith(QStringLiteral("SQLSTATE 42704")));
    LoadOptions restoring;
    restoring.kind = ErrorKind::RestoreUntouched;
    QVERIFY_FAILS(load("SELECT 1/0;", restoring), ErrorKind::RestoreUntouched);
}

void tst_Loader::aRefusedRowNamesTheTable()
{
    const auto report = load("CREATE TABLE public.numbers (x int);\nCOPY public.numbers (x) FROM stdin;\n"
                             "1\nmany\n\\.\n");
    QVERIFY_FAILS(report, ErrorKind::RestoreTest);
    QVERIFY(report.error().message.contains(QStringLiteral("public.numbers")));
    // A table that swallows rows is not a copy.
    const auto fewer = load(
        "CREATE TABLE public.t (x int);\n"
        "CREATE FUNCTION public.swallow() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$;\n"
        "CREATE TRIGGER s BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.swallow();\n"
        "COPY public.t (x) FROM stdin;\n1\n2\n\\.\n");
    QVERIFY_FAILS(fewer, ErrorKind::RestoreTest);
    QVERIFY(fewer.error().message.contains(QStringLiteral("public.t")));
}

void tst_Loader::aMissingExtensionIsNotABadBackup()
{
    const auto report = load("CREATE EXTENSION IF NOT EXISTS \"no-such thing\" WITH SCHEMA public;\n"); // C07
    QVERIFY_FAILS(report, ErrorKind::RestoreTest);
    QVERIFY(report.error().message.contains(QStringLiteral("no-such thing")));
    QVERIFY(report.error().hint.contains(QStringLiteral("nothing bad about the backup")));
}

void tst_Loader::aFunctionThatNeedsSearchPathIsExplained()
{
    // C03: good at the source, where search_path is set.
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE IF EXISTS paths;"));
    QVERIFY_RESULT(m_cluster->createDatabase("paths"));
    QVERIFY_RESULT(m_cluster->psql("paths", R"(
CREATE TABLE limits (lowest int); INSERT INTO limits VALUES (3);
CREATE FUNCTION enough(int) RETURNS boolean LANGUAGE sql AS 'SELECT $1 >= (SELECT min(lowest) FROM limits)';
CREATE TABLE measured (v int CHECK (enough(v))); INSERT INTO measured VALUES (3);)"));
    const auto report = load(dumpOf("paths"));
    QVERIFY_FAILS(report, ErrorKind::RestoreTest);
    QVERIFY2(report.error().message.contains(QStringLiteral("public.measured")),
             qPrintable(report.error().message));
    QVERIFY(report.error().hint.contains(QStringLiteral("ALTER FUNCTION")));
}

void tst_Loader::aSettingOfANewerServerIsExplained()
{
    const auto report = load("SET far_future_timeout = 0;\n"); // R09
    QVERIFY_FAILS(report, ErrorKind::RestoreTest);
    QVERIFY(report.error().hint.contains(QStringLiteral("newer server")));
}

void tst_Loader::anEventTriggerThatForbidsDdlIsMadeLast()
{
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE IF EXISTS forbidding;"));
    QVERIFY_RESULT(m_cluster->createDatabase("forbidding"));
    QVERIFY_RESULT(m_cluster->psql("forbidding", R"(
CREATE TABLE a (n int); INSERT INTO a VALUES (1); CREATE MATERIALIZED VIEW filled AS SELECT n FROM a;
CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no DDL'; END $$;
CREATE EVENT TRIGGER no_ddl ON ddl_command_start EXECUTE FUNCTION refuse();
COMMENT ON EVENT TRIGGER no_ddl IS 'strict';)"));
    QVERIFY_RESULT(load(dumpOf("forbidding"))); // C04
    QCOMPARE(ask("SELECT count(*) FROM filled;"), QByteArray("1"));
    QCOMPARE(ask("SELECT obj_description(oid, 'pg_event_trigger') FROM pg_event_trigger;"),
             QByteArray("strict"));
}

void tst_Loader::manyTablesFitIntoTheLockTable()
{
    QByteArray dump; // V05: one transaction of these needs more locks than the server has
    for (int i = 0; i < 10'000; ++i)
        dump += "CREATE TABLE public.t" + QByteArray::number(i) + " (a int PRIMARY KEY);\n";
    const auto report = load(dump);
    QVERIFY_RESULT(report);
    QCOMPARE(report->statements, 10'000);
    QCOMPARE(ask("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname ~ '^t[0-9]+$';"),
             QByteArray("10000"));
}

void tst_Loader::missingRolesAreLeftOutWhenAsked()
{
    m_target = m_other.get(); // C08
    const QByteArray dump = dumpOf("zoo");
    QVERIFY_FAILS(load(dump), ErrorKind::RestoreTest);
    init();
    m_target = m_other.get();
    LoadOptions options;
    options.roles = LoadOptions::Roles::SkipMissing;
    const auto report = load(dump, options);
    QVERIFY_RESULT(report);
    QCOMPARE(report->missingRoles, (QSet<QByteArray>{"zoo_keeper", "zoo_visitor"}));
    QCOMPARE(report->skippedKinds, (QSet<QByteArray>{"policy", "user mapping", "default privileges"}));
    QVERIFY(report->skippedStatements >= 8);
    QCOMPARE(ask("SELECT count(*) FROM zoo.animals;"), QByteArray("50"));
    // Only what names a missing role is missing.
    QCOMPARE(ask("SELECT has_function_privilege('public', 'zoo.fence(int, int)', 'EXECUTE');"),
             QByteArray("f"));
}

void tst_Loader::aPlainRoleLoadsWithoutOwners()
{
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE IF EXISTS simple; DROP ROLE IF EXISTS maker;"
                                               "CREATE ROLE maker LOGIN;"));
    QVERIFY_RESULT(m_cluster->createDatabase("simple"));
    QVERIFY_RESULT(m_cluster->psql("simple", "CREATE TABLE t (n int); INSERT INTO t VALUES (1);"
                                             "GRANT SELECT ON t TO zoo_visitor;"));
    QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER DATABASE \"target 'x'\nñ\" OWNER TO maker;"));
    LoadOptions options;
    options.roles = LoadOptions::Roles::SkipMissing;
    const auto report = load(dumpOf("simple"), options, "maker");
    QVERIFY_RESULT(report);
    QCOMPARE(report->missingRoles, QSet<QByteArray>{"postgres"});
    QCOMPARE(ask("SELECT tableowner, has_table_privilege('zoo_visitor', 't', 'SELECT') FROM pg_tables "
                 "WHERE tablename = 't';"),
             QByteArray("maker|t"));
}

void tst_Loader::aMissingTablespaceIsReported()
{
    const auto report = load("SET default_tablespace = \"fast disk\";\nCREATE TABLE public.t (a int);\n"
                             "SET default_tablespace = '';\n");
    QVERIFY_RESULT(report);
    QCOMPARE(report->missingTablespaces, QSet<QByteArray>{"fast disk"});
    QCOMPARE(ask("SELECT count(*) FROM public.t;"), QByteArray("0"));
}

void tst_Loader::aFailingSourceCancelsTheCopy()
{
    // R08: the archive turns out to be damaged while its rows are being loaded.
    const QByteArray begin = "CREATE TABLE public.t (a int);\nCOPY public.t (a) FROM stdin;\n1\n2\n";
    auto connection = Connection::open(m_cluster->settings(target), {});
    QVERIFY_RESULT(connection);
    const SystemClock clock;
    LogCapture log;
    JobContext context({}, clock, log, {});
    RawSource good = sourceOf(begin);
    const auto report = loadDump(
        *connection,
        [&good]() -> Result<std::span<const std::byte>> {
            auto bytes = good();
            if (bytes->empty())
                return fail(ErrorKind::Verification, QStringLiteral("damaged"));
            return bytes;
        },
        {}, context);
    QVERIFY_FAILS(report, ErrorKind::Verification);
    QCOMPARE(connection->query("SELECT count(*) FROM public.t")->value(), QByteArray("0"));
}

void tst_Loader::stoppingEndsTheLoad()
{
    auto connection = Connection::open(m_cluster->settings(target), m_stop.get_token());
    QVERIFY_RESULT(connection);
    const SystemClock clock;
    LogCapture log;
    JobContext context(m_stop.get_token(), clock, log, {});
    int chunks = 0;
    const QByteArray rows = "1\n2\n3\n";
    const auto report = loadDump(
        *connection,
        [&]() -> Result<std::span<const std::byte>> {
            static const QByteArray begin = "CREATE TABLE public.t (a int);\nCOPY public.t (a) FROM stdin;\n";
            if (++chunks == 5)
                m_stop.request_stop();
            const QByteArray &part = chunks == 1 ? begin : rows;
            return std::as_bytes(std::span(part.constData(), size_t(part.size())));
        },
        {}, context);
    QVERIFY_FAILS(report, ErrorKind::Stopped);
    connection->setStopToken({});
    QCOMPARE(connection->query("SELECT count(*) FROM public.t")->value(), QByteArray("0"));
}

void tst_Loader::aLostSessionIsTheLoadsFailure()
{
    QVERIFY_FAILS(load("SELECT pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());\n"),
                  ErrorKind::RestoreTest);
}

void tst_Loader::globalsKeepExistingRoles()
{
    const auto globals = m_cluster->tool(QStringLiteral("pg_dumpall"), {QStringLiteral("--globals-only")});
    QVERIFY_RESULT(globals);
    auto connection = Connection::open(m_other->settings(), {});
    QVERIFY_RESULT(connection);
    const SystemClock clock;
    LogCapture log;
    JobContext context({}, clock, log, {});
    for (int turn = 0; turn < 2; ++turn) { // the second one finds them all
        GlobalsReport report;
        QVERIFY_RESULT(loadGlobals(*connection, sourceOf(*globals), report, context));
        QVERIFY2(report.leftOut.isEmpty(), qPrintable(report.leftOut.join(u'\n')));
    }
    m_target = m_other.get();
    QCOMPARE(ask("SELECT count(*) FROM pg_roles WHERE rolname ~ '^zoo';"), QByteArray("3"));
    QCOMPARE(ask("SELECT pg_has_role('zoo_keeper', 'zoo_visitor', 'MEMBER');"), QByteArray("t"));
    // What somebody took away since stays away, and is told; what is new gets all of it.
    QVERIFY_RESULT(connection->execute("REVOKE zoo_visitor FROM zoo_keeper;"
                                       "COMMENT ON ROLE zoo_keeper IS 'by hand'"));
    GlobalsReport again;
    QVERIFY_RESULT(loadGlobals(*connection,
                               sourceOf(*globals + "CREATE ROLE zoo_new;\n"
                                                   "GRANT zoo_visitor TO zoo_new;\n"
                                                   "COMMENT ON ROLE zoo_keeper IS 'by the set';\n"
                                                   "GRANT CREATE ON TABLESPACE pg_default TO zoo_keeper;\n"
                                                   "ALTER TABLESPACE pg_default OWNER TO zoo_keeper;\n"),
                               again, context));
    QCOMPARE(ask("SELECT pg_has_role('zoo_keeper', 'zoo_visitor', 'MEMBER');"), QByteArray("f"));
    QCOMPARE(ask("SELECT pg_has_role('zoo_new', 'zoo_visitor', 'MEMBER');"), QByteArray("t"));
    QCOMPARE(ask("SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = 'zoo_keeper';"),
             QByteArray("by hand"));
    QCOMPARE(ask("SELECT spcowner::regrole, spcacl FROM pg_tablespace WHERE spcname = 'pg_default';"),
             QByteArray("postgres|"));
    const QString told = again.leftOut.join(u'\n');
    for (const char *part : {"zoo_visitor", "comment on role zoo_keeper", "pg_default"})
        QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
    QVERIFY_RESULT(connection->execute("DROP ROLE zoo_new"));
    // What cannot be had is listed without its secrets; our own superuser stays one.
    GlobalsReport odd;
    QVERIFY_RESULT(loadGlobals(*connection,
                               sourceOf("ALTER ROLE postgres WITH NOSUPERUSER;\n"
                                        "ALTER ROLE nobody_here WITH PASSWORD 'marker-secret';\n"
                                        "CREATE TABLESPACE fast LOCATION '/no/such/folder';\n"),
                               odd, context));
    QCOMPARE(odd.leftOut.size(), 2);
    QVERIFY(!odd.leftOut.join(u' ').contains(QStringLiteral("marker-secret"))); // SR12
    QCOMPARE(ask("SELECT rolsuper FROM pg_roles WHERE rolname = 'postgres';"), QByteArray("t"));
}

void tst_Loader::globalsWithCommandsOrRowsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("command") << QByteArray("\\! id\n");
    QTest::newRow("cut") << QByteArray("CREATE ROLE x");
    QTest::newRow("rows") << QByteArray("COPY pg_catalog.pg_description FROM stdin;\n1\n\\.\n");
}

void tst_Loader::globalsWithCommandsOrRowsAreRefused()
{
    QFETCH(QByteArray, text);
    auto connection = Connection::open(m_other->settings(), {});
    QVERIFY_RESULT(connection);
    const SystemClock clock;
    LogCapture log;
    JobContext context({}, clock, log, {});
    GlobalsReport report;
    QVERIFY(!loadGlobals(*connection, sourceOf(text), report, context));
    QVERIFY(report.created.isEmpty());
    // Who was made before it broke off stays on the server, and is to be named.
    connection = Connection::open(m_other->settings(), {});
    QVERIFY_RESULT(connection);
    QVERIFY(!loadGlobals(*connection, sourceOf("CREATE ROLE made_before;\n" + text), report, context));
    QCOMPARE(report.created, QList<QByteArray>{"made_before"});
    connection = Connection::open(m_other->settings(), {});
    QVERIFY_RESULT(connection->execute("DROP ROLE made_before"));
}
