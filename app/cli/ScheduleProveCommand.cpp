// schedule prove: the 2 AM run, now, as the scheduler would do it.
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

class ScheduleProveCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            "schedule prove",
            Tr::tr("make a backup now as the scheduler would, and list what it finds"),
            Tr::tr(
                "Runs this program with the environment of cron and nothing else: no terminal, no session "
                "and its keychain, a short PATH, / as working folder. Where systemd runs and has its unit, "
                "systemd starts it behind all that the unit closes off. The backup is a real one, with "
                "restore test and retention as at night; with --no-store it is made the same way and "
                "thrown away, and with --dry-run only what it needs is tried. Run it as the user whose "
                "schedule it is. Ends with the exit code of what failed."),
            {{ArgumentSpec::Kind::Switch,
              "no-store",
              {},
              Tr::tr("throw the backup away: no set, no run in the history"),
              {},
              {}}},
            {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> ScheduleProveCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const ScheduleRequest request, scheduleRequest(context));
    Proof how = context.arguments().has("no-store") ? Proof::NoStore : Proof::Backup;
    if (context.dryRun())
        how = Proof::Look;
    return proveAndSay(request, how, {}, context);
}

} // namespace

std::unique_ptr<Command> makeScheduleProveCommand()
{
    return std::make_unique<ScheduleProveCommand>();
}

} // namespace masclet
