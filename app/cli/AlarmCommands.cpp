// alarm list and alarm ack: what is broken until somebody mends it.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/JsonFields.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/AlarmService.h"
#include "core/service/AlarmText.h"
#include "core/service/AlarmWatch.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(AlarmCommands)
};

/// What was done about it so far, and what comes.
QString stateText(const Incident &incident, const Profile &profile, const QDateTime &now)
{
    return incident.isAcknowledged()
               ? toldText(incident)
               : QStringLiteral("%1. %2").arg(toldText(incident), nextTellingText(incident, profile, now));
}

QJsonValue documentOf(const std::optional<NextTelling> &next)
{
    if (!next)
        return {};
    return QJsonObject{{QStringLiteral("role"), next->role}, {QStringLiteral("due"), utcText(next->due)}};
}

Result<QList<Alarm>> alarmsOf(const CommandContext &context, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    return standingAlarms(repository, profile);
}

class AlarmListCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            "alarm list",
            Tr::tr("show what is broken until somebody mends it"),
            Tr::tr("Services that a run left down, and what contacts are told of. Ends with 22 when there "
                   "is anything that nobody looks after, with 3 when somebody does."),
            {},
            {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> AlarmListCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    // What people are told of is known also where the repository cannot be read.
    const Result<QList<Alarm>> services = alarmsOf(context, profile);
    const QList<Alarm> alarms = services.value_or(QList<Alarm>());
    TextTable table({Tr::tr("Alarm"), Tr::tr("Since"), Tr::tr("Machine"), Tr::tr("What"), Tr::tr("Reason")});
    QJsonArray list;
    for (const Alarm &alarm : alarms) {
        table.add({alarm.id, momentText(alarm.since, zoneNamed(profile.schedule.zone)), alarm.machine,
                   alarm.sentence, alarm.problem});
        list << QJsonObject{{QStringLiteral("id"), alarm.id},
                            {QStringLiteral("since"), utcText(alarm.since)},
                            {QStringLiteral("machine"), alarm.machine},
                            {QStringLiteral("alarm"), alarm.sentence},
                            {QStringLiteral("problem"), alarm.problem}};
    }
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const QList<Incident> incidents, openIncidents(environment, profile));
    QJsonArray told;
    bool isAnswered = alarms.isEmpty();
    for (const Incident &incident : incidents) {
        isAnswered = isAnswered && incident.isAcknowledged();
        table.add({incident.id, momentText(incident.since, zoneNamed(profile.schedule.zone)),
                   environment.machine, oneLine(incident.trouble.sentence, 300),
                   stateText(incident, profile, environment.clock.now())});
        told << QJsonObject{{QStringLiteral("id"), incident.id},
                            {QStringLiteral("key"), incident.trouble.key},
                            {QStringLiteral("since"), utcText(incident.since)},
                            {QStringLiteral("alarm"), incident.trouble.sentence},
                            {QStringLiteral("told"), QJsonArray::fromStringList(incident.told)},
                            {QStringLiteral("acknowledged"), incident.acknowledged},
                            {QStringLiteral("next"), documentOf(nextTelling(incident, profile))}};
    }
    const bool none = alarms.isEmpty() && incidents.isEmpty();
    if (!none)
        context.say(table.text());
    else if (services)
        context.say(Tr::tr("There is no alarm."));
    context.answer({{QStringLiteral("alarms"), list}, {QStringLiteral("told"), told}});
    if (!services)
        return fail(services.error());
    if (none)
        return exitOk;
    return isAnswered ? exitWarnings : exitCodeOf(ErrorKind::RestoreActionNeeded);
}

class AlarmAckCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"alarm ack",
                Tr::tr("say that you look after an alarm, or put a service right by hand"),
                Tr::tr("Nobody else is told of it any more until it is over. Of a service that a run left "
                       "down it says that it was put right: the next run would try again otherwise. It is "
                       "kept in the journal who said so."),
                {{ArgumentSpec::Kind::Positional,
                  "alarm",
                  Tr::tr("ALARM"),
                  Tr::tr("as \"alarm list\" shows it"),
                  ArgumentSpec::Required::Yes,
                  {}}},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> AlarmAckCommand::run(CommandContext &context) const
{
    const QString id = context.arguments().value("alarm");
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const QList<Incident> incidents, openIncidents(environment, profile));
    const bool isTold = std::any_of(incidents.begin(), incidents.end(),
                                    [&](const Incident &incident) { return incident.id == id; });
    if (isTold && !context.dryRun()) {
        MASCLET_TRY(acknowledgeIncident(environment, profile, id, {}));
    } else if (!isTold && context.dryRun()) {
        MASCLET_TRY_ASSIGN(const Repository repository,
                           Repository::open(profile.repository.path, context.app().clock()));
        MASCLET_TRY(checkAlarm(repository, profile, id));
    } else if (!isTold) {
        MASCLET_TRY(acknowledgeAlarm(environment, profile, id, {}));
    }
    context.say(context.dryRun() ? Tr::tr("Dry run: nothing was changed.")
                : isTold         ? Tr::tr("You look after %1; nobody else is told of it.").arg(id)
                                 : Tr::tr("%1 is dealt with.").arg(id));
    context.answer({{QStringLiteral("acknowledged"), context.dryRun() ? QString() : id}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeAlarmListCommand()
{
    return std::make_unique<AlarmListCommand>();
}

std::unique_ptr<Command> makeAlarmAckCommand()
{
    return std::make_unique<AlarmAckCommand>();
}

} // namespace masclet
