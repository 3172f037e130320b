// Planning and changing what schedulers have; looking at it is in ScheduleReport.cpp.
#include "core/service/ScheduleService.h"

#include "core/base/Directory.h"
#include "core/base/Text.h"
#include "core/process/ToolProcess.h"
#include "core/schedule/CronFile.h"
#include "core/service/Passwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScheduleService)
};

constexpr std::chrono::seconds systemctlLimit{60};
/// Units and cron's file are for everybody to read: they hold no secret, and systemd complains otherwise.
constexpr mode_t everybodyReads = 0644;
constexpr qsizetype mostPathsNamed = 8;

bool isRoot(const SchedulePlaces &places)
{
    return places.userUnits.isEmpty();
}

ToolCommand systemctl(const ScheduleRequest &request, Scheduler scheduler, const QStringList &arguments)
{
    const SchedulePlaces &places = request.places;
    ToolCommand command;
    command.program = request.profile.programs.systemctl;
    command.environment = cleanEnvironment();
    QStringList all{QStringLiteral("--no-ask-password")};
    if (!places.root.isEmpty())
        all << QStringLiteral("--root=") + places.root;
    if (scheduler == Scheduler::User) {
        all << QStringLiteral("--user");
        command.environment << "XDG_RUNTIME_DIR=" + QFile::encodeName(places.sessionFolder);
    }
    for (const QString &argument : all + arguments)
        command.arguments << argument.toUtf8();
    return command;
}

/// Of another system's root nothing runs that could be told.
void tellManager(const ScheduleRequest &request, Scheduler scheduler, SchedulePlan &plan)
{
    if (request.places.root.isEmpty())
        plan.after.prepend(systemctl(request, scheduler, {QStringLiteral("daemon-reload")}));
}

/// As the user, whose folders root should not follow links in.
ToolCommand makeFolderAs(const Account &account, const QString &folder)
{
    ToolCommand command;
    command.program = QStringLiteral("/usr/bin/mkdir");
    command.arguments = {"-p", "-m", "0700", "--", QFile::encodeName(folder)};
    command.environment = cleanEnvironment();
    command.uid = account.uid;
    command.gid = account.gid;
    command.groups = account.groups;
    return command;
}

