#include "core/notify/Ladder.h"

#include "core/base/Hash.h"

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

struct RoleTime {
    const char *role;
    qint64 Profile::Notify::*after;
};
constexpr std::array<RoleTime, 3> roleTimes{RoleTime{"devops", nullptr},
                                            RoleTime{"sysadmin", &Profile::Notify::sysadminAfter},
                                            RoleTime{"dba", &Profile::Notify::dbaAfter}};

QString newIncidentId(const QDateTime &now)
{
    return now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z-'")) + QString::fromLatin1(randomHex(3));
}

/// What is open now, and what is over.
struct Sorted {
    QList<Incident> open;
    QList<Incident> over;
};

Sorted sortOut(const QList<Incident> &known, const Look &look)
{
    Sorted sorted;
    for (Incident incident : known) {
        const auto same =
            std::find_if(look.troubles.begin(), look.troubles.end(),
                         [&](const Trouble &trouble) { return trouble.key == incident.trouble.key; });
        if (same != look.troubles.end())
            incident.trouble = *same;
        if (same != look.troubles.end() || !look.whole)
            sorted.open << incident;
        else
            sorted.over << incident;
    }
    for (const Trouble &trouble : look.troubles) {
        const bool isOpen =
            std::any_of(sorted.open.begin(), sorted.open.end(),
                        [&](const Incident &incident) { return incident.trouble.key == trouble.key; });
        if (!isOpen)
            sorted.open << Incident{newIncidentId(look.now), trouble, look.now, {}, {}, {}, {}};
    }
    return sorted;
}

Event eventFor(const Rung &rung, bool knows)
{
    if (knows)
        return Event::Reminder;
    return rung.after.count() == 0 ? Event::Failure : Event::Escalation;
}

bool isReminderDue(const Incident &incident, const Profile::Notify &notify, const QDateTime &now)
{
    return notify.repeatAfter > 0 && incident.lastTold.isValid() &&
           incident.lastTold.msecsTo(now) >= notify.repeatAfter;
}

} // namespace

QList<Rung> ladderOf(const Profile &profile)
{
    QList<Rung> ladder;
    for (const RoleTime &row : roleTimes) {
        Rung rung{QString::fromLatin1(row.role), {}, {}};
        for (const Profile::Contact &contact : profile.contacts) {
            if (contact.role == rung.role)
                rung.contacts << contact;
        }
        if (row.after && !ladder.isEmpty())
            rung.after = std::max(std::chrono::milliseconds(profile.notify.*row.after), ladder.last().after);
        if (!rung.contacts.isEmpty())
            ladder << rung;
    }
    return ladder;
}

QString nameOf(Event event)
{
    switch (event) {
    case Event::Failure:
        return QStringLiteral("failure");
    case Event::Escalation:
        return QStringLiteral("escalation");
    case Event::Reminder:
        return QStringLiteral("reminder");
    case Event::Recovery:
        return QStringLiteral("recovery");
    case Event::Test:
        break;
    }
    return QStringLiteral("test");
}

std::optional<NextTelling> nextTelling(const Incident &incident, const Profile &profile)
{
    const Profile::Notify &notify = profile.notify;
    if (incident.isAcknowledged() || !notify.events.contains(QStringLiteral("failure")))
        return std::nullopt;
    std::optional<NextTelling> next;
    for (const Rung &rung : ladderOf(profile)) {
        const bool knows = incident.told.contains(rung.role);
        if (knows && (notify.repeatAfter == 0 || !incident.lastTold.isValid()))
            continue;
        const QDateTime due = knows ? incident.lastTold.addMSecs(notify.repeatAfter)
                                    : incident.since.addMSecs(rung.after.count());
        if (!next || due < next->due)
            next = NextTelling{rung.role, due, eventFor(rung, knows)};
    }
    return next;
}

QList<Incident> walkLadder(const QList<Incident> &known, const Look &look, const Profile &profile,
                           const Tell &tell)
{
    const Profile::Notify &notify = profile.notify;
    const bool tellsFailures = notify.events.contains(QStringLiteral("failure"));
    const bool tellsRecoveries = notify.events.contains(QStringLiteral("recovery"));
    Sorted sorted = sortOut(known, look);
    const QList<Incident> before = sorted.open; // reminders go by it: nobody gets two messages at once
    QStringList unreached;                      // alarms that the rung below did not get
    for (const Rung &rung : ladderOf(profile)) {
        QList<Telling> tellings;
        QList<qsizetype> told;
        for (qsizetype at = 0; tellsFailures && at < before.size(); ++at) {
            const Incident &incident = before[at];
            if (incident.isAcknowledged())
                continue;
            const bool knows = incident.told.contains(rung.role);
            const bool isTime = incident.since.msecsTo(look.now) >= rung.after.count();
            if (knows ? isReminderDue(incident, notify, look.now)
                      : isTime || unreached.contains(incident.id)) {
                tellings << Telling{eventFor(rung, knows), incident};
                told << at;
            }
        }
        for (const Incident &incident : std::as_const(sorted.over)) {
            if (tellsRecoveries && incident.told.contains(rung.role))
                tellings << Telling{Event::Recovery, incident};
        }
        if (tellings.isEmpty())
            continue;
        const bool reached = tell(rung, tellings);
        for (const qsizetype at : std::as_const(told)) {
            Incident &incident = sorted.open[at];
            if (!reached) {
                unreached << incident.id;
                continue;
            }
            unreached.removeAll(incident.id);
            if (!incident.told.contains(rung.role))
                incident.told << rung.role;
            incident.lastTold = look.now;
        }
    }
    return sorted.open;
}

} // namespace masclet
