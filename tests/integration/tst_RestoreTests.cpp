#include "tests/integration/tst_RestoreTests.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"
#include "tests/support/DumpWith.h"
#include "tests/support/Invariants.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"
#include "tests/support/Zoo.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList backup = {q("backup"), q("--no-retention")};
const QStringList latest = {q("restore-test"), q("--latest"), q("--json")};
const QStringList noTest = {q("--restore-test"), q("never")};

QString stateOf(const Desk &desk)
{
    const ProgramOutcome outcome = desk.run({q("show"), q("--latest"), q("--json")});
    return QJsonDocument::fromJson(outcome.output).object().value(q("state")).toString();
}

/// What the newest record about the newest set tells.
QJsonObject lastEvidenceOf(const Desk &desk)
{
    const ProgramOutcome outcome = desk.run({q("show"), q("--latest"), q("--json")});
    const QJsonObject set = QJsonDocument::fromJson(outcome.output).object();
    return set.value(q("evidence")).toArray().last().toObject().value(q("details")).toObject();
}

/// A scratch database as a run that died leaves it.
const QByteArray leftover = "farm_test_0123456789ab";
Result<> makeLeftover(const TempCluster &cluster, const Desk &desk)
{
    QFile marker(desk.repository() + q("/repository.json"));
    if (!marker.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, marker.errorString());
    const QByteArray id = QJsonDocument::fromJson(marker.readAll())[q("id")].toString().toUtf8();
    MASCLET_TRY(cluster.createDatabase(leftover));
    MASCLET_TRY(cluster.psql("postgres", "COMMENT ON DATABASE " + leftover +
                                             " IS 'masclet-backup scratch database; repository=" + id +
                                             " run=20260101T000000Z-000000'"));
    return {};
}

/// How many rows the tables of a database hold.
constexpr auto allRows =
    "CREATE FUNCTION pg_temp.rows_of(regclass) RETURNS bigint LANGUAGE plpgsql AS $$DECLARE n bigint; BEGIN "
    "EXECUTE format('SELECT count(*) FROM ONLY %s', $1) INTO n; RETURN n; END$$; "
    "SELECT sum(pg_temp.rows_of(c.oid)) FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace "
    "WHERE c.relkind = 'r' AND s.nspname !~ '^pg_' AND s.nspname <> 'information_schema'";

} // namespace

void tst_RestoreTests::initTestCase()
{
    const auto started = m_servers.ofMajor(15);
    QVERIFY_RESULT(started);
    m_cluster = *started;
}

void tst_RestoreTests::init()
{
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE TABLE animals (id int PRIMARY KEY, nom text); "
                                           "INSERT INTO animals SELECT g, 'vaca ' || g "
                                           "FROM generate_series(1, 5000) g;"));
}

void tst_RestoreTests::cleanup()
{
    QVERIFY_RESULT(m_cluster->dropDatabase("farm"));
    QCOMPARE(scratchDatabases(), QByteArray());
}

QByteArray tst_RestoreTests::scratchDatabases() const
{
    return m_cluster->psql("postgres", "SELECT datname FROM pg_database WHERE datname LIKE '%\\_test\\_%'")
        .value_or("?");
}

void tst_RestoreTests::everySetIsRestoreTested_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("on");
    QTest::addColumn<int>("major");
    QTest::addColumn<QString>("compression");
    const QString automatic = q("auto");
    for (int i = 0; i < zoo().size(); ++i) {
        QTest::addRow("%s on its server", zoo()[i].name.constData()) << i << q("server") << 15 << automatic;
        QTest::addRow("%s in a sandbox", zoo()[i].name.constData()) << i << q("sandbox") << 15 << automatic;
    }
    for (const int major : {13, 14})
        QTest::addRow("zoo objects on its server %d", major) << 0 << q("server") << major << automatic;
    QTest::newRow("zoo objects, not compressed") << 0 << q("server") << 15 << q("none");
}

