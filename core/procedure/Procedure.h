#pragma once

#include "core/procedure/StepJournal.h"

#include <functional>
#include <optional>
#include <type_traits>

namespace masclet
{

/// One step to take: a kind and what it is to do, as data.
struct ProcedureStep {
    QString kind;
    QJsonObject parameters;
};

/// The run a procedure belongs to; all of it outlives the procedure.
struct ProcedureRun {
    Journal &journal;
    const RepositoryLock &lock;
    const Profile &profile;
    const StepKinds &kinds;
    QString runId;
    QString machine;
};

/// Steps one after the other, each in the journal before it is done, with what undoing it needs, and
/// afterwards with its result. However the work ends, end() puts back what has to be put back, in reverse
/// order; after a crash the next run does it from the journal (see undoOpenSteps()). A step that cannot be
/// undone stays in the journal as a standing alarm. Lives on the worker's stack; one thread.
///
///     Procedure procedure(run, job);
///     MASCLET_TRY(procedure.take({stopServiceKind, {…}}));
///     MASCLET_TRY(procedure.perform(tr("Load the dump"), [&] { return load(); }));
///     … procedure.end(Procedure::Outcome::Good)
class Procedure
{
public:
    enum class Outcome { Good, Failed };

    Procedure(const ProcedureRun &run, JobContext &job);
    /// Ends a procedure that nobody ended as failed.
    ~Procedure();
    Procedure(const Procedure &) = delete;
    Procedure &operator=(const Procedure &) = delete;

    /// A step of a registered kind. When it fails, end() undoes it as well: nobody knows how far it came.
    Result<> take(const ProcedureStep &step);
    /// A step that leaves nothing to undo; the result is that of `body()`, also when the journal cannot take
    /// its end.
    template <class Body>
    std::invoke_result_t<Body> perform(const QString &title, const Body &body);
    /// A later failure undoes nothing that was taken so far, but for what is undone at the end anyway.
    Result<> keep();
    /// Keeps all when good, then undoes what is open. Everything is tried, whatever fails; the error
    /// (RestoreActionNeeded) names the first thing that could not be undone. The job's stop does not end it.
    std::optional<Error> end(Outcome outcome);

private:
    JournalledStep nextStep(const QString &title);
    void open(const JournalledStep &step);
    Result<> journalled(const JournalledStep &step, const std::function<Result<>()> &body);

    ProcedureRun m_run;
    JobContext &m_job;
    qint64 m_number = 0;
    QList<JournalledStep> m_open;
    bool m_ended = false;
};

template <class Body>
std::invoke_result_t<Body> Procedure::perform(const QString &title, const Body &body)
{
    MASCLET_TRY(m_job.proceed());
    std::optional<std::invoke_result_t<Body>> result;
    MASCLET_TRY(journalled(nextStep(title), [&]() -> Result<> {
        result.emplace(body());
        return *result ? Result<>() : fail(result->error());
    }));
    return *std::move(result);
}

/// Finds the profile a step belongs to: the run's own, or the one in the step's file.
using ProfileFinder = std::function<Result<Profile>(const JournalledStep &)>;

/// Undoes, newest first, what dead runs left open, and journals each result. Call it under the lock before
/// the run's own first step. The errors (RestoreActionNeeded) are standing alarms; an unreadable journal is
/// an error of its own.
Result<QList<Error>> undoOpenSteps(const ProcedureRun &run, const ProfileFinder &profileOf, JobContext &job);

} // namespace masclet
