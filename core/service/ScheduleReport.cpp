// schedule show: what is really there. Changing it is in ScheduleService.cpp.
#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/schedule/CronFile.h"
#include "core/service/DueBackup.h"
#include "core/service/HistoryService.h"
#include "core/service/ScheduleService.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScheduleService)
};

constexpr std::chrono::seconds askLimit{10};
constexpr int daysOfAYear = 366;

/// Lines of a service that go by the profile.
constexpr std::array roomLines = {
    "RestrictNamespaces=", "SystemCallFilter=~",      "IPAddressDeny=",         "PrivateNetwork=",
    "ProtectHome=",        "MemoryDenyWriteExecute=", "CapabilityBoundingSet=", "LoadCredentialEncrypted="};

/// The lines of a unit that begin so.
QByteArrayList linesWith(const QByteArray &unit, const QByteArray &begin)
{
    QByteArrayList lines = unit.split('\n');
    lines.removeIf([&](const QByteArray &line) { return !line.startsWith(begin); });
    return lines;
}

/// Whether the unit may write there. The state folder is that of whoever installed it.
bool mayWrite(const QByteArray &unit, const ScheduledBackup &backup, const QString &stateFolder)
{
    const QByteArray line = linesWith(unit, "ReadWritePaths=").join() + ' ';
    return std::all_of(
        backup.writtenFolders.begin(), backup.writtenFolders.end(), [&](const QString &folder) {
            const QByteArray word = unitWord(folder, Dollar::Kept) + ' ';
            return folder == stateFolder || line.contains('=' + word) || line.contains(' ' + word);
        });
}

/// Whether the same times would be installed now, and as much room for a sandbox. Program, user and language
/// are those of whoever installed it.
bool isCurrent(const InstalledSchedule &installed, const ScheduleRequest &request, const QDateTime &now)
{
    if (installed.isOfPackage)
        return true;
    const Result<ScheduledBackup> backup = scheduledBackup(request.profile, request.caller);
    if (!backup)
        return false;
    if (installed.scheduler == Scheduler::Cron) {
        const auto lines = cronLines(*backup, {QTimeZone::systemTimeZone(), QString()}, now);
        return lines && cronStarts(*lines) == cronStarts(installed.times);
    }
    const UnitScope scope = installed.scheduler == Scheduler::User ? UnitScope::User : UnitScope::System;
    const SystemdUnits units = systemdUnits(*backup, scope, now);
    // What the profile needs now, such as a network for somebody who is told since.
    const auto sameRoom = [&](const char *line) {
        return linesWith(units.service, line) == linesWith(installed.service, line);
    };
    const bool isSystem = installed.scheduler == Scheduler::System;
    return (!isSystem || mayWrite(installed.service, *backup, request.caller.stateFolder)) &&
           units.timer == installed.times && units.watchTimer == installed.watchTimer &&
           std::all_of(roomLines.begin(), roomLines.end(), sameRoom);
}

/// Of the last start, where that failed.
QString failureIn(const QByteArray &properties)
{
    if (!linesWith(properties, "ActiveState=").contains("ActiveState=failed"))
        return {};
    const QByteArrayList words = linesWith(properties, "Result=") + linesWith(properties, "ExecMainStatus=");
    return oneLine(words.join(", "), 200);
}

/// What systemd says about timer and service, as it says it.
void askSystemd(const ScheduleRequest &request, const std::stop_token &stop, ScheduleReport::Part &part)
{
    const InstalledSchedule &installed = part.installed;
    const SchedulePlaces &places = request.places;
    const bool asksOwn =
        installed.isOfPackage || (installed.scheduler == Scheduler::User) == !places.userUnits.isEmpty();
    if (installed.scheduler == Scheduler::Cron || !places.root.isEmpty() || !places.systemdRuns() || !asksOwn)
        return;
    const SystemdUnits names = unitNames(installed, request.profile.name);
    ToolCommand command;
    command.program = request.profile.programs.systemctl;
    command.environment = cleanEnvironment();
    if (installed.scheduler == Scheduler::User) {
        command.arguments << "--user";
        command.environment << "XDG_RUNTIME_DIR=" + QFile::encodeName(places.sessionFolder);
    }
    command.arguments
        << "show"
        << "--property=Id,ActiveState,NextElapseUSecRealtime,LastTriggerUSec,Result,ExecMainStatus"
        << names.timerName.toUtf8() << names.serviceName.toUtf8();
    const Result<QByteArray> answer = runTool(command, stop, askLimit, ErrorKind::Config);
    if (!answer) {
        part.state = answer.error().message;
        return;
    }
    const qsizetype service = answer->indexOf("Id=" + names.serviceName.toUtf8());
    // Properties come in any order, units in that of the question with an empty line between them.
    const qsizetype begin = answer->lastIndexOf("\n\n", service);
    if (service >= 0)
        part.failure = failureIn(answer->mid(std::max<qsizetype>(begin, 0)));
    QStringList words;
    for (const QByteArray &line : answer->split('\n')) {
        if (!line.isEmpty() && !line.endsWith('='))
            words << oneLine(line, 200);
    }
    part.state = words.join(QStringLiteral(", "));
}

