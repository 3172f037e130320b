#include "tests/faults/tst_ServerFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>

using namespace masclet;
using namespace masclet::test;

namespace
{

QStringList asRole(const char *name)
{
    return {QStringLiteral("--user"), QString::fromLatin1(name)};
}

/// What stock gunzip makes of the newest globals.
QByteArray globalsOf(const FaultDesk &desk)
{
    QProcess gunzip;
    gunzip.start(QStringLiteral("/bin/gunzip"),
                 {QStringLiteral("-c"),
                  QStringLiteral("%1/db/%2.globals.sql.gz").arg(desk.repository(), desk.sets().value(0))});
    gunzip.waitForFinished(-1);
    return gunzip.readAllStandardOutput();
}

/// A session that keeps a table locked until it is closed.
class LockingSession
{
public:
    explicit LockingSession(const QByteArray &table)
    {
        m_psql.setProcessEnvironment(QProcessEnvironment());
        m_psql.start(stockPrograms() + QStringLiteral("/psql"),
                     {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"),
                      QStringLiteral("-h"), FaultDesk::server().socketFolder(), QStringLiteral("-p"),
                      QString::number(FaultDesk::server().port()), QStringLiteral("-U"),
                      QStringLiteral("postgres"), QStringLiteral("shop")});
        m_psql.write("BEGIN; LOCK TABLE " + table +
                     " IN ACCESS EXCLUSIVE MODE; SELECT pg_catalog.pg_backend_pid();\n");
        while (!m_psql.canReadLine() && m_psql.waitForReadyRead(10'000)) {
        }
        m_backend = m_psql.readLine().trimmed();
    }
    ~LockingSession()
    {
        m_psql.closeWriteChannel();
        m_psql.waitForFinished();
    }
    const QByteArray &backend() const { return m_backend; }

private:
    QProcess m_psql;
    QByteArray m_backend;
};

QJsonObject shown(const FaultDesk &desk)
{
    return QJsonDocument::fromJson(
               desk.run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")})
                   .output)
        .object();
}

} // namespace

/// As on managed servers, where nobody may read pg_authid.
void tst_ServerFaults::passwordsOfRolesAreLeftOutWhereTheyCannotBeRead()
{
    QVERIFY_RESULT(FaultDesk::server().psql(
        "shop", "CREATE ROLE owner_only LOGIN PASSWORD 'known'; CREATE ROLE with_password PASSWORD 'known';"
                "GRANT USAGE ON SCHEMA public TO owner_only; GRANT SELECT ON ALL TABLES IN SCHEMA public "
                "TO owner_only;"));
    const FaultDesk desk(asRole("owner_only"));
    const Invariants invariants = desk.invariants();
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.errorOutput.contains("role_passwords"), outcome.errorOutput.constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    const QByteArray globals = globalsOf(desk);
    QVERIFY2(globals.contains("CREATE ROLE with_password"), globals.constData());
    QVERIFY(!globals.contains("SCRAM-SHA-256"));
    const ProgramOutcome shown =
        desk.run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
    QVERIFY2(shown.output.contains("passwords of roles"), shown.output.constData());
    const ProgramOutcome checked = desk.run({QStringLiteral("profile"), QStringLiteral("check")});
    QVERIFY_EXIT(checked, 3);
    QVERIFY2(checked.output.contains("[Warning] Rights"), checked.output.constData());

    // Who does not want them is not told every night.
    const QStringList without{QStringLiteral("--role-passwords"), QStringLiteral("false")};
    const FaultDesk silent(asRole("owner_only") + without);
    const ProgramOutcome good = silent.backup();
    QVERIFY_EXIT(good, 0);
    QVERIFY2(good.output.contains("passwords of roles"), good.output.constData());
    const FaultDesk superuser;
    QVERIFY_EXIT(superuser.backup(), 0);
    QVERIFY(globalsOf(superuser).contains("SCRAM-SHA-256"));
}

void tst_ServerFaults::anEmptyOutputIsNoSet_D07_data()
{
    QTest::addColumn<QByteArray>("dump");
    QTest::addColumn<QByteArray>("globals");
    const QByteArray dump = DumpStub::run("pg_dump");
    const QByteArray globals = DumpStub::run("pg_dumpall");
    QTest::newRow("pg_dump wrote nothing") << QByteArray("exit 0") << globals;
    QTest::newRow("pg_dump wrote one line") << QByteArray("echo '--'") << globals;
    QTest::newRow("pg_dump wrote no end") << dump + " | head -c 1000" << globals;
    QTest::newRow("pg_dumpall wrote nothing") << dump << QByteArray("exit 0");
    QTest::newRow("pg_dumpall wrote no end") << dump << globals + " | head -c 300";
}

/// With exit code 0, as pg_dump ends on a full disk. Ours never lets it write to one, so what is missing is a
/// failed dump, not a failed disk.
void tst_ServerFaults::anEmptyOutputIsNoSet_D07()
{
    QFETCH(QByteArray, dump);
    QFETCH(QByteArray, globals);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const DumpStub stub(dump, globals);
    const ProgramOutcome outcome = desk.backup(stub.option());
    QVERIFY_EXIT(outcome, 14);
    QVERIFY_HOLDS(invariants.broken(outcome));
    QCOMPARE(desk.sets().size(), 1);
}

/// The server warns each session of a database whose collation's library has changed.
void tst_ServerFaults::warningsOfTheServerAreShownAndKept_D08()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.psql("postgres", "CREATE DATABASE collated TEMPLATE template0 LOCALE_PROVIDER icu "
                                           "ICU_LOCALE 'es'"));
    QVERIFY_RESULT(
        server.psql("postgres", "UPDATE pg_database SET datcollversion = '0.1' WHERE datname = 'collated'"));
    const FaultDesk desk({}, "collated", QString());
    const Invariants invariants = desk.invariants();
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, 3);
    const QByteArray warning = "collation version mismatch";
    QVERIFY2(outcome.errorOutput.contains(warning), endOf(outcome).constData());
    QVERIFY(QJsonDocument(desk.newestRun()).toJson().contains(warning));
    QVERIFY(QJsonDocument(shown(desk)).toJson().contains(warning));
    QVERIFY_HOLDS(invariants.broken(outcome));
    QVERIFY_RESULT(server.dropDatabase("collated"));
}