/// What a backup reads and writes.
QList<PathUse> usesOf(const ScheduleRequest &request)
{
    const Profile &profile = request.profile;
    const QString &repository = profile.repository.path;
    QList<PathUse> uses{{request.caller.program, X_OK},
                        {profile.path, R_OK},
                        {repository, R_OK | W_OK | X_OK},
                        {repository + QStringLiteral("/repository.json"), R_OK}};
    for (const QFileInfo &entry :
         QDir(repository)
             .entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        uses << PathUse{entry.filePath(), entry.isDir() ? R_OK | W_OK | X_OK : R_OK | W_OK};
    const PassFileStore passFile = passFileOf(profile);
    if (QFileInfo::exists(passFile.path()))
        uses << PathUse{passFile.path(), R_OK};
    return uses;
}

/// Before anything is installed: what only root may use fails at night.
Result<> checkRightsOf(const Account &account, const ScheduleRequest &request)
{
    MASCLET_TRY_ASSIGN(const QList<PathUse> forbidden, forbiddenUses(account, usesOf(request)));
    QStringList paths;
    for (const PathUse &use : forbidden)
        paths << oneLine(use.path);
    if (paths.isEmpty())
        return {};
    return fail(
        ErrorKind::Config,
        Tr::tr("%1 may not use all that a backup needs: %2")
            .arg(account.name, paths.mid(0, mostPathsNamed).join(QStringLiteral(", "))),
        Tr::tr("Give it the repository and the pass file (chown -R %1), and let it read the profile, which "
               "stays root's (chgrp %1 and chmod 640).")
            .arg(account.name));
}

Error foreignUnit(const QString &path)
{
    return Error{
        ErrorKind::Config,
        Tr::tr("%1 was not written for this profile by this program; it is left alone.").arg(oneLine(path)),
        Tr::tr("Move that unit away, or rename the profile."),
        {},
        {}};
}

Result<> removeCron(const ScheduleRequest &request, SchedulePlan &plan)
{
    const QString &path = request.places.cronFile;
    MASCLET_TRY_ASSIGN(const std::optional<QByteArray> text, scheduleFile(path));
    if (!text || !text->contains(request.profile.id.toLatin1()))
        return {};
    MASCLET_TRY_ASSIGN(CronFile file, CronFile::parse(*text, path));
    file.remove(request.profile.id);
    plan.files << ScheduleFile{path, text, file.isEmpty() ? std::nullopt : std::optional(file.text())};
    return {};
}

/// Of units that this program wrote for the profile.
Result<QList<ScheduleFile>> ownUnits(const ScheduleRequest &request, Scheduler scheduler,
                                     const QStringList &names)
{
    QList<ScheduleFile> files;
    for (const QString &name : names) {
        const QString path = request.places.unitsOf(scheduler) + QChar(u'/') + name;
        MASCLET_TRY_ASSIGN(const std::optional<QByteArray> text, scheduleFile(path));
        if (text && isUnitOf(request.profile.id, *text))
            files << ScheduleFile{path, text, std::nullopt};
    }
    return files;
}

/// Takes away a timer and its service, where they are.
Result<bool> removePair(const ScheduleRequest &request, Scheduler scheduler, const QString &timer,
                        const QString &service, SchedulePlan &plan)
{
    MASCLET_TRY_ASSIGN(const QList<ScheduleFile> files, ownUnits(request, scheduler, {timer, service}));
    if (files.isEmpty())
        return false;
    QStringList disable{QStringLiteral("disable")};
    if (request.places.root.isEmpty())
        disable << QStringLiteral("--now");
    plan.before << systemctl(request, scheduler, disable + QStringList{timer});
    plan.files << files;
    return true;
}

Result<> removeUnits(const ScheduleRequest &request, Scheduler scheduler, SchedulePlan &plan)
{
    const SystemdUnits names = unitNames(request.profile.name);
    MASCLET_TRY_ASSIGN(const bool backups,
                       removePair(request, scheduler, names.timerName, names.serviceName, plan));
    MASCLET_TRY_ASSIGN(const bool watch,
                       removePair(request, scheduler, names.watchTimerName, names.watchServiceName, plan));
    if (backups || watch)
        tellManager(request, scheduler, plan);
    return {};
}

Result<> removeFrom(const ScheduleRequest &request, Scheduler scheduler, SchedulePlan &plan)
{
    return scheduler == Scheduler::Cron ? removeCron(request, plan) : removeUnits(request, scheduler, plan);
}

QList<Scheduler> ownSchedulers(const SchedulePlaces &places)
{
    if (isRoot(places))
        return {Scheduler::Cron, Scheduler::System};
    return {Scheduler::User};
}

void addFile(const QString &path, const std::optional<QByteArray> &before, const QByteArray &after,
             SchedulePlan &plan)
{
    if (before != after)
        plan.files << ScheduleFile{path, before, after};
}

Result<> putIntoCron(const ScheduleRequest &request, const ScheduledBackup &backup, const QDateTime &now,
                     SchedulePlan &plan)
{
    const QString &path = request.places.cronFile;
    if (!QFileInfo(QFileInfo(path).path()).isDir())
        return fail(ErrorKind::Config,
                    Tr::tr("There is no folder %1: no cron is installed.").arg(QFileInfo(path).path()),
                    Tr::tr("Install the package cron, or choose systemd."));
    const CronMachine machine{QTimeZone::systemTimeZone(), request.mailTo};
    MASCLET_TRY_ASSIGN(const QByteArray lines, cronLines(backup, machine, now));
    MASCLET_TRY_ASSIGN(const std::optional<QByteArray> text, scheduleFile(path));
    MASCLET_TRY_ASSIGN(CronFile file, CronFile::parse(text.value_or(QByteArray()), path));
    file.put(request.profile.id, lines);
    addFile(path, text, file.text(), plan);
    if (request.places.root.isEmpty() && !request.places.cronRuns())
        plan.warnings << Tr::tr("cron does not run here, so nothing starts by itself yet.");
    return {};
}

Result<> putIntoSystemd(const ScheduleRequest &request, const ScheduledBackup &backup, const QDateTime &now,
                        SchedulePlan &plan)
{
    const SchedulePlaces &places = request.places;
    const Scheduler scheduler = request.scheduler;
    if (places.root.isEmpty() && !places.systemdRuns())
        return fail(ErrorKind::Config, Tr::tr("systemd does not run this machine."),
                    Tr::tr("Use --as cron, as root."));
    const UnitScope scope = scheduler == Scheduler::User ? UnitScope::User : UnitScope::System;
    const SystemdUnits units = systemdUnits(backup, scope, now);
    const QString folder = places.unitsOf(scheduler) + QChar(u'/');
    QStringList timers{units.timerName};
    if (units.watchTimer.isEmpty())
        MASCLET_TRY(removePair(request, scheduler, units.watchTimerName, units.watchServiceName, plan));
    else
        timers << units.watchTimerName;
    for (const auto &[name, content] :
         {std::pair(units.serviceName, units.service), std::pair(units.timerName, units.timer),
          std::pair(units.watchServiceName, units.watchService),
          std::pair(units.watchTimerName, units.watchTimer)}) {
        if (content.isEmpty())
            continue;
        MASCLET_TRY_ASSIGN(const std::optional<QByteArray> text, scheduleFile(folder + name));
        if (text && !isUnitOf(request.profile.id, *text))
            return fail(foreignUnit(folder + name));
        addFile(folder + name, text, content, plan);
    }
    if (scheduler == Scheduler::User)
        plan.folders << places.userUnits;
    // Which the closed-off service cannot make.
    if (places.root.isEmpty() && request.account)
        plan.before << makeFolderAs(*request.account, request.caller.stateFolder);
    else if (places.root.isEmpty())
        plan.folders << request.caller.stateFolder;
    // Also where the files are as they should be: the timer may be off.
    plan.after << systemctl(request, scheduler, QStringList{QStringLiteral("enable")} + timers);
    if (places.root.isEmpty())
        plan.after << systemctl(request, scheduler, QStringList{QStringLiteral("restart")} + timers);
    tellManager(request, scheduler, plan);
    if (scheduler == Scheduler::User && !places.lingers(request.caller.user))
        plan.warnings << Tr::tr("These backups run only while %1 is logged in, unless root allows more: "
                                "loginctl enable-linger %1")
                             .arg(request.caller.user);
    return {};
}

Result<> run(const QList<ToolCommand> &commands, const std::stop_token &stop)
{
    for (const ToolCommand &command : commands) {
        if (Result<QByteArray> done = runTool(command, stop, systemctlLimit, ErrorKind::Config); !done) {
            done.error().hint = Tr::tr("It was called so: %1").arg(command.forLog());
            return fail(std::move(done).error());
        }
    }
    return {};
}

Result<> write(const ScheduleFile &file, const std::optional<QByteArray> &content)
{
    const QFileInfo place(file.path);
    const QByteArray name = QFile::encodeName(place.fileName());
    MASCLET_TRY_ASSIGN(const Directory folder, Directory::open(place.path()));
    if (!content) {
        MASCLET_TRY_ASSIGN(const bool exists, folder.exists(name));
        if (exists)
            MASCLET_TRY(folder.removeFile(name));
    } else {
        // Neither cron nor systemd reads a hidden file of that name.
        const QByteArray fresh = '.' + name + ".new";
        MASCLET_TRY_ASSIGN(const bool stale, folder.exists(fresh));
        if (stale)
            MASCLET_TRY(folder.removeFile(fresh));
        MASCLET_TRY(folder.writeFile(fresh, *content));
        if (::fchmodat(folder.fd(), fresh.constData(), everybodyReads, 0) != 0)
            return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot write %1").arg(file.path), errno));
        MASCLET_TRY(folder.replace(fresh, name));
    }
    return folder.sync().map([](Directory::Synced) {});
}

} // namespace

