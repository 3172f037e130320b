#include "tests/core/notify/tst_Delivery.h"

#include "core/notify/Delivery.h"
#include "core/notify/NetworkCall.h"
#include "tests/support/FakeTool.h"
#include "tests/support/NetServers.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

using namespace masclet;
using namespace masclet::test;
using namespace std::chrono_literals;

namespace
{

const Certificate &certificate()
{
    static const Certificate made;
    return made;
}

const Sender testSender{QStringLiteral("db1"), QStringLiteral("masclet-backup"),
                        QDateTime(QDate(2025, 2, 18), QTime(1, 30), Qt::UTC)};

/// A profile whose one contact gets a message.
struct Sending {
    Profile profile;
    SecretSources secrets;
    SystemClock clock;
    std::stop_source stop;

    Sending()
    {
        profile.name = QStringLiteral("shop");
        profile.notify.mailFrom = QStringLiteral("backup@example.org");
        profile.notify.mailServer = QStringLiteral("127.0.0.1");
        profile.notify.trustedCertificates = certificate().file();
        profile.contacts = {{QStringLiteral("devops"), QStringLiteral("Ana"), {}, {}, {}, {}}};
    }
    Profile::Contact &contact() { return profile.contacts.first(); }
    void mailBy(const MailServer &server, const char *security)
    {
        contact().mail = QStringLiteral("ana@example.org");
        profile.notify.mailPort = server.port();
        profile.notify.mailSecurity = QString::fromLatin1(security);
    }
    QList<Delivered> send(std::chrono::milliseconds limit = 10s)
    {
        const std::stop_token token = stop.get_token();
        const TimeBudget budget(clock, limit);
        return deliver(composeTest(profile, testSender), contact(), {profile, secrets, clock, token}, budget,
                       0);
    }
    Result<> sendOne(std::chrono::milliseconds limit = 10s) { return send(limit).first().outcome; }
};

} // namespace

void tst_Delivery::mailIsEncryptedAndComesWhole_data()
{
    QTest::addColumn<int>("manner");
    QTest::addColumn<QByteArray>("security");
    QTest::newRow("starttls") << int(MailServer::Manner::StartTls) << QByteArray("starttls");
    QTest::newRow("tls") << int(MailServer::Manner::Tls) << QByteArray("tls");
}

void tst_Delivery::mailIsEncryptedAndComesWhole()
{
    QFETCH(int, manner);
    QFETCH(QByteArray, security);
    const MailServer server(MailServer::Manner(manner), &certificate());
    Sending sending;
    sending.mailBy(server, security.constData());
    sending.profile.notify.mailUser = QStringLiteral("backup");
    sending.secrets.environment.insert(QStringLiteral("MASCLET_MAIL_PASSWORD"), QStringLiteral("se cret"));
    const QList<Delivered> delivered = sending.send();
    QCOMPARE(delivered.size(), 1);
    QVERIFY_RESULT(delivered.first().outcome);
    QCOMPARE(server.mails().size(), 1);
    const ReceivedMail mail = server.mails().first();
    QVERIFY(mail.encrypted);
    QCOMPARE(mail.login, QByteArray("\0backup\0se cret", 15));
    QCOMPARE(mail.from, QStringLiteral("backup@example.org"));
    QCOMPARE(mail.to, QStringList{QStringLiteral("ana@example.org")});
    QCOMPARE(mail.subject(), QStringLiteral("[Masclet Backup] shop: test message"));
    QVERIFY(mail.body().contains(QStringLiteral("Nothing is wrong.")));
}

void tst_Delivery::aServerWithoutEncryptionGetsNothing()
{
    const MailServer server(MailServer::Manner::Plain);
    Sending sending;
    sending.mailBy(server, "starttls");
    const QList<Delivered> delivered = sending.send();
    QVERIFY_FAILS(delivered.first().outcome, ErrorKind::Connection);
    QVERIFY(delivered.first().outcome.error().message.contains(QStringLiteral("offers no encryption")));
    QVERIFY(server.mails().isEmpty());
}

void tst_Delivery::plainMailGoesOutWhenAskedForByName()
{
    const MailServer server(MailServer::Manner::Plain);
    Sending sending;
    sending.mailBy(server, "none");
    QVERIFY_RESULT(sending.sendOne());
    QVERIFY(!server.mails().first().encrypted);
}

void tst_Delivery::aWrongCertificateIsRefusedInItsOwnWords_data()
{
    QTest::addColumn<int>("manner");
    QTest::addColumn<QByteArray>("security");
    QTest::newRow("starttls") << int(MailServer::Manner::StartTls) << QByteArray("starttls");
    QTest::newRow("tls") << int(MailServer::Manner::Tls) << QByteArray("tls");
    QTest::newRow("web") << -1 << QByteArray();
}

void tst_Delivery::aWrongCertificateIsRefusedInItsOwnWords()
{
    QFETCH(int, manner);
    QFETCH(QByteArray, security);
    const Certificate other;
    const MailServer mail(manner < 0 ? MailServer::Manner::Plain : MailServer::Manner(manner), &other);
    const WebServer web(WebServer::Manner::Answers, &other);
    Sending sending;
    if (manner < 0)
        sending.contact().webhook = web.url(QStringLiteral("/hook"));
    else
        sending.mailBy(mail, security.constData());
    const QList<Delivered> delivered = sending.send();
    QVERIFY_FAILS(delivered.first().outcome, ErrorKind::Connection);
    const Error &error = delivered.first().outcome.error();
    QVERIFY2(error.message.contains(QStringLiteral("is not trusted")), qPrintable(error.message));
    QVERIFY(mail.mails().isEmpty());
    QVERIFY(web.calls().isEmpty());
}

