#include "tests/integration/tst_Restore.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"
#include "tests/support/Zoo.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList noTest = {q("--restore-test"), q("never")};
const QStringList replace = {q("restore"), q("--latest"), q("--replace"), q("--yes"), q("farm")};

/// A desk with one backup of the farm.
std::unique_ptr<Desk> deskWithBackup(const TempCluster &cluster, const QByteArray &database = "farm")
{
    auto desk = Desk::make(cluster, database, noTest);
    if (!desk || (*desk)->run({q("backup"), q("--no-retention")}).exitCode != 0)
        return nullptr;
    return std::move(*desk);
}

} // namespace

void tst_Restore::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE ROLE vaquer LOGIN; CREATE ROLE altre;"));
}

void tst_Restore::init()
{
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql(
        "farm", "CREATE TABLE animals (id int PRIMARY KEY, nom text); "
                "INSERT INTO animals SELECT g, 'vaca ' || g FROM generate_series(1, 1000) g; "
                "CREATE TABLE parts (id int PRIMARY KEY, animal int REFERENCES animals); "
                "INSERT INTO parts SELECT g, g FROM generate_series(1, 500) g; "
                "ALTER TABLE animals OWNER TO vaquer; GRANT SELECT ON parts TO vaquer; "
                "ALTER DATABASE farm SET search_path = \"$user\", public, \"a, b\"; "
                "ALTER DATABASE farm SET work_mem = '7MB'; "
                "ALTER ROLE vaquer IN DATABASE farm SET lock_timeout = '3s'; "
                "COMMENT ON DATABASE farm IS 'la finca'; ALTER DATABASE farm CONNECTION LIMIT 42; "
                "REVOKE ALL ON DATABASE farm FROM PUBLIC; "
                "GRANT CONNECT ON DATABASE farm TO vaquer WITH GRANT OPTION;"));
}

void tst_Restore::cleanup()
{
    for (const QByteArray &name : databases().split('\n')) {
        if (!name.isEmpty())
            QVERIFY_RESULT(m_cluster->dropDatabase(name));
    }
}

QByteArray tst_Restore::ask(const QByteArray &database, const QByteArray &sql) const
{
    return m_cluster->psql(database, sql).value_or("?").trimmed();
}

QByteArray tst_Restore::databases() const
{
    return ask("postgres", "SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', "
                           "'template1') ORDER BY 1");
}

/// C09: what pg_dump leaves out is there as well.
void tst_Restore::aNewNameGetsAnEqualDatabase()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const ProgramOutcome outcome = desk->run({q("restore"), q("--latest"), q("--to"), q("farm again")});
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm\nfarm again"));
    const auto found = compareDatabases(*m_cluster, "farm", "farm again");
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(4000)));
    const QByteArray attributes =
        "SELECT datdba::regrole, datconnlimit, datacl, shobj_description(oid, 'pg_database'), (SELECT "
        "array_agg((setrole, setconfig) ORDER BY setrole) FROM pg_db_role_setting WHERE setdatabase = d.oid) "
        "FROM pg_database d WHERE datname = ";
    QCOMPARE(ask("postgres", attributes + "'farm again'"), ask("postgres", attributes + "'farm'"));
}

/// C01, C09
void tst_Restore::everyObjectKindComesBack()
{
    for (const ZooDatabase &animal : zoo()) {
        QVERIFY_RESULT(makeZoo(*m_cluster, animal));
        const auto desk = Desk::make(*m_cluster, animal.name, noTest);
        QVERIFY_RESULT(desk);
        const ProgramOutcome made = (*desk)->run({q("backup"), q("--no-retention")});
        QVERIFY2(made.exitCode == 0 || made.exitCode == 3, made.errorOutput.constData());
        const ProgramOutcome outcome = (*desk)->run({q("restore"), q("--latest"), q("--to"), q("zoo back")});
        QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, outcome.errorOutput.constData());
        const auto found = compareDatabases(*m_cluster, animal.name, "zoo back");
        QVERIFY_RESULT(found);
        QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(4000)));
        QVERIFY_RESULT(dropZoo(*m_cluster, "zoo back"));
        QVERIFY_RESULT(dropZoo(*m_cluster, animal.name));
    }
}