void tst_ServerFaults::aServerThatIsDownIsARecordedFailure_D12()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const ProgramOutcome failed = desk.backup({QStringLiteral("--port"), QStringLiteral("1")});
    QVERIFY_EXIT(failed, 13);
    QVERIFY_HOLDS(invariants.broken(failed));
}

void tst_ServerFaults::aLockedTableIsNamedWithItsHolder_D13()
{
    const FaultDesk desk({QStringLiteral("--lock-wait"), QStringLiteral("1s")});
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    ProgramOutcome outcome;
    {
        const LockingSession holder("public.parts");
        outcome = desk.backup();
        QVERIFY_EXIT(outcome, 14);
        QVERIFY2(outcome.errorOutput.contains("public.parts is locked by process " + holder.backend()),
                 endOf(outcome).constData());
    }
    QVERIFY_HOLDS(invariants.broken(outcome));
}

/// The session that holds the snapshot idles while pg_dump works.
void tst_ServerFaults::timeLimitsOfTheRoleDoNotEndADump_D14()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.psql("postgres", R"(
ALTER ROLE postgres SET statement_timeout = '20ms'; ALTER ROLE postgres SET lock_timeout = '20ms';
ALTER ROLE postgres SET idle_in_transaction_session_timeout = '100ms';
ALTER ROLE postgres SET idle_session_timeout = '100ms';)"));
    const FaultDesk desk;
    const DumpStub slow("/bin/sleep 1; exec " + DumpStub::run("pg_dump"));
    const ProgramOutcome outcome = desk.backup(slow.option());
    const auto reset = server.psql("postgres", "ALTER ROLE postgres RESET ALL");
    QVERIFY_EXIT(outcome, 0);
    QVERIFY_RESULT(reset);
}

