#include "tests/core/service/tst_RestoreGate.h"

#include "core/server/Snapshot.h"
#include "tests/support/TestMain.h"

#include <QDir>

using namespace masclet;
using namespace masclet::test;

namespace
{

const auto asItIs = [](Manifest &) {
};
const auto replacing = [](GateQuestion &question) {
    question.mode = GateQuestion::Mode::Replace;
};

GateItem itemOf(const GateFindings &findings, const char *id)
{
    for (const GateItem &item : findings.items) {
        if (item.id == QLatin1String(id))
            return item;
    }
    return {QStringLiteral("no such item"), {}, CheckResult::NotChecked, {}, {}};
}

/// The id of the item that failed; the rest must not have.
QString failureOf(const GateFindings &findings)
{
    QStringList failed;
    for (const GateItem &item : findings.items) {
        if (item.result == CheckResult::Fail)
            failed << item.id;
    }
    return failed.join(u' ');
}

} // namespace

void tst_RestoreGate::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop", "CREATE TABLE animals AS SELECT 1 AS id; CREATE ROLE weak LOGIN"));
    auto snapshot = Snapshot::open(m_cluster->settings("shop"), {});
    QVERIFY_RESULT(snapshot);
    auto facts = snapshot->readFacts();
    QVERIFY_RESULT(facts);
    m_manifest.setId = QStringLiteral("shop_20250218");
    m_manifest.dumpTool = QStringLiteral("pg_dump (PostgreSQL) 15.20");
    m_manifest.database = std::move(*facts);
}

void tst_RestoreGate::cleanupTestCase()
{
    m_cluster.reset();
}

GateFindings tst_RestoreGate::find(const std::function<void(Manifest &)> &change,
                                   const std::function<void(GateQuestion &)> &ask, const QByteArray &user)
{
    ConnectionSettings settings = m_cluster->settings();
    settings.user = user;
    auto admin = Connection::open(settings, {});
    Manifest manifest = m_manifest;
    change(manifest);
    GateQuestion question{
        manifest, settings, {}, "shop", GateQuestion::Mode::New, {}, BesideOrder::Globals::Leave, {}, {}};
    if (ask)
        ask(question);
    const auto findings = admin ? passGate(*admin, question) : fail(admin.error());
    if (!findings)
        qFatal("%s", reason(findings).constData());
    return *findings;
}

void tst_RestoreGate::aNewNameOnTheSetsOwnServerPasses()
{
    const GateFindings findings = find(asItIs, [](GateQuestion &question) { question.target = "shop 2"; });
    QVERIFY2(findings.firstFailure() == nullptr, qPrintable(failureOf(findings)));
    QCOMPARE(findings.systemIdentifier, m_manifest.database.systemIdentifier);
    QVERIFY(!findings.target);
    QCOMPARE(itemOf(findings, "target").result, CheckResult::Pass);
    // Nobody said where the server's disk is.
    QCOMPARE(itemOf(findings, "space").result, CheckResult::NotChecked);
}

void tst_RestoreGate::aTakenNameIsRefusedUnlessItIsReplaced_R02()
{
    QCOMPARE(failureOf(find(asItIs)), QStringLiteral("target"));
    auto session = Connection::open(m_cluster->settings("shop"), {});
    QVERIFY_RESULT(session);
    const GateFindings findings = find(asItIs, replacing);
    QVERIFY2(findings.firstFailure() == nullptr, qPrintable(failureOf(findings)));
    QVERIFY(findings.target && findings.target->oid == m_manifest.database.databaseOid);
    QCOMPARE(itemOf(findings, "target").result, CheckResult::Warn);
    // R03: who is in it
    QCOMPARE(findings.sessions.size(), 1);
    QCOMPARE(itemOf(findings, "sessions").result, CheckResult::Warn);
}