/// What is odd in the source comes along; whoever restores hears of it.
void tst_Restore::whatIsOddInTheCopyIsTold()
{
    QVERIFY_RESULT(
        m_cluster->psql("farm", "CREATE TABLE lag(id serial PRIMARY KEY); INSERT INTO lag VALUES (500)"));
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const ProgramOutcome outcome = desk->run({q("restore"), q("--latest"), q("--to"), q("odd"), q("--json")});
    QVERIFY_RESULT(m_cluster->psql("farm", "DROP TABLE lag"));
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE odd"));
    QVERIFY_EXIT(outcome, 0);
    QVERIFY2(outcome.errorOutput.contains("public.lag_id_seq"), outcome.errorOutput.constData());
    const QJsonArray remarks = QJsonDocument::fromJson(outcome.output)[q("remarks")].toArray();
    QVERIFY(remarks[0].toString().contains(q("public.lag_id_seq")));
}

/// R02
void tst_Restore::aTakenNameIsRefused()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const ProgramOutcome outcome = desk->run({q("restore"), q("--latest"), q("--to"), q("farm")});
    QCOMPARE(outcome.exitCode, 21);
    QVERIFY(outcome.errorOutput.contains("--replace"));
    QCOMPARE(databases(), QByteArray("farm"));
}

/// R03, R12
void tst_Restore::replacingKeepsTheOldOneAndUndoBringsItBack()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    QVERIFY_RESULT(m_cluster->psql("farm", "DELETE FROM parts; DELETE FROM animals WHERE id > 10;"));
    auto session = Connection::open(m_cluster->settings("farm"), {});
    QVERIFY_RESULT(session);
    const ProgramOutcome outcome = desk->run(replace);
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QVERIFY(outcome.errorOutput.contains("Will be ended"));
    QVERIFY(!session->query("SELECT 1"));
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
    QCOMPARE(ask("farm", "SELECT count(*) FROM animals"), QByteArray("1000"));
    QCOMPARE(ask("postgres", "SELECT datallowconn, datconnlimit, shobj_description(oid, 'pg_database') FROM "
                             "pg_database WHERE datname = 'farm'"),
             QByteArray("t|42|la finca"));
    QCOMPARE(ask("postgres", "SELECT datallowconn FROM pg_database WHERE datname = 'farm__old_1'"),
             QByteArray("f"));
    // The safety backup holds what was there.
    QVERIFY(desk->run({q("list"), q("--json")}).output.contains("before the restore of desk_"));

    const ProgramOutcome undone = desk->run({q("restore"), q("--undo"), q("--yes"), q("farm")});
    QVERIFY2(undone.exitCode == 0, undone.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm\nfarm__undone_1"));
    QCOMPARE(ask("farm", "SELECT count(*) FROM animals"), QByteArray("10"));
    QCOMPARE(ask("postgres", "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = "
                             "'farm'"),
             QByteArray("la finca"));
}

void tst_Restore::aWrongConfirmationTouchesNothing()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    for (const char *name : {"Farm", "postgres"}) {
        const ProgramOutcome outcome =
            desk->run({q("restore"), q("--latest"), q("--replace"), q("--yes"), q(name)});
        QCOMPARE(outcome.exitCode, 2);
    }
    QCOMPARE(desk->run({q("restore"), q("--latest"), q("--replace")}).exitCode, 2);
    QCOMPARE(databases(), QByteArray("farm"));
}

/// R01
void tst_Restore::anotherServerNeedsItsIdentifier()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const auto other = TempCluster::start();
    QVERIFY_RESULT(other);
    QVERIFY_RESULT((*other)->createDatabase("farm"));
    const QStringList there = {q("--host"), (*other)->socketFolder(), q("--no-safety-backup"),
                               q("farm"),   q("--no-owner"),          q("--no-acl")};
    const ProgramOutcome refused = desk->run(replace + there);
    QCOMPARE(refused.exitCode, 21);
    const QByteArray id =
        (*other)->psql("postgres", "SELECT system_identifier FROM pg_control_system()")->trimmed();
    QVERIFY(refused.errorOutput.contains("--server-id " + id));
    QCOMPARE(desk->run(replace + there + QStringList{q("--server-id"), q("1")}).exitCode, 21);
    const ProgramOutcome accepted =
        desk->run(replace + there + QStringList{q("--server-id"), QString::fromLatin1(id)});
    QVERIFY2(accepted.exitCode == 0 || accepted.exitCode == 3, accepted.errorOutput.constData());
    QCOMPARE((*other)->psql("farm", "SELECT count(*) FROM animals")->trimmed(), QByteArray("1000"));
}

