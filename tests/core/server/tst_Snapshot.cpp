#include "tests/core/server/tst_Snapshot.h"

#include "core/server/ServerQueries.h"
#include "core/server/ToolSession.h"
#include "tests/support/FakeDocker.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>

using namespace masclet;
using namespace masclet::test;

namespace
{

constexpr std::chrono::milliseconds shortWait{300};

const RelationFacts &relation(const DatabaseFacts &facts, const QByteArray &schema, const QByteArray &name)
{
    for (const RelationFacts &candidate : facts.relations) {
        if (candidate.schema == schema && candidate.name == name)
            return candidate;
    }
    qFatal("no relation %s", name.constData());
}

/// A session that holds on to what it did.
Connection session(const TempCluster &cluster, const QByteArray &database, const QByteArray &sql)
{
    ConnectionSettings settings = cluster.settings(database);
    settings.applicationName = "the holder";
    auto connection = Connection::open(settings, {});
    if (!connection || !connection->execute(sql))
        qFatal("no session");
    return std::move(*connection);
}

} // namespace

void tst_Snapshot::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
}

void tst_Snapshot::cleanupTestCase()
{
    m_cluster.reset();
}

Result<Snapshot> tst_Snapshot::open(const QByteArray &database, const QByteArray &user)
{
    ConnectionSettings settings = m_cluster->settings(database);
    settings.user = user;
    return Snapshot::open(settings, {});
}

void tst_Snapshot::run(const QByteArray &database, const QByteArray &sql)
{
    const auto done = m_cluster->psql(database, sql);
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
}

void tst_Snapshot::aChangedTableIsNoticed_data()
{
    QTest::addColumn<QByteArray>("change");
    // Each gives a dump with exit code 0 and missing or foreign rows.
    QTest::newRow("truncated") << QByteArray("TRUNCATE \"s \"\"1\".t");
    QTest::newRow("rewritten") << QByteArray("ALTER TABLE \"s \"\"1\".t ALTER n TYPE bigint");
    QTest::newRow("dropped") << QByteArray("DROP TABLE \"s \"\"1\".t");
    QTest::newRow("made again") << QByteArray("DROP TABLE \"s \"\"1\".t; CREATE TABLE \"s \"\"1\".t (n int)");
    QTest::newRow("swapped by renaming")
        << QByteArray("ALTER TABLE \"s \"\"1\".t RENAME TO x; ALTER TABLE \"s \"\"1\".u RENAME TO t;"
                      "ALTER TABLE \"s \"\"1\".x RENAME TO u");
    QTest::newRow("moved to another schema") << QByteArray("ALTER TABLE \"s \"\"1\".t SET SCHEMA public");
    QTest::newRow("swapped by renaming the schemas")
        << QByteArray("ALTER SCHEMA \"s \"\"1\" RENAME TO x; ALTER SCHEMA s2 RENAME TO \"s \"\"1\"");
    QTest::newRow("partitioned parent made again")
        << QByteArray("DROP TABLE public.p; CREATE TABLE public.p (n int) PARTITION BY LIST (n)");
    QTest::newRow("clustered") << QByteArray("CLUSTER public.c USING ci");
}

void tst_Snapshot::aChangedTableIsNoticed()
{
    QFETCH(QByteArray, change);
    QVERIFY_RESULT(m_cluster->createDatabase("hole"));
    run("hole", R"(
CREATE SCHEMA "s ""1"; CREATE TABLE "s ""1".t (n int); INSERT INTO "s ""1".t VALUES (1); CREATE TABLE "s ""1".u (n int);
CREATE SCHEMA s2; CREATE TABLE s2.t (n int); CREATE TABLE s2.u (n int);
CREATE TABLE public.p (n int) PARTITION BY LIST (n); CREATE TABLE public.c (n int); CREATE INDEX ci ON public.c (n);)");
    {
        auto snapshot = open("hole");
        QVERIFY_RESULT(snapshot);
        QVERIFY_RESULT(snapshot->checkAfterLocks());
        run("hole", change);
        const auto checked = snapshot->checkAfterLocks();
        QVERIFY_FAILS(checked, ErrorKind::Dump);
        QVERIFY(!checked.error().detail.isEmpty());
    }
    QVERIFY_RESULT(m_cluster->dropDatabase("hole"));
}

