#include "tests/cli/tst_UnitCredentials.h"

#include "tests/support/Desk.h"
#include "tests/support/Files.h"
#include "tests/support/SystemdMachine.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace masclet;
using namespace masclet::test;

void tst_UnitCredentials::initTestCase()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {q("host all guarded 127.0.0.1/32 scram-sha-256")};
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql("farm",
                                   "CREATE TABLE animals AS SELECT generate_series(1, 321) AS id;"
                                   "CREATE ROLE guarded LOGIN PASSWORD 'secret' IN ROLE pg_read_all_data;"));
}

void tst_UnitCredentials::cleanupTestCase()
{
    m_cluster.reset();
}

// K08: the unit is given a password that only systemd can decrypt.
void tst_UnitCredentials::whatSystemdDecryptsIsTried_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("credential"); // its result; empty: no such item
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("words");
    const QString good = q("desk");
    const QString own = q("key");
    const QString pass = q("pass");
    const QString fails = q("fail");
    const QString unknown = q("not-checked");
    const QString enrol = q("systemd-creds encrypt --name=desk - /run/credstore.encrypted/desk");
    QTest::newRow("of this machine") << good << own << QByteArray("secret") << QStringList() << 0 << pass
                                     << pass << q("credential desk");
    QTest::newRow("a wrong password") << good << own << QByteArray("wrong") << QStringList() << 12 << pass
                                      << fails << q("--name=desk - /etc/credstore.encrypted/desk");
    QTest::newRow("of another machine")
        << good << q("other-key") << QByteArray("secret") << QStringList() << 12 << fails << unknown << enrol;
    QTest::newRow("under another name")
        << q("shop") << own << QByteArray("secret") << QStringList() << 12 << fails << unknown << enrol;
    QTest::newRow("nothing here can decrypt it")
        << good << own << QByteArray("secret")
        << QStringList{q("--systemctl"), q("/usr/lib/systemd/systemctl")} << 3 << unknown << unknown
        << q("without /usr/lib/systemd/systemd-creds");
    QTest::newRow("none") << good << QString() << QByteArray() << QStringList() << 12 << QString() << fails
                          << q("fe_sendauth");
    QTest::newRow("none, and wanted")
        << good << QString() << QByteArray() << QStringList{q("--secret"), q("systemd")} << 12 << QString()
        << unknown << q("/etc/credstore.encrypted/desk");
}

void tst_UnitCredentials::whatSystemdDecryptsIsTried()
{
    QFETCH(const QString, name);
    QFETCH(const QString, key);
    QFETCH(const QByteArray, password);
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QString, credential);
    QFETCH(const QString, connection);
    QFETCH(const QString, words);
    const auto made = Desk::make(*m_cluster, "farm", {q("--restore-test"), q("never")});
    QVERIFY_RESULT(made);
    const std::unique_ptr<Desk> &desk = *made;
    const SystemdMachine machine(desk->home() + q("/machine"));
    QVERIFY_EXIT(desk->run({q("profile"), q("set"), q("--host"), q("127.0.0.1"), q("--user"), q("guarded")}),
                 0);
    const ProgramOutcome installed =
        desk->run({q("schedule"), q("install"), q("--as"), q("systemd"), q("--root"), machine.root()});
    QVERIFY2(installed.exitCode == 0 || installed.exitCode == 3, endOf(installed).constData());
    if (!options.isEmpty())
        QVERIFY_EXIT(desk->run(QStringList{q("profile"), q("set")} + options), 0);
    if (!key.isEmpty())
        QVERIFY(machine.enrol(name, password, key));
    const ProgramOutcome proof =
        desk->runUnder(machine.wrapper(), {q("schedule"), q("prove"), q("--no-store"), q("--json")});
    QVERIFY2(proof.exitCode == code, endOf(proof).constData());
    const QJsonArray items = QJsonDocument::fromJson(proof.output).object().value(q("items")).toArray();
    const auto item = [&items](const char *id) {
        for (const QJsonValue &value : items) {
            if (value.toObject().value(q("item")).toString() == QLatin1String(id))
                return value.toObject();
        }
        return QJsonObject();
    };
    QVERIFY(!item("scheduler").isEmpty());
    QCOMPARE(item("credential").value(q("result")).toString(), credential);
    QCOMPARE(item("connection").value(q("result")).toString(), connection);
    const bool works = connection == q("pass");
    QCOMPARE(
        item("password").value(q("finding")).toString().startsWith(q("from the systemd credential desk")),
        credential == q("pass"));
    QCOMPARE(item("backup").value(q("finding")).toString().startsWith(q("321 rows were dumped")), works);
    QVERIFY2(proof.output.contains(words.toUtf8()), proof.output.constData());
    QCOMPARE(machine.leftBehind(), QByteArray());
}

/// By "systemctl edit": it comes after what the unit has.
void tst_UnitCredentials::whatAnAdministratorAddedIsTried()
{
    const auto desk = Desk::make(*m_cluster, "farm", {q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    const SystemdMachine machine((*desk)->home() + q("/machine"));
    QVERIFY_EXIT(
        (*desk)->run({q("profile"), q("set"), q("--host"), q("127.0.0.1"), q("--user"), q("guarded")}), 0);
    const ProgramOutcome installed =
        (*desk)->run({q("schedule"), q("install"), q("--as"), q("systemd"), q("--root"), machine.root()});
    QVERIFY2(installed.exitCode == 0 || installed.exitCode == 3, endOf(installed).constData());
    QVERIFY(machine.enrol(q("desk"), "wrong"));
    const QString secret = (*desk)->home() + q("/secret");
    put(secret, "secret\n");
    const QString more = machine.root() + q("/etc/systemd/system/masclet-backup-desk.service.d");
    QVERIFY(QDir().mkpath(more));
    put(more + q("/override.conf"),
        "[Service]\nLoadCredentialEncrypted=\nLoadCredential=desk:" + secret.toUtf8() + '\n');
    const ProgramOutcome proof =
        (*desk)->runUnder(machine.wrapper(), {q("schedule"), q("prove"), q("--dry-run"), q("--json")});
    QVERIFY2(proof.exitCode == 0, endOf(proof).constData());
    QVERIFY2(proof.output.contains("\"desk, from " + secret.toUtf8()), proof.output.constData());
}
