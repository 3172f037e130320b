// profile check: try everything a backup tonight needs.
#include "app/cli/CheckItemsText.h"
#include "app/cli/Commands.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ProfileCheckCommand)
};

class ProfileCheckCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"profile check",
                Tr::tr("try connection, tools, rights and space as a backup would need them"),
                {},
                {{ArgumentSpec::Kind::Switch,
                  "accept-server",
                  {},
                  Tr::tr("a rebuilt server, or fewer rows, are right: let retention go on"),
                  {},
                  {}}},
                {"connection", "backup", "encryption", "notify", "programs"}};
    }
    Result<int> run(CommandContext &context) const override;
};

/// The number of holds lifted, or that would be.
Result<> accept(const ServiceEnvironment &environment, const Profile &profile, CommandContext &context)
{
    if (context.dryRun()) {
        context.say(Tr::tr("Dry run: nothing was accepted."));
        return {};
    }
    MASCLET_TRY_ASSIGN(const int lifted, context.runWork([&](JobContext &job) {
        return acceptServer(environment, profile, {}, job.stopToken());
    }));
    context.say(lifted == 0 ? Tr::tr("There was nothing to accept.")
                            : Tr::tr("Accepted: retention goes on. Reasons lifted: %1.").arg(lifted));
    return {};
}

Result<int> ProfileCheckCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    const ServiceEnvironment environment = context.services();
    if (context.arguments().has("accept-server"))
        MASCLET_TRY(accept(environment, profile, context));
    MASCLET_TRY_ASSIGN(const ProfileCheckReport report, context.runWork([&](JobContext &job) {
        return checkProfile(environment, profile, job);
    }));
    context.answer({{QStringLiteral("items"), sayItems(report.items, context)}});
    if (report.failure)
        return fail(*report.failure);
    return allPass(report.items) ? exitOk : exitWarnings;
}

} // namespace

std::unique_ptr<Command> makeProfileCheckCommand()
{
    return std::make_unique<ProfileCheckCommand>();
}

} // namespace masclet
