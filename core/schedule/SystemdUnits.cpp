#include "core/schedule/SystemdUnits.h"

#include "core/base/LocalTime.h"
#include "core/profile/ClockChanges.h"
#include "core/profile/PlannedTimes.h"
#include "core/server/SecretSources.h"

#include <array>
#include <cctype>
#include <cstring>

namespace masclet
{

namespace
{

const QString rootUser = QStringLiteral("root");

QByteArray headOf(const QString &profileId)
{
    return "# Written by masclet-backup for the profile with the id " + profileId.toLatin1() + ".\n";
}

/// "Mon,Wed *-*-* 02:00:00 Europe/Madrid"
QByteArray calendarOf(const QByteArray &days, const QString &time, const Profile::Schedule &schedule)
{
    QByteArray text = days.isEmpty() ? QByteArray() : days + ' ';
    text += "*-*-* " + time.toLatin1() + ":00";
    return schedule.zone.isEmpty() ? text : text + ' ' + schedule.zone.toLatin1();
}

QByteArray daysOf(const Profile::Schedule &schedule)
{
    static constexpr std::array names = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const QList<int> days = plannedWeekdays(schedule);
    QByteArrayList texts;
    for (const int day : days)
        texts << names[size_t(day - 1)];
    return days.size() == 7 ? QByteArray() : texts.join(',');
}

/// The times of day at which the clocks stand after jumping over a planned one.
QStringList timesAfterJumps(const Profile::Schedule &schedule, const QDateTime &now)
{
    const QTimeZone zone = zoneNamed(schedule.zone);
    QStringList times;
    for (const ClockConflict &conflict : findClockConflicts(schedule.at, zone, now)) {
        if (conflict.kind != ClockConflict::Kind::Skipped)
            continue;
        const QTime planned = QTime::fromString(conflict.at, QStringLiteral("HH:mm"));
        const QString time =
            instantOf(conflict.day, planned, zone).toTimeZone(zone).toString(QStringLiteral("HH:mm"));
        if (!times.contains(time) && !schedule.at.contains(time))
            times << time;
    }
    return times;
}

QByteArray timerText(const ScheduledBackup &backup, const QDateTime &now)
{
    QByteArray text = headOf(backup.profileId) + "[Unit]\nDescription=Times of the backups of " +
                      backup.profile.toLatin1() + "\n\n[Timer]\n";
    for (const QString &time : backup.schedule.at)
        text += "OnCalendar=" + calendarOf(daysOf(backup.schedule), time, backup.schedule) + '\n';
    for (const QString &time : timesAfterJumps(backup.schedule, now))
        text +=
            "# When the clocks are put forward they skip a planned time, and systemd that day. On all other\n"
            "# days this start sees that no backup is due, and ends.\nOnCalendar=" +
            calendarOf({}, time, backup.schedule) + '\n';
    return text + "Persistent=true\nAccuracySec=1s\n\n[Install]\nWantedBy=timers.target\n";
}

QByteArray execLine(const ScheduledBackup &backup)
{
    QByteArray command = unitWord(backup.program, Dollar::Kept);
    for (const QString &argument : backup.arguments)
        command += ' ' + unitWord(argument, Dollar::Doubled);
    return command;
}

/// What a user's own manager can do without rights of root.
const QByteArray lightWalls = "NoNewPrivileges=yes\n"
                              "LockPersonality=yes\n"
                              "RestrictRealtime=yes\n"
                              "RestrictSUIDSGID=yes\n"
                              "SystemCallArchitectures=native\n";

QByteArray sandboxWalls(const ScheduledBackup &backup)
{
    if (backup.usesSandbox)
        return "# The restore test closes itself off with bubblewrap, which makes namespaces and mounts.\n"
               "RestrictNamespaces=user pid net uts mnt ipc\n"
               "SystemCallFilter=@system-service @mount\n";
    return "# No sandbox of ours is used: restore tests run on a server.\n"
           "RestrictNamespaces=yes\n"
           "SystemCallFilter=@system-service\n";
}

/// `Watch` must run above all where a folder is missing.
enum class Purpose { Backup, Watch };

QByteArray networkWalls(const ScheduledBackup &backup, Purpose purpose)
{
    const QByteArray all = "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK\n";
    if (purpose == Purpose::Watch || !backup.staysHere)
        return all;
    if (backup.usesSocket)
        return "# The server is reached by its socket, and nobody is told by a network.\n"
               "PrivateNetwork=yes\n"
               "IPAddressDeny=any\n"
               "RestrictAddressFamilies=AF_UNIX AF_NETLINK\n";
    return "# The server runs here, and nobody is told by a network.\n"
           "IPAddressDeny=any\n"
           "IPAddressAllow=localhost\n" +
           all;
}

/// What is left of root's rights.
QByteArray rightsOf(const ScheduledBackup &backup)
{
    if (backup.user != rootUser)
        return "CapabilityBoundingSet=\n";
    const QByteArray files = "CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH CAP_FOWNER";
    const QByteArray users = " CAP_SETGID CAP_SETUID";
    if (backup.runsCommands)
        return "# To read every file, and for commands that act for another user. One that needs more says "
               "so in\n"
               "# a file that \"systemctl edit\" makes.\n"
               "CapabilityBoundingSet=" +
               files + users + '\n';
    if (backup.usesSandbox)
        return "# To read every file, and to start and end the sandbox as another user.\n"
               "CapabilityBoundingSet=" +
               files + users + '\n';
    return "# To read every file.\nCapabilityBoundingSet=" + files + '\n';
}

QByteArray systemWalls(const ScheduledBackup &backup, Purpose purpose)
{
    QByteArray written;
    for (const QString &folder : backup.writtenFolders)
        written += ' ' + unitWord((purpose == Purpose::Watch ? QStringLiteral("-") : QString()) + folder,
                                  Dollar::Kept);
    if (backup.sharesTmp)
        written += " /tmp /var/tmp";
    QByteArray text = "ProtectSystem=strict\nReadWritePaths=" + written.trimmed() +
                      "\n"
                      "ProtectHome=" +
                      (backup.seesHomes ? "read-only" : "yes") +
                      "\n"
                      "PrivateDevices=yes\n"
                      "PrivateMounts=yes\n"
                      "ProtectClock=yes\n"
                      "ProtectControlGroups=yes\n"
                      "ProtectHostname=yes\n"
                      "ProtectKernelModules=yes\n"
                      "ProtectProc=invisible\n"
                      "ProtectKernelTunables=yes\n"
                      "ProtectKernelLogs=yes\n"
                      "LimitCORE=0\n"
                      "SystemCallErrorNumber=EPERM\n";
    text += networkWalls(backup, purpose);
    if (!backup.runsCommands)
        text += "MemoryDenyWriteExecute=yes\n";
    if (!backup.sharesTmp)
        text += "PrivateTmp=yes\n";
    text += sandboxWalls(backup);
    if (!backup.setsPriority)
        text += "SystemCallFilter=~@resources\n";
    return text + rightsOf(backup);
}

QByteArray unitSection(const ScheduledBackup &backup, UnitScope scope, Purpose purpose)
{
    QByteArray text = headOf(backup.profileId) + "[Unit]\nDescription=";
    text += purpose == Purpose::Backup ? "Backup of " + backup.profile.toLatin1() + ", when one is due"
                                       : "Look at alarms of the backups of " + backup.profile.toLatin1();
    text += "\nDocumentation=man:masclet-backup(1)\n";
    if (scope == UnitScope::User)
        return text;
    text += "Wants=network-online.target\nAfter=network-online.target";
    if (purpose == Purpose::Watch)
        return text + '\n';
    return text +
           " postgresql.service\nRequiresMountsFor=" + unitWord(backup.writtenFolders.first(), Dollar::Kept) +
           '\n';
}

QByteArray credentialLines(const ScheduledBackup &backup)
{
    QByteArray text;
    for (const QString &name : backup.credentials) {
        const QByteArray credential = name.toLatin1();
        text += "# " + enrolCommand(name).toUtf8() +
                "\n# Without that file nothing is loaded.\n"
                "LoadCredentialEncrypted=" +
                credential + '\n';
    }
    return text;
}

QByteArray serviceText(const ScheduledBackup &backup, UnitScope scope, Purpose purpose)
{
    const bool system = scope == UnitScope::System;
    QByteArray text = unitSection(backup, scope, purpose) + "\n[Service]\nType=oneshot\n";
    if (system)
        text += "User=" + backup.user.toUtf8() + '\n';
    if (purpose == Purpose::Watch)
        text += "TimeoutStartSec=20min\n";
    text += "ExecStart=" + execLine(backup) +
            "\n"
            "# 3: done, with warnings.\n"
            "SuccessExitStatus=3\n"
            "# The program ends what it started, and takes its time for services that it stopped.\n"
            "KillMode=mixed\n"
            "TimeoutStopSec=5min\n"
            "WorkingDirectory=/\n"
            "UMask=0077\n"
            "Environment=LANG=C.UTF-8\n";
    if (system)
        text += credentialLines(backup);
    return text + lightWalls + (system ? systemWalls(backup, purpose) : QByteArray());
}

QByteArray watchTimerText(const ScheduledBackup &backup)
{
    return headOf(backup.profileId) + "[Unit]\nDescription=Times of the looks at alarms of " +
           backup.profile.toLatin1() +
           "\n\n[Timer]\nOnCalendar=*:0/10\nAccuracySec=1min\n\n[Install]\nWantedBy=timers.target\n";
}

} // namespace

SystemdUnits unitNames(const QString &profile)
{
    const QString stem = QStringLiteral("masclet-backup-") + profile;
    const QString watch = QStringLiteral("masclet-alarms-") + profile; // no profile's name makes it the other
    SystemdUnits units;
    units.serviceName = stem + QStringLiteral(".service");
    units.timerName = stem + QStringLiteral(".timer");
    units.watchServiceName = watch + QStringLiteral(".service");
    units.watchTimerName = watch + QStringLiteral(".timer");
    return units;
}

SystemdUnits systemdUnits(const ScheduledBackup &backup, UnitScope scope, const QDateTime &now)
{
    SystemdUnits units = unitNames(backup.profile);
    units.service = serviceText(backup, scope, Purpose::Backup);
    units.timer = timerText(backup, now);
    if (!backup.watchArguments.isEmpty()) {
        ScheduledBackup watch = backup;
        watch.arguments = backup.watchArguments;
        watch.usesSandbox = false;
        watch.credentials = backup.watchCredentials;
        units.watchService = serviceText(watch, scope, Purpose::Watch);
        units.watchTimer = watchTimerText(backup);
    }
    return units;
}

bool isUnitOf(const QString &profileId, const QByteArray &text)
{
    return text.startsWith(headOf(profileId));
}

QStringList commandIn(const QByteArray &service)
{
    const QByteArray begin = "\nExecStart=";
    const qsizetype start = service.indexOf(begin);
    if (start < 0)
        return {};
    const QByteArray line = service.mid(start + begin.size()).split('\n').first() + ' ';
    QStringList words;
    QByteArray word;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == ' ' && !isQuoted) {
            words << QString::fromUtf8(word);
            word.clear();
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else {
            // Whatever is doubled or escaped stands for what follows.
            const bool isEscape = c == '\\' || ((c == '%' || c == '$') && line[i + 1] == c);
            word += isEscape ? line[++i] : c;
        }
    }
    return words;
}

QByteArray unitWord(const QString &word, Dollar dollar)
{
    QByteArray quoted;
    bool plain = !word.isEmpty();
    for (const char c : word.toUtf8()) {
        plain = plain && (isalnum(uchar(c)) || strchr("_./:=@,+-", c));
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (c == '%' || (c == '$' && dollar == Dollar::Doubled))
            quoted += c;
        quoted += c;
    }
    return plain ? quoted : '"' + quoted + '"';
}

} // namespace masclet
