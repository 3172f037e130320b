#include "core/schedule/InstalledSchedule.h"

#include "core/base/Text.h"
#include "core/schedule/CronFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cctype>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

constexpr qint64 largestFile = 1024 * 1024;

QByteArray contentOrNothing(const QString &path)
{
    const Result<std::optional<QByteArray>> content = scheduleFile(path);
    return content ? content->value_or(QByteArray()) : QByteArray();
}

/// User and command behind the times of a line, of which there are five fields or one word.
QStringList callInCron(const QByteArray &lines)
{
    for (const QByteArray &line : lines.split('\n')) {
        const bool isWord = line.startsWith('@');
        if (isWord || (!line.isEmpty() && isdigit(uchar(line[0]))))
            return QString::fromUtf8(line).split(QChar(u' ')).mid(isWord ? 1 : 5);
    }
    return {};
}

QString userIn(const QByteArray &service)
{
    for (const QByteArray &line : service.split('\n')) {
        if (line.startsWith("User="))
            return QString::fromUtf8(line.mid(5));
    }
    return {};
}

std::optional<InstalledSchedule> inCron(const SchedulePlaces &places, const QString &profileId)
{
    const Result<CronFile> file = CronFile::parse(contentOrNothing(places.cronFile), places.cronFile);
    const std::optional<QByteArray> lines = file ? file->lines(profileId) : std::nullopt;
    if (!lines)
        return std::nullopt;
    const QStringList call = callInCron(*lines);
    InstalledSchedule installed;
    installed.files << places.cronFile;
    installed.times = *lines;
    installed.isOfContainer = call.value(1).endsWith(QStringLiteral("/backup_manager.sh"));
    if (!installed.isOfContainer)
        installed.user = call.value(0);
    return installed;
}

std::optional<InstalledSchedule> inSystemd(Scheduler scheduler, const QString &folder, const QString &profile,
                                           const QString &profileId)
{
    if (folder.isEmpty())
        return std::nullopt;
    const SystemdUnits names = unitNames(profile);
    const QString timer = folder + QChar(u'/') + names.timerName;
    const QString service = folder + QChar(u'/') + names.serviceName;
    const QByteArray times = contentOrNothing(timer);
    if (!isUnitOf(profileId, times))
        return std::nullopt;
    const QFileInfo link(folder + QStringLiteral("/timers.target.wants/") + names.timerName);
    InstalledSchedule installed{scheduler,
                                {service, timer},
                                times,
                                contentOrNothing(service),
                                {},
                                {},
                                link.isSymLink() || link.exists()};
    installed.user = userIn(installed.service);
    const QString watch = folder + QChar(u'/') + names.watchTimerName;
    const QByteArray watchTimer = contentOrNothing(watch);
    if (isUnitOf(profileId, watchTimer)) {
        installed.watchTimer = watchTimer;
        installed.files << folder + QChar(u'/') + names.watchServiceName << watch;
    }
    return installed;
}

/// The template that the Debian package brings; its service runs as that package's user.
std::optional<InstalledSchedule> inPackage(const SchedulePlaces &places, const QString &profile)
{
    const QFileInfo link(places.systemUnits +
                         QStringLiteral("/timers.target.wants/masclet-backup@%1.timer").arg(profile));
    if (!places.isOfPackageUser || !(link.isSymLink() || link.exists()))
        return std::nullopt;
    InstalledSchedule found;
    found.scheduler = Scheduler::System;
    found.files << link.filePath();
    found.isOfPackage = true;
    return found;
}

} // namespace

QString nameOf(Scheduler scheduler)
{
    switch (scheduler) {
    case Scheduler::Cron:
        return QStringLiteral("cron");
    case Scheduler::System:
        return QStringLiteral("systemd");
    case Scheduler::User:
        break;
    }
    return QStringLiteral("systemd-user");
}

bool SchedulePlaces::systemdRuns() const
{
    return QFileInfo(runFolder + QStringLiteral("/systemd/system")).isDir(); // as sd_booted(3) has it
}

bool SchedulePlaces::cronRuns() const
{
    return QFileInfo::exists(runFolder + QStringLiteral("/crond.pid"));
}

bool SchedulePlaces::lingers(const QString &user) const
{
    return QFileInfo::exists(lingerFolder + QChar(u'/') + user);
}

SystemdUnits unitNames(const InstalledSchedule &installed, const QString &profile)
{
    if (!installed.isOfPackage)
        return unitNames(profile);
    SystemdUnits units;
    units.serviceName = QStringLiteral("masclet-backup@%1.service").arg(profile);
    units.timerName = QStringLiteral("masclet-backup@%1.timer").arg(profile);
    units.watchServiceName = QStringLiteral("masclet-alarms@%1.service").arg(profile);
    units.watchTimerName = QStringLiteral("masclet-alarms@%1.timer").arg(profile);
    return units;
}

SchedulePlaces placesBelow(const QString &root, SchedulePlaces places)
{
    for (QString *path : {&places.cronFile, &places.systemUnits, &places.runFolder})
        path->prepend(root);
    places.userUnits.clear();
    places.root = root;
    return places;
}

Result<std::optional<QByteArray>> scheduleFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isSymLink() && !file.exists())
        return std::optional<QByteArray>();
    if (QFileInfo(path).isSymLink() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return fail(ErrorKind::Storage, Tr::tr("Cannot read %1.").arg(oneLine(path)), {}, file.errorString());
    return std::optional(file.readAll());
}

QList<InstalledSchedule> installedSchedules(const SchedulePlaces &places, const QString &profile,
                                            const QString &profileId)
{
    QList<InstalledSchedule> found;
    for (const auto &part :
         {inCron(places, profileId), inSystemd(Scheduler::System, places.systemUnits, profile, profileId),
          inSystemd(Scheduler::User, places.userUnits, profile, profileId), inPackage(places, profile)}) {
        if (part)
            found << *part;
    }
    return found;
}

bool isScheduled(const SchedulePlaces &places, const QString &profile, const QString &profileId)
{
    const QList<InstalledSchedule> found = installedSchedules(places, profile, profileId);
    return std::any_of(found.cbegin(), found.cend(),
                       [](const InstalledSchedule &part) { return part.switchedOn; });
}

} // namespace masclet
