#include "core/service/DueBackup.h"

#include "core/checks/DaySet.h"
#include "core/service/HistoryService.h"

namespace masclet
{

std::optional<PlannedRun> dueBackup(const QList<StoredSet> &sets, const QDateTime &since,
                                    const Profile::Schedule &schedule, const QDateTime &now)
{
    // What lies in the future comes from a clock that was wrong, or is wrong now.
    QDateTime lastGood = since <= now ? since : QDateTime();
    for (const StoredSet &set : sets) {
        if (isProvenReadable(set) && set.started <= now && !(set.started < lastGood))
            lastGood = set.started;
    }
    return NextRuns(schedule).due(lastGood, now);
}

Result<std::optional<PlannedRun>> dueBackup(const Repository &repository, const Profile &profile,
                                            const QDateTime &now)
{
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, readSets(repository, profile));
    return dueBackup(sets, repository.created(), profile.schedule, now);
}

Result<bool> isBackupDue(const ServiceEnvironment &environment, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(const std::optional<PlannedRun> run,
                       dueBackup(repository, profile, environment.clock.now()));
    return run.has_value();
}

} // namespace masclet
