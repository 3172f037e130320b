#include "core/service/StatusFiles.h"

#include "core/base/Directory.h"

#include <QCoreApplication>

#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StatusFiles)
};

void takeStatus(const ProfileStatus &from, PublicStatus &to)
{
    to.level = from.status.level;
    for (const StatusRemark &remark : from.status.remarks)
        to.remarks << PublicStatus::Remark{remark.level, remark.key,
                                           remark.publicText.isEmpty() ? remark.text : remark.publicText};
    to.newestSet = from.status.newestSet;
    to.newestBytes = from.newestBytes;
    to.verified = from.status.verified;
    to.proven = from.status.proven;
    to.sets = from.sets;
}

/// Everybody may go through the state folder to the one folder in it that is meant for them. What else is in
/// there has modes of its own.
Result<> openTheWay(const QString &stateFolder)
{
    MASCLET_TRY_ASSIGN(const Directory state, Directory::openOrMake(stateFolder));
    MASCLET_TRY_ASSIGN(const Directory shown, state.openOrMakeChild("status"));
    for (const auto &[fd, more] : {std::pair<int, mode_t>{state.fd(), 0011}, {shown.fd(), 0055}}) {
        struct stat info = {};
        const bool known = ::fstat(fd, &info) == 0;
        if (known && (info.st_mode & more) != more)
            (void)::fchmod(fd, (info.st_mode & 07777) | more); // of another owner: as that one has it
    }
    return {};
}

} // namespace

PublicStatus publicStatusOf(const ServiceEnvironment &environment, const Profile &profile,
                            const WatchFacts &facts, const QList<Incident> &open)
{
    PublicStatus status;
    status.profile = profile.name;
    status.machine = environment.machine;
    status.written = facts.now;
    if (facts.status)
        takeStatus(*facts.status, status);
    else
        status.remarks << PublicStatus::Remark{StatusLevel::Unknown, QStringLiteral("repository"),
                                               Tr::tr("The repository could not be looked at.")};
    status.openAlarms = open.size();
    for (const Incident &incident : open)
        status.answeredAlarms += incident.isAcknowledged() ? 1 : 0;
    QSet<QString> verbs;
    for (const RunRecord &run : facts.runs) {
        if (run.state == RunState::Running || run.wasRefused() || verbs.contains(run.verb))
            continue;
        verbs.insert(run.verb);
        status.runs << PublicStatus::LastRun{run.verb,    nameOf(run.state), run.trigger,    run.exitCode,
                                             run.started, run.finished,      run.durationMs, run.setId};
    }
    return status;
}

QString statusFilePath(const ServiceEnvironment &environment, const Profile &profile)
{
    return profile.notify.statusFile.isEmpty()
               ? environment.stateFolder + QStringLiteral("/status/") + profile.name + QStringLiteral(".json")
               : profile.notify.statusFile;
}

QStringList writeStatusFiles(const ServiceEnvironment &environment, const Profile &profile,
                             const PublicStatus &status)
{
    QStringList problems;
    const auto note = [&](const Result<> &written) {
        if (!written)
            problems << Tr::tr("The status file could not be written: %1").arg(written.error().message);
    };
    const Result<> way =
        profile.notify.statusFile.isEmpty() ? openTheWay(environment.stateFolder) : Result<>();
    note(way.and_then(
        [&] { return writePublicFile(statusFilePath(environment, profile), statusJson(status)); }));
    if (!profile.notify.metricsFolder.isEmpty())
        note(writePublicFile(profile.notify.metricsFolder + QStringLiteral("/masclet_backup_") +
                                 profile.name + QStringLiteral(".prom"),
                             metricsText(status)));
    return problems;
}

} // namespace masclet
