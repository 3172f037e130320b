#include "tests/integration/tst_ForeignFiles.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"
#include "tests/support/FakeTool.h"
#include "tests/support/Files.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QFile>

using namespace masclet;
using namespace masclet::test;

namespace
{

QStringList restoring(const QString &file)
{
    return {q("restore"), q("--file"), file, q("--to"), q("copy"), q("--trust")};
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        qFatal("cannot write");
    return file.fileName();
}

} // namespace

void tst_ForeignFiles::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql(
        "farm",
        "CREATE TABLE animals (id serial PRIMARY KEY, nom text); "
        "INSERT INTO animals (nom) SELECT 'ñandú ' || g || E'\\t\\\\.\\n' FROM generate_series(1, 3000) g; "
        "CREATE TABLE parts (id int PRIMARY KEY, animal int REFERENCES animals); "
        "INSERT INTO parts SELECT g, g FROM generate_series(1, 500) g; "
        "CREATE VIEW names AS SELECT nom FROM animals; "
        "CREATE FUNCTION twice(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 * 2'; "
        "CREATE INDEX ON parts (twice(animal)) WHERE animal > 0; "
        "SELECT lo_from_bytea(4711, 'large');"));
}

void tst_ForeignFiles::cleanup()
{
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE IF EXISTS copy"));
}

QByteArray tst_ForeignFiles::databases() const
{
    return m_cluster
        ->psql("postgres", "SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', "
                           "'template1') ORDER BY 1")
        .value_or("?")
        .trimmed();
}

QByteArray tst_ForeignFiles::roles() const
{
    // But for the one that owns what was restored, which nobody can log in as.
    return m_cluster
        ->psql("postgres", "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND (rolcanlogin OR rolname "
                           "!~ '^masclet_load_') ORDER BY 1")
        .value_or("?")
        .trimmed();
}

QString tst_ForeignFiles::dump(const QStringList &options, const QString &name)
{
    const QString path = m_folder.filePath(name);
    const auto made = m_cluster->tool(q("pg_dump"), options + QStringList{q("-f"), path}, "farm");
    if (!made)
        qFatal("%s", reason(made).constData());
    return path;
}

void tst_ForeignFiles::everyFormatComesBack_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringList{q("-Fp")} << q("farm.sql");
    QTest::newRow("plain, compressed") << QStringList{q("-Fp"), q("-Z6")} << q("farm.sql.gz");
    QTest::newRow("custom") << QStringList{q("-Fc")} << q("farm.dump");
    QTest::newRow("directory") << QStringList{q("-Fd")} << q("farm.dir");
}

void tst_ForeignFiles::everyFormatComesBack()
{
    QFETCH(QStringList, options);
    QFETCH(QString, name);
    const QString file = dump(options, name);
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const QByteArray rolesBefore = roles();
    const ProgramOutcome planned = (*desk)->run(restoring(file) + QStringList{q("--dry-run")});
    QVERIFY2(planned.exitCode == 0, planned.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm"));
    const ProgramOutcome outcome = (*desk)->run(restoring(file));
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QVERIFY(outcome.output.contains("3500"));
    // What the sandbox itself counted, before the server saw anything.
    const ProgramOutcome log = (*desk)->run({q("logs")});
    QVERIFY2(log.output.contains("The sandbox took it: 3500 rows in 2 tables."), log.output);
    QCOMPARE(databases(), QByteArray("copy\nfarm"));
    QCOMPARE(roles(), rolesBefore);
    const QByteArray owner =
        m_cluster
            ->psql("copy", "SELECT DISTINCT rolname || rolsuper || rolcanlogin || (datdba = relowner) FROM "
                           "pg_class c JOIN pg_roles r ON r.oid = relowner JOIN pg_database d ON datname = "
                           "'copy' WHERE relnamespace = 'public'::regnamespace")
            ->trimmed();
    QVERIFY2(owner.startsWith("masclet_load_") && owner.endsWith("falsefalsetrue"), owner.constData());
    // As the program says how.
    QVERIFY_RESULT(m_cluster->psql("copy", "REASSIGN OWNED BY " + owner.chopped(14) + " TO postgres"));
    const auto found = compareDatabases(*m_cluster, "farm", "copy");
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(4000)));
}