void tst_RestoreGate::aPartOfTheRowsReplacesNothing_R02()
{
    for (const LoadSelection::Rows rows : {LoadSelection::Rows::Chosen, LoadSelection::Rows::None}) {
        const auto part = [rows](GateQuestion &question) {
            question.selection.rows = rows;
        };
        const GateFindings replaced = find(asItIs, [&](GateQuestion &question) {
            replacing(question);
            part(question);
        });
        QCOMPARE(failureOf(replaced), QStringLiteral("part"));
        const GateFindings beside = find(asItIs, [&](GateQuestion &question) {
            question.target = "shop 2";
            part(question);
        });
        QVERIFY2(beside.firstFailure() == nullptr, qPrintable(failureOf(beside)));
    }
}

void tst_RestoreGate::anotherServerIsReplacedOnlyByItsIdentifier_R01()
{
    const auto elsewhere = [](Manifest &manifest) {
        manifest.database.systemIdentifier = "123456";
    };
    const GateFindings refused = find(elsewhere, replacing);
    QCOMPARE(failureOf(refused), QStringLiteral("server"));
    const QString here = QString::fromLatin1(m_manifest.database.systemIdentifier);
    QVERIFY(itemOf(refused, "server").finding.contains(here));
    QVERIFY(itemOf(refused, "server").finding.contains(QStringLiteral("123456")));
    QVERIFY(itemOf(refused, "server").hint.contains(here));
    for (const QByteArray &accepted :
         {QByteArray("123456"), QByteArray("1"), m_manifest.database.systemIdentifier}) {
        const GateFindings findings = find(elsewhere, [&](GateQuestion &question) {
            question.mode = GateQuestion::Mode::Replace;
            question.acceptedServer = accepted;
        });
        const bool right = accepted == m_manifest.database.systemIdentifier;
        QCOMPARE(itemOf(findings, "server").result, right ? CheckResult::Warn : CheckResult::Fail);
    }
    // Beside everything that is there, any server will do.
    QCOMPARE(failureOf(find(elsewhere, [](GateQuestion &question) { question.target = "shop 2"; })),
             QString());
}

void tst_RestoreGate::anotherDatabaseOfTheServerIsNotReplaced_R01()
{
    const auto other = [](Manifest &manifest) {
        manifest.database.database = "farm";
    };
    QCOMPARE(failureOf(find(other, replacing)), QStringLiteral("server"));
}

void tst_RestoreGate::anOlderServerIsRefused_R09()
{
    QCOMPARE(failureOf(find([](Manifest &manifest) { manifest.database.serverVersion = 160004; }, replacing)),
             QStringLiteral("version"));
    QCOMPARE(failureOf(find(
                 [](Manifest &manifest) { manifest.dumpTool = QStringLiteral("pg_dump (PostgreSQL) 17.2"); },
                 replacing)),
             QStringLiteral("version"));
    QCOMPARE(failureOf(find([](Manifest &manifest) { manifest.database.serverVersion = 140001; }, replacing)),
             QString());
}

void tst_RestoreGate::whatTheServerLacksIsNamed_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<CheckResult>("result");
    QTest::newRow("role") << QByteArray("roles") << CheckResult::Fail;
    QTest::newRow("extension") << QByteArray("extensions") << CheckResult::Fail;
    QTest::newRow("locale") << QByteArray("locale") << CheckResult::Fail;
    QTest::newRow("tablespace") << QByteArray("tablespaces") << CheckResult::Warn;
}

/// C07, C08
void tst_RestoreGate::whatTheServerLacksIsNamed()
{
    QFETCH(QByteArray, id);
    QFETCH(CheckResult, result);
    const QByteArray odd = "no such\n\"thing\"";
    const GateFindings findings = find(
        [&](Manifest &manifest) {
            if (id == "roles")
                manifest.database.roles << odd;
            else if (id == "extensions")
                manifest.database.extensions << odd + " 1.0";
            else if (id == "tablespaces")
                manifest.database.tablespaces << odd;
            else
                manifest.database.collate = manifest.database.ctype = "xx_XX.UTF-8";
        },
        replacing);
    const GateItem item = itemOf(findings, id.constData());
    QCOMPARE(item.result, result);
    QCOMPARE(failureOf(findings), result == CheckResult::Fail ? QString::fromLatin1(id) : QString());
    QVERIFY2(item.finding.contains(id == "locale" ? QStringLiteral("xx_XX") : QStringLiteral("no such")),
             qPrintable(item.finding));
    QVERIFY(!item.finding.contains(u'\n'));
}

