#include "tests/core/server/tst_DatabaseSwap.h"

#include "tests/support/TestMain.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

const QByteArray odd = "a\"b; DROP DATABASE shop; --\n'日";

} // namespace

void tst_DatabaseSwap::initTestCase()
{
    TempCluster::Options options;
    options.settings = {QStringLiteral("wal_level = logical"),
                        QStringLiteral("max_prepared_transactions = 5"),
                        QStringLiteral("autovacuum_naptime = 1s")};
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE ROLE weak LOGIN"));
}

void tst_DatabaseSwap::cleanupTestCase()
{
    m_cluster.reset();
}

void tst_DatabaseSwap::init()
{
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop", "CREATE TABLE animals AS SELECT 1 AS id"));
}

void tst_DatabaseSwap::cleanup()
{
    Connection admin = connect();
    const QByteArray list =
        ask("postgres", "SELECT coalesce(string_agg(encode(datname::text::bytea, 'hex'), ' '), "
                        "'') FROM pg_database WHERE oid >= 16384");
    for (const QByteArray &name : list.split(' ')) {
        if (!name.isEmpty())
            QVERIFY_RESULT(dropDatabase(admin, QByteArray::fromHex(name)));
    }
}

Connection tst_DatabaseSwap::connect(const QByteArray &database) const
{
    auto connection = Connection::open(m_cluster->settings(database), {});
    if (!connection)
        qFatal("%s", qPrintable(connection.error().detail));
    return std::move(*connection);
}

QByteArray tst_DatabaseSwap::ask(const QByteArray &database, const QByteArray &sql) const
{
    return m_cluster->psql(database, sql).value_or("?").trimmed();
}

void tst_DatabaseSwap::aTargetIsDescribed_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::newRow("superuser") << QByteArray("postgres");
    QTest::newRow("one that may not look at files") << QByteArray("weak");
}

void tst_DatabaseSwap::aTargetIsDescribed()
{
    QFETCH(QByteArray, user);
    QVERIFY_RESULT(m_cluster->psql("shop", "CHECKPOINT"));
    ConnectionSettings settings = m_cluster->settings();
    settings.user = user;
    auto admin = Connection::open(settings, {});
    QVERIFY_RESULT(admin);
    const auto target = readTarget(*admin, "shop");
    QVERIFY_RESULT(target);
    QVERIFY(*target);
    QCOMPARE((*target)->name, QByteArray("shop"));
    QCOMPARE(QByteArray::number((*target)->oid),
             ask("postgres", "SELECT oid FROM pg_database WHERE datname = 'shop'"));
    QVERIFY((*target)->bytes > 1'000'000);
    QVERIFY((*target)->acceptsConnections);
    QCOMPARE((*target)->lastChange.isValid(), user == "postgres");
    if (user == "postgres")
        QVERIFY(qAbs((*target)->lastChange.secsTo(QDateTime::currentDateTimeUtc())) < 600);
}

void tst_DatabaseSwap::whatIsNotThereIsNoTarget()
{
    Connection admin = connect();
    for (const QByteArray &name : {QByteArray("nowhere"), QByteArray("sho%"), QByteArray("SHOP"), odd}) {
        const auto target = readTarget(admin, name);
        QVERIFY_RESULT(target);
        QVERIFY(!*target);
    }
}

void tst_DatabaseSwap::sessionsAreNamedAndEnded_R03()
{
    Connection admin = connect();
    // The server forgets the sessions of earlier tests a moment after their programs have ended.
    QTRY_VERIFY(readSessions(admin, "shop")->isEmpty());
    ConnectionSettings settings = m_cluster->settings("shop");
    settings.applicationName = "till\n\x1b[31m";
    auto session = Connection::open(settings, {});
    QVERIFY_RESULT(session);
    // Busy: it does not end by itself.
    QVERIFY_RESULT(session->execute("BEGIN; LOCK TABLE public.animals"));
    const auto found = readSessions(admin, "shop");
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().user, QByteArray("postgres"));
    QCOMPARE(found->first().state, QByteArray("idle in transaction"));
    const QString text = describe(found->first());
    QVERIFY(text.contains(QString::number(found->first().processId)));
    QVERIFY(text.contains(QStringLiteral("this machine")));
    QVERIFY(!text.contains(u'\n') && !text.contains(QChar(0x1b)));
    QVERIFY_RESULT(endSessions(admin, "shop"));
    QVERIFY(readSessions(admin, "shop")->isEmpty());
    QVERIFY(!session->isAlive());
    QVERIFY_RESULT(endSessions(admin, "shop")); // nobody left
}