void tst_Snapshot::ordinaryWorkIsNoAlarm()
{
    QVERIFY_RESULT(m_cluster->createDatabase("calm"));
    run("calm", "CREATE TABLE a (n int); INSERT INTO a SELECT generate_series(1, 1000);"
                "CREATE UNLOGGED TABLE un (n int); CREATE MATERIALIZED VIEW mv AS SELECT 1;");
    Connection other = session(*m_cluster, "calm", "CREATE TEMP TABLE mine (n int)");
    auto snapshot = open("calm");
    QVERIFY_RESULT(snapshot);
    run("calm", "INSERT INTO a VALUES (1); DELETE FROM a WHERE n < 500; VACUUM a; CREATE TABLE b (n int);"
                "TRUNCATE b; ALTER TABLE a ADD x text; REFRESH MATERIALIZED VIEW mv; CREATE INDEX ON a (n);");
    QVERIFY_RESULT(other.execute("DROP TABLE mine"));
    QVERIFY_RESULT(snapshot->checkAfterLocks());
    QVERIFY_RESULT(snapshot->checkAfterDump());
}

/// What it may not enter pg_dump does not read either, or readMissingRights() tells of it.
void tst_Snapshot::aSchemaThatMayNotBeEnteredIsNoSwap()
{
    QVERIFY_RESULT(m_cluster->createDatabase("walls"));
    run("walls", "CREATE SCHEMA closed; CREATE TABLE closed.t (n int); CREATE ROLE outside LOGIN;");
    ConnectionSettings settings = m_cluster->settings("walls");
    settings.user = "outside";
    auto snapshot = Snapshot::open(settings, {});
    QVERIFY_RESULT(snapshot);
    QVERIFY_RESULT(snapshot->checkAfterLocks());
}

void tst_Snapshot::aSchemaRenamedDuringTheDumpIsNoticed()
{
    QVERIFY_RESULT(m_cluster->createDatabase("renamed"));
    run("renamed", "CREATE SCHEMA s; CREATE TABLE s.t (n int);");
    auto snapshot = open("renamed");
    QVERIFY_RESULT(snapshot);
    QVERIFY_RESULT(snapshot->checkAfterLocks());
    // As under pg_dump's lock on the table.
    Connection dump = session(*m_cluster, "renamed", "BEGIN; LOCK TABLE s.t IN ACCESS SHARE MODE");
    run("renamed", "ALTER SCHEMA s RENAME TO x;");
    QVERIFY_FAILS(snapshot->checkAfterDump(), ErrorKind::Dump);
}