void tst_Delivery::aRefusedLoginSaysSo()
{
    const MailServer server(MailServer::Manner::RefusesLogin, &certificate());
    Sending sending;
    sending.mailBy(server, "starttls");
    sending.profile.notify.mailUser = QStringLiteral("backup");
    QVERIFY_FAILS(sending.sendOne(), ErrorKind::Credentials); // no password at all
    sending.secrets.environment.insert(QStringLiteral("MASCLET_MAIL_PASSWORD"), QStringLiteral("wrong"));
    const QList<Delivered> delivered = sending.send();
    QVERIFY_FAILS(delivered.first().outcome, ErrorKind::Credentials);
    QVERIFY(!delivered.first().outcome.error().detail.contains(QStringLiteral("wrong")));
}

void tst_Delivery::thePasswordFileMustBePrivate()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("mail")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("from the file\n");
    file.close();
    Sending sending;
    sending.profile.notify.mailUser = QStringLiteral("backup");
    sending.profile.notify.mailPasswordFile = file.fileName();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadOther));
    QVERIFY_FAILS(findMailPassword(sending.profile, sending.secrets, {}), ErrorKind::Credentials);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    const auto found = findMailPassword(sending.profile, sending.secrets, {});
    QVERIFY_RESULT(found);
    QCOMPARE(QByteArray(found->password.bytes().data(), qsizetype(found->password.bytes().size())),
             QByteArray("from the file"));
}

void tst_Delivery::webhooksGetTheDocument()
{
    const WebServer server(WebServer::Manner::Answers, &certificate());
    Sending sending;
    sending.contact().webhook = server.url(QStringLiteral("/hook/T0KEN"));
    const QList<Delivered> delivered = sending.send();
    QVERIFY_RESULT(delivered.first().outcome);
    QVERIFY(!delivered.first().place.contains(QStringLiteral("T0KEN")));
    QCOMPARE(server.calls().size(), 1);
    const ReceivedCall call = server.calls().first();
    QCOMPARE(call.method, QByteArray("POST"));
    QCOMPARE(call.path, QByteArray("/hook/T0KEN"));
    QCOMPARE(call.contentType, QByteArray("application/json"));
    const QJsonDocument document = QJsonDocument::fromJson(call.body);
    QCOMPARE(document[QStringLiteral("event")].toString(), QStringLiteral("test"));
    QCOMPARE(document[QStringLiteral("profile")].toString(), QStringLiteral("shop"));
}

void tst_Delivery::anAnswerThatIsNoYesIsAFailureWithoutTheToken()
{
    WebServer server;
    server.setCode(404);
    Sending sending;
    sending.contact().webhook = server.url(QStringLiteral("/hook/T0KEN"));
    const QList<Delivered> delivered = sending.send();
    QVERIFY_FAILS(delivered.first().outcome, ErrorKind::Connection);
    const Error &error = delivered.first().outcome.error();
    QVERIFY(error.message.contains(QStringLiteral("404")));
    QVERIFY(!(error.message + error.hint + error.detail).contains(QStringLiteral("T0KEN")));
}

void tst_Delivery::commandsGetTheDocumentAndNoShell()
{
    QTemporaryDir folder;
    const QByteArray place = folder.path().toUtf8();
    const FakeTool tool("cat >" + place + "/got\nprintf '%s|%s|%s' \"$1\" \"$MASCLET_EVENT\" \"$HOME\" >" +
                        place + "/arguments");
    Sending sending;
    sending.contact().command = QStringList{tool.path(), QStringLiteral("$(id) ; `id`")};
    const QList<Delivered> delivered = sending.send();
    QVERIFY_RESULT(delivered.first().outcome);
    QFile arguments(folder.filePath(QStringLiteral("arguments")));
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    QCOMPARE(arguments.readAll(), QByteArray("$(id) ; `id`|test|/"));
    QFile got(folder.filePath(QStringLiteral("got")));
    QVERIFY(got.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(got.readAll())[QStringLiteral("profile")].toString(),
             QStringLiteral("shop"));
}

void tst_Delivery::aHangingServerOrProgramIsLeftAtTheLimit()
{
    const MailServer mail(MailServer::Manner::Hangs);
    const WebServer web(WebServer::Manner::Hangs);
    const FakeTool tool("exec sleep 60");
    Sending sending;
    sending.mailBy(mail, "starttls");
    sending.contact().webhook = web.url(QStringLiteral("/"));
    sending.contact().command = QStringList{tool.path()};
    QElapsedTimer timer;
    timer.start();
    const QList<Delivered> delivered = sending.send(900ms);
    QVERIFY(timer.elapsed() < 20'000); // servers and program would take for ever
    QCOMPARE(delivered.size(), 3);
    for (const Delivered &one : delivered) {
        QVERIFY_FAILS(one.outcome, ErrorKind::Connection);
        QVERIFY2(one.outcome.error().message.contains(QStringLiteral("within")),
                 qPrintable(one.outcome.error().message));
    }
}

void tst_Delivery::aStopEndsItAtOnce()
{
    const WebServer web(WebServer::Manner::Hangs);
    Sending sending;
    sending.contact().webhook = web.url(QStringLiteral("/"));
    sending.stop.request_stop();
    QVERIFY_FAILS(sending.sendOne(10min), ErrorKind::Stopped);
}

void tst_Delivery::oneThatFailsTakesNothingFromTheOthers()
{
    const WebServer web;
    const MailServer mail(MailServer::Manner::Hangs);
    Sending sending;
    sending.mailBy(mail, "starttls");
    sending.contact().webhook = web.url(QStringLiteral("/"));
    const QList<Delivered> delivered = sending.send(1s);
    QVERIFY(!delivered[0].outcome);
    QVERIFY_RESULT(delivered[1].outcome);
}
