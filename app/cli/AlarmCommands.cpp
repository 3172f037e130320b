// alarm list and alarm ack: what is broken until somebody mends it.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/JsonFields.h"
#include "core/base/LocalTime.h"
#include "core/service/AlarmService.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(AlarmCommands)
};

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
        return {"alarm list",
                Tr::tr("show what is broken until somebody mends it"),
                Tr::tr("Ends with 22 when there is anything."),
                {},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> AlarmListCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    MASCLET_TRY_ASSIGN(const QList<Alarm> alarms, alarmsOf(context, profile));
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
    context.say(alarms.isEmpty() ? Tr::tr("There is no alarm.") : table.text());
    context.answer({{QStringLiteral("alarms"), list}});
    return alarms.isEmpty() ? exitOk : exitCodeOf(ErrorKind::RestoreActionNeeded);
}

class AlarmAckCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"alarm ack",
                Tr::tr("say that an alarm was dealt with by hand"),
                Tr::tr("The next run would try again otherwise. It is kept in the journal who said so."),
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
    if (context.dryRun()) {
        MASCLET_TRY_ASSIGN(const Repository repository,
                           Repository::open(profile.repository.path, context.app().clock()));
        MASCLET_TRY(checkAlarm(repository, profile, id));
    } else {
        const ServiceEnvironment environment = context.services();
        MASCLET_TRY(acknowledgeAlarm(environment, profile, id, {}));
    }
    context.say(context.dryRun() ? Tr::tr("Dry run: nothing was changed.")
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
