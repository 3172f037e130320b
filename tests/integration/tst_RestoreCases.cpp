#include "tests/integration/tst_RestoreCases.h"

#include "tests/support/Desk.h"
#include "tests/support/DumpWith.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"
#include "tests/support/Zoo.h"

#include <QDir>
#include <QFileInfo>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList untested = {q("--restore-test"), q("never")};
const QStringList latestTo = {q("restore"), q("--latest"), q("--to")};

/// A desk with one backup, made with further options of the profile.
std::unique_ptr<Desk> backedUp(const TempCluster &cluster, const QByteArray &database = "farm",
                               const QStringList &options = {})
{
    auto desk = Desk::make(cluster, database, untested + options);
    if (!desk)
        return nullptr;
    const ProgramOutcome made = (*desk)->run({q("backup"), q("--no-retention")});
    return made.exitCode == 0 || made.exitCode == 3 ? std::move(*desk) : nullptr;
}

} // namespace

void tst_RestoreCases::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE ROLE vaquer LOGIN; CREATE ROLE pastora;"));
}

void tst_RestoreCases::init()
{
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm",
                                   "CREATE TABLE animals AS SELECT g AS id FROM "
                                   "generate_series(1, 1000) g; ALTER TABLE animals OWNER TO vaquer"));
}

void tst_RestoreCases::cleanup()
{
    for (const QByteArray &name : databases().split('\n')) {
        if (!name.isEmpty())
            QVERIFY_RESULT(m_cluster->dropDatabase(name));
    }
}

QByteArray tst_RestoreCases::ask(const QByteArray &database, const QByteArray &sql) const
{
    return m_cluster->psql(database, sql).value_or("?").trimmed();
}

QByteArray tst_RestoreCases::databases() const
{
    return ask("postgres", "SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', "
                           "'template1') ORDER BY 1");
}

/// Not those that it had when the backup was made.
void tst_RestoreCases::theReplacedDatabaseHandsItsAttributesOn()
{
    const auto desk = backedUp(*m_cluster);
    QVERIFY(desk);
    QVERIFY_RESULT(m_cluster->psql(
        "postgres",
        "ALTER DATABASE farm OWNER TO vaquer; ALTER DATABASE farm CONNECTION LIMIT 7; "
        "COMMENT ON DATABASE farm IS 'it''s \"changed\"'; ALTER DATABASE farm SET work_mem = '9MB'; "
        "ALTER DATABASE farm SET search_path = public, \"odd, name\"; "
        "ALTER ROLE pastora IN DATABASE farm SET lock_timeout = '5s'; "
        "REVOKE ALL ON DATABASE farm FROM PUBLIC; GRANT CREATE ON DATABASE farm TO pastora; "
        "GRANT CONNECT ON DATABASE farm TO pastora WITH GRANT OPTION"));
    QVERIFY_RESULT(m_cluster->createTablespace("wide"));
    QVERIFY_RESULT(m_cluster->psql("postgres", "ALTER DATABASE farm SET TABLESPACE wide"));
    const QByteArray attributes =
        "SELECT datdba::regrole, dattablespace, datconnlimit, datallowconn, (SELECT string_agg(item::text, ' "
        "' ORDER BY "
        "item::text) FROM unnest(datacl) item), shobj_description(oid, 'pg_database'), (SELECT "
        "string_agg(setrole || one, '|' ORDER BY setrole, one) FROM pg_db_role_setting, unnest(setconfig) "
        "one "
        "WHERE setdatabase = d.oid) FROM pg_database d WHERE datname = 'farm'";
    const QByteArray before = ask("postgres", attributes);
    QVERIFY2(before.contains("odd, name") && before.contains("lock_timeout") &&
                 before.contains("pastora=Cc*"),
             before.constData());
    QVERIFY_EXIT(desk->run({q("restore"), q("--latest"), q("--replace"), q("--yes"), q("farm"),
                            q("--no-safety-backup"), q("farm")}),
                 0);
    QCOMPARE(databases(), QByteArray("farm\nfarm__old_1"));
    QCOMPARE(ask("postgres", attributes), before);
    for (const char *name : {"farm", "farm__old_1"})
        QVERIFY_RESULT(m_cluster->dropDatabase(name));
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP TABLESPACE wide"));
}