void tst_ServerFaults::everythingThatCannotBeReadIsNamed_D15_C02()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.createDatabase("rights"));
    QVERIFY_RESULT(server.psql("rights", R"(
CREATE ROLE weak LOGIN; GRANT pg_read_all_data TO weak;
CREATE TABLE public.readable (n int);
CREATE TABLE public.guarded (n int); INSERT INTO public.guarded VALUES (1), (2), (3);
ALTER TABLE public.guarded ENABLE ROW LEVEL SECURITY; CREATE POLICY one ON public.guarded USING (n = 1);
SELECT lo_from_bytea(0, 'x');
CREATE ROLE weaker LOGIN; GRANT SELECT ON public.readable TO weaker;)"));
    const FaultDesk desk(asRole("weak"), "rights", QStringLiteral("readable"));
    const Invariants invariants = desk.invariants();
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, 14);
    QVERIFY2(outcome.errorOutput.contains("public.guarded"), endOf(outcome).constData());
    QVERIFY2(outcome.errorOutput.contains("BYPASSRLS"), endOf(outcome).constData());
    QVERIFY2(outcome.errorOutput.contains("large objects not readable: 1"), endOf(outcome).constData());
    const ProgramOutcome weaker = desk.backup(asRole("weaker"));
    QVERIFY_EXIT(weaker, 14);
    QVERIFY2(weaker.errorOutput.contains("tables without SELECT: public.guarded"), endOf(weaker).constData());
    QVERIFY_HOLDS(invariants.broken(weaker));
    QVERIFY_RESULT(server.dropDatabase("rights"));
}

/// The server gives no text of more than 1 GB at a time: a bytea from 512 MB on cannot be dumped. Below, it
/// is no trouble.
void tst_ServerFaults::aFieldTooLongForADumpIsNamed_D18()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.createDatabase("huge"));
    const int megabytes = scaled(540);
    QVERIFY_RESULT(server.psql("huge", "CREATE TABLE public.films (film bytea);"
                                       "ALTER TABLE public.films ALTER film SET STORAGE EXTERNAL;"
                                       "INSERT INTO public.films SELECT decode(repeat('00', 1048576 * " +
                                           QByteArray::number(megabytes / 2) +
                                           "), 'hex'); UPDATE public.films SET film = film || film;"));
    const FaultDesk desk({}, "huge", QStringLiteral("films"));
    // It is told beforehand.
    const ProgramOutcome checked = desk.run({QStringLiteral("profile"), QStringLiteral("check")});
    QCOMPARE((checked.output + checked.errorOutput).contains("public.films has a bytea of 512.0 MB"),
             megabytes >= 512);
    const Invariants invariants = desk.invariants();
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, megabytes < 512 ? 0 : 14);
    QVERIFY2(megabytes < 512 || outcome.errorOutput.contains("films"), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    QVERIFY_RESULT(server.dropDatabase("huge"));
}

void tst_ServerFaults::aMachineOutOfMemoryOrProcessesFailsCleanly_D20_data()
{
    QTest::addColumn<QStringList>("wrapper");
    // With less even the loader of programs fails.
    for (const int megabytes : {85, 90, 100, 110, 120})
        QTest::addRow("%d MB of address space", megabytes) << QStringList{
            QStringLiteral("/usr/bin/prlimit"), QStringLiteral("--as=%1").arg(megabytes << 20)};
    // The call that makes processes, not threads.
    QTest::newRow("no more processes") << QStringList{QStringLiteral("/usr/bin/strace"),
                                                      QStringLiteral("-f"),
                                                      QStringLiteral("-b"),
                                                      QStringLiteral("execve"),
                                                      QStringLiteral("-qq"),
                                                      QStringLiteral("-o"),
                                                      QStringLiteral("/dev/null"),
                                                      QStringLiteral("-e"),
                                                      QStringLiteral("trace=clone,vfork,fork"),
                                                      QStringLiteral("-e"),
                                                      QStringLiteral("inject=clone,vfork,fork:error=EAGAIN")};
}

void tst_ServerFaults::aMachineOutOfMemoryOrProcessesFailsCleanly_D20()
{
    QFETCH(QStringList, wrapper);
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const ProgramOutcome outcome =
        desk.backupUnder(QStringList{QStringLiteral("/usr/bin/timeout"), QStringLiteral("-s"),
                                     QStringLiteral("KILL"), QStringLiteral("60")} +
                         wrapper);
    // Where memory ends inside a library that does not look, the end is a signal's; never does it hang.
    const bool crashed = outcome.exitCode == 128 + SIGSEGV || outcome.exitCode == 128 + SIGABRT;
    QVERIFY2(crashed || outcome.exitCode == 1 || outcome.exitCode == 14 || outcome.exitCode == 0,
             endOf(outcome).constData());
    QCOMPARE(desk.sets().size(), outcome.exitCode == 0 ? 2 : 1);
    QVERIFY_HOLDS(invariants.broken());
}

