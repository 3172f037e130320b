// retention: what would be kept and deleted, and why; with --apply just that is done.
#include "app/cli/Commands.h"
#include "core/base/Text.h"
#include "core/service/RetentionService.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RetentionCommand)
};

class RetentionCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"retention",
                Tr::tr("show which backups are kept and deleted, and why"),
                Tr::tr("Nothing is deleted without --apply."),
                {{ArgumentSpec::Kind::Switch, "apply", {}, Tr::tr("delete what is shown"), {}, {}},
                 confirmationArgument(Tr::tr("the database's name, to confirm without a terminal"))},
                {"repository", "retention"}};
    }
    Result<int> run(CommandContext &context) const override;
};

QString verdictText(RetentionVerdict verdict)
{
    switch (verdict) {
    case RetentionVerdict::Keep:
        return Tr::tr("keep");
    case RetentionVerdict::Delete:
        return Tr::tr("delete");
    case RetentionVerdict::NotConsidered:
        break;
    }
    return Tr::tr("not considered");
}

QStringList textsOf(const QList<RetentionReason> &reasons)
{
    QStringList texts;
    for (const RetentionReason &reason : reasons)
        texts << reason.text;
    return texts;
}

QJsonObject toJson(const RetentionDecision &decision)
{
    QJsonArray items;
    for (const RetentionDecision::Item &item : decision.items) {
        QStringList codes;
        for (const RetentionReason &reason : item.reasons)
            codes << reason.code;
        items << QJsonObject{{QStringLiteral("set"), item.set.id},
                             {QStringLiteral("verdict"), nameOf(item.verdict)},
                             {QStringLiteral("reasons"), QJsonArray::fromStringList(codes)},
                             {QStringLiteral("bytes"), item.set.storedBytes}};
    }
    return {{QStringLiteral("items"), items},
            {QStringLiteral("holds"), QJsonArray::fromStringList(textsOf(decision.holds))},
            {QStringLiteral("freedBytes"), decision.freedBytes()}};
}

void print(const RetentionDecision &decision, CommandContext &context)
{
    if (decision.items.isEmpty())
        context.say(Tr::tr("There is no set yet."));
    for (const RetentionDecision::Item &item : decision.items)
        context.say(QStringLiteral("%1  %2  %3  %4")
                        .arg(item.set.id, verdictText(item.verdict), sizeText(item.set.storedBytes),
                             textsOf(item.reasons).join(u' ')));
    for (const RetentionReason &hold : decision.holds)
        context.say(Tr::tr("Nothing is deleted: %1").arg(hold.text));
}

/// Asks only when there is something to delete. What was shown, for the deletion to keep to it.
Result<QStringList> confirm(const RetentionService &service, const Profile &profile,
                            const CommandContext &context)
{
    MASCLET_TRY_ASSIGN(const RetentionDecision decision, service.decide(profile));
    const QStringList sets = decision.setsToDelete();
    if (!sets.isEmpty())
        MASCLET_TRY(
            context.confirm(Tr::tr("These backups of the database %1 will be deleted: %2")
                                .arg(oneLine(profile.connection.dbname), sets.join(QStringLiteral(", "))),
                            profile.connection.dbname));
    return sets;
}

Result<int> RetentionCommand::run(CommandContext &context) const
{
    const ServiceEnvironment environment = context.services();
    const RetentionService service(environment);
    // Never a nameless profile: what is kept is decided for one profile's sets, by its rules.
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    if (!context.arguments().has("apply") || context.dryRun()) {
        MASCLET_TRY_ASSIGN(const RetentionDecision decision, service.decide(profile));
        print(decision, context);
        context.answer(toJson(decision));
        return exitOk;
    }
    RetentionRequest request;
    request.profile = profile;
    MASCLET_TRY_ASSIGN(request.shown, confirm(service, profile, context));
    MASCLET_TRY_ASSIGN(const RetentionReport report,
                       context.runWork([&](JobContext &job) { return service.apply(request, job); }));
    print(report.decision, context);
    context.say(Tr::tr("Deleted: %n set(s), %1 freed", nullptr, int(report.pruned.deleted.size()))
                    .arg(sizeText(report.pruned.freedBytes)));
    QJsonObject answer = toJson(report.decision);
    answer[QStringLiteral("deleted")] = QJsonArray::fromStringList(report.pruned.deleted);
    answer[QStringLiteral("run")] = masclet::toJson(report.run);
    context.answer(answer);
    return report.run.exitCode;
}

} // namespace

std::unique_ptr<Command> makeRetentionCommand()
{
    return std::make_unique<RetentionCommand>();
}

} // namespace masclet
