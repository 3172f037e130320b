#include "tests/core/server/tst_Scratch.h"

#include "core/server/Snapshot.h"
#include "tests/support/TestMain.h"

#include <csignal>

using namespace masclet;
using namespace masclet::test;

namespace
{

const ScratchTag tag{"0f0f", "20250218T010007Z-3f9c2a"};

DatabaseFacts utf8Facts()
{
    DatabaseFacts facts;
    facts.encoding = "UTF8";
    facts.collate = "C";
    facts.ctype = "C.UTF-8";
    facts.localeProvider = "c";
    return facts;
}

} // namespace

void tst_Scratch::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
}

void tst_Scratch::cleanupTestCase()
{
    m_cluster.reset();
}

Connection tst_Scratch::connect(const QByteArray &database)
{
    auto connection = Connection::open(m_cluster->settings(database), {});
    if (!connection)
        qFatal("%s", qPrintable(connection.error().detail));
    return std::move(*connection);
}

QByteArray tst_Scratch::ask(const QByteArray &sql, const QByteArray &parameter)
{
    const auto answer = connect().query(sql, {parameter});
    return answer ? answer->value() : answer.error().detail.toUtf8();
}

void tst_Scratch::derivedNamesFitIntoPostgresNames()
{
    QCOMPARE(derivedName("animals", "_test_1"), QByteArray("animals_test_1"));
    QCOMPARE(derivedName(QByteArray(63, 'x'), "_test_1"), QByteArray(56, 'x') + "_test_1");
    // 日 is three bytes: 18 of them are 54, a cut at 56 must not split the nineteenth.
    QCOMPARE(derivedName(QByteArray("日").repeated(21), "_test_1"),
             QByteArray("日").repeated(18) + "_test_1");
    QVERIFY(scratchName("host=/x dbname=y", "R-1").startsWith("host=/x dbname=y_test_r1"));
    QVERIFY(scratchName("a", "r1") != scratchName("a", "r2"));
}

void tst_Scratch::aScratchDatabaseIsMadeLikeItsSource_data()
{
    QTest::addColumn<QByteArray>("clauses");
    // C05
    QTest::newRow("UTF8, libc") << QByteArray("ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'");
    QTest::newRow("SQL_ASCII") << QByteArray("ENCODING 'SQL_ASCII' LOCALE 'C'");
    QTest::newRow("LATIN1") << QByteArray("ENCODING 'LATIN1' LOCALE 'C'");
    QTest::newRow("EUC_JP") << QByteArray("ENCODING 'EUC_JP' LOCALE 'C'");
    QTest::newRow("ICU") << QByteArray(
        "ENCODING 'UTF8' LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'es-ES'");
}

void tst_Scratch::aScratchDatabaseIsMadeLikeItsSource()
{
    QFETCH(QByteArray, clauses);
    Connection admin = connect();
    const QByteArray source = "host=/x dbname='y'\n" + QByteArray(QTest::currentDataTag());
    QVERIFY_RESULT(
        admin.execute("CREATE DATABASE " + admin.quoteIdentifier(source) + " TEMPLATE template0 " + clauses));
    const auto facts = Snapshot::open(m_cluster->settings(source), {})->readFacts();
    QVERIFY_RESULT(facts);
    const QByteArray name = scratchName(source, tag.runId);
    QVERIFY_RESULT(createScratch(admin, name, *facts, tag, {}));
    {
        const auto made = Snapshot::open(m_cluster->settings(name), {})->readFacts();
        QVERIFY_RESULT(made);
        QCOMPARE(made->encoding, facts->encoding);
        QCOMPARE(made->collate, facts->collate);
        QCOMPARE(made->ctype, facts->ctype);
        QCOMPARE(made->localeProvider, facts->localeProvider);
        QCOMPARE(made->icuLocale, facts->icuLocale);
        QVERIFY(!made->acl.contains("=Tc/postgres")); // not everybody's to read
    }
    QVERIFY_RESULT(dropScratch(admin, m_cluster->settings(), name, tag.repositoryId, {}));
    QCOMPARE(ask("SELECT count(*) FROM pg_database WHERE datname = $1", name), QByteArray("0"));
}

void tst_Scratch::onlyTaggedDatabasesOfTheRepositoryAreDropped()
{
    // V01
    Connection admin = connect();
    QVERIFY_RESULT(createScratch(admin, "mine_test_1", utf8Facts(), tag, {}));
    QVERIFY_RESULT(createScratch(admin, "theirs_test_1", utf8Facts(), {"other", "r"}, {}));
    QVERIFY_RESULT(createScratch(admin, "longer_test_1", utf8Facts(), {"0f0f0", "r"}, {}));
    QVERIFY_RESULT(m_cluster->createDatabase("animals_test_0123456789ab"));
    const auto list = listScratch(admin, tag.repositoryId);
    QVERIFY_RESULT(list);
    QCOMPARE(list->size(), qsizetype(1));
    QCOMPARE(list->first().name, QByteArray("mine_test_1"));
    QCOMPARE(list->first().runId, tag.runId);
    for (const QByteArray name :
         {"theirs_test_1", "longer_test_1", "animals_test_0123456789ab", "postgres"}) {
        QVERIFY_FAILS(dropScratch(admin, m_cluster->settings(), name, tag.repositoryId, {}),
                      ErrorKind::RestoreTest);
        QCOMPARE(ask("SELECT count(*) FROM pg_database WHERE datname = $1", name), QByteArray("1"));
    }
    const Connection inside = connect("mine_test_1"); // a session in it does not keep it
    QVERIFY_RESULT(dropScratch(admin, m_cluster->settings(), "mine_test_1", tag.repositoryId, {}));
    QVERIFY(!inside.isAlive());
}

