#pragma once

#include "core/job/JobContext.h"
#include "core/service/KeptDatabases.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

/// A database that gave way is kept so long; the first backup after that drops it.
inline constexpr std::chrono::days keptFor{7};

struct DropKeptReport {
    RunRecord run;
    QStringList dropped; ///< names, for people
};

/// Whether any database kept for the profile has had its time. Reads the journal only.
Result<bool> isDropDue(const ServiceEnvironment &environment, const Profile &profile);

/// Drops databases that a restore or its undo kept aside. Each drop is journalled before it is done. One that
/// is another than was kept (its name was given away) is left alone; one that the server will not drop (slots
/// and subscriptions hold it) stays and is a warning with the reason. Blocking; call them from a job.
Result<DropKeptReport> dropExpiredDatabases(const ServiceEnvironment &environment, const Profile &profile,
                                            const QString &trigger, JobContext &context);
/// One of them, whatever its age. RestoreUntouched when it is none of the kept ones, or stays.
Result<DropKeptReport> dropKeptDatabase(const ServiceEnvironment &environment, const Profile &profile,
                                        const QByteArray &name, JobContext &context);

} // namespace masclet
