#include "core/notify/Message.h"

#include "core/base/Hash.h"
#include "core/base/JsonFields.h"
#include "core/base/LocalTime.h"
#include "core/base/Redact.h"
#include "core/base/Text.h"
#include "core/profile/ContactTable.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Message)
};

constexpr qsizetype sentenceLimit = 600;

QString titleOf(const Profile &profile)
{
    return profile.title.isEmpty() ? profile.name : oneLine(profile.title, 80);
}

/// Servers and tools have their say in it, and it leaves the machine.
QString shownSentence(const QString &text)
{
    return redacted(oneLine(text, sentenceLimit));
}

QString subjectOf(const Profile &profile, Event event, const QList<Telling> &tellings)
{
    QStringList sentences;
    for (const Telling &telling : tellings) {
        if ((telling.event == Event::Recovery) == (event == Event::Recovery))
            sentences << shownSentence(telling.incident.trouble.sentence);
    }
    const QString what =
        sentences.size() == 1 ? sentences.first() : Tr::tr("%n alarm(s)", nullptr, int(sentences.size()));
    switch (event) {
    case Event::Recovery:
        return Tr::tr("[Masclet Backup] %1: over: %2").arg(titleOf(profile), what);
    case Event::Reminder:
        return Tr::tr("[Masclet Backup] %1: still open: %2").arg(titleOf(profile), what);
    case Event::Escalation:
        return Tr::tr("[Masclet Backup] %1: nobody has answered: %2").arg(titleOf(profile), what);
    default:
        return Tr::tr("[Masclet Backup] %1: %2").arg(titleOf(profile), what);
    }
}

QString paragraphOf(const Telling &telling, const QTimeZone &zone)
{
    const Incident &incident = telling.incident;
    const QString since = momentText(incident.since, zone);
    const QString sentence = shownSentence(incident.trouble.sentence);
    QStringList lines;
    switch (telling.event) {
    case Event::Recovery:
        return Tr::tr("Over: %1").arg(sentence) + QChar(u'\n') + Tr::tr("It began at %1.").arg(since);
    case Event::Escalation:
        lines << sentence << Tr::tr("Since %1 nobody has acknowledged it.").arg(since);
        break;
    case Event::Reminder:
        lines << sentence << Tr::tr("It is still so, since %1.").arg(since);
        break;
    default:
        lines << sentence << Tr::tr("Since %1.").arg(since);
    }
    if (!incident.trouble.hint.isEmpty())
        lines << shownSentence(incident.trouble.hint);
    return lines.join(QChar(u'\n'));
}

QString ladderText(const Profile &profile, const Rung &rung)
{
    QStringList next;
    for (const Rung &other : ladderOf(profile)) {
        if (other.after > rung.after)
            next << Tr::tr("%1 after %2").arg(roleTitle(other.role), exactDurationText(other.after.count()));
    }
    return next.isEmpty() ? QString() : Tr::tr("Told next: %1.").arg(next.join(QStringLiteral(", ")));
}

QString footer(const Profile &profile, const Sender &sender)
{
    return QStringLiteral("-- \n") +
           Tr::tr("Profile %1 on %2, %3").arg(profile.name, sender.machine, sender.program);
}

QJsonObject documentOf(const Profile &profile, const Message &message, const QList<Telling> &tellings,
                       const Sender &sender)
{
    QJsonArray alarms;
    for (const Telling &telling : tellings)
        alarms << QJsonObject{{QStringLiteral("id"), telling.incident.id},
                              {QStringLiteral("key"), telling.incident.trouble.key},
                              {QStringLiteral("event"), nameOf(telling.event)},
                              {QStringLiteral("sentence"), shownSentence(telling.incident.trouble.sentence)},
                              {QStringLiteral("hint"), shownSentence(telling.incident.trouble.hint)},
                              {QStringLiteral("since"), utcText(telling.incident.since)}};
    return {{QStringLiteral("id"), message.id},
            {QStringLiteral("event"), nameOf(message.event)},
            {QStringLiteral("profile"), profile.name},
            {QStringLiteral("title"), profile.title},
            {QStringLiteral("machine"), sender.machine},
            {QStringLiteral("program"), sender.program},
            {QStringLiteral("time"), utcText(message.time)},
            {QStringLiteral("subject"), message.subject},
            {QStringLiteral("alarms"), alarms},
            {QStringLiteral("text"), message.subject + QChar(u'\n') + message.text}};
}

Message finished(Message message, const Profile &profile, const QList<Telling> &tellings,
                 const Sender &sender)
{
    message.time = sender.now;
    message.id = QString::fromLatin1(randomHex(16)) + QStringLiteral("@masclet-backup");
    message.document = documentOf(profile, message, tellings, sender);
    return message;
}

} // namespace

Message composeMessage(const Profile &profile, const Rung &rung, const QList<Telling> &tellings,
                       const Sender &sender)
{
    const QTimeZone zone = zoneNamed(profile.schedule.zone);
    Message message;
    message.event = Event::Recovery;
    QStringList parts;
    QStringList open;
    for (const Telling &telling : tellings) {
        message.event = std::min(message.event, telling.event); // the gravest comes first
        parts << paragraphOf(telling, zone);
        if (telling.event != Event::Recovery)
            open << telling.incident.id;
    }
    for (const QString &id : std::as_const(open))
        parts << Tr::tr("To say that you look after it: masclet-backup alarm ack %1 --profile %2")
                     .arg(id, profile.reference.isEmpty() ? profile.name : profile.reference);
    if (const QString next = ladderText(profile, rung); !open.isEmpty() && !next.isEmpty())
        parts << next;
    parts << footer(profile, sender);
    message.subject = subjectOf(profile, message.event, tellings);
    message.text = parts.join(QStringLiteral("\n\n")) + QChar(u'\n');
    return finished(std::move(message), profile, tellings, sender);
}

Message composeTest(const Profile &profile, const Sender &sender)
{
    Message message;
    message.event = Event::Test;
    message.subject = Tr::tr("[Masclet Backup] %1: test message").arg(titleOf(profile));
    message.text = Tr::tr("Nothing is wrong. An alarm would reach you like this.") + QStringLiteral("\n\n") +
                   footer(profile, sender) + QChar(u'\n');
    return finished(std::move(message), profile, {}, sender);
}

QStringList ladderLines(const Profile &profile)
{
    QStringList lines;
    const QList<Rung> ladder = ladderOf(profile);
    for (qsizetype at = 0; at < ladder.size(); ++at) {
        const QString when = ladder[at].after.count() == 0
                                 ? Tr::tr("at once")
                                 : Tr::tr("after %1").arg(exactDurationText(ladder[at].after.count()));
        for (const Profile::Contact &contact : ladder[at].contacts)
            lines << Tr::tr("%1. %2, %3: %4 (%5)")
                         .arg(at + 1)
                         .arg(roleTitle(contact.role), when, oneLine(contact.name, 80), contactText(contact));
    }
    return lines;
}

QString contactsText(const QStringList &ladder)
{
    if (ladder.isEmpty())
        return {};
    return Tr::tr("Whom to tell, in this order:") + QChar(u'\n') + ladder.join(QChar(u'\n'));
}

} // namespace masclet