/// PostgreSQL waits for every process before it takes the files away, and marks the database invalid before.
void tst_Scratch::aProcessThatHangsDoesNotHoldUpADrop()
{
    Connection admin = connect();
    QVERIFY_RESULT(createScratch(admin, "held_test_1", utf8Facts(), tag, {}));
    Connection other = connect();
    const pid_t hanging = other.query("SELECT pg_backend_pid()")->value().toInt();
    QVERIFY(hanging > 0);
    ::kill(hanging, SIGSTOP);
    const auto late = dropScratch(admin, m_cluster->settings(), "held_test_1", tag.repositoryId, {},
                                  std::chrono::milliseconds(500));
    ::kill(hanging, SIGCONT);
    QVERIFY_FAILS(late, ErrorKind::RestoreTest);
    QVERIFY2(late.error().detail.contains(QStringLiteral("57014")), qPrintable(late.error().detail));
    QCOMPARE(admin.query("SHOW statement_timeout")->value(), QByteArray("0"));
    QVERIFY_RESULT(dropScratch(admin, m_cluster->settings(), "held_test_1", tag.repositoryId, {}));
    QCOMPARE(ask("SELECT count(*) FROM pg_database WHERE datname = $1", "held_test_1"), QByteArray("0"));
}

void tst_Scratch::databasesOfRunsThatDiedBeforeTheTagAreFoundByTheirName()
{
    // V01: killed between CREATE DATABASE and COMMENT.
    Connection admin = connect();
    const QByteArray run = "20260218T010007Z-3f9c2a";
    const QByteArray orphan = scratchName("animals", run);
    QCOMPARE(orphan, QByteArray("animals_test_20260218t010007z3f9c2a"));
    const QByteArray commented = scratchName("others", run);
    const QByteArray alike = scratchName("animals", "20260218T010007Z-3f9c2b");
    for (const QByteArray &name : {orphan, commented, alike})
        QVERIFY_RESULT(m_cluster->createDatabase(name));
    QVERIFY_RESULT(admin.execute("COMMENT ON DATABASE " + commented + " IS 'mine, hands off'"));
    QVERIFY_RESULT(tagOrphans(admin, tag.repositoryId, {run}));
    const auto list = listScratch(admin, tag.repositoryId);
    QVERIFY_RESULT(list);
    QCOMPARE(list->size(), qsizetype(1));
    QCOMPARE(list->first().name, orphan);
    QVERIFY_RESULT(dropScratch(admin, m_cluster->settings(), orphan, tag.repositoryId, {}));
}

void tst_Scratch::aTakenNameIsLeftAlone()
{
    Connection admin = connect();
    QVERIFY_RESULT(m_cluster->createDatabase("taken"));
    QVERIFY_FAILS(createScratch(admin, "taken", utf8Facts(), tag, {}), ErrorKind::RestoreTest);
    QCOMPARE(ask("SELECT count(*) FROM pg_database WHERE datname = $1", "taken"), QByteArray("1"));
}

void tst_Scratch::aLocaleTheServerLacksIsExplained()
{
    DatabaseFacts facts = utf8Facts();
    facts.collate = "xx_XX.UTF-8";
    Connection admin = connect();
    const auto made = createScratch(admin, "no_locale", facts, tag, {});
    QVERIFY_FAILS(made, ErrorKind::RestoreTest);
    QVERIFY(made.error().hint.contains(QStringLiteral("xx_XX.UTF-8")));
}

void tst_Scratch::aRoleThatMayNotCreateIsExplained()
{
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE ROLE plain LOGIN;"));
    ConnectionSettings settings = m_cluster->settings();
    settings.user = "plain";
    auto plain = Connection::open(settings, {});
    QVERIFY_RESULT(plain);
    const auto made = createScratch(*plain, "not_allowed", utf8Facts(), tag, {});
    QVERIFY_FAILS(made, ErrorKind::RestoreTest);
    QVERIFY(made.error().hint.contains(QStringLiteral("may create databases")));
}

void tst_Scratch::subscriptionsDoNotKeepItOrTouchTheirPublisher()
{
    Connection admin = connect();
    QVERIFY_RESULT(createScratch(admin, "with_feed", utf8Facts(), tag, {}));
    QVERIFY_RESULT(m_cluster->psql("with_feed", R"(
SET client_min_messages = error;
CREATE SUBSCRIPTION "feed ""1""" CONNECTION 'host=nowhere.invalid dbname=x' PUBLICATION p
    WITH (connect = false, slot_name = 'precious');
CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no DDL'; END $$;
CREATE EVENT TRIGGER refuse ON ddl_command_start EXECUTE FUNCTION refuse();)"));
    QVERIFY_RESULT(dropScratch(admin, m_cluster->settings(), "with_feed", tag.repositoryId, {}));
    QCOMPARE(ask("SELECT count(*) FROM pg_database WHERE datname = $1", "with_feed"), QByteArray("0"));
}

void tst_Scratch::stoppingLeavesNothing()
{
    Connection admin = connect();
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_FAILS(createScratch(admin, "stopped", utf8Facts(), tag, stop.get_token()), ErrorKind::Stopped);
    QCOMPARE(ask("SELECT count(*) FROM pg_database WHERE datname = $1", "stopped"), QByteArray("0"));
    QVERIFY_FAILS(admin.query("SELECT 1"), ErrorKind::Stopped);
}
