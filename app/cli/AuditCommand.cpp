// audit verify: whether the journal is what was written.
#include "app/cli/Commands.h"
#include "core/base/Text.h"
#include "core/service/AuditService.h"

#include <QCoreApplication>
#include <QJsonArray>

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
        return {
            "audit verify",
            Tr::tr("check that the journal is what was written"),
            Tr::tr("Finds every record that was changed, added or removed. Records cut off at the end are "
                   "found where this machine made the newest run, or where they made or tried a set that is "
                   "still there. Ends with 16 when the journal is not what was written."),
            {},
            {}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<int> AuditVerifyCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const AuditReport report, auditJournal(environment, repository));
    const JournalAudit &audit = report.journal;
    context.answer({{QStringLiteral("records"), audit.records},
                    {QStringLiteral("firstBadLine"), audit.firstBadLine},
                    {QStringLiteral("reason"), audit.reason},
                    {QStringLiteral("setsWithoutRun"), QJsonArray::fromStringList(report.setsWithoutRun)},
                    {QStringLiteral("tornLines"), audit.tornLines},
                    {QStringLiteral("openTail"), audit.openTail}});
    const QString hint = Tr::tr("Compare journal.jsonl with a copy of the repository made elsewhere.");
    if (audit.firstBadLine > 0)
        return fail(ErrorKind::Verification,
                    Tr::tr("The journal is not what was written, from line %1 on.").arg(audit.firstBadLine),
                    hint, audit.reason);
    if (!report.setsWithoutRun.isEmpty())
        return fail(
            ErrorKind::Verification,
            Tr::tr("The journal does not speak of runs that made or tried %n set(s): records are gone.",
                   nullptr, int(report.setsWithoutRun.size())),
            hint, report.setsWithoutRun.join(QChar(u'\n')));
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
