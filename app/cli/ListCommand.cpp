// list: the sets of a repository, with --runs every run, failed ones too.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/Text.h"
#include "core/service/HistoryService.h"
#include "core/service/PeopleText.h"
#include "core/service/ReportDocuments.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ListCommand)
};

using Align = TextTable::Align;

class ListCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"list",
                Tr::tr("list the backups with their states, newest first"),
                Tr::tr("Without a profile: masclet-backup list --repository PATH"),
                {{ArgumentSpec::Kind::Switch, "runs", {}, Tr::tr("list all runs, failed ones too"), {}, {}}},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

QString remarks(const StoredSet &set)
{
    QStringList words;
    if (!set.problem.isEmpty())
        words << set.problem;
    if (!set.evidence.damage.isEmpty())
        words << set.evidence.damage;
    if (set.evidence.pinned)
        words << Tr::tr("pinned: %1").arg(set.evidence.pinNote);
    if (!set.reason.isEmpty())
        words << set.reason;
    return words.join(QStringLiteral("; "));
}

QString setTable(const QList<StoredSet> &sets)
{
    TextTable table({Tr::tr("Set"), Tr::tr("Started"), Tr::tr("State"), Tr::tr("Stored"), Tr::tr("Raw"),
                     Tr::tr("Rows"), Tr::tr("Kinds"), Tr::tr("Remarks")},
                    {Align::Left, Align::Left, Align::Left, Align::Right, Align::Right, Align::Right});
    for (const StoredSet &set : sets) {
        if (set.readable)
            table.add({set.id, whenText(set.started, set.zone), stateText(set.state),
                       sizeText(set.storedBytes), sizeText(set.rawBytes), QLocale().toString(set.rows),
                       set.kinds().join(QChar(u' ')), remarks(set)});
        else
            table.add({set.id, {}, Tr::tr("unusable"), {}, {}, {}, {}, set.problem});
    }
    return table.text();
}

QString runTable(const QList<RunRecord> &runs, const QString &zone)
{
    TextTable table({Tr::tr("Run"), Tr::tr("Started"), Tr::tr("Verb"), Tr::tr("Result"), Tr::tr("Code"),
                     Tr::tr("Time"), Tr::tr("Set"), Tr::tr("Remarks")},
                    {Align::Left, Align::Left, Align::Left, Align::Left, Align::Right, Align::Right});
    for (const RunRecord &run : runs) {
        const QString remark = run.message.isEmpty() ? run.warnings.join(QStringLiteral("; ")) : run.message;
        table.add({run.id, whenText(run.started, zone), run.verb, stateText(run.state),
                   QString::number(run.exitCode), durationText(run.durationMs), run.setId, remark});
    }
    return table.text();
}

Result<int> ListCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    QJsonArray documents;
    if (context.arguments().has("runs")) {
        MASCLET_TRY_ASSIGN(const QList<RunRecord> runs, readRuns(repository, profile, JournalWish::allRuns));
        for (const RunRecord &run : runs)
            documents << toJson(run);
        context.say(runs.isEmpty() ? Tr::tr("There is no run yet.") : runTable(runs, profile.schedule.zone));
        context.answer({{QStringLiteral("runs"), documents}});
        return exitOk;
    }
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, readSets(repository, profile));
    for (const StoredSet &set : sets)
        documents << setDocument(set);
    context.say(sets.isEmpty()
                    ? Tr::tr("There is no backup yet in %1.").arg(oneLine(repository.root().path()))
                    : setTable(sets));
    context.answer(
        {{QStringLiteral("repository"), repository.root().path()}, {QStringLiteral("sets"), documents}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeListCommand()
{
    return std::make_unique<ListCommand>();
}

} // namespace masclet