void tst_ServerFaults::aMissingOrWrongPasswordIsNeverAskedFor_D21_K07()
{
    const QStringList guarded{QStringLiteral("--host"), QStringLiteral("127.0.0.1"),
                              QStringLiteral("--port"), QString::number(FaultDesk::server().port()),
                              QStringLiteral("--user"), QStringLiteral("guarded")};
    FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    QElapsedTimer timer;
    timer.start();
    for (const QStringList &environment : {QStringList(), QStringList(QStringLiteral("PGPASSWORD=wrong"))}) {
        desk.setEnvironment(environment);
        const ProgramOutcome outcome = desk.backup(guarded);
        QVERIFY_EXIT(outcome, 12);
        QVERIFY2(environment.isEmpty() || outcome.errorOutput.contains("PGPASSWORD"),
                 endOf(outcome).constData());
        QVERIFY_HOLDS(invariants.broken(outcome));
    }
    // A scheduled run does not try again: that would lock the account.
    QVERIFY_EXIT(desk.backup(guarded + QStringList{QStringLiteral("--scheduled"),
                                                   QStringLiteral("--retry-delay"), QStringLiteral("60s")}),
                 12);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_ServerFaults::theRightPasswordIsSeenByNobody_SR12()
{
    const FaultDesk desk({QStringLiteral("--host"), QStringLiteral("127.0.0.1"), QStringLiteral("--port"),
                          QString::number(FaultDesk::server().port()), QStringLiteral("--user"),
                          QStringLiteral("guarded")});
    const Invariants invariants = desk.invariants();
    const DumpStub stub("cat /proc/$$/environ /proc/$$/cmdline /proc/$PPID/cmdline > " +
                        desk.desk().home().toUtf8() + "/seen; exec " + DumpStub::run("pg_dump"));
    const ProgramOutcome outcome = desk.backup(stub.option());
    QVERIFY_EXIT(outcome, 0);
    QVERIFY(QFileInfo(desk.desk().home() + QStringLiteral("/seen")).size() > 100);
    QVERIFY_HOLDS(invariants.broken(outcome)); // I6 reads that file as well
}

void tst_ServerFaults::settingsOfTheDatabaseAreInTheManifest_C09()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.createDatabase("settled"));
    QVERIFY_RESULT(server.psql("postgres", R"(
CREATE ROLE settler; ALTER DATABASE settled SET work_mem = '7MB'; ALTER DATABASE settled CONNECTION LIMIT 9;
ALTER ROLE settler IN DATABASE settled SET DateStyle = 'SQL, DMY'; COMMENT ON DATABASE settled IS 'a comment';
REVOKE CONNECT ON DATABASE settled FROM PUBLIC; GRANT CONNECT ON DATABASE settled TO settler;)"));
    const FaultDesk desk({}, "settled", QString());
    QVERIFY_EXIT(desk.backup(), 0);
    QFile manifest(QStringLiteral("%1/sets/%2.json").arg(desk.repository(), desk.sets().first()));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QJsonObject database =
        QJsonDocument::fromJson(manifest.readAll()).object().value(QStringLiteral("database")).toObject();
    const QByteArray text = QJsonDocument(database).toJson();
    for (const char *part : {"work_mem=7MB", "\"connectionLimit\": 9", "DateStyle=SQL, DMY", "\"settler\"",
                             "a comment", "settler=c/postgres"})
        QVERIFY2(text.contains(part), (QByteArray(part) + text).constData());
    QVERIFY_RESULT(server.dropDatabase("settled"));
}