/// It may not see what others do, but whose sessions they are.
void tst_DatabaseSwap::aRoleThatSeesLittleFindsTheSessionsOfOthers_R03()
{
    ConnectionSettings settings = m_cluster->settings();
    settings.user = "weak";
    auto weak = Connection::open(settings, {});
    QVERIFY_RESULT(weak);
    const Connection session = connect("shop");
    const auto found = readSessions(*weak, "shop");
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().user, QByteArray("postgres"));
    QVERIFY(!endSessions(*weak, "shop")); // nor may it end them
    QVERIFY(session.isAlive());
}

/// Autovacuum is nobody's session: renaming ends it, and an owner that may not is not stopped by it.
void tst_DatabaseSwap::autovacuumKeepsNobodyFromEndingSessions()
{
    QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER DATABASE shop OWNER TO weak"));
    QVERIFY_RESULT(m_cluster->psql(
        "shop", "CREATE TABLE large AS SELECT g, repeat('x', 500) AS x FROM generate_series(1, 20000) g; "
                "ALTER TABLE large SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0, "
                "autovacuum_vacuum_cost_limit = 1, autovacuum_vacuum_cost_delay = 100); "
                "DELETE FROM large WHERE g % 2 = 0;"));
    const QByteArray workers = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'shop' AND "
                               "backend_type = 'autovacuum worker'";
    QTRY_VERIFY_WITH_TIMEOUT(ask("postgres", workers).toInt() > 0, 60'000);
    ConnectionSettings settings = m_cluster->settings();
    settings.user = "weak";
    auto weak = Connection::open(settings, {});
    QVERIFY_RESULT(weak);
    QVERIFY_RESULT(endSessions(*weak, "shop"));
    QVERIFY(ask("postgres", workers).toInt() > 0);
    Connection admin = connect();
    QVERIFY_RESULT(renameDatabases(admin, {{"shop", "moved"}}));
}

void tst_DatabaseSwap::aDatabaseRefusesAndTakesConnectionsAgain()
{
    Connection admin = connect();
    QVERIFY_RESULT(m_cluster->createDatabase(odd));
    for (const QByteArray &name : {QByteArray("shop"), odd}) {
        QVERIFY_RESULT(setConnections(admin, name, Connections::Refused));
        QVERIFY(!(*readTarget(admin, name))->acceptsConnections);
        QVERIFY(!Connection::open(m_cluster->settings(name), {}));
        QVERIFY_RESULT(setConnections(admin, name, Connections::Allowed));
        QVERIFY_RESULT(Connection::open(m_cluster->settings(name), {}));
    }
    QVERIFY(!setConnections(admin, "nowhere", Connections::Refused));
}

void tst_DatabaseSwap::renamingIsAllOrNothing()
{
    Connection admin = connect();
    QVERIFY(!renameDatabases(admin, {{"shop", "shop__old_1"}, {"nowhere", "shop"}}));
    QVERIFY(readTarget(admin, "shop")->has_value());
    QVERIFY(!readTarget(admin, "shop__old_1")->has_value());
}

void tst_DatabaseSwap::aSwapChangesNamesAndComments()
{
    Connection admin = connect();
    QVERIFY_RESULT(m_cluster->createDatabase("new"));
    QVERIFY_RESULT(m_cluster->psql(
        "postgres", "COMMENT ON DATABASE shop IS 'as it was'; COMMENT ON DATABASE new IS 'tag'"));
    const quint32 old = (*readTarget(admin, "shop"))->oid;
    const quint32 fresh = (*readTarget(admin, "new"))->oid;
    QVERIFY_RESULT(renameDatabases(admin, {{"shop", odd}, {"new", "shop", "it's \\ \"new\""}}));
    QCOMPARE((*readTarget(admin, "shop"))->oid, fresh);
    QCOMPARE((*readTarget(admin, odd))->oid, old);
    QVERIFY((*readTarget(admin, "shop"))->acceptsConnections &&
            (*readTarget(admin, odd))->acceptsConnections);
    const auto comment = [&](quint32 oid) {
        return ask("postgres", "SELECT coalesce(shobj_description(" + QByteArray::number(oid) +
                                   ", 'pg_database'), 'none')");
    };
    QCOMPARE(comment(old), QByteArray("as it was"));
    QCOMPARE(comment(fresh), QByteArray("it's \\ \"new\""));
    QVERIFY_RESULT(setConnections(admin, odd, Connections::Refused));
    QVERIFY_RESULT(renameDatabases(admin, {{"shop", "new", QByteArray(), Connections::Refused},
                                           {odd, "shop", {}, Connections::Allowed}}));
    QCOMPARE(comment(fresh), QByteArray("none"));
    QCOMPARE((*readTarget(admin, "shop"))->oid, old);
    QVERIFY((*readTarget(admin, "shop"))->acceptsConnections);
    QVERIFY(!(*readTarget(admin, "new"))->acceptsConnections);
}

void tst_DatabaseSwap::aBusyDatabaseIsNotRenamed_R03()
{
    Connection admin = connect();
    const Connection session = connect("shop");
    QVERIFY_FAILS(renameDatabases(admin, {{"shop", "shop__old_1"}}), ErrorKind::RestoreUntouched);
    QVERIFY(readTarget(admin, "shop")->has_value());
    QVERIFY(session.isAlive());
}

void tst_DatabaseSwap::freeNamesStepAroundTakenOnes()
{
    Connection admin = connect();
    QCOMPARE(*freeName(admin, "shop", "__old_"), QByteArray("shop__old_1"));
    QVERIFY_RESULT(m_cluster->createDatabase("shop__old_1"));
    QVERIFY_RESULT(m_cluster->createDatabase("shop__old_2"));
    QCOMPARE(*freeName(admin, "shop", "__old_"), QByteArray("shop__old_3"));
    const QByteArray longest(63, 'x');
    QCOMPARE(*freeName(admin, longest, "__old_"), longest.left(56) + "__old_1");
}

void tst_DatabaseSwap::whatStaysBehindIsNamed()
{
    Connection admin = connect();
    QVERIFY(readNotCarried(admin, "shop")->isEmpty());
    QVERIFY_RESULT(m_cluster->psql("shop", R"(
SELECT pg_create_logical_replication_slot('shelf', 'pgoutput');
CREATE SUBSCRIPTION asleep CONNECTION 'host=nowhere.invalid' PUBLICATION p
    WITH (connect = false, enabled = false, slot_name = NONE, create_slot = false);
BEGIN; INSERT INTO animals VALUES (2); PREPARE TRANSACTION 'half done';)"));
    const auto found = readNotCarried(admin, "shop");
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), 3);
    for (const char *part : {"shelf", "asleep", "half done"})
        QVERIFY2(found->join(u' ').contains(QLatin1String(part)), part);
    QVERIFY(readNotCarried(admin, "postgres")->isEmpty());
    QVERIFY_RESULT(m_cluster->psql("shop", "ROLLBACK PREPARED 'half done'; DROP SUBSCRIPTION asleep; SELECT "
                                           "pg_drop_replication_slot('shelf')"));
}

void tst_DatabaseSwap::aDatabaseIsDroppedWithItsSessions()
{
    Connection admin = connect();
    const Connection session = connect("shop");
    QVERIFY_RESULT(dropDatabase(admin, "shop"));
    QVERIFY(!readTarget(admin, "shop")->has_value());
    QTRY_VERIFY(!session.isAlive());
    QVERIFY_RESULT(dropDatabase(admin, "shop")); // gone is gone
}

void tst_DatabaseSwap::whatKeepsADatabaseIsNamed()
{
    Connection admin = connect();
    QVERIFY_RESULT(m_cluster->psql("shop", "CREATE SUBSCRIPTION asleep CONNECTION 'host=nowhere.invalid' "
                                           "PUBLICATION p WITH (connect = false, enabled = false, "
                                           "slot_name = NONE, create_slot = false)"));
    const auto dropped = dropDatabase(admin, "shop");
    QVERIFY_RESULT(m_cluster->psql("shop", "DROP SUBSCRIPTION asleep"));
    QVERIFY_FAILS(dropped, ErrorKind::RestoreUntouched);
    QVERIFY2(dropped.error().hint.contains(QStringLiteral("asleep")), qPrintable(dropped.error().hint));
}
