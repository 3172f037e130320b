#include "tests/cli/tst_SystemdProof.h"

#include "tests/cli/GuardedFarm.h"
#include "tests/support/FakeTool.h"
#include "tests/support/Files.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace masclet;
using namespace masclet::test;

void tst_SystemdProof::initTestCase()
{
    auto cluster = startGuardedFarm();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
}

void tst_SystemdProof::cleanupTestCase()
{
    m_desk.reset();
    m_cluster.reset();
}

void tst_SystemdProof::init()
{
    auto desk = Desk::make(*m_cluster, "farm", {q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
}

ProgramOutcome tst_SystemdProof::prove(const QStringList &more, const SystemdMachine &machine)
{
    const ProgramOutcome proof =
        m_desk->runUnder(machine.wrapper(), QStringList{q("schedule"), q("prove"), q("--json")} + more);
    m_document = QJsonDocument::fromJson(proof.output).object();
    return proof;
}

QJsonObject tst_SystemdProof::item(const char *id) const
{
    for (const QJsonValue &value : m_document.value(q("items")).toArray()) {
        if (value.toObject().value(q("item")).toString() == QLatin1String(id))
            return value.toObject();
    }
    return {};
}

// K08: the unit is given a password that only systemd can decrypt.
void tst_SystemdProof::whatSystemdDecryptsIsTried_data()
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

void tst_SystemdProof::whatSystemdDecryptsIsTried()
{
    QFETCH(const QString, name);
    QFETCH(const QString, key);
    QFETCH(const QByteArray, password);
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QString, credential);
    QFETCH(const QString, connection);
    QFETCH(const QString, words);
    const SystemdMachine machine(m_desk->home() + q("/machine"));
    QVERIFY_EXIT(
        m_desk->run({q("profile"), q("set"), q("--host"), q("127.0.0.1"), q("--user"), q("guarded")}), 0);
    const ProgramOutcome installed =
        m_desk->run({q("schedule"), q("install"), q("--as"), q("systemd"), q("--root"), machine.root()});
    QVERIFY2(installed.exitCode == 0 || installed.exitCode == 3, endOf(installed).constData());
    if (!options.isEmpty())
        QVERIFY_EXIT(m_desk->run(QStringList{q("profile"), q("set")} + options), 0);
    if (!key.isEmpty())
        QVERIFY(machine.enrol(name, password, key));
    const ProgramOutcome proof = prove({q("--no-store")}, machine);
    QVERIFY2(proof.exitCode == code, endOf(proof).constData());
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
void tst_SystemdProof::whatAnAdministratorAddedIsTried()
{
    const SystemdMachine machine(m_desk->home() + q("/machine"));
    QVERIFY_EXIT(
        m_desk->run({q("profile"), q("set"), q("--host"), q("127.0.0.1"), q("--user"), q("guarded")}), 0);
    const ProgramOutcome installed =
        m_desk->run({q("schedule"), q("install"), q("--as"), q("systemd"), q("--root"), machine.root()});
    QVERIFY2(installed.exitCode == 0 || installed.exitCode == 3, endOf(installed).constData());
    QVERIFY(machine.enrol(q("desk"), "wrong"));
    const QString secret = m_desk->home() + q("/secret");
    put(secret, "secret\n");
    const QString more = machine.root() + q("/etc/systemd/system/masclet-backup-desk.service.d");
    QVERIFY(QDir().mkpath(more));
    put(more + q("/override.conf"),
        "[Service]\nLoadCredentialEncrypted=\nLoadCredential=desk:" + secret.toUtf8() + '\n');
    const ProgramOutcome proof = prove({q("--dry-run")}, machine);
    QVERIFY2(proof.exitCode == 0, endOf(proof).constData());
    QVERIFY2(proof.output.contains("\"desk, from " + secret.toUtf8()), proof.output.constData());
}

// A stub for systemd-run, whose real one is tried by tests/packaging/real-systemd.sh.
void tst_SystemdProof::aUnitIsProvenBehindItsWalls_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("tried") << QByteArray(
                                  "printf '%s\\n' \"$@\" >>$0.said; while [ \"$1\" != -- ]; do shift; done; "
                                  "shift; exec env -i PATH=/usr/bin:/bin \"$@\"")
                           << 0 << q("everything was tried behind what the unit closes off");
    QTest::newRow("a folder is missing") << QByteArray("exit 226") << 10 << q("(status 226)");
    QTest::newRow("systemd is not asked") << QByteArray("exit 1") << 0 << q("was not tried");
}

void tst_SystemdProof::aUnitIsProvenBehindItsWalls()
{
    QFETCH(const QByteArray, script);
    QFETCH(const int, code);
    QFETCH(const QString, words);
    const FakeTool run(script, q("systemd-run"));
    const SystemdMachine machine(m_desk->home() + q("/machine"));
    const QString state = m_desk->home() + q("/another state");
    const ProgramOutcome installed = m_desk->run({q("schedule"), q("install"), q("--as"), q("systemd"),
                                                  q("--root"), machine.root(), q("--state"), state});
    QVERIFY2(installed.exitCode == 0 || installed.exitCode == 3, endOf(installed).constData());
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--systemctl"), run.folder() + q("/systemctl")}), 0);
    const ProgramOutcome proof = prove({q("--no-store")}, machine);
    QVERIFY2(proof.exitCode == code, endOf(proof).constData());
    const QString found = item("scheduler").value(q("finding")).toString();
    QVERIFY2(found.contains(words), qPrintable(found));
    QCOMPARE(item("backup").isEmpty(), code != 0);
    const QByteArray said = contentOf(run.path() + q(".said"));
    QCOMPARE(said.isEmpty(), !found.contains(q("everything")));
    if (said.isEmpty())
        return;
    for (const QByteArray &line :
         {QByteArray("--property=User=root"), QByteArray("--property=ProtectSystem=strict"),
          QByteArray("--property=LoadCredentialEncrypted=desk"), QByteArray("--no-store"), state.toUtf8()})
        QVERIFY2(said.contains('\n' + line + '\n'), line.constData());
    QVERIFY(!said.contains("=Exec") && !said.contains("WantedBy"));
}

/// Before this program ran, so that no run of it says so: 243 as a credential that cannot be decrypted.
void tst_SystemdProof::whatSystemdCouldNotStartIsAProblem()
{
    const FakeTool systemctl(
        "echo Id=masclet-backup-desk.timer; echo ActiveState=active; echo Result=success; "
        "echo; echo Id=masclet-backup-desk.service; echo \"ActiveState=$(cat $0.state)\"; "
        "echo Result=exit-code; echo ExecMainStatus=243",
        q("systemctl"));
    const SystemdMachine machine(m_desk->home() + q("/machine"));
    const ProgramOutcome installed =
        m_desk->run({q("schedule"), q("install"), q("--as"), q("systemd"), q("--root"), machine.root()});
    QVERIFY2(installed.exitCode == 0 || installed.exitCode == 3, endOf(installed).constData());
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--systemctl"), systemctl.path()}), 0);
    const auto problems = [&] {
        const ProgramOutcome shown =
            m_desk->runUnder(machine.wrapper(), {q("schedule"), q("show"), q("--json")});
        return QJsonDocument::fromJson(shown.output).object().value(q("problems")).toArray();
    };
    put(systemctl.path() + q(".state"), "failed\n");
    const QString said = problems().first().toString();
    QVERIFY2(said.contains(q("journalctl -u masclet-backup-desk.service")), qPrintable(said));
    QVERIFY2(said.contains(q("243")) && said.contains(q("schedule prove")), qPrintable(said));
    // One that was started since runs, or has ended well.
    put(systemctl.path() + q(".state"), "activating\n");
    QCOMPARE(problems(), QJsonArray());
    // What the unit does not leave room for: a file elsewhere, a password that it does not load.
    for (const QStringList &options :
         {QStringList{q("--status-file"), q("/var/lib/elsewhere/desk.json")},
          QStringList{q("--status-file"), QString(), q("--secret"), q("passfile")}}) {
        QVERIFY_EXIT(m_desk->run(QStringList{q("profile"), q("set")} + options), 0);
        QCOMPARE(problems().size(), 1);
    }
}
