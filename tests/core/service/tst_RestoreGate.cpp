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
    GateQuestion question{manifest, "shop", GateQuestion::Mode::New, {}, BesideOrder::Globals::Leave, {}, {}};
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
    QCOMPARE(itemOf(find(asItIs, replacing), "stays").result, CheckResult::Pass);
    QVERIFY_RESULT(m_cluster->psql("shop", "CREATE SUBSCRIPTION asleep CONNECTION 'host=nowhere.invalid' "
                                           "PUBLICATION p WITH (connect = false, enabled = false, "
                                           "slot_name = NONE, create_slot = false)"));
    const GateItem item = itemOf(find(asItIs, replacing), "stays");
    QVERIFY_RESULT(m_cluster->psql("shop", "DROP SUBSCRIPTION asleep"));
    QCOMPARE(item.result, CheckResult::Warn);
    QVERIFY(item.finding.contains(QStringLiteral("asleep")));
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
