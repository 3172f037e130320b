#include "tests/keychain/tst_KeychainVerbs.h"

#include "tests/support/NetServers.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QByteArray password = "se:cr\\et-of-the-test";

QString profileFile(const Desk &desk)
{
    return desk.home() + QStringLiteral("/config/masclet-backup/profiles/desk.toml");
}

/// Files below `folder` in which `text` stands.
QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found << file.fileName();
    }
    return found;
}

QString recipientIn(const QByteArray &output)
{
    static const QRegularExpression key(QStringLiteral("age1[0-9a-z]{58}"));
    return key.match(QString::fromLatin1(output)).captured();
}

} // namespace

void tst_KeychainVerbs::initTestCase()
{
    TempCluster::Options options;
    options.listen = TempCluster::Listen::Loopback;
    options.hostRules = {QStringLiteral("host all guarded 127.0.0.1/32 scram-sha-256")};
    auto cluster = TempCluster::start(options);
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    QVERIFY_RESULT(m_cluster->psql("shop",
                                   "CREATE TABLE animals AS SELECT generate_series(1, 347) AS id;"
                                   "CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'se:cr\\et-of-the-test';"));
    auto bus = SessionBus::start();
    QVERIFY_RESULT(bus);
    m_bus = std::move(*bus);
    auto keyring = Keyring::start(*m_bus);
    QVERIFY_RESULT(keyring);
    m_keyring = std::move(*keyring);
}

void tst_KeychainVerbs::cleanupTestCase()
{
    m_keyring.reset();
    m_bus.reset();
    m_cluster.reset();
}

