#pragma once

#include "core/repository/RepositoryLock.h"
#include "core/repository/RetentionPolicy.h"
#include "core/service/KeptDatabases.h"
#include "core/service/StatusService.h"

#include <QHash>

#include <optional>
#include <stop_token>

namespace masclet
{

/// One of the four things a profile can protect.
struct KindOverview {
    QString kind; ///< db, config, logs, state
    bool wanted = false;
    QString setId;    ///< newest set that holds it; empty when none does
    QDateTime newest; ///< when that was started, UTC
    qint64 storedBytes = 0;
    SetState state = SetState::Complete; ///< of that set
};

/// What the next run will be like, as far as the runs before it tell.
struct NextRun {
    QDateTime due; ///< UTC; invalid without a time
    std::optional<qint64> durationMs;
    std::optional<qint64> storedBytes;
    qint64 freeBytes = 0;      ///< of the repository's disk now
    QStringList willBeDeleted; ///< sets, were retention to decide now
};

/// How long the last good runs of a verb took.
struct UsualTime {
    qint64 shortestMs = 0;
    qint64 longestMs = 0;
};

/// Everything a first screen tells about a profile. Plain data.
struct Overview {
    QString repositoryId;
    ProfileStatus status;
    QList<KindOverview> kinds; ///< all four, in the order of the option
    NextRun next;
    QList<StoredSet> sets;            ///< newest first
    QList<RunRecord> backups;         ///< the newest runs of the verb backup, failed ones too, newest first
    std::optional<RunRecord> running; ///< a run that holds the repository now, here or elsewhere
    QString runningLine;              ///< the last line of its log
    QList<HeldPhase> runningPhases;   ///< what it shows of itself, the newest last
    QHash<QString, UsualTime> usual;  ///< by verb, of the last seven good runs
    QHash<QString, qint64> testMs;    ///< by set: how long its last good restore test took
    QList<KeptDatabase> kept;
    QList<QDate> unsignedDays;
    QDateTime protectedUntil; ///< UTC: work after it is in no set; invalid when nothing is
};

/// Reads the repository's files, writes nothing, asks no server. Blocking.
Result<Overview> readOverview(const ServiceEnvironment &environment, const Profile &profile,
                              const std::stop_token &stop);

/// Makes the catalog equal to the repository's files; the number of sets and runs. Blocking.
Result<qint64> refreshCatalog(const ServiceEnvironment &environment, const Profile &profile);

} // namespace masclet
