#pragma once

#include "core/repository/Repository.h"
#include "core/schedule/NextRuns.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

/// The run of the profile's schedule that is to be made now: none as long as a set that was verified, and is
/// still whole, was started since it was due. In a repository without any, runs are owed since it exists.
Result<std::optional<PlannedRun>> dueBackup(const Repository &repository, const Profile &profile,
                                            const QDateTime &now);

/// The same out of the profile's sets; `since`: when the repository began. Pure.
std::optional<PlannedRun> dueBackup(const QList<StoredSet> &sets, const QDateTime &since,
                                    const Profile::Schedule &schedule, const QDateTime &now);

/// The same with the repository opened for it. Blocks on the disk only.
Result<bool> isBackupDue(const ServiceEnvironment &environment, const Profile &profile);

} // namespace masclet
