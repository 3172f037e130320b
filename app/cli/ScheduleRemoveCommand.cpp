// schedule remove: nothing starts the profile's backups by itself any more.
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

class ScheduleRemoveCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"schedule remove",
                Tr::tr("take away what starts the profile's backups; --dry-run shows the files"),
                Tr::tr("Only what \"schedule install\" wrote. Backups and the profile stay."),
                {rootArgument()},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> ScheduleRemoveCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const ScheduleRequest request, scheduleRequest(context));
    MASCLET_TRY_ASSIGN(const SchedulePlan plan, planRemoval(request));
    if (plan.isEmpty())
        context.say(Tr::tr("There is nothing to take away."));
    return showAndCarryOut(plan, context);
}

} // namespace

std::unique_ptr<Command> makeScheduleRemoveCommand()
{
    return std::make_unique<ScheduleRemoveCommand>();
}

} // namespace masclet