void tst_ServerFaults::whatIsNotInTheBackupIsListed_C10()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.createDatabase("partial"));
    QVERIFY_RESULT(server.psql("partial", R"(
CREATE TABLE public.plain (n int); CREATE UNLOGGED TABLE public.passing (n int); INSERT INTO public.passing VALUES (1);
CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE public.far (t text) SERVER files OPTIONS (filename '/etc/hostname');
CREATE SUBSCRIPTION asleep CONNECTION 'host=nowhere.invalid' PUBLICATION p
    WITH (connect = false, enabled = false, slot_name = NONE, create_slot = false);
CREATE ROLE reads_all LOGIN IN ROLE pg_read_all_data;)"));
    const FaultDesk desk({}, "partial", QStringLiteral("plain"));
    QVERIFY_EXIT(desk.backup(), 0);
    QByteArray omissions = QJsonDocument(shown(desk).value(QStringLiteral("omissions")).toArray()).toJson();
    QVERIFY2(omissions.contains("public.far"), omissions.constData());
    QVERIFY2(!omissions.contains("public.passing"), omissions.constData()); // its rows are in the dump
    // pg_dump leaves subscriptions out where the role is no superuser, and says so only as a warning.
    const ProgramOutcome outcome = desk.backup(asRole("reads_all"));
    QVERIFY_EXIT(outcome, 3);
    omissions = QJsonDocument(shown(desk).value(QStringLiteral("omissions")).toArray()).toJson();
    QVERIFY2(omissions.contains("asleep"), (omissions + outcome.errorOutput).constData());
    QVERIFY_RESULT(server.psql("partial", "DROP SUBSCRIPTION asleep"));
    QVERIFY_RESULT(server.dropDatabase("partial"));
}

void tst_ServerFaults::anEmptyDatabaseIsASetAndAShrinkage_C12()
{
    TempCluster &server = FaultDesk::server();
    QVERIFY_RESULT(server.createDatabase("bare"));
    const FaultDesk desk({}, "bare", QString());
    const Invariants invariants = desk.invariants();
    QVERIFY_EXIT(desk.backup(), 0);
    QVERIFY_RESULT(server.psql("bare", "CREATE TABLE public.things AS SELECT generate_series(1, 100) AS n"));
    QVERIFY_EXIT(desk.backup(), 0);
    QVERIFY_RESULT(server.psql("bare", "DROP TABLE public.things"));
    const ProgramOutcome outcome = desk.backup();
    QVERIFY_EXIT(outcome, 3);
    QVERIFY2(outcome.errorOutput.contains("rows"), endOf(outcome).constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    QVERIFY_RESULT(server.dropDatabase("bare"));
}

/// psql and its settings have no part in any of our work: the one among the tools is too old for what pg_dump
/// writes and gives itself away. Neither do libpq's variables and files, but for those that name a
/// connection.
void tst_ServerFaults::settingsOfTheUserReachNobody_V08_D10()
{
    FaultDesk desk;
    const QString home = desk.desk().home();
    const QByteArray marker = home.toUtf8() + "/marker";
    const DumpStub tools(DumpStub::run("pg_dump"));
    const QList<std::pair<QString, QByteArray>> files = {
        {home + QStringLiteral("/.psqlrc"), "\\set ON_ERROR_STOP off\n\\! touch " + marker + '\n'},
        {home + QStringLiteral("/.pgpass"), "*:*:*:*:wrong\n"},
        {home + QStringLiteral("/.pg_service.conf"), "[evil]\nhost=/nowhere\nrequire_auth=none\n"},
        {tools.folder() + QStringLiteral("/psql"), "#!/bin/sh\ntouch " + marker + "\nexit 1\n"},
        {home + QStringLiteral("/pager"), "#!/bin/sh\ntouch " + marker + '\n'}};
    for (const auto &[path, content] : files) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        QVERIFY(file.setPermissions(QFile::Permissions(path.endsWith(u's') ? 0x6600 : 0x7755)));
    }
    desk.setEnvironment({QStringLiteral("PGPASSWORD=") + Invariants::password(),
                         QStringLiteral("PSQLRC=%1/.psqlrc").arg(home),
                         QStringLiteral("PAGER=%1/pager").arg(home),
                         QStringLiteral("PSQL_PAGER=%1/pager").arg(home), QStringLiteral("PGSERVICE=evil"),
                         QStringLiteral("PGOPTIONS=-c statement_timeout=1 -c search_path=evil"),
                         QStringLiteral("PGCLIENTENCODING=LATIN1"), QStringLiteral("PGDATESTYLE=German"),
                         QStringLiteral("PGTZ=Asia/Tokyo"), QStringLiteral("PGGEQO=off"),
                         QStringLiteral("PGSSLMODE=verify-full"), QStringLiteral("PGHOSTADDR=198.51.100.1"),
                         QStringLiteral("PGTARGETSESSIONATTRS=standby"),
                         QStringLiteral("PGREQUIREPEER=nobody"), QStringLiteral("PGCHANNELBINDING=require"),
                         QStringLiteral("PGAPPNAME=another"), QStringLiteral("PGCONNECT_TIMEOUT=1")});
    QVERIFY_EXIT(desk.run({QStringLiteral("profile"), QStringLiteral("set"), QStringLiteral("--tools"),
                           tools.folder()}),
                 0);
    const Invariants invariants = desk.invariants();
    const ProgramOutcome made = desk.backup();
    QVERIFY_EXIT(made, 0);
    QVERIFY_EXIT(desk.run({QStringLiteral("restore-test"), QStringLiteral("--latest")}), 0);
    QVERIFY_EXIT(
        desk.run({QStringLiteral("profile"), QStringLiteral("set"), QStringLiteral("--tools"), QString()}),
        0);
    QVERIFY_EXIT(
        desk.run({QStringLiteral("restore-test"), QStringLiteral("--latest"), QStringLiteral("--sandbox")}),
        0);
    QVERIFY(!QFile::exists(QString::fromUtf8(marker)));
    QVERIFY_HOLDS(invariants.broken(made));
}

