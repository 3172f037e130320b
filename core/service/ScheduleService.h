#pragma once

#include "core/process/Account.h"
#include "core/process/ToolCommand.h"
#include "core/repository/RunRecord.h"
#include "core/schedule/InstalledSchedule.h"
#include "core/schedule/NextRuns.h"
#include "core/service/RefusedLogin.h"
#include "core/service/ServiceEnvironment.h"

#include <stop_token>

namespace masclet
{

// What starts backups by itself: planned first, shown, and then done as it was shown.

struct ScheduleRequest {
    Profile profile; ///< as its file has it: no scheduler knows today's variables and flags
    ScheduleCaller caller;
    Scheduler scheduler = Scheduler::Cron; ///< to install
    QString mailTo;                        ///< of cron: who gets what a run says
    SchedulePlaces places;
    std::optional<Account> account = {}; ///< whose backups root installs; none: of who runs this
};

/// What who runs this would install for themselves. `program` is the path of masclet-backup, `language` that
/// of its messages: "es" or "en". Looks whether there are certificates in the home folder.
ScheduleRequest ownSchedule(const ServiceEnvironment &environment, const Profile &profile,
                            const QString &program, const QString &language, const QString &homeFolder);

/// Lets it be that account's: user, state folder (`stateFolder`, where somebody named one), certificates.
/// Config for all but root.
Result<> installFor(const Account &account, const QString &stateFolder, ScheduleRequest &request);

/// The scheduler for who runs this: systemd where it runs, else cron; a user's own systemd for all but root.
Scheduler usualScheduler(const SchedulePlaces &places);

/// A file to be written or taken away.
struct ScheduleFile {
    QString path;
    std::optional<QByteArray> before; ///< none: not there
    std::optional<QByteArray> after;  ///< none: taken away
};

/// All that changes, and nothing else does. Plain data.
struct SchedulePlan {
    QStringList folders; ///< made when missing
    QList<ToolCommand> before;
    QList<ScheduleFile> files;
    QList<ToolCommand> after;
    QStringList warnings; ///< what keeps it from working, or is to be known

    bool isEmpty() const { return files.isEmpty(); }
};

/// Commands and files of a plan as a person reads them before they agree, a line each; translated.
QStringList linesOf(const SchedulePlan &plan);

/// One scheduler starts the profile's backups afterwards: what others had is taken away. Only files that this
/// program wrote are replaced (Config otherwise); in cron's, the lines of other profiles stay.
Result<SchedulePlan> planSchedule(const ScheduleRequest &request, const QDateTime &now);
/// Takes away what this user may; Config when it is root's.
Result<SchedulePlan> planRemoval(const ScheduleRequest &request);
/// What would keep a run from working although it is started: a password that only this session reaches.
/// Blocks as long as the keychain does.
QStringList nightWarnings(const ServiceEnvironment &environment, const ScheduleRequest &request,
                          const std::stop_token &stop);
/// Lets systemd look at the units before they are where it reads them; nothing where its tool is not
/// installed, and for another system, whose programs are not here. Config with its words.
Result<> checkUnits(const ScheduleRequest &request, const SchedulePlan &plan, const std::stop_token &stop);
/// Files are replaced in one step each. When something fails, they are put back. Config, Storage. Blocking.
Result<> carryOut(const SchedulePlan &plan, const std::stop_token &stop);

/// What is really there.
struct ScheduleReport {
    struct Part {
        InstalledSchedule installed;
        bool isCurrent = false; ///< it has the profile's times, and room for what it needs
        QString state;          ///< what the scheduler itself says; empty: it was not asked
        QString failure; ///< of the last start, as the scheduler calls it; empty: it went well, or runs
    };
    QList<Part> parts;
    QList<PlannedRun> next;
    QList<PlannedRun> clockChanges; ///< of the coming year: runs whose time the clocks skip or show twice
    QTimeZone zone;
    bool isDue = false;
    std::optional<RefusedLogin> refused; ///< why what is due is not tried now
    std::optional<RunRecord> lastRun;    ///< the newest one that a scheduler started
    QStringList problems;                ///< why backups may not start by themselves
};
/// `count` next runs. Errors of the repository.
Result<ScheduleReport> readSchedule(const ServiceEnvironment &environment, const ScheduleRequest &request,
                                    int count, const std::stop_token &stop);

} // namespace masclet
