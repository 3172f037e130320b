// schedule install: let cron or systemd start the profile's backups.
#include "app/cli/Commands.h"
#include "app/cli/ScheduleText.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScheduleCommands)
};

const QString cronName = QStringLiteral("cron");
const QString systemdName = QStringLiteral("systemd");

class ScheduleInstallCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        using Kind = ArgumentSpec::Kind;
        return {
            "schedule install",
            Tr::tr("let cron or systemd start the profile's backups; --dry-run shows the files"),
            Tr::tr("As root: /etc/cron.d/masclet-backup, or a timer of the machine. As another user: a timer "
                   "of that user's systemd. Each start sees whether a backup is due, by the profile's zone. "
                   "What another scheduler had for this profile is taken away; lines and units that this "
                   "program did not write are left alone."),
            {{Kind::Value,
              "as",
              QStringLiteral("cron|systemd"),
              Tr::tr("without it: systemd where it runs the machine, else cron"),
              {},
              {cronName, systemdName}},
             {Kind::Value,
              "mail-to",
              Tr::tr("ADDRESS"),
              Tr::tr("who gets by mail what runs of cron say; without it: who installs it"),
              {},
              {}},
             {Kind::Value,
              "user",
              Tr::tr("ACCOUNT"),
              Tr::tr("whose backups these are, by root: they run as that user, with its files"),
              {},
              {}},
             rootArgument()},
            {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<> choose(const Arguments &arguments, ScheduleRequest &request)
{
    const QString as = arguments.value("as");
    if (arguments.has("as") && as != cronName && as != systemdName)
        return fail(ErrorKind::Usage, Tr::tr("--as is cron or systemd."));
    if (as.isEmpty() && arguments.has("root"))
        return fail(ErrorKind::Usage, Tr::tr("What runs another system is not known here: give --as."));
    if (as == cronName)
        request.scheduler = Scheduler::Cron;
    if (as == systemdName)
        request.scheduler = request.places.userUnits.isEmpty() ? Scheduler::System : Scheduler::User;
    if (const QString user = arguments.value("user"); !user.isEmpty()) {
        if (arguments.has("root"))
            return fail(ErrorKind::Usage,
                        Tr::tr("Users of another system are not known here: --user or --root."));
        MASCLET_TRY_ASSIGN(const Account account, accountNamed(user));
        MASCLET_TRY(
            installFor(account, arguments.has("state") ? request.caller.stateFolder : QString(), request));
    }
    if (!arguments.has("mail-to"))
        return {};
    if (request.scheduler != Scheduler::Cron)
        return fail(ErrorKind::Usage, Tr::tr("Only cron sends mail: --mail-to needs --as cron."));
    request.mailTo = arguments.value("mail-to");
    return {};
}

Result<int> ScheduleInstallCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(ScheduleRequest request, scheduleRequest(context));
    MASCLET_TRY(choose(context.arguments(), request));
    MASCLET_TRY_ASSIGN(SchedulePlan plan, planSchedule(request, context.app().clock().now()));
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const QStringList warnings,
                       context.runWork([&](JobContext &job) -> Result<QStringList> {
                           MASCLET_TRY(checkUnits(request, plan, job.stopToken()));
                           return nightWarnings(environment, request, job.stopToken());
                       }));
    plan.warnings << warnings;
    return showAndCarryOut(plan, context);
}

} // namespace

std::unique_ptr<Command> makeScheduleInstallCommand()
{
    return std::make_unique<ScheduleInstallCommand>();
}

} // namespace masclet
