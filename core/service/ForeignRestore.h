#pragma once

#include "core/archive/ForeignDump.h"
#include "core/job/JobContext.h"
#include "core/repository/RunRecord.h"
#include "core/restore/Comparison.h"
#include "core/restore/LoadSelection.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

struct ForeignRestoreRequest {
    Profile profile; ///< its connection reaches the server; its repository keeps the record
    QString path;    ///< absolute; a file, or the folder of pg_dump -Fd
    QByteArray target;
    LoadSelection selection; ///< owners, rights and roles; all rows are taken
    /// A dump is code that runs with the rights of who loads it: somebody has to say that it may.
    enum class Trust { Unknown, Given };
    Trust trust = Trust::Unknown;
    std::chrono::milliseconds wait{0};
};

struct ForeignRestoreReport {
    RunRecord run;
    ForeignDump dump;
    Comparison comparison;
    QByteArray database;
};

/// What would be done, as sentences; reads the whole file.
Result<QStringList> planForeignRestore(const ServiceEnvironment &environment,
                                       const ForeignRestoreRequest &request, JobContext &context);

/// Restores a dump made elsewhere into a new database: read whole, tried out in a sandbox with walls around
/// it, then loaded beside everything that is there and counted; only then it gets its name. Errors are
/// RestoreUntouched and Verification; nothing has changed then. Blocking; call it from a job.
Result<ForeignRestoreReport> restoreForeign(const ServiceEnvironment &environment,
                                            const ForeignRestoreRequest &request, JobContext &context);

} // namespace masclet
