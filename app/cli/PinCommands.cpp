// pin and unpin: keep a set from retention, or give it free.
#include "app/cli/Commands.h"
#include "core/service/HistoryService.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PinCommands)
};

class PinCommand final : public Command
{
public:
    explicit PinCommand(Pin pin)
        : m_pin(pin)
    {
    }
    CommandSpec spec() const override;
    Result<int> run(CommandContext &context) const override;

private:
    Pin m_pin;
};

CommandSpec PinCommand::spec() const
{
    const QList<ArgumentSpec> arguments = {
        {ArgumentSpec::Kind::Positional,
         "set",
         Tr::tr("SET"),
         Tr::tr("id of a backup, as \"list\" shows it"),
         ArgumentSpec::Required::Yes,
         {}},
        {ArgumentSpec::Kind::Value, "note", Tr::tr("TEXT"), Tr::tr("why, for those who come later"), {}, {}}};
    return m_pin == Pin::Set ? CommandSpec{"pin", Tr::tr("keep a backup from retention"), {}, arguments, {}}
                             : CommandSpec{"unpin", Tr::tr("let retention decide again"), {}, arguments, {}};
}

Result<int> PinCommand::run(CommandContext &context) const
{
    const QString setId = context.arguments().value("set");
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    MASCLET_TRY_ASSIGN(const StoredSet set, findSet(repository, profile, setId));
    const bool asWanted = set.evidence.pinned == (m_pin == Pin::Set);
    if (!context.dryRun() && !asWanted)
        MASCLET_TRY(changePin(context.app().services(), profile.repository.path, setId, m_pin,
                              context.arguments().value("note"), {}));
    if (asWanted)
        context.say(m_pin == Pin::Set ? Tr::tr("%1 is pinned already.").arg(setId)
                                      : Tr::tr("%1 is not pinned.").arg(setId));
    else if (context.dryRun())
        context.say(Tr::tr("Dry run: %1 was not changed.").arg(setId));
    else
        context.say(m_pin == Pin::Set ? Tr::tr("%1 is pinned: retention never deletes it.").arg(setId)
                                      : Tr::tr("%1 is not pinned any more: retention decides.").arg(setId));
    context.answer(
        {{QStringLiteral("set"), setId}, {QStringLiteral("changed"), !asWanted && !context.dryRun()}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makePinCommand()
{
    return std::make_unique<PinCommand>(Pin::Set);
}

std::unique_ptr<Command> makeUnpinCommand()
{
    return std::make_unique<PinCommand>(Pin::Lift);
}

} // namespace masclet
