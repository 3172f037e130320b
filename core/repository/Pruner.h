#pragma once

#include "core/repository/Repository.h"
#include "core/repository/RetentionPolicy.h"

#include <functional>

namespace masclet
{

struct PruneReport {
    QStringList deleted;
    qint64 freedBytes = 0;
    QStringList skipped; ///< one sentence each: what changed since the decision
};

/// Deletes exactly the sets that `decision` names, oldest first, each looked at once more before. `proceed`
/// is called with the set's id before each one; its error ends the work between two sets. Works on a full
/// disk. Failures are AfterBackup: what was begun is finished by the next recovery.
Result<PruneReport> applyRetention(Repository &repository, const RepositoryLock &lock,
                                   const RetentionDecision &decision,
                                   const std::function<Result<>(const QString &setId)> &proceed);

} // namespace masclet
