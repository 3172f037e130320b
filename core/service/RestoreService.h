#pragma once

#include "core/repository/RunRecord.h"
#include "core/service/KeptDatabases.h"
#include "core/service/RestoreGate.h"
#include "core/service/ServiceEnvironment.h"

#include <chrono>

namespace masclet
{

struct RestoreRequest {
    Profile profile; ///< its repository has the set, its connection reaches the server
    QString setId;
    QByteArray target; ///< name of the database to come
    GateQuestion::Mode mode = GateQuestion::Mode::New;
    QStringList tables; ///< whose rows are taken; empty: those of `selection`
    LoadSelection selection;
    BesideOrder::Globals globals = BesideOrder::Globals::Leave;
    QByteArray acceptedServer; ///< see GateQuestion
    enum class SafetyBackup { Make, Skip };
    SafetyBackup safetyBackup = SafetyBackup::Make; ///< of the database that gives way
    std::chrono::milliseconds wait{0};
};

/// What would be done: what --dry-run and a review page show.
struct RestorePlan {
    Manifest manifest;
    GateFindings gate;
    QStringList steps;
    QStringList contacts;  ///< who is to be told, see ladderLines()
    qint64 expectedMs = 0; ///< what loading takes, by the last restore test; 0: nobody knows
    /// The set whose test tells, when this one was never tested: the profile's newest that was, by size.
    QString expectedFrom;
};

/// One sentence on how long loading takes.
QString expectedText(const RestorePlan &plan);

struct RestoreReport {
    RunRecord run;
    GateFindings gate;
    Comparison comparison;
    QByteArray database;
    QByteArray kept;                     ///< name of the database that gave way; empty when none did
    std::optional<KeptDatabase> wayBack; ///< the same, as undo() wants it
    QString safetySet;                   ///< backup made of it before
    std::optional<Error> failure;        ///< RestoreActionNeeded: done, but a service is down
};

/// Restores a set beside what is there, and swaps it in by name when asked: services of the profile are
/// stopped first and started again however it ends; the database that gives way is backed up before and kept
/// aside. Errors are RestoreUntouched while everything is as it was, RestoreActionNeeded when a person must
/// act. Blocking; call it from a job.
class RestoreService
{
public:
    explicit RestoreService(const ServiceEnvironment &environment);

    /// Reads the archive and looks at the server; changes nothing.
    Result<RestorePlan> plan(const RestoreRequest &request, JobContext &context) const;
    Result<RestoreReport> run(const RestoreRequest &request, JobContext &context) const;
    /// Records a restore that was not begun, and why: what the plan found, or why there is none.
    Error refuse(const RestoreRequest &request, const Result<RestorePlan> &plan, JobContext &context) const;
    /// Swaps the database that was kept last back into its place; the one there now is kept as
    /// NAME__undone_<n>. `shown` is the one a person saw and agreed to: where it would be another one by now,
    /// nothing is done.
    Result<RestoreReport> undo(const Profile &profile, const QByteArray &target,
                               const std::optional<KeptDatabase> &shown, JobContext &context) const;

private:
    const ServiceEnvironment &m_environment;
};

} // namespace masclet
