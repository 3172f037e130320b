#pragma once

#include "core/schedule/SystemdUnits.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace masclet
{

/// What starts backups: cron and systemd of the machine, which root sets up, or systemd for one user.
enum class Scheduler { Cron, System, User };
QString nameOf(Scheduler scheduler); ///< "cron", "systemd", "systemd-user"

/// Where schedulers keep their files. Given by the program; plain data.
struct SchedulePlaces {
    QString cronFile = QStringLiteral("/etc/cron.d/masclet-backup");
    QString systemUnits = QStringLiteral("/etc/systemd/system");
    QString userUnits; ///< of who runs this; empty: root, whose units are the machine's
    QString runFolder = QStringLiteral("/run");
    QString lingerFolder = QStringLiteral("/var/lib/systemd/linger");
    QString sessionFolder; ///< $XDG_RUNTIME_DIR, where a user's systemd is reached
    QString root;          ///< folder of another system (an image) that the files lie below; empty: this one
    bool isOfPackageUser = false; ///< who runs this is the system user of the Debian package

    const QString &unitsOf(Scheduler scheduler) const
    {
        return scheduler == Scheduler::User ? userUnits : systemUnits;
    }
    bool systemdRuns() const; ///< for the machine
    bool cronRuns() const;
    bool lingers(const QString &user) const; ///< systemd runs that user's units without a session
};
/// The places of root in the system whose root is that folder.
SchedulePlaces placesBelow(const QString &root, SchedulePlaces places);

/// The part of one scheduler in a profile's backups, as its files have it.
struct InstalledSchedule {
    Scheduler scheduler = Scheduler::Cron;
    QStringList files;
    QByteArray times;       ///< the lines of cron, or the timer
    QByteArray service;     ///< of systemd
    QByteArray watchTimer;  ///< of systemd, for the look at alarms; empty: none
    QString user;           ///< that it runs as; empty: whose systemd it is
    bool switchedOn = true; ///< systemd starts the timer with the machine
    /// Of our container, where the cron of root calls a script that goes on as who runs this, with what the
    /// container was started with.
    bool isOfContainer = false;
    bool isOfPackage =
        false; ///< masclet-backup@.timer, which root switched on: it looks each hour, whatever the times
};
/// What its units are called, without their texts.
SystemdUnits unitNames(const InstalledSchedule &installed, const QString &profile);
/// Of all schedulers; files that cannot be read hold nothing. Blocks on the disk only.
QList<InstalledSchedule> installedSchedules(const SchedulePlaces &places, const QString &profile,
                                            const QString &profileId);
/// Whether anything starts backups of that profile by itself.
bool isScheduled(const SchedulePlaces &places, const QString &profile, const QString &profileId);

/// The content; nothing when there is no such file, Storage when it cannot be read.
Result<std::optional<QByteArray>> scheduleFile(const QString &path);

} // namespace masclet