/// C05: the new database has the dump's encoding, whatever the server's own is.
void tst_ForeignFiles::encodingsAreKept()
{
    QVERIFY_RESULT(m_cluster->createDatabase("old", "LATIN1", "C"));
    QVERIFY_RESULT(m_cluster->psql(
        "old", "SET client_encoding = 'UTF8'; CREATE TABLE t AS SELECT 'cañón'::text AS word"));
    const QString path = m_folder.filePath(q("old.sql"));
    QVERIFY_RESULT(m_cluster->tool(q("pg_dump"), {q("-f"), path}, "old"));
    QVERIFY_RESULT(m_cluster->dropDatabase("old"));
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(restoring(path));
    QVERIFY2(outcome.exitCode == 0, outcome.errorOutput.constData());
    QCOMPARE(m_cluster->psql("copy", "SHOW server_encoding")->trimmed(), QByteArray("LATIN1"));
    QCOMPARE(m_cluster->psql("copy", "SET client_encoding = 'UTF8'; SELECT word FROM t")->trimmed(),
             QByteArray("cañón"));
}

void tst_ForeignFiles::nothingHappensWithoutTrust()
{
    const QString file = dump({q("-Fc")}, q("unknown.dump"));
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run({q("restore"), q("--file"), file, q("--to"), q("copy")});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.errorOutput.contains("--trust"));
    QCOMPARE(databases(), QByteArray("farm"));
}

/// A pg_restore with known holes is given no file of anybody; nothing is made.
void tst_ForeignFiles::anOldClientIsRefused_D10()
{
    const QString file = dump({q("-Fc")}, q("old client.dump"));
    const FakeTool old(
        "case \"$*\" in *--version*) echo 'pg_restore (PostgreSQL) 15.14'; exit;; esac\nexec " +
            stockPrograms().toUtf8() + "/pg_restore \"$@\"",
        q("pg_restore"));
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(restoring(file) + QStringList{q("--tools"), old.folder()});
    QVERIFY_EXIT(outcome, 20);
    QVERIFY2(outcome.errorOutput.contains("15.14"), outcome.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm"));
}

void tst_ForeignFiles::takenNamesAreRefused()
{
    const QString file = dump({q("-Fc")}, q("taken.dump"));
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome =
        (*desk)->run({q("restore"), q("--file"), file, q("--to"), q("farm"), q("--trust")});
    QCOMPARE(outcome.exitCode, 21);
    QCOMPARE(m_cluster->psql("farm", "SELECT count(*) FROM animals")->trimmed(), QByteArray("3000"));
}

void tst_ForeignFiles::noFlagIsIgnored()
{
    const QString file = dump({q("-Fc")}, q("flags.dump"));
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    for (const QStringList &surplus :
         {QStringList{q("--server-id"), q("1")}, QStringList{q("--no-safety-backup"), q("copy")},
          QStringList{q("--replace")}, QStringList{q("--globals")},
          QStringList{q("--files"), q("/nowhere")}}) {
        const ProgramOutcome outcome = (*desk)->run(restoring(file) + surplus);
        QVERIFY2(outcome.exitCode == 2, (surplus.first().toUtf8() + outcome.errorOutput).constData());
    }
    QCOMPARE((*desk)->run({q("restore"), q("--latest"), q("--to"), q("copy"), q("--trust")}).exitCode, 2);
    QCOMPARE(databases(), QByteArray("farm"));
}

void tst_ForeignFiles::whatIsNoWholeDumpIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("said");
    QTest::newRow("byte order mark") << QByteArray() << QByteArray("\xef\xbb\xbf") << q("byte order mark");
    QTest::newRow("converted to Latin-1") << QByteArray("ñandú")
                                          << QByteArray("\xf1"
                                                        "and\xfa")
                                          << q("UTF-8");
    QTest::newRow("cut") << QByteArray("-- PostgreSQL database dump complete") << QByteArray() << q("end");
    QTest::newRow("a shell command") << QByteArray("SET row_security = off;") << QByteArray("\\! touch /x")
                                     << q("psql");
    QTest::newRow("no encoding") << QByteArray("SET client_encoding = 'UTF8';") << QByteArray()
                                 << q("encoding");
}

