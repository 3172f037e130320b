#pragma once

#include "core/job/JobContext.h"
#include "core/profile/Profile.h"
#include "core/repository/Manifest.h"
#include "core/repository/RunRecord.h"
#include "core/service/ServiceEnvironment.h"

#include <chrono>
#include <optional>
#include <type_traits>

namespace masclet
{

struct BackupRequest {
    Profile profile;
    QString trigger = QStringLiteral("manual"); ///< or "schedule": faults that may pass are tried again
    QString reason;
    std::chrono::milliseconds wait{0}; ///< for another run to end
    enum class Services { Leave, Stop };
    enum class When { Now, IfDue };
    When when = When::Now;               ///< IfDue: only when a run of the schedule is due, see dueBackup()
    Services services = Services::Leave; ///< Stop: the profile's, for as long as the set is made and verified
};

/// What will be done, without doing it: what --dry-run and a review page show.
struct BackupPlan {
    QStringList steps;
    QString command;     ///< pg_dump's, quoted for a shell; without a secret
    qint64 estimate = 0; ///< bytes, generous
    qint64 freeBytes = 0;
    QStringList warnings;
    QList<ManifestOmission> omissions; ///< kinds that are not in the set
};

struct BackupReport {
    RunRecord run;
    Manifest manifest;
    std::optional<Error> failure; ///< the set is good, but a service did not start again

    /// False: none was due, and nothing was done.
    bool wasMade() const { return !run.id.isEmpty(); }
};

/// That it was ended for what the profile allows.
Error tookTooLong(const Profile &profile);
/// Does the work of a backup, which ends it where it takes longer than the profile allows: it has failed
/// then, and is not tried again. Dump.
template <class Work>
std::invoke_result_t<Work> inTime(JobContext &job, const Profile &profile, const Work &work)
{
    const TimeLimit limit(job, std::chrono::milliseconds(profile.backup.maximumDuration));
    std::invoke_result_t<Work> report = work();
    if (report || report.error().kind != ErrorKind::Stopped || !limit.isOver())
        return report;
    return fail(tookTooLong(profile));
}

/// Makes one set: dumped in one snapshot, counted, synced, read back, published, verified. Restore test and
/// retention are runs of their own (see BackupProcedure). Blocking; call it from a job.
class BackupService
{
public:
    explicit BackupService(const ServiceEnvironment &environment);

    /// Touches server and repository only by looking.
    Result<BackupPlan> plan(const BackupRequest &request, JobContext &context) const;
    /// Warnings are in the report's run; an error means that no set came to be and nothing was left behind.
    Result<BackupReport> run(const BackupRequest &request, JobContext &context) const;

private:
    const ServiceEnvironment &m_environment;
};

} // namespace masclet