/// C01, C06, C14: every object kind, encoding and odd text is loaded where it should be, and every row of the
/// source is among those that were compared.
void tst_RestoreTests::everySetIsRestoreTested()
{
    QFETCH(int, number);
    QFETCH(QString, on);
    QFETCH(int, major);
    QFETCH(QString, compression);
    const auto server = m_servers.ofMajor(major);
    QVERIFY_RESULT(server);
    const TempCluster &cluster = **server;
    const ZooDatabase &animal = zoo()[number];
    QVERIFY_RESULT(makeZoo(cluster, animal));
    const auto rows = cluster.psql(animal.name, allRows);
    QVERIFY_RESULT(rows);
    const auto desk =
        Desk::make(cluster, animal.name, {q("--restore-test-on"), on, q("--compression"), compression});
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(backup);
    QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, outcome.errorOutput.constData());
    QCOMPARE(stateOf(**desk), q("restore-tested"));
    const QJsonObject details = lastEvidenceOf(**desk);
    QCOMPARE(details[q("place")].toString(), on);
    qint64 compared = 0;
    for (const QJsonValue &table : details[q("tables")].toArray())
        compared += table[q("rows")].toInteger();
    QCOMPARE(compared, rows->toLongLong());
    QVERIFY_RESULT(dropZoo(cluster, animal.name));
}

void tst_RestoreTests::copiesThatDifferAreNeverTested_data()
{
    QTest::addColumn<QByteArray>("spoils"); // what the dump does at its end, in awk's spelling
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const char *spoils, int code, const char *said) {
        QTest::newRow(name) << QByteArray(spoils) << code << QByteArray(said);
    };
    row("a row less", "DELETE FROM public.animals WHERE id = 7;", 17,
        "public.animals has 5000 rows in the dump and 4999 in the copy");
    row("an object less", "DROP VIEW public.vaques;", 17, "Objects of the kind \"view\"");
    row("an index that is not valid",
        "UPDATE pg_catalog.pg_index SET indisvalid = false WHERE indexrelid = "
        "\\047public.animals_nom\\047::regclass;",
        17, "The index public.animals_nom of the copy is not valid.");
    row("a constraint that was not checked",
        "UPDATE pg_catalog.pg_constraint SET convalidated = false WHERE conname = \\047positive\\047;", 17,
        "Objects of the kind \"constraint not validated\"");
    // The source may be like that as well, so it is only said.
    row("a sequence behind its table", "SELECT pg_catalog.setval(\\047public.animals_n_seq\\047, 1);", 0,
        "The sequence public.animals_n_seq is at 1");
}

/// V06: what differs is 17 and named; the set stays as proven as it was.
void tst_RestoreTests::copiesThatDifferAreNeverTested()
{
    QFETCH(QByteArray, spoils);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    QVERIFY_RESULT(m_cluster->psql("farm", "ALTER TABLE animals ADD n serial, "
                                           "ADD CONSTRAINT positive CHECK (id > 0); "
                                           "CREATE INDEX animals_nom ON animals (nom); "
                                           "CREATE VIEW vaques AS SELECT nom FROM animals;"));
    const DumpWith tool(spoils);
    const auto desk = Desk::make(*m_cluster, "farm", QStringList{q("--tools"), tool.folder()} + noTest);
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run(backup);
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    const ProgramOutcome outcome = (*desk)->run(latest);
    QVERIFY_EXIT(outcome, code);
    QVERIFY2(outcome.errorOutput.contains(said), outcome.errorOutput.constData());
    QVERIFY(outcome.output.contains(code == 0 ? "\"equal\": true" : "\"equal\": false"));
    QCOMPARE(stateOf(**desk), code == 0 ? q("restore-tested") : q("verified"));
}