void tst_ForeignFiles::whatIsNoWholeDumpIsRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, said);
    QByteArray text = contentOf(dump({q("-Fp")}, q("whole.sql")));
    QVERIFY(text.contains(from));
    text = from.isEmpty() ? to + text : text.replace(from, to);
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(restoring(written(m_folder, q("changed.sql"), text)));
    QVERIFY2(outcome.exitCode == 16, outcome.errorOutput.constData());
    QVERIFY2(outcome.errorOutput.contains(said.toUtf8()), outcome.errorOutput.constData());
    QCOMPARE(databases(), QByteArray("farm"));
}

/// G11, G12: with the format's own tool alone these would come in, cut or without their rows.
void tst_ForeignFiles::damagedArchivesAreRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("harm"); // a shell's line beside the dump
    QTest::newRow("custom, cut") << QStringList{q("-Fc")} << QByteArray("truncate -s -2000 dump");
    QTest::newRow("tar, whole") << QStringList{q("-Ft")} << QByteArray(":");
    QTest::newRow("custom, flipped")
        << QStringList{q("-Fc")}
        << QByteArray("printf X | dd of=dump bs=1 seek=$(($(stat -c %s dump) - 3000)) conv=notrunc");
    QTest::newRow("directory, member missing")
        << QStringList{q("-Fd")} << QByteArray("rm dump/[0-9]*.dat.gz");
    QTest::newRow("directory, member emptied")
        << QStringList{q("-Fd")} << QByteArray("for f in dump/[0-9]*.dat.gz; do : > $f; done");
    QTest::newRow("directory, member cut, not compressed")
        << QStringList{q("-Fd"), q("-Z0")}
        << QByteArray("for f in dump/[0-9]*.dat; do truncate -s -5 $f; done");
}

void tst_ForeignFiles::damagedArchivesAreRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, harm);
    const QTemporaryDir place(q("/tmp/mp-XXXXXX"));
    const QString file = place.filePath(q("dump"));
    QVERIFY_RESULT(m_cluster->tool(q("pg_dump"), options + QStringList{q("-f"), file}, "farm"));
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    QCOMPARE((*desk)->run({q("inspect"), file}).exitCode, options.contains(q("-Ft")) ? 16 : 0);
    QProcess shell;
    shell.setWorkingDirectory(place.path());
    shell.start(q("/bin/sh"), {q("-ec"), QString::fromUtf8(harm)});
    shell.waitForFinished(-1);
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    for (const QStringList &call :
         {restoring(file), QStringList{q("verify"), q("--file"), file}, QStringList{q("inspect"), file}}) {
        const ProgramOutcome outcome = (*desk)->run(call);
        QVERIFY2(outcome.exitCode == 16, (call.first().toUtf8() + outcome.errorOutput + outcome.output));
    }
    QCOMPARE(databases(), QByteArray("farm"));
}

void tst_ForeignFiles::hostileDumpsReachNothing_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("exitCode"); // 21: the sandbox or the role without rights refused it
    QTest::newRow("program") << QByteArray("COPY (SELECT 1) TO PROGRAM 'touch MARKER || true';") << 21;
    QTest::newRow("program as a source")
        << QByteArray("CREATE TABLE p (t text); COPY p FROM PROGRAM 'touch MARKER || true; echo 1';") << 21;
    QTest::newRow("file") << QByteArray("COPY (SELECT 1) TO 'MARKER';") << 21;
    QTest::newRow("inside a function of an index")
        << QByteArray("CREATE FUNCTION act() RETURNS int LANGUAGE plpgsql AS $$BEGIN EXECUTE 'COPY (SELECT "
                      "1) TO PROGRAM ''touch MARKER || true'''; RETURN 1; END$$; CREATE FUNCTION e(int) "
                      "RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN public.act(); END'; "
                      "CREATE INDEX ON animals (e(id));")
        << 21;
    QTest::newRow("another role") << QByteArray("ALTER ROLE postgres PASSWORD 'x';") << 21;
    QTest::newRow("back to the superuser")
        << QByteArray(
               "RESET SESSION AUTHORIZATION; RESET ROLE; COPY (SELECT 1) TO PROGRAM 'touch MARKER || true';")
        << 21;
    QTest::newRow("the settings of the server") << QByteArray("ALTER SYSTEM SET work_mem = '1MB';") << 21;
    QTest::newRow("event trigger")
        << QByteArray("CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN EXECUTE 'COPY "
                      "(SELECT 1) TO PROGRAM ''touch MARKER || true'''; END$$; CREATE EVENT TRIGGER ev ON "
                      "ddl_command_end EXECUTE FUNCTION ev(); CREATE TABLE late ();")
        << 21;
    QTest::newRow("copy of psql") << QByteArray("\\copy animals to program 'touch MARKER'") << 16;
    QTest::newRow("a second restriction") << QByteArray("\\unrestrict x\n\\! touch MARKER") << 16;
}

