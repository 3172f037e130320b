#pragma once

#include "core/job/JobContext.h"
#include "core/notify/StatusFile.h"
#include "core/procedure/Procedure.h"
#include "core/profile/Profile.h"
#include "core/repository/Repository.h"
#include "core/repository/RunLog.h"
#include "core/repository/RunRecord.h"
#include "core/service/ServiceEnvironment.h"

#include <functional>
#include <memory>
#include <optional>

namespace masclet
{

/// What a run is called in the journal.
struct RunRequest {
    const Profile &profile;
    QString verb; ///< "backup", "verify", …
    Right right;  ///< that the policy of the machine must give to who runs this
    QString trigger = QStringLiteral("manual");
    QString reason;
    std::chrono::milliseconds wait{0}; ///< how long to wait for the repository's lock
    /// Asked when the lock is held, since the run that held it before may have done the work. Empty: always.
    std::function<Result<bool>(const Repository &)> isNeeded = {};
};

/// One recorded attempt that holds the repository: opened, locked, what died before cleaned up, the start
/// journalled, a log file open, all log entries of the job going there too, steps of dead procedures undone.
/// Made by recorded() below; lives on the worker's stack.
class RunScope
{
public:
    /// A run that cannot even begin is recorded as well: its record waits in the state folder. Null when it
    /// is not needed; then nothing is recorded.
    static Result<std::unique_ptr<RunScope>> begin(const ServiceEnvironment &environment,
                                                   const RunRequest &request, JobContext &job);
    ~RunScope();

    const ServiceEnvironment &environment() const { return m_environment; }
    const Profile &profile() const { return m_profile; }
    Repository &repository() { return m_repository; }
    const RepositoryLock &lock() const { return m_lock; }
    Journal &journal() { return m_repository.journal(); }
    JobContext &job() { return m_job; }
    RunRecord &record() { return m_record; }
    /// For a Procedure of this run (see RunProcedure.h).
    ProcedureRun procedureRun();
    qint64 elapsedMs() const { return millisecondsSince(m_environment.clock, m_start); }

    /// Logged, kept in the record, and makes the run end with "warnings".
    void warn(const QString &text);
    /// Ends the record: `error` is why, nullptr for good. What the journal cannot take waits in the state
    /// folder and is a warning.
    void finish(const Error *error);

private:
    RunScope(const ServiceEnvironment &environment, const RunRequest &request, JobContext &job,
             RunRecord record, Repository repository, RepositoryLock lock);
    Result<> prepare();
    void undoDeadProcedures();
    QList<RunPhase> phasesSince(std::chrono::nanoseconds start) const;
    Result<Profile> profileOf(const JournalledStep &step) const;
    void tellContacts();
    QStringList showStatus();
    void noteLate(const QString &text);
    void noteUnstored(const Error &problem);
    void degrade();
    Result<> updateCatalog();

    const ServiceEnvironment &m_environment;
    const Profile &m_profile;
    JobContext &m_job;
    RunRecord m_record;
    StepKinds m_kinds;
    std::optional<PublicStatus> m_shown; ///< to everybody
    bool m_alarmed = false;              ///< something a dead run left could not be undone
    Repository m_repository;
    RepositoryLock m_lock;
    std::unique_ptr<RunLog> m_log;
    std::chrono::nanoseconds m_start;
};

/// Runs `body` inside a recorded run. The report's `run` member gets the finished record, so what is printed,
/// what the exit code says and what the journal keeps are the same thing (invariant I7). A run that was not
/// needed has an empty report, whose run has no id.
template <class Report, class Body>
Result<Report> recorded(const ServiceEnvironment &environment, const RunRequest &request, JobContext &job,
                        const Body &body)
{
    MASCLET_TRY_ASSIGN(const std::unique_ptr<RunScope> scope, RunScope::begin(environment, request, job));
    if (!scope)
        return Report{};
    Result<Report> result = body(*scope);
    const Error *error = result ? nullptr : &result.error();
    if constexpr (requires { result->failure; }) {
        if (result && result->failure)
            error = &*result->failure;
    }
    scope->finish(error);
    if (result)
        result->run = scope->record();
    return result;
}

} // namespace masclet
