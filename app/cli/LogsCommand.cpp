// logs: what a run wrote while it worked.
#include "app/cli/Commands.h"
#include "app/cli/TextTable.h"
#include "core/base/JsonFields.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/HistoryService.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LogsCommand)
};

class LogsCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {"logs",
                Tr::tr("show the log of the newest run, or of RUN"),
                {},
                {{ArgumentSpec::Kind::Positional,
                  "run",
                  Tr::tr("RUN"),
                  Tr::tr("id of a run, as \"list --runs\" shows it"),
                  {},
                  {}},
                 {ArgumentSpec::Kind::Switch, "problems", {}, Tr::tr("only warnings and errors"), {}, {}}},
                {}};
    }
    Result<int> run(CommandContext &context) const override;
};

QString levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
    case LogLevel::Info:
        return {};
    case LogLevel::Warning:
        return Tr::tr("warning");
    case LogLevel::Error:
        break;
    }
    return Tr::tr("error");
}

bool isProblem(const RunLogLine &line)
{
    return line.level == LogLevel::Warning || line.level == LogLevel::Error;
}

Result<QString> runIdFrom(const CommandContext &context, const Repository &repository, const Profile &profile)
{
    if (const QString id = context.arguments().value("run"); !id.isEmpty())
        return id;
    MASCLET_TRY_ASSIGN(const QList<RunRecord> runs, readRuns(repository, profile, 1));
    if (runs.isEmpty())
        return fail(ErrorKind::Usage, Tr::tr("There is no run yet."));
    return runs.first().id;
}

Result<int> LogsCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profileForReading());
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, context.app().clock()));
    MASCLET_TRY_ASSIGN(const QString runId, runIdFrom(context, repository, profile));
    MASCLET_TRY_ASSIGN(const QList<RunLogLine> lines, readRunLog(repository, runId));
    TextTable table;
    QJsonArray list;
    for (const RunLogLine &line : lines) {
        if (context.arguments().has("problems") && !isProblem(line))
            continue;
        table.add(
            {line.time.toTimeZone(zoneNamed(profile.schedule.zone)).toString(QStringLiteral("HH:mm:ss.zzz")),
             levelText(line.level), line.text});
        list << QJsonObject{{QStringLiteral("time"), utcText(line.time)},
                            {QStringLiteral("level"), nameOf(line.level)},
                            {QStringLiteral("text"), line.text}};
    }
    context.say(Tr::tr("Run %1").arg(runId));
    context.say(list.isEmpty() ? Tr::tr("Nothing to show.") : table.text());
    context.answer({{QStringLiteral("run"), runId}, {QStringLiteral("lines"), list}});
    return exitOk;
}

} // namespace

std::unique_ptr<Command> makeLogsCommand()
{
    return std::make_unique<LogsCommand>();
}

} // namespace masclet