/// What a trusted file may not do either: nothing leaves the sandbox, nothing happens on the server.
void tst_ForeignFiles::hostileDumpsReachNothing()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, exitCode);
    const QTemporaryDir open(q("/tmp/mo-XXXXXX"));
    QFile::setPermissions(open.path(), QFile::Permissions(0x7777));
    const QString marker = open.filePath(q("marker"));
    QByteArray text = contentOf(dump({q("-Fp")}, q("good.sql")));
    const QByteArray end = "-- PostgreSQL database dump complete";
    // pg_dump empties the path: these must not be refused for that alone.
    text.replace(end,
                 "SET search_path = public;\n" + sql.replace("MARKER", marker.toUtf8()) + "\n\n--\n" + end);
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const QByteArray rolesBefore = roles();
    const ProgramOutcome outcome = (*desk)->run(restoring(written(m_folder, q("hostile.sql"), text)));
    QVERIFY2(outcome.exitCode == exitCode, outcome.errorOutput + outcome.output);
    QVERIFY(!QFile::exists(marker));
    QVERIFY(!QFile::exists(m_cluster->dataFolder() + q("/postgresql.auto.conf")) ||
            !contentOf(m_cluster->dataFolder() + q("/postgresql.auto.conf")).contains("work_mem"));
    QCOMPARE(databases(), QByteArray("farm"));
    QCOMPARE(roles(), rolesBefore);
}

void tst_ForeignFiles::whatTheProfilesRoleOwnsIsOutOfReach_data()
{
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("exitCode");
    // In a sandbox there is no such database.
    const QByteArray drop = "DROP DATABASE IF EXISTS farm WITH (FORCE);";
    const QByteArray close = "DO $$BEGIN IF EXISTS (SELECT FROM pg_database WHERE datname = 'farm') THEN "
                             "ALTER DATABASE farm CONNECTION LIMIT 0; END IF; END$$;";
    QTest::newRow("dropped by its owner") << QByteArray("farmer") << drop << 21;
    QTest::newRow("dropped by a member of its owner") << QByteArray("hand") << drop << 21;
    QTest::newRow("closed inside a function") << QByteArray("farmer") << close << 21;
    QTest::newRow("closed, and roles can be made") << QByteArray("boss") << close << 21;
    QTest::newRow("a good file, and roles can be made") << QByteArray("boss") << QByteArray() << 0;
    QTest::newRow("a good file for who owns nothing") << QByteArray("guest") << QByteArray() << 0;
}

/// The role is no superuser, but the database that the profile serves is its own.
void tst_ForeignFiles::whatTheProfilesRoleOwnsIsOutOfReach()
{
    QFETCH(QByteArray, role);
    QFETCH(QByteArray, sql);
    QFETCH(int, exitCode);
    QByteArray text = contentOf(dump({q("-Fp"), q("-O"), q("-x")}, q("own.sql")));
    const QByteArray end = "-- PostgreSQL database dump complete";
    text.replace(end, sql + "\n\n--\n" + end);
    QVERIFY_RESULT(m_cluster->psql("postgres",
                                   "CREATE ROLE farmer LOGIN CREATEDB; ALTER DATABASE farm OWNER TO farmer;"
                                   "CREATE ROLE hand LOGIN CREATEDB IN ROLE farmer; CREATE ROLE guest LOGIN "
                                   "CREATEDB; CREATE ROLE boss LOGIN CREATEDB CREATEROLE IN ROLE farmer"));
    const auto desk = Desk::make(*m_cluster, "farm", {q("--user"), QString::fromLatin1(role)});
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(restoring(written(m_folder, q("own.sql"), text)));
    const QByteArray there = databases();
    const QByteArray limit =
        m_cluster->psql("postgres", "SELECT datconnlimit FROM pg_database WHERE datname = 'farm'")->trimmed();
    for (const char *sent :
         {"DROP DATABASE IF EXISTS copy", "ALTER DATABASE farm OWNER TO postgres",
          "ALTER DATABASE farm CONNECTION LIMIT -1", "DROP ROLE hand, guest, boss, farmer"})
        QVERIFY_RESULT(m_cluster->psql("postgres", sent));
    QVERIFY_EXIT(outcome, exitCode);
    QCOMPARE(there, exitCode == 0 ? QByteArray("copy\nfarm") : QByteArray("farm"));
    QCOMPARE(limit, QByteArray("-1"));
}