void tst_Snapshot::aDeadExporterIsAFailedDump()
{
    auto snapshot = open("postgres");
    QVERIFY_RESULT(snapshot);
    QVERIFY(snapshot->isAlive());
    run("postgres", "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                    "WHERE application_name = 'masclet-backup';"); // D04
    QVERIFY(!snapshot->isAlive());
    QVERIFY_FAILS(snapshot->checkAfterLocks(), ErrorKind::Dump);
    QVERIFY_FAILS(snapshot->readFacts(), ErrorKind::Dump);
    QVERIFY_FAILS(snapshot->readMissingRights(), ErrorKind::Dump);
    QVERIFY_FAILS(snapshot->countRows({RelationFacts{1, "public", "t"}}, shortWait), ErrorKind::Dump);
}

void tst_Snapshot::countsAreThoseOfTheSnapshot()
{
    QVERIFY_RESULT(m_cluster->createDatabase("counts"));
    run("counts", R"(
CREATE TABLE "a ""b'
c" (n int); INSERT INTO "a ""b'
c" SELECT generate_series(1, 500);
CREATE TABLE parent (n int); CREATE TABLE child () INHERITS (parent);
INSERT INTO parent VALUES (1); INSERT INTO child VALUES (2), (3);
CREATE TABLE parted (n int) PARTITION BY HASH (n);
CREATE TABLE part0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE part1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parted SELECT generate_series(1, 100);)");
    auto snapshot = open("counts");
    QVERIFY_RESULT(snapshot);
    const auto facts = snapshot->readFacts();
    QVERIFY_RESULT(facts);
    run("counts", "INSERT INTO \"a \"\"b'\nc\" SELECT generate_series(1, 500); DELETE FROM parent;"); // C11
    const QList<RelationFacts> tables = {
        relation(*facts, "public", "a \"b'\nc"), relation(*facts, "public", "parent"),
        relation(*facts, "public", "child"), relation(*facts, "public", "parted")};
    const auto counts = snapshot->countRows(tables, shortWait);
    QVERIFY_RESULT(counts);
    QList<qint64> rows;
    for (const TableCount &count : *counts)
        rows << count.rows.value_or(-1);
    QCOMPARE(rows, (QList<qint64>{500, 1, 2, 100}));
    QCOMPARE(relation(*facts, "public", "part1").partitionRoot, relation(*facts, "public", "parted").oid);
    QCOMPARE(relation(*facts, "public", "child").partitionRoot, 0U);
    QVERIFY_RESULT(snapshot->checkAfterDump());
}

void tst_Snapshot::aLockedTableStaysUncounted()
{
    QVERIFY_RESULT(m_cluster->createDatabase("locked"));
    run("locked", "CREATE TABLE busy (n int); CREATE TABLE free (n int); INSERT INTO free VALUES (1);");
    auto snapshot = open("locked");
    QVERIFY_RESULT(snapshot);
    const auto facts = snapshot->readFacts();
    QVERIFY_RESULT(facts);
    const Connection holder =
        session(*m_cluster, "locked", "BEGIN; LOCK TABLE public.busy IN ACCESS EXCLUSIVE MODE");
    QElapsedTimer timer;
    timer.start();
    const auto counts = snapshot->countRows(
        {relation(*facts, "public", "busy"), relation(*facts, "public", "free")}, shortWait);
    QVERIFY_RESULT(counts);
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(counts->at(0).rows, std::nullopt);
    QVERIFY(!counts->at(0).reason.isEmpty());
    QCOMPARE(counts->at(1).rows, std::optional<qint64>(1));
    QVERIFY(holder.isAlive());
}

void tst_Snapshot::rowSecurityLeavesATableUncounted()
{
    QVERIFY_RESULT(m_cluster->createDatabase("secured"));
    run("secured", "CREATE TABLE guarded (n int); INSERT INTO guarded VALUES (1), (2), (3);"
                   "CREATE ROLE reader LOGIN; GRANT SELECT ON guarded TO reader;"
                   "ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;"
                   "CREATE POLICY one ON guarded USING (n = 1);");
    auto snapshot = open("secured", "reader");
    QVERIFY_RESULT(snapshot);
    const auto facts = snapshot->readFacts();
    QVERIFY_RESULT(facts);
    const auto counts = snapshot->countRows({relation(*facts, "public", "guarded")}, shortWait);
    QVERIFY_RESULT(counts);
    QCOMPARE(counts->at(0).rows, std::nullopt); // C02: never 1 of 3
    const auto missing = snapshot->readMissingRights();
    QVERIFY_RESULT(missing);
    QCOMPARE(missing->rowSecurity, (QList<MissingRights::Relation>{{"public", "guarded"}}));
    run("secured", "ALTER ROLE reader BYPASSRLS;");
    auto bypassing = open("secured", "reader");
    QVERIFY_RESULT(bypassing);
    QVERIFY(bypassing->readMissingRights()->isEmpty());
}

void tst_Snapshot::aLockedTableDoesNotHoldUpTheFacts()
{
    QVERIFY_RESULT(m_cluster->createDatabase("sizes"));
    run("sizes", "CREATE TABLE big AS SELECT generate_series(1, 10000) AS n; ANALYZE big;");
    const Connection holder =
        session(*m_cluster, "sizes", "BEGIN; LOCK TABLE public.big IN ACCESS EXCLUSIVE MODE");
    auto snapshot = open("sizes");
    QVERIFY_RESULT(snapshot);
    QElapsedTimer timer;
    timer.start();
    const auto facts = snapshot->readFacts();
    QVERIFY_RESULT(facts);
    QVERIFY(timer.elapsed() < 10'000);
    QVERIFY(relation(*facts, "public", "big").bytes > 100'000);
    QVERIFY(holder.isAlive());
}

void tst_Snapshot::missingRightsAreListed()
{
    QVERIFY_RESULT(m_cluster->createDatabase("rights"));
    run("rights", R"(
CREATE ROLE plain LOGIN; CREATE EXTENSION hstore;
CREATE TABLE open (n int); GRANT SELECT ON open TO plain;
CREATE TABLE "closed
one" (n int); CREATE SEQUENCE numbers;
CREATE SCHEMA hidden; CREATE TABLE hidden.t (n int); GRANT SELECT ON hidden.t TO plain;
SELECT lo_from_bytea(70001, 'a'), lo_from_bytea(70002, 'b'), lo_from_bytea(70003, 'c'), lo_from_bytea(70004, 'd');
GRANT SELECT ON LARGE OBJECT 70001 TO plain; GRANT SELECT ON LARGE OBJECT 70002 TO PUBLIC;
GRANT UPDATE ON LARGE OBJECT 70003 TO plain;)");
    auto snapshot = open("rights", "plain");
    QVERIFY_RESULT(snapshot);
    const auto missing = snapshot->readMissingRights(); // D15
    QVERIFY_RESULT(missing);
    QCOMPARE(missing->schemas, QList<QByteArray>{"hidden"});
    QCOMPARE(missing->tables, (QList<MissingRights::Relation>{{"public", "closed\none"}}));
    QCOMPARE(missing->sequences, (QList<MissingRights::Relation>{{"public", "numbers"}}));
    QCOMPARE(missing->largeObjects, 2);
    QVERIFY(missing->rowSecurity.isEmpty());
    QVERIFY(!missing->isEmpty());
    QVERIFY(open("rights")->readMissingRights()->isEmpty());
}

void tst_Snapshot::onlyTheTrustedReadPasswordsOfRoles()
{
    run("postgres", "CREATE ROLE nobody LOGIN; CREATE ROLE all_reader LOGIN IN ROLE pg_read_all_data;");
    QCOMPARE(open("postgres")->mayReadRolePasswords(), Result<bool>(true));
    QCOMPARE(open("postgres", "all_reader")->mayReadRolePasswords(), Result<bool>(true));
    QCOMPARE(open("postgres", "nobody")->mayReadRolePasswords(), Result<bool>(false));
}

void tst_Snapshot::pgDumpTakesTheSnapshot()
{
    QVERIFY_RESULT(m_cluster->createDatabase("shared"));
    run("shared", "CREATE TABLE t (n int); INSERT INTO t VALUES (424242);");
    auto snapshot = open("shared");
    QVERIFY_RESULT(snapshot);
    run("shared", "INSERT INTO t VALUES (777777);");
    const auto dump =
        m_cluster->tool(QStringLiteral("pg_dump"),
                        {QStringLiteral("--snapshot=") + QString::fromLatin1(snapshot->name())}, "shared");
    QVERIFY_RESULT(dump);
    QVERIFY(dump->contains("424242") && !dump->contains("777777"));
}

void tst_Snapshot::holdersOfExclusiveLocksAreNamed()
{
    QVERIFY_RESULT(m_cluster->createDatabase("waiting"));
    run("waiting", "CREATE TABLE \"t\n1\" (n int);");
    Connection holder =
        session(*m_cluster, "waiting", "BEGIN; LOCK TABLE public.\"t\n1\" IN ACCESS EXCLUSIVE MODE");
    Connection asking = session(*m_cluster, "waiting", "SELECT 1");
    const auto holders = readLockHolders(asking); // D13
    QVERIFY_RESULT(holders);
    QCOMPARE(holders->size(), qsizetype(1));
    QCOMPARE(QByteArray::number(holders->first().processId),
             holder.query("SELECT pg_backend_pid()")->value());
    QCOMPARE(holders->first().table, QByteArray("t\n1"));
    QVERIFY(describe(holders->first()).contains(QStringLiteral("public.t\\n1")));
    QVERIFY(describe(holders->first()).contains(QStringLiteral("the holder")));
}

void tst_Snapshot::leftoverSessionsAreEnded()
{
    ConnectionSettings settings = m_cluster->settings();
    settings.applicationName = "masclet-backup run 42";
    auto left = Connection::open(settings, {});
    QVERIFY_RESULT(left);
    settings.applicationName = "masclet-backup run 43";
    auto kept = Connection::open(settings, {});
    QVERIFY_RESULT(kept);
    const auto ended = terminateSessions(*kept, "masclet-backup run 42");
    QVERIFY_RESULT(ended);
    QCOMPARE(*ended, 1);
    QTRY_VERIFY(!left->isAlive());
    QVERIFY(kept->isAlive());
}

void tst_Snapshot::sessionsOfToolsAreEndedByTheirOwner()
{
    const QByteArray name = newToolSessionName("an owner");
    QVERIFY(name.startsWith(toolSessionPrefix("an owner")) && name.size() < 64);
    QVERIFY(name != newToolSessionName("an owner"));
    ConnectionSettings settings = m_cluster->settings();
    settings.applicationName = name;
    const auto session = Connection::open(settings, {});
    QVERIFY_RESULT(session);
    QVERIFY_RESULT(endToolSessions(m_cluster->settings(), toolSessionPrefix("another owner")));
    QVERIFY(session->isAlive());
    QVERIFY_RESULT(endToolSessions(m_cluster->settings(), toolSessionPrefix("an owner")));
    QTRY_VERIFY(!session->isAlive());
}

/// The server's own address: of a socket its folder, where the role may know it.
void tst_Snapshot::theWayInIsThatOfTheServer()
{
    ConnectionSettings ours = m_cluster->settings();
    ours.sslmode = QStringLiteral("verify-full");
    ours.sslrootcert = QStringLiteral("/here/alone.crt");
    auto snapshot = open("postgres");
    QVERIFY_RESULT(snapshot);
    const FakeDocker docker(stockPrograms());
    PostgresTools tools;
    tools.container = ToolContainer{docker.client(), FakeDocker::container()};
    const auto inside = insideConnection(tools, ours, *snapshot, "a name", {});
    QVERIFY_RESULT(inside);
    QCOMPARE(inside->host, m_cluster->socketFolder());
    QCOMPARE(inside->port, m_cluster->port());
    QCOMPARE(inside->applicationName, QByteArray("a name"));
    QCOMPARE(inside->sslmode, QStringLiteral("prefer"));
    QVERIFY(inside->sslrootcert.isEmpty());
    ours.sslmode = QStringLiteral("disable");
    QCOMPARE(insideConnection(tools, ours, *snapshot, "a name", {})->sslmode, QStringLiteral("disable"));
    run("postgres", "CREATE ROLE newcomer LOGIN");
    auto unknowing = open("postgres", "newcomer");
    QVERIFY_RESULT(unknowing);
    const auto usual =
        insideConnection(tools, ours, *unknowing, "a name", {}); // libpq's own folder: nobody is there
    QVERIFY_FAILS(usual, ErrorKind::Connection);
    QVERIFY2(usual.error().message.contains(QStringLiteral("do not get into the server")),
             qPrintable(usual.error().message));
}

void tst_Snapshot::theDataFolderIsForTheTrusted()
{
    Connection admin = session(*m_cluster, "postgres", "CREATE ROLE curious LOGIN");
    const auto folder = readDataFolder(admin);
    QVERIFY_RESULT(folder);
    QCOMPARE(QString::fromUtf8(*folder), m_cluster->dataFolder());
    ConnectionSettings settings = m_cluster->settings();
    settings.user = "curious";
    auto curious = Connection::open(settings, {});
    QVERIFY_RESULT(curious);
    const auto unknown = readDataFolder(*curious);
    QVERIFY_RESULT(unknown);
    QVERIFY(unknown->isEmpty());
}

/// What is stored as it is, and lies apart from its row; what was compressed says nothing of its length.
void tst_Snapshot::byteasThatAreTooLongAreFound_D18()
{
    QVERIFY_RESULT(m_cluster->createDatabase("films"));
    run("films", "CREATE TABLE public.reels (reel bytea); ALTER TABLE public.reels ALTER reel SET STORAGE "
                 "EXTERNAL; INSERT INTO public.reels SELECT decode(repeat('ab', 3000000), 'hex'); "
                 "CREATE TABLE public.packed (reel bytea); "
                 "INSERT INTO public.packed SELECT decode(repeat('ab', 3000000), 'hex'); "
                 "CREATE TABLE public.parts (part bytea); ALTER TABLE public.parts ALTER part SET STORAGE "
                 "EXTERNAL; INSERT INTO public.parts SELECT decode(repeat('ab', 100000), 'hex') FROM "
                 "generate_series(1, 40)");
    constexpr qint64 megabyte = 1024 * 1024;
    Connection admin = session(*m_cluster, "films", "SELECT 1");
    const auto found = findLongByteas(admin, 2 * megabyte);
    QVERIFY_RESULT(found);
    QCOMPARE(*found, QList<QByteArray>{"public.reels"});
    const auto none = findLongByteas(admin, 4 * megabyte);
    QVERIFY_RESULT(none);
    QVERIFY(none->isEmpty());
    ConnectionSettings settings = m_cluster->settings("films");
    settings.user = "curious"; // who may not look has no opinion
    auto curious = Connection::open(settings, {});
    QVERIFY_RESULT(curious);
    const auto unknown = findLongByteas(*curious, 2 * megabyte);
    QVERIFY_RESULT(unknown);
    QVERIFY(unknown->isEmpty());
    // Somebody has a table for himself: it is given up, not waited for.
    Connection holder = session(*m_cluster, "films", "BEGIN; LOCK TABLE public.packed");
    Connection asker = session(*m_cluster, "films", "SELECT 1");
    QVERIFY(!findLongByteas(asker, 2 * megabyte));
}