/// A desk whose profile takes its password from the keychain and nowhere else.
void tst_KeychainVerbs::init()
{
    auto desk =
        Desk::make(*m_cluster, "shop",
                   {QStringLiteral("--host"), QStringLiteral("127.0.0.1"), QStringLiteral("--user"),
                    QStringLiteral("guarded"), QStringLiteral("--secret"), QStringLiteral("keychain")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
    m_desk->setEnvironment(m_bus->environment());
}

ProgramOutcome tst_KeychainVerbs::run(const QString &line, const QByteArray &input) const
{
    return runProgram(m_desk->home(), line.split(QChar(u' ')), m_desk->environment(), input);
}

void tst_KeychainVerbs::thePasswordIsStoredProvenUsedAndRemoved()
{
    QCOMPARE(run(QStringLiteral("secret test")).exitCode, 12);
    const ProgramOutcome set = run(QStringLiteral("secret set --store keychain"), password + '\n');
    QVERIFY2(set.exitCode == 0, set.errorOutput.constData());
    QVERIFY(set.output.contains("Proven"));
    const ProgramOutcome test = run(QStringLiteral("secret test"));
    QVERIFY2(test.exitCode == 0, test.errorOutput.constData());
    QVERIFY(test.output.contains("the system keychain"));
    const ProgramOutcome backup = run(QStringLiteral("backup --no-retention"));
    QVERIFY2(backup.exitCode == 0, backup.errorOutput.constData());
    QVERIFY(backup.output.contains("restore-tested"));
    QCOMPARE(filesWith(m_desk->home(), password), QStringList());

    const ProgramOutcome dry = run(QStringLiteral("secret remove --store keychain --dry-run"));
    QVERIFY2(dry.exitCode == 0 && dry.output.contains("would be removed"), dry.errorOutput.constData());
    const ProgramOutcome removed = run(QStringLiteral("secret remove --store keychain --json"));
    QCOMPARE(removed.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(removed.output).object().value(QStringLiteral("removed")).toBool(),
             true);
    const ProgramOutcome gone = run(QStringLiteral("secret test"));
    QCOMPARE(gone.exitCode, 12);
    QVERIFY2(gone.errorOutput.contains("locked, or holds no password"), gone.errorOutput.constData());
}

void tst_KeychainVerbs::aRefusedPasswordIsNotStored_K07()
{
    QCOMPARE(run(QStringLiteral("secret set --store keychain"), "wrong\n").exitCode, 12);
    const ProgramOutcome removed = run(QStringLiteral("secret remove --store keychain --json"));
    QCOMPARE(QJsonDocument::fromJson(removed.output).object().value(QStringLiteral("removed")).toBool(),
             false);
}

void tst_KeychainVerbs::theSecretKeyProvesEncryptedSets()
{
    QCOMPARE(run(QStringLiteral("secret set --store keychain"), password).exitCode, 0);
    const QString file = m_desk->home() + QStringLiteral("/key.txt");
    const ProgramOutcome key = run(QStringLiteral("key create ") + file);
    QVERIFY2(key.exitCode == 0, key.errorOutput.constData());
    QCOMPARE(run(QStringLiteral("profile set --restore-test never --recipients ") + recipientIn(key.output))
                 .exitCode,
             0);
    const ProgramOutcome backup = run(QStringLiteral("backup --no-retention"));
    QVERIFY2(backup.exitCode == 0, backup.errorOutput.constData());
    QCOMPARE(run(QStringLiteral("restore-test --latest")).exitCode, 12);
    QCOMPARE(run(QStringLiteral("secret test --key")).exitCode, 12);

    QCOMPARE(run(QStringLiteral("secret set --key-file ") + file).exitCode, 2); // a pass file holds no keys
    const ProgramOutcome set = run(QStringLiteral("secret set --store keychain --key-file ") + file);
    QVERIFY2(set.exitCode == 0, set.errorOutput.constData());
    QVERIFY(QFile::remove(file));
    const ProgramOutcome found = run(QStringLiteral("secret test --key"));
    QVERIFY2(found.exitCode == 0 && found.output.contains("the system keychain"),
             found.errorOutput.constData());
    const ProgramOutcome tested = run(QStringLiteral("restore-test --latest"));
    QVERIFY2(tested.exitCode == 0, tested.errorOutput.constData());

    QCOMPARE(run(QStringLiteral("secret remove --store keychain --key")).exitCode, 0);
    QCOMPARE(run(QStringLiteral("restore-test --latest")).exitCode, 12);
    QCOMPARE(run(QStringLiteral("secret remove --store keychain")).exitCode, 0);
}

void tst_KeychainVerbs::theMailPasswordIsStoredUsedAndRemoved()
{
    const Certificate certificate;
    const MailServer server(MailServer::Manner::StartTls, &certificate);
    const QString store = QStringLiteral("secret set --mail --store keychain");
    const ProgramOutcome unread = run(store, "se:cr\\et-mail\n");
    QCOMPARE(unread.exitCode, 3); // nobody logs in there yet
    QVERIFY2(unread.errorOutput.contains("mail_user"), unread.errorOutput.constData());
    QCOMPARE(run(QStringLiteral("secret remove --mail --store keychain")).exitCode, 0);
    QFile profile(profileFile(*m_desk));
    QVERIFY(profile.open(QIODevice::Append));
    QVERIFY(profile.write("\n[[contacts]]\nrole = \"dba\"\nname = \"Ana\"\nmail = \"ana@example.org\"\n") >
            0);
    profile.close();
    const ProgramOutcome options =
        run(QStringLiteral("profile set --mail-server 127.0.0.1 --mail-port %1 --mail-from b@example.org "
                           "--mail-user backup --trusted-certificates %2")
                .arg(server.port())
                .arg(certificate.file()));
    QVERIFY2(options.exitCode == 0, options.errorOutput.constData());
    QCOMPARE(run(QStringLiteral("secret test --mail")).exitCode, 12);
    QCOMPARE(run(QStringLiteral("alarm test")).exitCode, 12);

    QCOMPARE(run(QStringLiteral("secret set --mail"), "se:cr\\et-mail\n").exitCode, 2); // no pass file has it
    const ProgramOutcome dry = run(store + QStringLiteral(" --dry-run"), "se:cr\\et-mail\n");
    QVERIFY2(dry.exitCode == 0 && dry.output.contains("would be stored"), dry.errorOutput.constData());
    QCOMPARE(run(QStringLiteral("secret test --mail")).exitCode, 12);
    const ProgramOutcome set = run(store, "se:cr\\et-mail\n");
    QVERIFY2(set.exitCode == 0, set.errorOutput.constData());
    QVERIFY2(set.output.contains("Scheduled runs cannot"), set.output.constData());
    const ProgramOutcome test = run(QStringLiteral("secret test --mail"));
    QVERIFY2(test.exitCode == 0 && test.output.contains("the system keychain"), test.errorOutput.constData());
    const ProgramOutcome sent = run(QStringLiteral("alarm test"));
    QVERIFY2(sent.exitCode == 0, sent.errorOutput.constData());
    QCOMPARE(server.mails().size(), 1);
    QCOMPARE(server.mails().first().login, QByteArray("\0backup\0se:cr\\et-mail", 21));
    QCOMPARE(filesWith(m_desk->home(), "se:cr\\et-mail"), QStringList());

    const ProgramOutcome removed = run(QStringLiteral("secret remove --mail --store keychain --json"));
    QCOMPARE(QJsonDocument::fromJson(removed.output).object().value(QStringLiteral("removed")).toBool(),
             true);
    QCOMPARE(run(QStringLiteral("secret test --mail")).exitCode, 12);
}

void tst_KeychainVerbs::aKeyThatIsNoneIsRefused()
{
    const QString file = m_desk->home() + QStringLiteral("/key.txt");
    QFile key(file);
    QVERIFY(key.open(QIODevice::WriteOnly) && key.write("no key at all\n") > 0);
    key.close();
    const ProgramOutcome set = run(QStringLiteral("secret set --store keychain --key-file ") + file);
    QCOMPARE(set.exitCode, 12);
    QVERIFY2(set.errorOutput.contains("no secret key of age"), set.errorOutput.constData());
}

/// By day all is well, also with "auto": the proof and the installation say what the night would meet.
void tst_KeychainVerbs::aPasswordThatNoSchedulerReachesIsFound()
{
    QCOMPARE(run(QStringLiteral("secret set --store keychain"), password).exitCode, 0);
    QVERIFY(QDir().mkpath(m_desk->home() + QStringLiteral("/machine/etc/cron.d")));
    const QString install = QStringLiteral("schedule install --as cron --dry-run --root ") + m_desk->home() +
                            QStringLiteral("/machine");
    const QByteArray told = "The password is in the keychain only";
    for (const char *secret : {"keychain", "auto"}) {
        QCOMPARE(run(QStringLiteral("profile set --secret ") + QLatin1String(secret)).exitCode, 0);
        QCOMPARE(run(QStringLiteral("secret test")).exitCode, 0);
        const ProgramOutcome proof = run(QStringLiteral("schedule prove --no-store"));
        QCOMPARE(proof.exitCode, 12);
        QVERIFY2(proof.output.contains(told) && proof.errorOutput.contains(told), proof.output.constData());
        QVERIFY2(proof.output.contains("secret set --store passfile"), proof.output.constData());
        const ProgramOutcome installed = run(install);
        QCOMPARE(installed.exitCode, 3);
        QVERIFY2(installed.errorOutput.contains(told), installed.errorOutput.constData());
    }
    QCOMPARE(run(QStringLiteral("secret set --store passfile"), password).exitCode, 0);
    const ProgramOutcome proof = run(QStringLiteral("schedule prove --no-store"));
    QCOMPARE(proof.exitCode, 3); // nothing is installed
    QVERIFY2(proof.output.contains("the keychain was not asked"), proof.output.constData());
    QVERIFY(!run(install).errorOutput.contains(told));
    QCOMPARE(run(QStringLiteral("secret remove --store keychain")).exitCode, 0);
}

void tst_KeychainVerbs::withoutASessionBusTheSentenceSaysSo_K01()
{
    const ProgramOutcome cron =
        runProgramUnder({QStringLiteral("/usr/bin/env"), QStringLiteral("-i")}, m_desk->home(),
                        {QStringLiteral("secret"), QStringLiteral("test"), QStringLiteral("--profile"),
                         profileFile(*m_desk)});
    QCOMPARE(cron.exitCode, 12);
    QVERIFY2(cron.errorOutput.contains("no session bus"), cron.errorOutput.constData());
    QVERIFY(cron.errorOutput.contains("pass file"));
    m_desk->setEnvironment({QStringLiteral("DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere")});
    const ProgramOutcome dead = run(QStringLiteral("secret set --store keychain"), password);
    QCOMPARE(dead.exitCode, 12);
    QVERIFY2(dead.errorOutput.contains("no session bus"), dead.errorOutput.constData());
}

void tst_KeychainVerbs::withoutAServiceTheSentenceSaysSo()
{
    const auto empty = SessionBus::start();
    QVERIFY_RESULT(empty);
    m_desk->setEnvironment((*empty)->environment());
    const ProgramOutcome test = run(QStringLiteral("secret test"));
    QCOMPARE(test.exitCode, 12);
    QVERIFY2(test.errorOutput.contains("No keychain service runs"), test.errorOutput.constData());
}

void tst_KeychainVerbs::aBusThatDeniesIsTold()
{
    const auto strict = SessionBus::start(SessionBus::Policy::DenySecrets);
    QVERIFY_RESULT(strict);
    const SilentService service(**strict, QStringLiteral("org.freedesktop.secrets"));
    m_desk->setEnvironment((*strict)->environment());
    const ProgramOutcome test = run(QStringLiteral("secret test"));
    QCOMPARE(test.exitCode, 12);
    QVERIFY2(test.errorOutput.contains("refuses this program access"), test.errorOutput.constData());
}

void tst_KeychainVerbs::aServiceThatHangsIsLeftAfterTenSeconds_K04()
{
    const auto bus = SessionBus::start();
    QVERIFY_RESULT(bus);
    const SilentService service(**bus, QStringLiteral("org.freedesktop.secrets"));
    m_desk->setEnvironment((*bus)->environment());
    QElapsedTimer timer;
    timer.start();
    const ProgramOutcome test = run(QStringLiteral("secret test"));
    QCOMPARE(test.exitCode, 12);
    QVERIFY2(test.errorOutput.contains("did not answer"), test.errorOutput.constData());
    QVERIFY2(timer.elapsed() >= 9'000 && timer.elapsed() < 20'000,
             QByteArray::number(timer.elapsed()).constData());
}

void tst_KeychainVerbs::whatIsLockedIsNeitherReadNorChanged_K02()
{
    QCOMPARE(run(QStringLiteral("secret set --store keychain"), password).exitCode, 0);
    QVERIFY_RESULT(m_keyring->lock());
    for (const char *verb : {"secret test", "backup", "secret remove --store keychain"}) {
        const ProgramOutcome outcome = run(QString::fromLatin1(verb));
        QVERIFY2(outcome.exitCode == 12, verb);
        QVERIFY2(outcome.errorOutput.contains("keychain is locked"), outcome.errorOutput.constData());
    }
    QCOMPARE(run(QStringLiteral("secret set --store keychain"), password).exitCode, 12);
    QVERIFY_RESULT(m_keyring->restart());
    QCOMPARE(run(QStringLiteral("secret test")).exitCode, 0);
}
