#include "core/service/AlarmText.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/profile/ContactTable.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(AlarmText)
};

/// More of it stands where alarms are listed.
QString beginning(const QString &sentence)
{
    constexpr int shown = 90;
    const QString line = oneLine(sentence);
    return line.size() > shown ? line.left(shown - 1) + QChar(u'…') : line;
}

} // namespace

QString toldText(const Incident &incident)
{
    if (incident.isAcknowledged())
        return Tr::tr("%1 looks after it").arg(oneLine(incident.acknowledged, 80));
    QStringList told;
    for (const QString &role : incident.told)
        told << roleTitle(role);
    return told.isEmpty() ? Tr::tr("nobody was told yet")
                          : Tr::tr("told: %1").arg(told.join(QStringLiteral(", ")));
}

QString nextTellingText(const Incident &incident, const Profile &profile, const QDateTime &now)
{
    if (profile.contacts.isEmpty())
        return Tr::tr("The profile names nobody who could be told.");
    const std::optional<NextTelling> next = nextTelling(incident, profile);
    if (!next)
        return Tr::tr("Nobody else will be told.");
    const QString role = roleTitle(next->role);
    if (next->due <= now)
        return Tr::tr("Next to be told: %1, when alarms are looked at again.").arg(role);
    const QString time = momentText(next->due, zoneNamed(profile.schedule.zone));
    return next->event == Event::Reminder ? Tr::tr("Told again: %1, on %2.").arg(role, time)
                                          : Tr::tr("Next to be told: %1, on %2.").arg(role, time);
}

QString openAlarmsText(const QList<Incident> &incidents, const Profile &profile)
{
    if (incidents.isEmpty())
        return {};
    const auto oldest =
        std::min_element(incidents.begin(), incidents.end(),
                         [](const Incident &one, const Incident &other) { return one.since < other.since; });
    const QString since = momentText(oldest->since, zoneNamed(profile.schedule.zone));
    if (incidents.size() == 1)
        return Tr::tr("Alarm since %1, %2: %3")
            .arg(since, oldest->isAcknowledged() ? toldText(*oldest) : Tr::tr("nobody looks after it"),
                 beginning(oldest->trouble.sentence));
    const auto open = std::count_if(incidents.begin(), incidents.end(),
                                    [](const Incident &incident) { return !incident.isAcknowledged(); });
    const QString text =
        Tr::tr("%n alarm(s), the oldest since %1.", nullptr, int(incidents.size())).arg(since);
    return text + QChar(u' ') +
           (open > 0 ? Tr::tr("Nobody looks after %n of them.", nullptr, int(open))
                     : Tr::tr("Somebody looks after each of them."));
}

} // namespace masclet