/// The server runs an index's function as the table's owner whenever somebody looks into the table.
void tst_ForeignFiles::functionsWaitInVainForASuperuser()
{
    const QTemporaryDir open(q("/tmp/mo-XXXXXX"));
    QFile::setPermissions(open.path(), QFile::Permissions(0x7777));
    const QString marker = open.filePath(q("marker"));
    QByteArray text = contentOf(dump({q("-Fp")}, q("waiting.sql")));
    const QByteArray end = "-- PostgreSQL database dump complete";
    text.replace(end, "CREATE FUNCTION public.act() RETURNS int LANGUAGE plpgsql AS $$BEGIN EXECUTE 'COPY "
                      "(SELECT 1) TO PROGRAM ''touch " +
                          marker.toUtf8() +
                          "'''; RETURN 1; END$$; "
                          "CREATE FUNCTION public.w(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$BEGIN "
                          "IF current_setting('is_superuser') = 'on' THEN RETURN public.act(); END IF; "
                          "RETURN $1; EXCEPTION WHEN OTHERS THEN RETURN $1; END$$; "
                          "CREATE INDEX ON public.animals (public.w(id));\n\n--\n" +
                          end);
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(restoring(written(m_folder, q("waiting.sql"), text)));
    QVERIFY_EXIT(outcome, 0);
    QVERIFY(!QFile::exists(marker));
    QVERIFY2(outcome.errorOutput.contains("masclet_load_"), outcome.errorOutput.constData());
    QVERIFY_RESULT(m_cluster->psql("copy", "ANALYZE; REINDEX TABLE animals"));
    QVERIFY(!QFile::exists(marker));
    QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE copy"));
    // The role goes with the next one.
    QVERIFY_EXIT((*desk)->run(restoring(dump({q("-Fc")}, q("after.dump")))), 0);
    QCOMPARE(m_cluster->psql("postgres", "SELECT count(*) FROM pg_roles WHERE rolname ~ '^masclet_load_'")
                 ->trimmed(),
             QByteArray("1"));
}

/// R04
void tst_ForeignFiles::killedOnesLeaveNothingAfterTheNext()
{
    const QString file = dump({q("-Fc")}, q("killed.dump"));
    const auto desk = Desk::make(*m_cluster, "farm");
    QVERIFY_RESULT(desk);
    const QByteArray rolesBefore = roles();
    for (int round = 0; round < scaled(40); ++round) {
        const auto running = (*desk)->start(restoring(file));
        running->waitForFinished(1000 + (round * 373) % 2500);
        running->kill();
        running->waitForFinished(-1);
        QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE IF EXISTS copy"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(
        m_cluster
            ->psql("postgres", "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> "
                               "pg_backend_pid() AND backend_type = 'client backend'")
            ->trimmed(),
        QByteArray("0"), 20000);
    // The first cleans up databases, and with them gone the second the roles that owned them.
    for (int i = 0; i < 2; ++i) {
        const ProgramOutcome next = (*desk)->run(restoring(file));
        QVERIFY2(next.exitCode == 0 || next.exitCode == 3, next.errorOutput.constData());
        QVERIFY_RESULT(m_cluster->psql("postgres", "DROP DATABASE copy"));
    }
    QCOMPARE(databases(), QByteArray("farm"));
    QCOMPARE(roles(), rolesBefore);
}
