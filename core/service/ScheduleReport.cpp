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
constexpr std::array roomLines = {"RestrictNamespaces=", "SystemCallFilter=~", "IPAddressDeny=",
                                  "PrivateNetwork=",     "ProtectHome=",       "MemoryDenyWriteExecute="};

/// The line of a unit that begins so.
QByteArray lineWith(const QByteArray &unit, const QByteArray &begin)
{
    for (const QByteArray &line : unit.split('\n')) {
        if (line.startsWith(begin))
            return line;
    }
    return {};
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
        return lineWith(units.service, line) == lineWith(installed.service, line);
    };
    return units.timer == installed.times && units.watchTimer == installed.watchTimer &&
           std::all_of(roomLines.begin(), roomLines.end(), sameRoom);
}

/// What systemd says about timer and service, as it says it.
QString stateOf(const InstalledSchedule &installed, const ScheduleRequest &request,
                const std::stop_token &stop)
{
    const SchedulePlaces &places = request.places;
    const bool asksOwn = (installed.scheduler == Scheduler::User) == !places.userUnits.isEmpty();
    if (installed.scheduler == Scheduler::Cron || !places.root.isEmpty() || !places.systemdRuns() || !asksOwn)
        return {};
    const SystemdUnits names = unitNames(request.profile.name);
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
    if (!answer)
        return answer.error().message;
    QStringList words;
    for (const QByteArray &line : answer->split('\n')) {
        if (!line.isEmpty() && !line.endsWith('='))
            words << oneLine(line, 200);
    }
    return words.join(QStringLiteral(", "));
}

void findProblems(const ScheduleRequest &request, ScheduleReport &report)
{
    if (report.parts.isEmpty())
        report.problems << Tr::tr("Nothing starts backups by itself.");
    for (const ScheduleReport::Part &part : std::as_const(report.parts)) {
        const QString name = nameOf(part.installed.scheduler);
        if (!part.isCurrent)
            report.problems
                << Tr::tr("%1 has other times than the profile now: install the schedule again.").arg(name);
        if (!part.installed.switchedOn)
            report.problems << Tr::tr("The timer of %1 is switched off.").arg(name);
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
    for (const InstalledSchedule &installed : installedSchedules(request.places, profile.name, profile.id))
        report.parts << ScheduleReport::Part{installed, isCurrent(installed, request, now),
                                             stateOf(installed, request, stop)};
    if (due)
        report.refused = standingRefusal(environment, profile, due->start, stop);
    findProblems(request, report);
    if (report.refused)
        report.problems << refusalText(*report.refused, profile);
    return report;
}

} // namespace masclet