void tst_Restore::anotherDatabaseNeedsTheIdentifierToo()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    QVERIFY_RESULT(m_cluster->createDatabase("other"));
    const ProgramOutcome outcome = desk->run(
        {q("restore"), q("--latest"), q("--replace"), q("--to"), q("other"), q("--yes"), q("other")});
    QCOMPARE(outcome.exitCode, 21);
    QCOMPARE(databases(), QByteArray("farm\nother"));

    // What gives way is backed up, and is no part of the farm's history, retention and sizes.
    QVERIFY_RESULT(m_cluster->psql("other", "CREATE TABLE few AS SELECT 1 AS id"));
    const QString id =
        QString::fromLatin1(ask("postgres", "SELECT system_identifier FROM pg_control_system()"));
    const ProgramOutcome accepted =
        desk->run({q("restore"), q("--latest"), q("--replace"), q("--to"), q("other"), q("--yes"), q("other"),
                   q("--server-id"), id, q("--json")});
    QVERIFY_EXIT(accepted, 0);
    QCOMPARE(databases(), QByteArray("farm\nother\nother__old_1"));
    const QString safety = QJsonDocument::fromJson(accepted.output)[q("safetySet")].toString();
    QVERIFY(safety.startsWith(q("desk_")));
    QVERIFY(!desk->run({q("list"), q("--json")}).output.contains(safety.toUtf8() + '"'));
    QVERIFY_EXIT(desk->run({q("backup")}), 0);
    QVERIFY_EXIT(desk->run({q("restore"), safety, q("--to"), q("back")}), 0);
    QCOMPARE(ask("back", "SELECT count(*) FROM few"), QByteArray("1"));
}

void tst_Restore::chosenTablesComeWithTheWholeStructure()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const ProgramOutcome outcome =
        desk->run({q("restore"), q("--latest"), q("--to"), q("some"), q("--tables"), q("public.parts")});
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QCOMPARE(ask("some", "SELECT count(*) FROM animals"), QByteArray("0"));
    QCOMPARE(ask("some", "SELECT count(*) FROM parts"), QByteArray("500"));
    QCOMPARE(
        desk->run({q("restore"), q("--latest"), q("--to"), q("none"), q("--tables"), q("nothing")}).exitCode,
        10);
}

void tst_Restore::structureAlone()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    QCOMPARE(desk->run({q("restore"), q("--latest"), q("--to"), q("empty"), q("--schema-only")}).exitCode, 0);
    QCOMPARE(ask("empty", "SELECT count(*) FROM animals"), QByteArray("0"));
    QCOMPARE(ask("empty", "SELECT count(*) FROM pg_constraint WHERE contype = 'f'"), QByteArray("1"));
}

/// R02: it would be in the place of everything else.
void tst_Restore::aPartOfABackupReplacesNothing()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const QByteArray before = ask("postgres", "SELECT oid FROM pg_database WHERE datname = 'farm'");
    for (const QStringList &part :
         {QStringList{q("--tables"), q("parts")}, QStringList{q("--schema-only")}}) {
        const ProgramOutcome outcome = desk->run(replace + part);
        QVERIFY_EXIT(outcome, 21);
        QVERIFY2(outcome.errorOutput.contains("--to"), outcome.errorOutput.constData());
        QVERIFY_EXIT(desk->run(replace + part + QStringList{q("--dry-run")}), 21);
        QCOMPARE(databases(), QByteArray("farm"));
    }
    QCOMPARE(ask("postgres", "SELECT oid FROM pg_database WHERE datname = 'farm'"), before);
    QCOMPARE(ask("farm", "SELECT count(*) FROM animals"), QByteArray("1000"));
}

void tst_Restore::ownersAndRolesCanBeLeftOutOrMapped()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const QByteArray owner = "SELECT relowner::regrole FROM pg_class WHERE relname = 'animals'";
    const QByteArray rights = "SELECT relacl FROM pg_class WHERE relname = 'parts'";
    QCOMPARE(desk->run({q("restore"), q("--latest"), q("--to"), q("bare"), q("--no-owner"), q("--no-acl")})
                 .exitCode,
             0);
    QCOMPARE(ask("bare", owner), QByteArray("postgres"));
    QCOMPARE(ask("bare", rights), QByteArray());
    QCOMPARE(
        desk->run({q("restore"), q("--latest"), q("--to"), q("mapped"), q("--role-map"), q("vaquer=altre")})
            .exitCode,
        0);
    QCOMPARE(ask("mapped", owner), QByteArray("altre"));
    QVERIFY(ask("mapped", rights).contains("altre=r"));
    QCOMPARE(
        desk->run({q("restore"), q("--latest"), q("--to"), q("x"), q("--role-map"), q("vaquer")}).exitCode,
        2);
}

