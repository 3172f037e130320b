#include "tests/core/notify/tst_Message.h"

#include "core/notify/Message.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace masclet;

namespace
{

const Sender sender{QStringLiteral("db1"), QStringLiteral("masclet-backup 0.1.0"),
                    QDateTime(QDate(2025, 2, 18), QTime(1, 30), Qt::UTC)};

Profile sampleProfileWithLadder()
{
    Profile profile;
    profile.name = QStringLiteral("shop");
    profile.schedule.zone = QStringLiteral("Europe/Madrid");
    profile.contacts = {
        {QStringLiteral("devops"),
         QStringLiteral("Ana"),
         QStringLiteral("ana@example.org"),
         QStringLiteral("https://user:pw@chat.example.org/hook/T0KEN?key=K3Y"),
         {},
         {}},
        {QStringLiteral("dba"), QStringLiteral("Bo"), {}, {}, {}, QStringLiteral("+34 600 000 000")}};
    return profile;
}

Telling telling(Event event, const QString &sentence)
{
    return {event,
            {QStringLiteral("20250218T010000Z-3f9c2a"),
             {QStringLiteral("run:backup"), sentence, QStringLiteral("Look at the server.")},
             QDateTime(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC),
             {},
             {},
             {},
             {}}};
}

Message composed(const QList<Telling> &tellings)
{
    const Profile profile = sampleProfileWithLadder();
    return composeMessage(profile, ladderOf(profile).first(), tellings, sender);
}

} // namespace

void tst_Message::aFailureSaysWhatToDoAndHowToAnswer()
{
    const Message message = composed({telling(Event::Failure, QStringLiteral("The backup failed."))});
    QCOMPARE(message.event, Event::Failure);
    QCOMPARE(message.subject, QStringLiteral("[Masclet Backup] shop: The backup failed."));
    QVERIFY(message.text.contains(QStringLiteral("Since 2025-02-18 02:00 CET.")));
    QVERIFY(message.text.contains(QStringLiteral("Look at the server.")));
    QVERIFY(message.text.contains(
        QStringLiteral("masclet-backup alarm ack 20250218T010000Z-3f9c2a --profile shop")));
    QVERIFY(message.text.contains(QStringLiteral("Told next: DBA or architect after 2h.")));
    QVERIFY(message.text.contains(QStringLiteral("db1")));
    QCOMPARE(message.document[QStringLiteral("event")].toString(), QStringLiteral("failure"));
    QCOMPARE(message.document[QStringLiteral("alarms")].toArray().size(), 1);
}

void tst_Message::theGravestGivesTheSubject()
{
    const Message message = composed({telling(Event::Recovery, QStringLiteral("A.")),
                                      telling(Event::Reminder, QStringLiteral("B.")),
                                      telling(Event::Failure, QStringLiteral("C."))});
    QCOMPARE(message.event, Event::Failure);
    QCOMPARE(message.subject, QStringLiteral("[Masclet Backup] shop: 2 alarm(s)"));
    QVERIFY(message.text.contains(QStringLiteral("Over: A.")));
    const Message over = composed({telling(Event::Recovery, QStringLiteral("A."))});
    QCOMPARE(over.subject, QStringLiteral("[Masclet Backup] shop: over: A."));
    QVERIFY(!over.text.contains(QStringLiteral("alarm ack")));
}

void tst_Message::secretsAndControlCharactersStayHere()
{
    const Message message = composed({telling(
        Event::Failure,
        QStringLiteral("could not connect: password=hunter2\r\nhost postgres://u:hunter2@db/x \x1b[31m"))});
    for (const QString &text :
         {message.subject, message.text,
          QString::fromUtf8(QJsonDocument(message.document).toJson(QJsonDocument::Compact))}) {
        QVERIFY2(!text.contains(QStringLiteral("hunter2")), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("T0KEN")));
        QVERIFY(!text.contains(QChar(0x1b)));
    }
    QVERIFY(!message.subject.contains(u'\n'));
}

void tst_Message::theLadderIsPrintedWithoutSecrets()
{
    const QStringList lines = ladderLines(sampleProfileWithLadder());
    const QStringList expected{
        QStringLiteral("1. Operator (DevOps), at once: Ana (ana@example.org, https://chat.example.org/…)"),
        QStringLiteral("2. DBA or architect, after 2h: Bo (+34 600 000 000)")};
    QCOMPARE(lines, expected);
}
