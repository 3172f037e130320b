// backup: make one proven set, then let retention delete what it replaces.
#include "app/cli/Commands.h"
#include "core/base/JsonFields.h"
#include "core/base/Text.h"
#include "core/service/BackupProcedure.h"
#include "core/service/BackupRehearsal.h"
#include "core/service/DueBackup.h"
#include "core/service/PeopleText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(BackupCommand)
};

class BackupCommand final : public Command
{
public:
    CommandSpec spec() const override
    {
        using Kind = ArgumentSpec::Kind;
        return {
            "backup",
            Tr::tr("make a backup: dumped in one snapshot, counted, synced, read back"),
            Tr::tr(
                "The restore test follows when the profile says so, then retention. Ends with 0 when the "
                "set is complete and verified and the steps after it did not fail. 17 means that the "
                "restore test failed, 18 that the set is good and retention was not, 22 that a service "
                "could not be started again: the next run tries that first. With --if-due it ends with 0 "
                "and makes "
                "nothing when a verified backup was started since the last planned time: however often "
                "it is called, each planned time of a day gets one good backup; a login that the server "
                "refused is "
                "not tried again (12) before the profile, the password or the planned time is another one."),
            {{Kind::Value, "reason", QStringLiteral("TEXT"), Tr::tr("why, for the history"), {}, {}},
             {Kind::Switch,
              "stop-services",
              {},
              Tr::tr("stop the profile's services first and start them again afterwards"),
              {},
              {}},
             {Kind::Switch, "no-retention", {}, Tr::tr("delete nothing afterwards"), {}, {}},
             {Kind::Switch,
              "no-store",
              {},
              Tr::tr("do all of it but keep nothing: what is dumped is thrown away, no run is recorded"),
              {},
              {}},
             {Kind::Switch,
              "scheduled",
              {},
              Tr::tr("started by a scheduler: faults that may pass are tried again"),
              {},
              {}},
             {Kind::Switch,
              "if-due",
              {},
              Tr::tr("only when the schedule has a run that no good backup was made for since"),
              {},
              {}},
             {Kind::Value,
              "wait",
              QStringLiteral("4h"),
              Tr::tr("wait so long for another run to end"),
              {},
              {}}},
            {"connection", "repository", "backup", "config", "logs", "encryption", "schedule", "retention",
             "checks", "programs"}};
    }
    Result<int> run(CommandContext &context) const override;
};

Result<std::chrono::milliseconds> waitFrom(const Arguments &arguments)
{
    const QString text = arguments.value("wait");
    const qint64 wait = text.isEmpty() ? 0 : parseDuration(text);
    if (wait < 0)
        return fail(ErrorKind::Usage, Tr::tr("\"%1\" is not a duration.").arg(oneLine(text, 60)),
                    Tr::tr("Write it as 4h, 90min or 30s."));
    return std::chrono::milliseconds(wait);
}

void printPlan(const BackupProcedurePlan &procedure, CommandContext &context)
{
    const BackupPlan &plan = procedure.backup;
    context.say(Tr::tr("Dry run: nothing is written. The steps:"));
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        context.say(QStringLiteral("  %1. %2").arg(i + 1).arg(plan.steps[i]));
    context.say(Tr::tr("Command: %1").arg(plan.command));
    context.say(Tr::tr("Space: at most about %1 needed, %2 free")
                    .arg(sizeText(plan.estimate), sizeText(plan.freeBytes)));
    QJsonArray omissions;
    for (const ManifestOmission &omission : plan.omissions) {
        context.say(Tr::tr("Not in the backup: %1 (%2)").arg(omission.what, omission.reason));
        omissions << QJsonObject{{QStringLiteral("what"), omission.what},
                                 {QStringLiteral("reason"), omission.reason}};
    }
    for (const QString &warning : plan.warnings)
        context.note(warning);
    context.answer({{QStringLiteral("steps"), QJsonArray::fromStringList(plan.steps)},
                    {QStringLiteral("command"), plan.command},
                    {QStringLiteral("estimateBytes"), plan.estimate},
                    {QStringLiteral("freeBytes"), plan.freeBytes},
                    {QStringLiteral("warnings"), QJsonArray::fromStringList(plan.warnings)},
                    {QStringLiteral("omissions"), omissions},
                    {QStringLiteral("toRead"), QJsonArray::fromStringList(procedure.setsToRead)},
                    {QStringLiteral("toDelete"), QJsonArray::fromStringList(procedure.setsToDelete)}});
}

/// Quiet for a scheduler: cron would send it by mail every hour.
void printNotDue(const Profile &profile, CommandContext &context)
{
    const NextRuns runs(profile.schedule);
    const QList<PlannedRun> next = runs.after(context.app().clock().now(), 1);
    if (!context.arguments().has("scheduled"))
        context.say(next.isEmpty() ? Tr::tr("No backup is due, and none is planned.")
                                   : Tr::tr("No backup is due; the next one is planned for %1.")
                                         .arg(momentText(next.first().start, runs.zone())));
    context.answer(
        {{QStringLiteral("due"), false},
         {QStringLiteral("next"), next.isEmpty() ? QJsonValue() : QJsonValue(utcText(next.first().start))}});
}

