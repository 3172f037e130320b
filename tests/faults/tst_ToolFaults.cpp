#include "tests/faults/tst_ToolFaults.h"

#include "tests/faults/FaultDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

using namespace masclet;
using namespace masclet::test;

void tst_ToolFaults::toolsOlderThanTheServerAreRefused_D09()
{
    const FaultDesk desk;
    QVERIFY_EXIT(desk.backup(), 0);
    const Invariants invariants = desk.invariants();
    const FakeTool old(
        "case \"$1\" in --version) echo 'pg_dump (PostgreSQL) 14.9';; *) touch \"$0.used\";; esac");
    const ProgramOutcome outcome = desk.backup({QStringLiteral("--tools"), old.folder()});
    QVERIFY_EXIT(outcome, 20);
    QVERIFY2(outcome.errorOutput.contains("postgresql-client-15"), endOf(outcome).constData());
    QVERIFY(!QFile::exists(old.path() + QStringLiteral(".used")));
    QVERIFY_HOLDS(invariants.broken(outcome));
}

/// The role is let into its own database alone, and the server's certificate is known to the home folder
/// alone.
void tst_ToolFaults::theToolsGetInWhereOurSessionDoes_K09()
{
    const QTemporaryDir keys(QStringLiteral("/tmp/mk-XXXXXX"));
    const QString certificate = keys.filePath(QStringLiteral("server.crt"));
    const QString key = keys.filePath(QStringLiteral("server.key"));
    QCOMPARE(QProcess::execute(
                 QStringLiteral("/bin/sh"),
                 {QStringLiteral("-ec"),
                  QStringLiteral("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 "
                                 "-addext subjectAltName=IP:127.0.0.1 -out \"$1\" -keyout \"$2\" "
                                 "2> /dev/null; chmod 0600 \"$2\"; chown -R postgres \"$3\""),
                  QStringLiteral("sh"), certificate, key, keys.path()}),
             0);
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.settings = {QStringLiteral("ssl = on"), QStringLiteral("ssl_cert_file = '%1'").arg(certificate),
                        QStringLiteral("ssl_key_file = '%1'").arg(key)};
    options.hostRules = {QStringLiteral("hostssl shop backup 127.0.0.1/32 trust"),
                         QStringLiteral("host all backup 0.0.0.0/0 reject")};
    const auto server = TempCluster::start(options);
    QVERIFY_RESULT(server);
    QVERIFY_RESULT((*server)->createDatabase("shop"));
    QVERIFY_RESULT((*server)->psql("shop", "CREATE ROLE backup LOGIN; GRANT pg_read_all_data TO backup; "
                                           "CREATE TABLE animals AS SELECT generate_series(1, 10) AS id"));
    const auto desk =
        Desk::make(**server, "shop", {QStringLiteral("--restore-test"), QStringLiteral("never")});
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT(
        (*desk)->run({QStringLiteral("profile"), QStringLiteral("set"), QStringLiteral("--host"),
                      QStringLiteral("127.0.0.1"), QStringLiteral("--user"), QStringLiteral("backup"),
                      QStringLiteral("--sslmode"), QStringLiteral("verify-full")}),
        0);
    const QStringList backup{QStringLiteral("backup"), QStringLiteral("--no-retention")};
    QVERIFY_EXIT((*desk)->run(backup), 13); // nobody knows the certificate
    QVERIFY(QDir((*desk)->home()).mkpath(QStringLiteral(".postgresql")));
    QVERIFY(QFile::copy(certificate, (*desk)->home() + QStringLiteral("/.postgresql/root.crt")));
    const ProgramOutcome made = (*desk)->run(backup);
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, endOf(made).constData());
    QVERIFY(
        QDir((*desk)->repository() + QStringLiteral("/sets")).entryList({QStringLiteral("*.json")}).size() ==
        1);
}

/// Newer than the server is no matter, known holes are (3.1): the backup is made and says so.
void tst_ToolFaults::toolsWithKnownHolesAreAWarning_SR1()
{
    const FaultDesk desk;
    const Invariants invariants = desk.invariants();
    const DumpStub old = DumpStub::ofVersion("15.14");
    const ProgramOutcome outcome = desk.backup(old.option());
    QVERIFY_EXIT(outcome, 3);
    const QByteArray sentence = "The client tools are 15.14 and lack security fixes that came with 15.20.";
    QVERIFY2(outcome.errorOutput.contains(sentence), endOf(outcome).constData());
    QVERIFY(QJsonDocument(desk.newestRun()).toJson().contains(sentence));
    const ProgramOutcome shown =
        desk.run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
    QVERIFY2(shown.output.contains(sentence), endOf(shown).constData());
    QFile manifest(QStringLiteral("%1/sets/%2.json").arg(desk.repository(), desk.sets().value(0)));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QByteArray text = manifest.readAll();
    QVERIFY2(text.contains(sentence) && text.contains("15.14"), text.constData());
    QVERIFY_HOLDS(invariants.broken(outcome));
    QVERIFY_EXIT(desk.backup(), 0);
}