/// R11: what is loaded is what is hashed, so a byte that changed after the verification is found.
void tst_RestoreTests::damagedArchivesAreFoundWhileLoading()
{
    const auto desk = Desk::make(*m_cluster, "farm", noTest);
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run(backup).exitCode, 0);
    QFile archive((*desk)->newestArchive());
    QVERIFY(archive.open(QIODevice::ReadWrite));
    const qint64 at = archive.size() / 2;
    archive.seek(at);
    const QByteArray byte = archive.read(1);
    archive.seek(at);
    archive.write(QByteArray(1, char(byte[0] ^ 0x40)));
    archive.close();
    QCOMPARE((*desk)->run(latest).exitCode, 16);
    QCOMPARE(stateOf(**desk), q("damaged"));
}

/// C03: 17 names the object and the cure.
void tst_RestoreTests::functionsThatNeedASearchPathAreExplained()
{
    QVERIFY_RESULT(m_cluster->psql(
        "farm", "CREATE TABLE cfg (k int); INSERT INTO cfg VALUES (1); CREATE FUNCTION ok(i int) RETURNS "
                "bool LANGUAGE plpgsql IMMUTABLE AS $$BEGIN RETURN EXISTS (SELECT FROM cfg); END$$; "
                "ALTER TABLE animals ADD CHECK (ok(id));"));
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(backup);
    QCOMPARE(outcome.exitCode, 17);
    QVERIFY(outcome.errorOutput.contains("cfg"));
    QVERIFY(outcome.errorOutput.contains("search_path"));
    QCOMPARE(stateOf(**desk), q("verified"));
}

/// V01
void tst_RestoreTests::leftoversOfOursAreDroppedAndOthersStay()
{
    const auto desk = Desk::make(*m_cluster, "farm", noTest);
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run(backup).exitCode, 0);
    QVERIFY_RESULT(makeLeftover(*m_cluster, **desk));
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE DATABASE farm_test_ffffffffffff"));
    const ProgramOutcome outcome = (*desk)->run(latest);
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QCOMPARE(scratchDatabases().trimmed(), QByteArray("farm_test_ffffffffffff"));
    QVERIFY_RESULT(m_cluster->dropDatabase("farm_test_ffffffffffff"));
}

/// It is told each time, and dropped when it can be. A template is nobody's to drop.
void tst_RestoreTests::aLeftoverThatCannotBeDroppedHindersNothing()
{
    const auto desk = Desk::make(*m_cluster, "farm", noTest);
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run(backup), 0);
    QVERIFY_RESULT(makeLeftover(*m_cluster, **desk));
    QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER DATABASE " + leftover + " IS_TEMPLATE true"));
    const QStringList restore{q("restore"), q("--latest"), q("--to"), q("copy")};
    for (const QStringList &call : {latest, restore}) {
        const ProgramOutcome outcome = (*desk)->run(call);
        QVERIFY_EXIT(outcome, 3);
        QVERIFY2(outcome.errorOutput.contains(leftover), outcome.errorOutput.constData());
        QCOMPARE(scratchDatabases().trimmed(), leftover);
    }
    QVERIFY_RESULT(m_cluster->dropDatabase("copy"));
    QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER DATABASE " + leftover + " IS_TEMPLATE false"));
    QVERIFY_EXIT((*desk)->run(latest), 0);
}

/// C08
void tst_RestoreTests::rolesMissingOnAnotherServerAreToldApart()
{
    QVERIFY_RESULT(m_cluster->psql("farm", "CREATE ROLE vaquer; GRANT SELECT ON animals TO vaquer;"));
    const auto desk = Desk::make(*m_cluster, "farm", noTest);
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run(backup).exitCode, 0);
    const auto other = TempCluster::start();
    QVERIFY_RESULT(other);
    QCOMPARE((*desk)
                 ->run({q("init"), q("--profile"), q("other"), q("--repository"), (*desk)->repository(),
                        q("--host"), (*other)->socketFolder(), q("--dbname"), q("postgres"), q("--user"),
                        q("postgres")})
                 .exitCode,
             0);
    const ProgramOutcome outcome =
        (*desk)->run(latest + QStringList{q("--profile"), q("desk"), q("--on"), q("other")});
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QVERIFY(outcome.errorOutput.contains("vaquer"));
    // The sandbox has the set's own roles.
    const ProgramOutcome sandboxed =
        (*desk)->run(latest + QStringList{q("--profile"), q("desk"), q("--sandbox")});
    QCOMPARE(sandboxed.exitCode, 0);
    QVERIFY(!sandboxed.errorOutput.contains("vaquer"));
    QVERIFY_RESULT(m_cluster->psql("farm", "DROP OWNED BY vaquer; DROP ROLE vaquer;"));
}

