// audit verify: whether the journal is what was written.
#include "app/cli/Commands.h"
#include "core/base/Text.h"
#include "core/repository/Repository.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(AuditCommand)
};

class AuditVerifyCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"audit verify", Tr::tr("check that nobody changed or cut the journal"), {}, {}, {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> AuditVerifyCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    MASCLET_TRY_ASSIGN(const JournalAudit audit, repository.journal().audit());
    context.answer({{QStringLiteral("records"), audit.records},
                    {QStringLiteral("firstBadLine"), audit.firstBadLine},
                    {QStringLiteral("reason"), audit.reason},
                    {QStringLiteral("tornLines"), audit.tornLines},
                    {QStringLiteral("openTail"), audit.openTail}});
    if (audit.firstBadLine > 0)
        return fail(ErrorKind::Verification,
                    Tr::tr("The journal is not what was written, from line %1 on.").arg(audit.firstBadLine),
                    Tr::tr("Compare journal.jsonl with a copy of the repository made elsewhere."),
                    audit.reason);
    context.say(Tr::tr("The journal is whole: %n record(s).", nullptr, int(audit.records)));
    if (audit.tornLines > 0)
        context.say(Tr::tr("%n line(s) were cut by a crash and closed afterwards; that is no tampering.",
                           nullptr, audit.tornLines));
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeAuditVerifyCommand()
{
    return std::make_unique<AuditVerifyCommand>();
}

} // namespace masclet