Result<> installFor(const Account &account, const QString &stateFolder, ScheduleRequest &request)
{
    if (!isRoot(request.places) || ::geteuid() != 0)
        return fail(ErrorKind::Config, Tr::tr("Only root can install backups for somebody else."));
    request.account = account;
    request.caller.user = account.name;
    request.caller.stateFolder =
        stateFolder.isEmpty() ? account.home + QStringLiteral("/.local/state/masclet-backup") : stateFolder;
    request.caller.hasCertificates = QFileInfo::exists(account.home + QStringLiteral("/.postgresql"));
    return {};
}

Scheduler usualScheduler(const SchedulePlaces &places)
{
    if (!isRoot(places))
        return Scheduler::User;
    return places.systemdRuns() ? Scheduler::System : Scheduler::Cron;
}

Result<SchedulePlan> planSchedule(const ScheduleRequest &request, const QDateTime &now)
{
    const bool own = ownSchedulers(request.places).contains(request.scheduler);
    if (!own)
        return fail(ErrorKind::Config,
                    Tr::tr("Only root can let cron or the machine's systemd start backups."),
                    Tr::tr("Run this as root, or let your own systemd start them: --as systemd"));
    MASCLET_TRY_ASSIGN(const ScheduledBackup backup, scheduledBackup(request.profile, request.caller));
    if (request.account)
        MASCLET_TRY(checkRightsOf(*request.account, request));
    SchedulePlan plan;
    for (const Scheduler scheduler : ownSchedulers(request.places)) {
        if (scheduler != request.scheduler)
            MASCLET_TRY(removeFrom(request, scheduler, plan));
    }
    MASCLET_TRY(request.scheduler == Scheduler::Cron ? putIntoCron(request, backup, now, plan)
                                                     : putIntoSystemd(request, backup, now, plan));
    return plan;
}