/// R09
void tst_RestoreTests::olderServersAreRefused()
{
    TempCluster::Options options;
    options.major = 14;
    const auto older = TempCluster::start(options);
    QVERIFY_RESULT(older);
    const auto desk = Desk::make(*m_cluster, "farm", noTest);
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run(backup).exitCode, 0);
    const ProgramOutcome outcome = (*desk)->run(
        latest + QStringList{q("--host"), (*older)->socketFolder(), q("--dbname"), q("postgres")});
    QCOMPARE(outcome.exitCode, 17);
    QVERIFY(outcome.errorOutput.contains("is older"));
}

void tst_RestoreTests::stoppingLeavesNothing_data()
{
    QTest::addColumn<bool>("sandbox");
    QTest::newRow("scratch database") << false;
    QTest::newRow("sandbox") << true;
}

/// I3: a signal in the middle of loading ends in time with 128 + N; no database, server or folder stays.
void tst_RestoreTests::stoppingLeavesNothing()
{
    QFETCH(bool, sandbox);
    // Loading waits here until it is stopped.
    const DumpWith tool("SELECT pg_catalog.pg_sleep(3600);");
    const auto desk = Desk::make(*m_cluster, "farm", QStringList{q("--tools"), tool.folder()} + noTest);
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run(backup).exitCode, 0);
    QCOMPARE((*desk)->run({q("profile"), q("set"), q("--tools"), QString()}).exitCode, 0);
    const Invariants invariants(**desk, *m_cluster);
    const auto running = (*desk)->start(latest + (sandbox ? QStringList{q("--sandbox")} : QStringList()));
    const auto loading = [&] {
        return sandbox ? !QDir((*desk)->runtime()).isEmpty() : !scratchDatabases().isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(loading(), 20000);
    ::kill(pid_t(running->processId()), SIGTERM);
    QVERIFY(running->waitForFinished(8000));
    QCOMPARE(running->exitCode(), 128 + SIGTERM);
    QCOMPARE(scratchDatabases(), QByteArray());
    QVERIFY(QDir((*desk)->runtime()).isEmpty());
    QCOMPARE(stateOf(**desk), q("verified"));
    QVERIFY_HOLDS(invariants.broken());
}

/// V01, V04: kill -9 of the program leaves at most what the next restore test removes.
void tst_RestoreTests::killedTestsLeaveNothingAfterTheNext()
{
    const auto desk = Desk::make(*m_cluster, "farm", noTest);
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run(backup).exitCode, 0);
    const Invariants invariants(**desk, *m_cluster);
    for (int round = 0; round < scaled(20); ++round) {
        for (const QStringList &where : {QStringList(), QStringList{q("--sandbox")}}) {
            const auto running = (*desk)->start(latest + where);
            // Some moment of a test that takes about a second.
            running->waitForFinished(50 + (round * 137) % 900);
            running->kill();
            running->waitForFinished(-1);
        }
    }
    QVERIFY_EXIT((*desk)->run(latest), 0);
    QCOMPARE(scratchDatabases(), QByteArray());
    QVERIFY_EXIT((*desk)->run(latest + QStringList{q("--sandbox")}), 0);
    QVERIFY(QDir((*desk)->runtime()).isEmpty());
    QCOMPARE(stateOf(**desk), q("restore-tested"));
    QVERIFY_HOLDS(invariants.broken());
}