void tst_RestoreGate::missingRolesMayBeMadeReplacedOrLeftOut_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("made from the set") << 0;
    QTest::newRow("another one instead") << 1;
    QTest::newRow("owners and rights left out") << 2;
}

void tst_RestoreGate::missingRolesMayBeMadeReplacedOrLeftOut()
{
    QFETCH(int, way);
    const GateFindings findings = find([](Manifest &manifest) { manifest.database.roles << "vaquer"; },
                                       [&](GateQuestion &question) {
                                           question.mode = GateQuestion::Mode::Replace;
                                           if (way == 0)
                                               question.globals = BesideOrder::Globals::First;
                                           if (way == 1)
                                               question.selection.roles.insert("vaquer", "postgres");
                                           if (way == 2) {
                                               question.selection.owners = LoadSelection::Owners::Leave;
                                               question.selection.rights = LoadSelection::Rights::Leave;
                                           }
                                       });
    QCOMPARE(failureOf(findings), QString());
    QCOMPARE(itemOf(findings, "roles").result, way == 1 ? CheckResult::Pass : CheckResult::Warn);
}

/// R07
void tst_RestoreGate::spaceIsAskedWhereItCanBe()
{
    const auto here = [](GateQuestion &question) {
        question.mode = GateQuestion::Mode::Replace;
        question.localDataFolder = QDir::tempPath();
    };
    QCOMPARE(itemOf(find(asItIs, here), "space").result, CheckResult::Pass);
    const GateFindings full =
        find([](Manifest &manifest) { manifest.database.bytes = qint64(1) << 60; }, here);
    QCOMPARE(failureOf(full), QStringLiteral("space"));
}

void tst_RestoreGate::aRoleThatMayNotCreateIsRefused()
{
    const GateFindings findings = find(
        asItIs, [](GateQuestion &question) { question.target = "shop 2"; }, "weak");
    QCOMPARE(failureOf(findings), QStringLiteral("rights"));
}

void tst_RestoreGate::whatASwapLeavesBehindIsTold()
{
    const GateItem nothing = itemOf(find(asItIs, replacing), "stays");
    QCOMPARE(nothing.result, CheckResult::Pass);
    QVERIFY(nothing.finding.contains(QStringLiteral("pooler")));
    QVERIFY_RESULT(m_cluster->psql("shop", "CREATE SUBSCRIPTION asleep CONNECTION 'host=nowhere.invalid' "
                                           "PUBLICATION p WITH (connect = false, enabled = false, "
                                           "slot_name = NONE, create_slot = false)"));
    const GateItem item = itemOf(find(asItIs, replacing), "stays");
    QVERIFY_RESULT(m_cluster->psql("shop", "DROP SUBSCRIPTION asleep"));
    QCOMPARE(item.result, CheckResult::Warn);
    QVERIFY(item.finding.contains(QStringLiteral("asleep")));
}