int print(const RehearsalReport &report, CommandContext &context)
{
    context.say(Tr::tr("Dumped and thrown away: %1 rows in %n table(s), %2 raw, %3 packed, in %4", nullptr,
                       report.tables)
                    .arg(QLocale().toString(report.rows), sizeText(report.rawBytes),
                         sizeText(report.packedBytes), durationText(report.durationMs)));
    for (const QString &warning : report.warnings)
        context.note(Tr::tr("Warning: %1").arg(warning));
    context.answer({{QStringLiteral("rows"), report.rows},
                    {QStringLiteral("tables"), report.tables},
                    {QStringLiteral("rawBytes"), report.rawBytes},
                    {QStringLiteral("packedBytes"), report.packedBytes},
                    {QStringLiteral("durationMs"), report.durationMs},
                    {QStringLiteral("warnings"), QJsonArray::fromStringList(report.warnings)}});
    return report.warnings.isEmpty() ? exitOk : exitWarnings;
}

void print(const BackupReport &report, CommandContext &context)
{
    const Manifest &manifest = report.manifest;
    context.say(Tr::tr("%1: verified, %2 rows in %n table(s), %3 stored, %4 raw, in %5", nullptr,
                       int(manifest.tables.size()))
                    .arg(manifest.setId, QLocale().toString(manifest.rows()),
                         sizeText(manifest.storedBytes()), sizeText(manifest.rawBytes()),
                         durationText(report.run.durationMs)));
    if (report.run.load)
        context.say(Tr::tr("Load on the server meanwhile: %1").arg(loadText(*report.run.load)));
    for (const ManifestFile &file : manifest.files)
        context.say(QStringLiteral("  %1  %2").arg(QString::fromUtf8(file.path), sizeText(file.storedSize)));
    for (const ManifestOmission &omission : manifest.omissions)
        context.say(Tr::tr("Not in the backup: %1 (%2)").arg(omission.what, omission.reason));
}

void print(const BackupProcedureReport &report, CommandContext &context)
{
    print(report.backup, context);
    QJsonObject answer{{QStringLiteral("run"), toJson(report.backup.run)},
                       {QStringLiteral("set"), report.backup.manifest.setId}};
    if (report.test && *report.test) {
        const RestoreTestReport &test = **report.test;
        if (!test.failure)
            context.say(Tr::tr("%1: restore-tested, all counts are equal").arg(test.run.setId));
        answer[QStringLiteral("restoreTest")] = toJson(test.run);
    }
    if (report.reread && *report.reread) {
        for (const QString &setId : (*report.reread)->read)
            context.say(Tr::tr("%1: its stored bytes were read again and are good").arg(setId));
        answer[QStringLiteral("reread")] = toJson((*report.reread)->run);
    }
    if (report.retention && *report.retention) {
        const RetentionReport &retention = **report.retention;
        for (const RetentionReason &hold : retention.decision.holds)
            context.note(Tr::tr("Retention deletes nothing: %1").arg(hold.text));
        for (const QString &setId : retention.pruned.deleted)
            context.say(Tr::tr("Deleted by retention: %1").arg(setId));
        answer[QStringLiteral("deleted")] = QJsonArray::fromStringList(retention.pruned.deleted);
    }
    if (report.droppedKept && *report.droppedKept) {
        for (const QString &name : (*report.droppedKept)->dropped)
            context.say(Tr::tr("Dropped, its 7 days are over: %1").arg(name));
    }
    context.answer(answer);
}

Result<int> BackupCommand::run(CommandContext &context) const
{
    MASCLET_TRY_ASSIGN(const Profile profile, context.profile());
    MASCLET_TRY_ASSIGN(const std::chrono::milliseconds wait, waitFrom(context.arguments()));
    const ServiceEnvironment environment = context.services();
    BackupRequest request;
    request.profile = profile;
    request.reason = context.arguments().value("reason");
    request.wait = wait;
    if (context.arguments().has("stop-services"))
        request.services = BackupRequest::Services::Stop;
    if (context.arguments().has("scheduled"))
        request.trigger = QStringLiteral("schedule");
    if (context.arguments().has("if-due"))
        request.when = BackupRequest::When::IfDue;
    BackupProcedureRequest procedure{request, BackupProcedureRequest::Retention::Apply};
    if (context.arguments().has("no-retention"))
        procedure.retention = BackupProcedureRequest::Retention::Leave;
    if (context.dryRun()) {
        if (request.when == BackupRequest::When::IfDue) {
            MASCLET_TRY_ASSIGN(const bool due, isBackupDue(environment, profile));
            if (!due) {
                printNotDue(profile, context);
                return exitOk;
            }
        }
        MASCLET_TRY_ASSIGN(const BackupProcedurePlan plan, context.runWork([&](JobContext &job) {
            return planBackupProcedure(environment, procedure, job);
        }));
        printPlan(plan, context);
        return exitOk;
    }
    if (context.arguments().has("no-store")) {
        MASCLET_TRY_ASSIGN(const RehearsalReport report, context.runWork([&](JobContext &job) {
            return rehearseBackup(environment, request, job);
        }));
        return print(report, context);
    }
    MASCLET_TRY_ASSIGN(const BackupProcedureReport report, context.runWork([&](JobContext &job) {
        return runBackupProcedure(environment, procedure, job);
    }));
    if (report.refused) {
        if (!context.arguments().has("scheduled")) // cron would send it by mail every hour
            context.note(refusalText(*report.refused, profile));
        context.answer({{QStringLiteral("due"), true},
                        {QStringLiteral("refused"), utcText(report.refused->time)},
                        {QStringLiteral("reason"), report.refused->message}});
        return exitCodeOf(ErrorKind::Credentials);
    }
    if (!report.backup.wasMade()) {
        printNotDue(profile, context);
        return exitOk;
    }
    print(report, context);
    if (const Error *failure = report.failure())
        return fail(*failure);
    return report.exitCode();
}

} // namespace

std::unique_ptr<Command> makeBackupCommand()
{
    return std::make_unique<BackupCommand>();
}

} // namespace masclet