/// V09, SR6: superuser's tricks run inside the sandbox, and see nothing of this machine.
void tst_RestoreTests::hostileStatementsReachNothingOutsideTheSandbox()
{
    const QTemporaryDir open(q("/tmp/mo-XXXXXX"));
    QFile::setPermissions(open.path(), QFile::Permissions(0x7777));
    const QByteArray marker = open.path().toUtf8() + "/marker";
    const DumpWith tool("COPY (SELECT 1) TO PROGRAM \\047cat > /dev/null; touch " + marker +
                        " || true\\047; COPY (SELECT 1) TO "
                        "PROGRAM \\047cat > /dev/null; cat " +
                        (m_cluster->dataFolder().toUtf8()) + "/PG_VERSION > " + marker + " || true\\047;");
    const auto desk = Desk::make(*m_cluster, "farm", QStringList{q("--tools"), tool.folder()} + noTest);
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run(backup).exitCode, 0);
    QVERIFY_RESULT((*desk)->plainDump());
    QVERIFY((*desk)->plainDump()->contains("TO PROGRAM"));
    QCOMPARE((*desk)->run({q("profile"), q("set"), q("--tools"), QString()}).exitCode, 0);
    const ProgramOutcome outcome = (*desk)->run(latest + QStringList{q("--sandbox")});
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QVERIFY(!QFile::exists(QString::fromUtf8(marker)));
}

/// After a failed restore test the older sets stay, whatever the rules say.
void tst_RestoreTests::failedTestsKeepRetentionFromDeleting()
{
    const auto desk = Desk::make(*m_cluster, "farm", {q("--keep-last"), q("1")});
    QVERIFY_RESULT(desk);
    for (int i = 0; i < 3; ++i)
        QVERIFY_EXIT((*desk)->run(backup + noTest), 0);
    const DumpWith tool("DELETE FROM public.animals;");
    QCOMPARE((*desk)->run({q("profile"), q("set"), q("--tools"), tool.folder()}).exitCode, 0);
    const ProgramOutcome failed = (*desk)->run({q("backup"), q("--json")});
    QVERIFY_EXIT(failed, 17);
    const QJsonObject answer = QJsonDocument::fromJson(failed.output).object();
    QVERIFY2(!answer.value(q("set")).toString().isEmpty(), failed.output.constData());
    QCOMPARE(answer.value(q("error")).toObject().value(q("code")).toInt(), 17);
    const QStringList apply = {q("retention"), q("--apply"), q("--yes"), q("farm"), q("--json")};
    const auto deleted = [&] {
        const ProgramOutcome outcome = (*desk)->run(apply);
        return outcome.exitCode == 0
                   ? QJsonDocument::fromJson(outcome.output).object().value(q("deleted")).toArray().size()
                   : -1;
    };
    // Not even asked for.
    QCOMPARE(deleted(), 0);
    // A newer test that is good ends it; the set it tested stays beside the newest verified one.
    QVERIFY_EXIT((*desk)->run({q("profile"), q("set"), q("--tools"), QString()}), 0);
    const ProgramOutcome listed = (*desk)->run({q("list"), q("--json")});
    const QJsonArray sets = QJsonDocument::fromJson(listed.output).object().value(q("sets")).toArray();
    QCOMPARE(sets.size(), 4);
    QVERIFY_EXIT((*desk)->run({q("restore-test"), sets.last().toObject().value(q("id")).toString()}), 0);
    QCOMPARE(deleted(), 2);
}

