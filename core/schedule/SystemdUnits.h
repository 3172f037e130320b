#pragma once

#include "core/schedule/ScheduledBackup.h"

#include <QDateTime>

namespace masclet
{

/// Where units live: with those of the machine, or with those of one user.
enum class UnitScope { System, User };

/// The units of one profile. Plain data.
struct SystemdUnits {
    QString serviceName; ///< "masclet-backup-shop.service"
    QString timerName;
    QByteArray service;
    QByteArray timer;
    QString watchServiceName; ///< "masclet-alarms-shop.service": the look at alarms between backups
    QString watchTimerName;
    QByteArray watchService; ///< empty, as its timer: there is none
    QByteArray watchTimer;
};

/// Names of the units of a profile, without their texts.
SystemdUnits unitNames(const QString &profile);

/// The timer starts a run at the planned times, after a missed one, and where the clocks skip a time at the
/// change, which systemd alone would leave out (faults L05); the service is closed off as far as backups
/// allow. Two more look at alarms every ten minutes, where somebody is to be told of them. `now`: the clock
/// changes of the year to come count. English, as other units; pure.
SystemdUnits systemdUnits(const ScheduledBackup &backup, UnitScope scope, const QDateTime &now);

/// Whether this program wrote that unit for the profile.
bool isUnitOf(const QString &profileId, const QByteArray &text);

/// Program and arguments of a service that this program wrote; empty when there are none.
QStringList commandIn(const QByteArray &service);

/// A word of a unit file: quoted, specifiers and escapes made harmless. `Dollar::Doubled` in commands, where
/// systemd puts in variables.
enum class Dollar { Kept, Doubled };
QByteArray unitWord(const QString &word, Dollar dollar);

} // namespace masclet