Result<SchedulePlan> planRemoval(const ScheduleRequest &request)
{
    SchedulePlan plan;
    for (const Scheduler scheduler : ownSchedulers(request.places))
        MASCLET_TRY(removeFrom(request, scheduler, plan));
    const QList<InstalledSchedule> installed =
        installedSchedules(request.places, request.profile.name, request.profile.id);
    if (plan.isEmpty() && !installed.isEmpty())
        return fail(ErrorKind::Config,
                    Tr::tr("Root installed this schedule: %1")
                        .arg(installed.first().files.join(QStringLiteral(", "))),
                    Tr::tr("Run this as root."));
    return plan;
}

QStringList nightWarnings(const ServiceEnvironment &environment, const ScheduleRequest &request,
                          const std::stop_token &stop)
{
    QStringList warnings;
    if (isForSessionsOnly(request.profile, environment.secrets, stop)) {
        const Error error = sessionsOnlyError(request.profile);
        warnings << error.message + QChar(u' ') + error.hint;
    }
    return warnings;
}

Result<> checkUnits(const ScheduleRequest &request, const SchedulePlan &plan, const std::stop_token &stop)
{
    ToolCommand command;
    command.program =
        QFileInfo(request.profile.programs.systemctl).path() + QStringLiteral("/systemd-analyze");
    if (!request.places.root.isEmpty() || !QFileInfo(command.program).isExecutable())
        return {};
    const QTemporaryDir folder;
    command.environment = cleanEnvironment();
    command.environment << "XDG_RUNTIME_DIR=" + QFile::encodeName(request.places.sessionFolder);
    command.arguments << "verify" << (request.scheduler == Scheduler::User ? "--user" : "--system")
                      << "--man=no";
    const qsizetype words = command.arguments.size();
    for (const ScheduleFile &file : plan.files) {
        if (!file.after || file.path == request.places.cronFile)
            continue;
        const QString path = folder.filePath(QFileInfo(file.path).fileName());
        QFile unit(path);
        if (!unit.open(QIODevice::WriteOnly) || unit.write(*file.after) != file.after->size())
            return fail(ErrorKind::Storage, Tr::tr("Cannot write %1").arg(path), {}, unit.errorString());
        command.arguments << QFile::encodeName(path);
    }
    if (command.arguments.size() == words)
        return {};
    auto verified = runTool(command, stop, systemctlLimit, ErrorKind::Config);
    if (!verified && verified.error().kind == ErrorKind::Config)
        verified.error().message = Tr::tr("systemd does not accept the units; nothing was changed.");
    return verified.map([](const QByteArray &) {});
}

Result<> carryOut(const SchedulePlan &plan, const std::stop_token &stop)
{
    for (const QString &folder : plan.folders)
        MASCLET_TRY(Directory::openOrMake(folder));
    MASCLET_TRY(run(plan.before, stop));
    Result<> done;
    qsizetype written = 0;
    for (; done && written < plan.files.size(); ++written)
        done = write(plan.files[written], plan.files[written].after);
    if (done)
        done = run(plan.after, stop);
    if (done)
        return done;
    // Best effort: the first error says what went wrong.
    for (qsizetype i = written; i-- > 0;)
        (void)write(plan.files[i], plan.files[i].before);
    return done;
}

} // namespace masclet