/// What --dry-run tells is what then happens, to the last step.
void tst_RestoreTests::aDryRunIsTheWholePlan()
{
    const auto desk = Desk::make(*m_cluster, "farm", {q("--keep-last"), q("2")});
    QVERIFY_RESULT(desk);
    for (int i = 0; i < 3; ++i)
        QVERIFY_EXIT((*desk)->run(backup + noTest), 0);
    const auto documentOf = [](const ProgramOutcome &outcome) {
        return QJsonDocument::fromJson(outcome.output).object();
    };
    const ProgramOutcome planned = (*desk)->run({q("backup"), q("--dry-run"), q("--json")});
    QVERIFY_EXIT(planned, 0);
    QVERIFY2(planned.errorOutput.contains("scratch database"), planned.errorOutput.constData());
    const QJsonArray toDelete = documentOf(planned).value(q("toDelete")).toArray();
    QCOMPARE(toDelete.size(), 2);
    // A test that is not due, retention that is not wanted, a place that is gone.
    const ProgramOutcome less =
        (*desk)->run(backup + noTest + QStringList{q("--dry-run"), q("--restore-test-on"), q("gone")});
    QVERIFY_EXIT(less, 0);
    QVERIFY2(!less.output.contains("scratch database") && !less.output.contains("Delete") &&
                 !less.errorOutput.contains("gone"),
             endOf(less).constData());
    const ProgramOutcome gone =
        (*desk)->run({q("backup"), q("--dry-run"), q("--restore-test-on"), q("gone")});
    QVERIFY_EXIT(gone, 0);
    QVERIFY2(gone.errorOutput.contains("gone"), endOf(gone).constData());

    const ProgramOutcome made = (*desk)->run({q("backup"), q("--json")});
    QVERIFY_EXIT(made, 0);
    QCOMPARE(documentOf(made).value(q("deleted")).toArray(), toDelete);
}

/// A place that cannot be found is the restore test's failure, when there is a test at all.
void tst_RestoreTests::aPlaceThatIsGoneFailsOnlyTheTest()
{
    const auto desk = Desk::make(*m_cluster, "farm", {q("--restore-test-on"), q("gone")});
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run(backup + noTest), 0);
    const ProgramOutcome outcome = (*desk)->run(backup);
    QVERIFY_EXIT(outcome, 17);
    QVERIFY2(outcome.errorOutput.contains("gone"), outcome.errorOutput.constData());
    QCOMPARE(stateOf(**desk), q("verified"));
    const ProgramOutcome runs = (*desk)->run({q("list"), q("--runs"), q("--json")});
    const QJsonObject newest =
        QJsonDocument::fromJson(runs.output).object().value(q("runs")).toArray().first().toObject();
    QCOMPARE(newest.value(q("verb")).toString(), q("restore-test"));
    QCOMPARE(newest.value(q("exitCode")).toInt(), 17);
}

/// Nor is it the backup's: an exit code of the source's would let people look at the wrong server.
void tst_RestoreTests::aServerThatIsDownFailsOnlyTheTest()
{
    const auto other = TempCluster::start();
    QVERIFY_RESULT(other);
    const auto desk = Desk::make(*m_cluster, "farm", {q("--keep-last"), q("1")});
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run({q("init"), q("--profile"), q("other"), q("--repository"),
                               (*desk)->repository(), q("--host"), (*other)->socketFolder(), q("--dbname"),
                               q("postgres"), q("--user"), q("postgres")}),
                 0);
    (*other)->stop(SIGINT);
    const QStringList ofDesk{q("--profile"), q("desk")};
    for (int i = 0; i < 2; ++i)
        QVERIFY_EXIT((*desk)->run(backup + noTest + ofDesk), 0);
    QVERIFY_EXIT((*desk)->run(backup + ofDesk + QStringList{q("--restore-test-on"), q("other")}), 17);
    const ProgramOutcome shown = (*desk)->run(QStringList{q("show"), q("--latest"), q("--json")} + ofDesk);
    QCOMPARE(QJsonDocument::fromJson(shown.output)[q("state")].toString(), q("verified"));
    QVERIFY_EXIT((*desk)->run(latest + ofDesk + QStringList{q("--on"), q("other")}), 17);
    const ProgramOutcome applied =
        (*desk)->run(QStringList{q("retention"), q("--apply"), q("--yes"), q("farm"), q("--json")} + ofDesk);
    QVERIFY_EXIT(applied, 0);
    QCOMPARE(QJsonDocument::fromJson(applied.output)[q("deleted")].toArray().size(), 0);
}