/// And on a server that had none of them, the roles stay and are named.
void tst_RestoreCases::anUnequalCopyIsDroppedAndRolesMadeForItAreNamed()
{
    const DumpWith tool("DELETE FROM public.animals WHERE id = 7;");
    const auto desk = backedUp(*m_cluster, "farm", {q("--tools"), tool.folder()});
    QVERIFY(desk);
    const ProgramOutcome here = desk->run(latestTo + QStringList{q("copy")});
    QVERIFY_EXIT(here, 21);
    QVERIFY2(here.errorOutput.contains("1,000 rows in the dump and 999 in the copy") ||
                 here.errorOutput.contains("1000 rows in the dump and 999 in the copy"),
             here.errorOutput.constData());
    QVERIFY(!here.errorOutput.contains("vaquer"));
    QCOMPARE(databases(), QByteArray("farm"));

    const auto other = TempCluster::start();
    QVERIFY_RESULT(other);
    const ProgramOutcome there =
        desk->run(latestTo + QStringList{q("copy"), q("--globals"), q("--host"), (*other)->socketFolder()});
    QVERIFY_EXIT(there, 21);
    QVERIFY2(there.errorOutput.contains("vaquer"), there.errorOutput.constData());
    QCOMPARE((*other)->psql("postgres", "SELECT count(*) FROM pg_roles WHERE rolname = 'vaquer'")->trimmed(),
             QByteArray("1"));
}

void tst_RestoreCases::theCopyIsAnalysed()
{
    const auto desk = backedUp(*m_cluster);
    QVERIFY(desk);
    QVERIFY_EXIT(desk->run(latestTo + QStringList{q("copy")}), 0);
    QCOMPARE(ask("copy", "SELECT count(*) FROM pg_stats WHERE tablename = 'animals'"), QByteArray("1"));
}

void tst_RestoreCases::aWrongNameKeepsTheSafetyBackup()
{
    const auto desk = backedUp(*m_cluster);
    QVERIFY(desk);
    const ProgramOutcome outcome = desk->run({q("restore"), q("--latest"), q("--replace"), q("--yes"),
                                              q("farm"), q("--no-safety-backup"), q("Farm")});
    QVERIFY_EXIT(outcome, 2);
    QCOMPARE(databases(), QByteArray("farm"));
    QCOMPARE(QDir(desk->repository() + q("/sets")).entryList({q("*.json")}).size(), 1);
}

void tst_RestoreCases::aDatabaseThatForbidsDdlComesBack_C04()
{
    QVERIFY_RESULT(makeZoo(*m_cluster, "strict", q("forbids_ddl")));
    const auto desk = backedUp(*m_cluster, "strict");
    QVERIFY(desk);
    QVERIFY_EXIT(desk->run(latestTo + QStringList{q("copy")}), 0);
    QCOMPARE(ask("copy", "SELECT (SELECT count(*) FROM filled), count(*) FROM pg_event_trigger"),
             QByteArray("1|1"));
}

void tst_RestoreCases::aDatabaseThatNeedsItsSearchPathIsExplained_C03()
{
    QVERIFY_RESULT(makeZoo(*m_cluster, "loose", q("needs_search_path")));
    const auto desk = backedUp(*m_cluster, "loose");
    QVERIFY(desk);
    const ProgramOutcome outcome = desk->run(latestTo + QStringList{q("copy")});
    QVERIFY_EXIT(outcome, 21);
    for (const char *part : {"measured", "high_enough", "search_path"})
        QVERIFY2(outcome.errorOutput.contains(part), outcome.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm\nloose"));
}

/// The disk of the server is full in the middle of the load: half a copy is no copy.
void tst_RestoreCases::aServerDiskThatFillsUpWhileLoadingLeavesNothing_R07()
{
    QVERIFY_RESULT(m_cluster->createTablespace("narrow"));
    const QString place = QString::fromUtf8(
        ask("postgres", "SELECT pg_tablespace_location(oid) FROM pg_tablespace WHERE spcname = 'narrow'"));
    const QFileInfo owner(place);
    const QByteArray options = "size=48m,mode=0700,uid=" + QByteArray::number(owner.ownerId()) +
                               ",gid=" + QByteArray::number(owner.groupId());
    const SmallDisk disk(place, options.constData());
    QVERIFY_RESULT(m_cluster->psql("farm",
                                   "CREATE TABLE hay TABLESPACE narrow AS SELECT g AS id, "
                                   "repeat(md5(g::text), 8) AS bale FROM generate_series(1, 40000) g"));
    const auto desk = backedUp(*m_cluster);
    QVERIFY(desk);
    disk.fill(4 * 1024 * 1024);
    const ProgramOutcome outcome = desk->run(latestTo + QStringList{q("copy")});
    QVERIFY_EXIT(outcome, 21);
    QVERIFY2(outcome.errorOutput.contains("could not extend file"), outcome.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm"));
    QCOMPARE(ask("farm", "SELECT count(*) FROM hay"), QByteArray("40000"));
    disk.emptyAgain();
    QVERIFY_EXIT(desk->run(latestTo + QStringList{q("copy")}), 0);
    for (const char *name : {"copy", "farm"})
        QVERIFY_RESULT(m_cluster->dropDatabase(name));
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP TABLESPACE narrow"));
}