/// What pg_cron makes is a table; what foreign servers are needs no other server.
void tst_RestoreGate::jobsAndForeignServersThatNameItAreTold()
{
    const QByteArray cron = "CREATE SCHEMA cron; CREATE TABLE cron.job (jobid bigint, schedule text, command "
                            "text, database text, jobname text); ";
    QVERIFY_RESULT(m_cluster->createDatabase("crm"));
    QVERIFY_RESULT(m_cluster->psql(
        "crm", "CREATE EXTENSION postgres_fdw; "
               "CREATE SERVER \"to\nshop\" FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'shop'); "
               "CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'shop 2')"));
    QVERIFY_RESULT(m_cluster->psql(
        "postgres", cron + "INSERT INTO cron.job VALUES (7, '', '', 'shop', 'nightly'), (8, '', '', 'shop', "
                           "NULL), (9, '', '', 'crm', 'not ours')"));
    QVERIFY_RESULT(m_cluster->psql("shop", cron + "INSERT INTO cron.job VALUES (1, '', '', 'crm', 'inside'); "
                                                  "CREATE EXTENSION postgres_fdw; CREATE SERVER own FOREIGN "
                                                  "DATA WRAPPER postgres_fdw OPTIONS (dbname 'x')"));
    const GateItem item = itemOf(find(asItIs, replacing), "stays");
    const GateItem weak = itemOf(find(asItIs, replacing, "weak"), "stays");
    QVERIFY_RESULT(m_cluster->dropDatabase("crm"));
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP SCHEMA cron CASCADE"));
    QVERIFY_RESULT(m_cluster->psql("shop", "DROP SCHEMA cron CASCADE; DROP EXTENSION postgres_fdw CASCADE"));
    QCOMPARE(item.result, CheckResult::Warn);
    for (const char *told :
         {"nightly (in postgres), #8 (in postgres)", "inside", "to\\nshop (in crm)", "own.", "pooler"})
        QVERIFY2(item.finding.contains(QLatin1String(told)), qPrintable(item.finding));
    QVERIFY2(!item.finding.contains(QStringLiteral("not ours")) &&
                 !item.finding.contains(QStringLiteral("elsewhere")),
             qPrintable(item.finding));
    // Who may not read the jobs is told so, and not that there are none.
    QCOMPARE(weak.result, CheckResult::Warn);
    QVERIFY2(weak.finding.contains(QStringLiteral("could not be seen in: postgres, shop.")),
             qPrintable(weak.finding));
}

/// A view of that name would run as whoever looks.
void tst_RestoreGate::aTableOfAnybodyIsNoTableOfPgCron()
{
    QVERIFY_RESULT(m_cluster->psql(
        "shop", "CREATE TABLE public.ran (who name); GRANT INSERT ON ran TO weak; "
                "CREATE SCHEMA cron AUTHORIZATION weak; SET ROLE weak; "
                "CREATE FUNCTION cron.f() RETURNS text VOLATILE LANGUAGE sql AS $$INSERT INTO public.ran "
                "VALUES (current_user) RETURNING 'x'$$; "
                "CREATE VIEW cron.job AS SELECT 1 AS jobid, cron.f() AS database, 'spy' AS jobname"));
    const GateItem view = itemOf(find(asItIs, replacing), "stays");
    const QByteArray ran = m_cluster->psql("shop", "SELECT count(*) FROM ran")->trimmed();
    QVERIFY_RESULT(m_cluster->psql(
        "shop", "DROP VIEW cron.job; SET ROLE weak; CREATE TABLE cron.job AS SELECT 1 AS jobid, 'shop' AS "
                "database, 'spy' AS jobname"));
    const GateItem table = itemOf(find(asItIs, replacing), "stays");
    QVERIFY_RESULT(m_cluster->psql("shop", "DROP SCHEMA cron CASCADE; DROP TABLE ran"));
    QCOMPARE(ran, QByteArray("0"));
    QCOMPARE(view.result, CheckResult::Pass);
    QCOMPARE(table.result, CheckResult::Pass);
}

void tst_RestoreGate::aDamagedArchiveIsAnItem()
{
    QCOMPARE(archiveItem(m_manifest, {}).result, CheckResult::Pass);
    const GateItem damaged = archiveItem(
        m_manifest, fail(ErrorKind::Verification, QStringLiteral("cut"), QStringLiteral("another")));
    QCOMPARE(damaged.result, CheckResult::Fail);
    QCOMPARE(damaged.finding, QStringLiteral("cut"));
    QCOMPARE(damaged.hint, QStringLiteral("another"));
}