void tst_ServerFaults::aServerThatTalksWithoutEndFillsNoLog_X04_data()
{
    QTest::addColumn<QByteArray>("noise");
    QTest::addColumn<int>("exitCode");
    const QByteArray forged =
        R"(x\n{"t":"2025-02-18T01:00:00.000Z","level":"info","text":"forged"}\n\033[31mred\r\342\200\256)";
    for (const int exitCode : {0, 1}) {
        QTest::addRow("forged lines and escapes, exit %d", exitCode)
            << QByteArray("printf '" + forged + "' >&2") << exitCode;
        QTest::addRow("one line of 10 MB, exit %d", exitCode)
            << QByteArray(R"(/usr/bin/head -c 10000000 /dev/zero | /usr/bin/tr '\000' 'x' >&2)") << exitCode;
        QTest::addRow("a million lines, exit %d", exitCode)
            << QByteArray("/usr/bin/seq 1000000 >&2") << exitCode;
    }
}

void tst_ServerFaults::aServerThatTalksWithoutEndFillsNoLog_X04()
{
    QFETCH(QByteArray, noise);
    QFETCH(int, exitCode);
    const FaultDesk desk;
    const Invariants invariants = desk.invariants();
    const DumpStub stub(DumpStub::run("pg_dump") + '\n' + noise + "\nexit " + QByteArray::number(exitCode));
    const ProgramOutcome outcome = desk.backup(stub.option());
    QVERIFY_EXIT(outcome, exitCode == 0 ? 3 : 14);
    for (const char byte : {'\033', '\r'})
        QVERIFY(!outcome.errorOutput.contains(byte) && !outcome.output.contains(byte));
    QVERIFY(outcome.errorOutput.size() + outcome.output.size() < 200'000);
    const ProgramOutcome logs = desk.run({QStringLiteral("logs"), QStringLiteral("--json")});
    QVERIFY_EXIT(logs, 0);
    const QJsonArray lines =
        QJsonDocument::fromJson(logs.output).object().value(QStringLiteral("lines")).toArray();
    QVERIFY2(!lines.isEmpty() && lines.size() < 500, qPrintable(QString::number(lines.size())));
    for (const QJsonValue &line : lines)
        QVERIFY(line[QStringLiteral("text")].toString() != QStringLiteral("forged"));
    const qsizetype warnings = desk.newestRun().value(QStringLiteral("warnings")).toArray().size();
    QVERIFY2(warnings < 200, qPrintable(QString::number(warnings)));
    QVERIFY(QFileInfo(desk.repository() + QStringLiteral("/journal.jsonl")).size() < 500'000);
    QVERIFY_HOLDS(invariants.broken(outcome));
}
