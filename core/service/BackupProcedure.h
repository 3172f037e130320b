#pragma once

#include "core/service/BackupService.h"
#include "core/service/KeptDatabaseService.h"
#include "core/service/RefusedLogin.h"
#include "core/service/Rereading.h"
#include "core/service/RestoreTestService.h"
#include "core/service/RetentionService.h"

namespace masclet
{

struct BackupProcedureRequest {
    BackupRequest backup;
    enum class Retention { Apply, Leave };
    Retention retention = Retention::Apply;
};

struct BackupProcedureReport {
    BackupReport backup;
    std::optional<Result<RestoreTestReport>> test;     ///< empty: none was due, or a service is down
    std::optional<Result<RereadReport>> reread;        ///< empty: none was due, or a service is down
    std::optional<Result<RetentionReport>> retention;  ///< empty: not asked for, or something failed before
    std::optional<Result<DropKeptReport>> droppedKept; ///< empty: none had its time, or as above
    std::optional<RefusedLogin> refused;               ///< a backup is due and was not tried
    QString pingProblem; ///< why the end could not be told to a watchdog; empty: it could

    /// The first step that failed after the set was made; nullptr when none did.
    const Error *failure() const;
    /// Of that failure; else 3 when any step has warnings, else 0.
    int exitCode() const;
};

/// What a night does: a set, its restore test when the profile's rhythm says so, older sets read again, then
/// retention, also of databases that restores kept aside. Each is a run of its own in the journal, so nothing
/// that comes later can spoil the set. After a restore test that failed, or damage that was found, nothing is
/// deleted. An error means that no set came to be, a backup that was not made that none was due. Blocking;
/// call it from a job.
Result<BackupProcedureReport> runBackupProcedure(const ServiceEnvironment &environment,
                                                 const BackupProcedureRequest &request, JobContext &context);

/// The whole of it without doing it: the backup's own plan, and what would follow.
struct BackupProcedurePlan {
    BackupPlan backup;      ///< its steps and warnings hold those of what follows as well
    QStringList setsToRead; ///< older ones that are read again
    QStringList setsToDelete;
};
Result<BackupProcedurePlan> planBackupProcedure(const ServiceEnvironment &environment,
                                                const BackupProcedureRequest &request, JobContext &context);

} // namespace masclet