void tst_Restore::theDatabaseItselfFollowsTheChoice()
{
    QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER DATABASE farm OWNER TO vaquer"));
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const QStringList to = {q("restore"), q("--latest"), q("--to")};
    const QByteArray attributes = "SELECT datdba::regrole, array_to_string(datacl, ' '), (SELECT "
                                  "string_agg(setrole::regrole::text, ' ') FROM pg_db_role_setting WHERE "
                                  "setdatabase = d.oid AND setrole <> 0) FROM pg_database d WHERE datname = ";
    QVERIFY_EXIT(desk->run(to + QStringList{q("all")}), 0);
    const QByteArray all = ask("postgres", attributes + "'all'");
    QCOMPARE(all, QByteArray("vaquer|vaquer=CTc*/vaquer|vaquer"));
    QVERIFY_EXIT(desk->run(to + QStringList{q("mapped"), q("--role-map"), q("vaquer=altre")}), 0);
    QCOMPARE(ask("postgres", attributes + "'mapped'"), QByteArray(all).replace("vaquer", "altre"));
    QVERIFY_EXIT(desk->run(to + QStringList{q("no owner"), q("--no-owner")}), 0);
    QVERIFY(ask("postgres", attributes + "'no owner'").startsWith("postgres|"));
    QVERIFY_EXIT(desk->run(to + QStringList{q("no acl"), q("--no-acl")}), 0);
    const QByteArray open = ask("postgres", attributes + "'no acl'"); // as a new one is: PUBLIC may connect
    QVERIFY2(open.startsWith("vaquer|") && open.contains("=Tc/"), open.constData());
}

/// C08: on a server that has none of its roles.
void tst_Restore::everyObjectKindComesBackWithoutOwnersAndRights()
{
    QVERIFY_RESULT(makeZoo(*m_cluster, zoo().first()));
    const auto desk = Desk::make(*m_cluster, zoo().first().name, noTest);
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run({q("backup"), q("--no-retention")});
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, made.errorOutput.constData());
    const auto other = TempCluster::start();
    QVERIFY_RESULT(other);
    const QStringList bare = {q("restore"), q("--latest"),   q("--to"),
                              q("bare"),    q("--no-owner"), q("--no-acl")};
    for (const QStringList &where : {QStringList(), QStringList{q("--host"), (*other)->socketFolder()}}) {
        const ProgramOutcome outcome = (*desk)->run(bare + where);
        QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, outcome.errorOutput.constData());
    }
    QCOMPARE((*other)->psql("bare", "SELECT count(*) FROM pg_policy").value_or("?").trimmed(),
             QByteArray("1"));
    QCOMPARE(ask("bare", "SELECT count(*) FROM pg_policy"), QByteArray("2"));
    QCOMPARE(ask("bare", "SELECT count(*) FROM pg_default_acl"), QByteArray("0"));
    QVERIFY_RESULT(dropZoo(*m_cluster, "bare"));
    QVERIFY_RESULT(dropZoo(*m_cluster, zoo().first().name));
}

/// C08
void tst_Restore::missingRolesAreRefusedOrMade()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const auto other = TempCluster::start();
    QVERIFY_RESULT(other);
    const QStringList there = {q("restore"), q("--latest"), q("--to"),
                               q("farm"),    q("--host"),   (*other)->socketFolder()};
    const ProgramOutcome refused = desk->run(there);
    QCOMPARE(refused.exitCode, 21);
    QVERIFY(refused.errorOutput.contains("vaquer"));
    const ProgramOutcome made = desk->run(there + QStringList{q("--globals")});
    QCOMPARE(made.exitCode, 3);
    QVERIFY(made.errorOutput.contains("The role vaquer has no password in the set and cannot log in."));
    QCOMPARE(
        (*other)->psql("farm", "SELECT relowner::regrole FROM pg_class WHERE relname = 'animals'")->trimmed(),
        QByteArray("vaquer"));
}

/// R11
void tst_Restore::aDamagedBackupChangesNothing()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    QFile archive(desk->newestArchive());
    QVERIFY(archive.open(QIODevice::ReadWrite));
    archive.seek(archive.size() / 2);
    archive.write("damage");
    archive.close();
    QCOMPARE(desk->run(replace + QStringList{q("--no-safety-backup"), q("farm")}).exitCode, 16);
    QCOMPARE(desk->run({q("restore"), q("--latest"), q("--to"), q("copy")}).exitCode, 16);
    QCOMPARE(databases(), QByteArray("farm"));
}

