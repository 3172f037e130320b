// schedule show: what starts backups on this machine, and when the next ones are due.
#include "app/cli/Commands.h"
#include "app/cli/ScheduleText.h"
#include "app/cli/TextTable.h"
#include "core/base/JsonFields.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScheduleCommands)
};

constexpr int runsShown = 7;

class ScheduleShowCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        return {
            "schedule show",
            Tr::tr("show what starts backups here, and when the next ones are due"),
            Tr::tr(
                "Looks at the files of cron and systemd and asks systemd. Ends with 3 when backups may not "
                "start by themselves, or not at the profile's times."),
            {rootArgument()},
            {}};
    }
    Result<int> run(CommandContext &context) const override;
};

QJsonArray documentOf(const QList<PlannedRun> &runs)
{
    QJsonArray list;
    for (const PlannedRun &run : runs)
        list << QJsonObject{{QStringLiteral("day"), run.day.toString(Qt::ISODate)},
                            {QStringLiteral("time"), run.time.toString(QStringLiteral("HH:mm"))},
                            {QStringLiteral("start"), utcText(run.start)},
                            {QStringLiteral("remark"), clockRemark(run)}};
    return list;
}

QJsonObject documentOf(const ScheduleReport &report)
{
    QJsonArray parts;
    for (const ScheduleReport::Part &part : report.parts)
        parts << QJsonObject{{QStringLiteral("scheduler"), nameOf(part.installed.scheduler)},
                             {QStringLiteral("files"), QJsonArray::fromStringList(part.installed.files)},
                             {QStringLiteral("current"), part.isCurrent},
                             {QStringLiteral("on"), part.installed.switchedOn},
                             {QStringLiteral("state"), part.state},
                             {QStringLiteral("failure"), part.failure}};
    return {{QStringLiteral("installed"), parts},
            {QStringLiteral("zone"), QString::fromLatin1(report.zone.id())},
            {QStringLiteral("due"), report.isDue},
            {QStringLiteral("refused"), report.refused ? utcText(report.refused->time) : QString()},
            {QStringLiteral("next"), documentOf(report.next)},
            {QStringLiteral("clockChanges"), documentOf(report.clockChanges)},
            {QStringLiteral("lastRun"), report.lastRun ? QJsonValue(toJson(*report.lastRun)) : QJsonValue()},
            {QStringLiteral("problems"), QJsonArray::fromStringList(report.problems)}};
}

void print(const ScheduleReport &report, CommandContext &context)
{
    for (const ScheduleReport::Part &part : report.parts) {
        context.say(
            Tr::tr("Installed: %1, %2")
                .arg(nameOf(part.installed.scheduler), part.installed.files.join(QStringLiteral(", "))));
        if (!part.state.isEmpty())
            context.say(QStringLiteral("  ") + part.state);
    }
    if (report.lastRun)
        context.say(Tr::tr("Last scheduled run: %1, exit code %2")
                        .arg(momentText(report.lastRun->started, report.zone))
                        .arg(report.lastRun->exitCode));
    if (report.isDue)
        context.say(Tr::tr("A backup is due now."));
    TextTable table({Tr::tr("Next run"), Tr::tr("UTC"), Tr::tr("Remark")});
    const QDateTime shown = report.next.isEmpty() ? QDateTime() : report.next.last().start;
    QList<PlannedRun> runs = report.next;
    for (const PlannedRun &run : report.clockChanges) {
        if (run.start > shown)
            runs << run;
    }
    for (const PlannedRun &run : std::as_const(runs))
        table.add(
            {momentText(run.start, report.zone), momentText(run.start, QTimeZone::utc()), clockRemark(run)});
    context.say(table.text());
    for (const QString &problem : report.problems)
        context.note(Tr::tr("Warning: %1").arg(problem));
}

Result<int> ScheduleShowCommand::run(CommandContext &context) const
{
    const ServiceEnvironment environment = context.services();
    MASCLET_TRY_ASSIGN(const ScheduleRequest request, scheduleRequest(context));
    MASCLET_TRY_ASSIGN(const ScheduleReport report, context.runWork([&](JobContext &job) {
        return readSchedule(environment, request, runsShown, job.stopToken());
    }));
    print(report, context);
    context.answer(documentOf(report));
    return report.problems.isEmpty() ? exitOk : exitWarnings;
}

} // namespace

std::unique_ptr<Command> makeScheduleShowCommand()
{
    return std::make_unique<ScheduleShowCommand>();
}

} // namespace masclet
