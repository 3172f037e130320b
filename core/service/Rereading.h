#pragma once

#include "core/job/JobContext.h"
#include "core/repository/Repository.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

// Disks lose bytes in silence, so a set is not good for ever because it was once. After each backup the sets
// whose bytes nobody has read for six days are read again: with a backup each day none is older than seven.

struct RereadReport {
    RunRecord run;
    QStringList read;             ///< good ones
    std::optional<Error> failure; ///< AfterBackup: some are damaged
};

/// Ids of the profile's sets that must be read again, the longest unread first. Damaged ones are left alone.
Result<QStringList> setsToReread(const Repository &repository, const Profile &profile, const QDateTime &now);

/// Reads them as far as two hours go; the rest is the next run's, and a warning when that makes a set older
/// than seven days. Blocking; call it from a job.
Result<RereadReport> rereadSets(const ServiceEnvironment &environment, const Profile &profile,
                                const QString &trigger, std::chrono::milliseconds wait, JobContext &context);

} // namespace masclet