void tst_Restore::aDryRunShowsGateAndSteps()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const ProgramOutcome outcome =
        desk->run({q("restore"), q("--latest"), q("--replace"), q("--dry-run"), q("--json")});
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    const QJsonObject plan = QJsonDocument::fromJson(outcome.output).object();
    QVERIFY(plan.value(q("steps")).toArray().size() >= 4);
    for (const char *item :
         {"archive", "server", "version", "roles", "extensions", "locale", "target", "sessions", "stays"})
        QVERIFY2(outcome.output.contains(QByteArray("\"item\": \"") + item), item);
    QCOMPARE(databases(), QByteArray("farm"));
}

/// Nearly every restore is of a set that was not tested itself yet.
void tst_Restore::aDryRunTellsHowLongItTakes()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const QStringList dryRun = {q("restore"), q("--latest"), q("--to"), q("copy"), q("--dry-run")};
    const auto plan = [&] {
        return QJsonDocument::fromJson(desk->run(dryRun + QStringList{q("--json")}).output).object();
    };
    const auto newest = [&] {
        return QJsonDocument::fromJson(desk->run({q("show"), q("--latest"), q("--json")}).output).object();
    };
    QCOMPARE(plan().value(q("expectedMs")).toInteger(-1), 0);
    QVERIFY(desk->run(dryRun).errorOutput.contains("nobody knows how long"));
    QVERIFY_EXIT(desk->run({q("restore-test"), q("--latest")}), 0);
    const QJsonObject own = plan();
    const qint64 took = own.value(q("expectedMs")).toInteger();
    QVERIFY(took > 0);
    QCOMPARE(own.value(q("expectedFrom")).toString(), QString());
    QVERIFY(desk->run(dryRun).errorOutput.contains("Loading took"));
    const QString first = newest().value(q("id")).toString();
    const double size = newest().value(q("rawBytes")).toDouble();
    QVERIFY_RESULT(m_cluster->psql("farm", "INSERT INTO animals SELECT g, repeat('vaca', 20) FROM "
                                           "generate_series(2000, 9000) g"));
    QVERIFY_EXIT(desk->run({q("backup"), q("--no-retention")}), 0);
    const QJsonObject later = plan();
    QCOMPARE(later.value(q("expectedFrom")).toString(), first);
    const double larger = newest().value(q("rawBytes")).toDouble() / size;
    QVERIFY(larger > 10);
    QCOMPARE(later.value(q("expectedMs")).toInteger(), qRound64(double(took) * larger));
    QVERIFY(desk->run(dryRun).errorOutput.contains("Loading will take about"));
}

/// R04: whatever moment it dies at, the old or the new one serves under the name, and the next start opens
/// what was closed and removes what was unfinished.
void tst_Restore::killedReplacementsLeaveOneDatabaseServing()
{
    const auto desk = deskWithBackup(*m_cluster);
    QVERIFY(desk);
    const QStringList arguments = replace + QStringList{q("--no-safety-backup"), q("farm")};
    for (int round = 0; round < scaled(40); ++round) {
        const auto running = startProgram(desk->home(), arguments);
        running->waitForFinished(20 + (round * 173) % 700);
        running->kill();
        running->waitForFinished(-1);
        // Any next run that writes puts right what the killed one left.
        const ProgramOutcome next = desk->run({q("verify"), q("--latest")});
        QVERIFY2(next.exitCode == 0 || next.exitCode == 3, next.errorOutput.constData());
        QCOMPARE(ask("farm", "SELECT count(*) FROM animals"), QByteArray("1000"));
    }
    // What a killed program asked for, the server may still be doing.
    QTRY_COMPARE_WITH_TIMEOUT(ask("postgres", "SELECT count(*) FROM pg_stat_activity WHERE query LIKE "
                                              "'CREATE DATABASE%' AND state = 'active'"),
                              QByteArray("0"), 20000);
    const ProgramOutcome whole = desk->run(arguments);
    QVERIFY2(whole.exitCode == 0, whole.errorOutput.constData());
    const QByteArray left = ask("postgres", "SELECT datname, shobj_description(oid, 'pg_database') FROM "
                                            "pg_database WHERE datname LIKE '%\\_\\_new\\_%'");
    QVERIFY2(left.isEmpty(), left + whole.errorOutput);
}