/// systemd.exec(5), "Process Exit Codes": the service was not started for want of its credentials.
const QString credentialsStatus = QStringLiteral("ExecMainStatus=243");

void findProblems(const ScheduleRequest &request, ScheduleReport &report)
{
    if (report.parts.isEmpty())
        report.problems << Tr::tr("Nothing starts backups by itself.");
    for (const ScheduleReport::Part &part : std::as_const(report.parts)) {
        const QString name = nameOf(part.installed.scheduler);
        if (!part.isCurrent)
            report.problems << Tr::tr("%1 has other times than the profile now, or not the rights for what "
                                      "it needs: install "
                                      "the schedule again.")
                                   .arg(name);
        if (!part.installed.switchedOn)
            report.problems << Tr::tr("The timer of %1 is switched off.").arg(name);
        if (!part.failure.isEmpty()) {
            const QString unit = unitNames(part.installed, request.profile.name).serviceName;
            const QString own =
                part.installed.scheduler == Scheduler::User ? QStringLiteral("--user ") : QString();
            report.problems << Tr::tr("The last start of %1 failed (%2): \"journalctl %3-u %1\" tells why.")
                                   .arg(unit, part.failure, own);
            if (part.failure.contains(credentialsStatus))
                report.problems.last() +=
                    QChar(u' ') + Tr::tr("systemd could not decrypt one of its credentials; \"masclet-backup "
                                         "schedule prove\" tells which.");
        }
        if (!request.places.root.isEmpty())
            continue; // nothing runs there
        if (part.installed.scheduler == Scheduler::Cron && !request.places.cronRuns())
            report.problems << Tr::tr("cron does not run here.");
        if (part.installed.scheduler == Scheduler::System && !request.places.systemdRuns())
            report.problems << Tr::tr("systemd does not run this machine.");
    }
}

} // namespace

Result<ScheduleReport> readSchedule(const ServiceEnvironment &environment, const ScheduleRequest &request,
                                    int count, const std::stop_token &stop)
{
    const Profile &profile = request.profile;
    const QDateTime now = environment.clock.now();
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    constexpr int runsLookedAt = 500; // a scheduled one farther back says nothing about today's schedule
    MASCLET_TRY_ASSIGN(const QList<RunRecord> lately, readRuns(repository, profile, runsLookedAt));
    MASCLET_TRY_ASSIGN(const std::optional<PlannedRun> due, dueBackup(repository, profile, now));

    const NextRuns runs(profile.schedule);
    ScheduleReport report;
    report.zone = runs.zone();
    report.next = runs.after(now, count);
    for (const PlannedRun &run : runs.after(now, daysOfAYear * int(profile.schedule.at.size()))) {
        if (run.clocks != WallTime::Once)
            report.clockChanges << run;
    }
    report.isDue = due.has_value();
    for (const RunRecord &run : lately) {
        if (run.verb == QStringLiteral("backup") && run.trigger == QStringLiteral("schedule")) {
            report.lastRun = run;
            break;
        }
    }
    for (const InstalledSchedule &installed : installedSchedules(request.places, profile.name, profile.id)) {
        report.parts << ScheduleReport::Part{installed, isCurrent(installed, request, now), {}, {}};
        askSystemd(request, stop, report.parts.last());
    }
    if (due)
        report.refused = standingRefusal(environment, profile, due->start, stop);
    findProblems(request, report);
    if (report.refused)
        report.problems << refusalText(*report.refused, profile);
    return report;
}

} // namespace masclet
