#include "core/service/DueBackup.h"

#include "core/checks/DaySet.h"
#include "core/service/HistoryService.h"

#include <algorithm>

namespace masclet
{

Result<std::optional<PlannedRun>> dueBackup(const Repository &repository, const Profile &profile,
                                            const QDateTime &now)
{
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, readSets(repository, profile));
    QDateTime lastGood = repository.created();
    for (const StoredSet &set : sets) {
        // A set of the future comes from a clock that was wrong.
        if (isProvenReadable(set) && set.started <= now)
            lastGood = std::max(lastGood, set.started);
    }
    return NextRuns(profile.schedule).due(lastGood, now);
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
