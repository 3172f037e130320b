#include "core/service/RunScope.h"

#include "core/base/ExitCode.h"
#include "core/base/Text.h"
#include "core/catalog/Catalog.h"
#include "core/service/AlarmWatch.h"
#include "core/service/AuditService.h"
#include "core/service/KnownSteps.h"
#include "core/service/PendingRuns.h"
#include "core/service/StatusFiles.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunScope)
};

/// More would only make the journal longer.
constexpr qsizetype maximumPhases = 100;

RunRecord newRecord(const ServiceEnvironment &environment, const RunRequest &request)
{
    RunRecord record;
    record.id = newRunId(environment.clock);
    record.verb = request.verb;
    record.profile = request.profile.name;
    record.profileId = request.profile.id;
    record.trigger = request.trigger;
    record.reason = request.reason;
    record.author = environment.author;
    record.started = environment.clock.now();
    return record;
}

/// The one place where an outcome becomes a state.
void setOutcome(RunRecord &record, const Error *error)
{
    if (!error) {
        record.state = record.warnings.isEmpty() ? RunState::Ok : RunState::Warnings;
        record.exitCode = record.warnings.isEmpty() ? exitOk : exitWarnings;
        return;
    }
    record.state = error->kind == ErrorKind::Stopped ? RunState::Stopped : RunState::Failed;
    record.exitCode = exitCodeOf(error->kind);
    record.message = error->message;
    record.hint = error->hint;
    record.detail = error->detail;
}

/// For a run that has no scope, since it could not begin. What cannot be delivered stands in its
/// record.
void tellWithoutScope(const ServiceEnvironment &environment, const Profile &profile,
                      const Repository *repository, RunRecord &record, const std::stop_token &stop)
{
    if (profile.id.isEmpty() || record.wasRefused())
        return;
    const WatchFacts facts = gatherWatchFacts(environment, profile, repository, &record, stop);
    const WatchReport report = watchAlarms(environment, profile, facts, stop);
    record.warnings << report.warnings
                    << writeStatusFiles(environment, profile,
                                        publicStatusOf(environment, profile, facts, report.open));
}

} // namespace

RunScope::RunScope(const ServiceEnvironment &environment, const RunRequest &request, JobContext &job,
                   RunRecord record, Repository repository, RepositoryLock lock)
    : m_environment(environment)
    , m_profile(request.profile)
    , m_job(job)
    , m_record(std::move(record))
    , m_kinds(knownSteps(environment.secrets, environment.stateFolder))
    , m_repository(std::move(repository))
    , m_lock(std::move(lock))
    , m_start(environment.clock.monotonic())
{
    m_job.whenPhaseBegins([this](const QString &name) { m_lock.showStep(name, m_environment.clock.now()); });
}

RunScope::~RunScope()
{
    m_job.whenPhaseBegins(nullptr);
    m_job.whenLeft(nullptr);
    m_job.attachLog(nullptr);
}

Result<std::unique_ptr<RunScope>> RunScope::begin(const ServiceEnvironment &environment,
                                                  const RunRequest &request, JobContext &job)
{
    RunRecord record = newRecord(environment, request);
    job.limitDiskWait(std::chrono::milliseconds(request.profile.backup.stallLimit));
    job.whenLeft([&environment, path = request.profile.repository.path, record](const Error &why) mutable {
        setOutcome(record, &why);
        record.finished = environment.clock.now();
        // No more than that: the work may come back to life. The next look at alarms finds the record.
        PendingRuns(environment.stateFolder).keep(path, record);
    });
    auto open = [&]() -> Result<std::unique_ptr<RunScope>> {
        MASCLET_TRY_ASSIGN(const Policy policy, Policy::read(environment.policyFile));
        MASCLET_TRY(policy.check(request.right, environment.who));
        MASCLET_TRY_ASSIGN(Repository repository,
                           Repository::open(request.profile.repository.path, environment.clock));
        MASCLET_TRY_ASSIGN(RepositoryLock lock, repository.lock({request.verb, record.id, environment.author},
                                                                request.wait, job.stopToken()));
        if (request.isNeeded) {
            MASCLET_TRY_ASSIGN(const bool needed, request.isNeeded(repository));
            if (!needed)
                return nullptr;
        }
        std::unique_ptr<RunScope> scope(
            new RunScope(environment, request, job, record, std::move(repository), std::move(lock)));
        MASCLET_TRY(scope->prepare());
        return scope;
    };
    auto scope = open();
    if (!scope) {
        setOutcome(record, &scope.error());
        record.finished = environment.clock.now();
        const Result<Repository> repository =
            Repository::open(request.profile.repository.path, environment.clock);
        tellWithoutScope(environment, request.profile, repository ? &*repository : nullptr, record,
                         job.stopToken());
        PendingRuns(environment.stateFolder).keep(request.profile.repository.path, record);
    }
    if (!scope || !*scope)
        job.whenLeft(nullptr);
    return scope;
}

Result<> RunScope::prepare()
{
    MASCLET_TRY_ASSIGN(const RecoveryReport before, m_repository.recover(m_lock));
    MASCLET_TRY_ASSIGN(const Directory runs, m_repository.root().openOrMakeChild("runs"));
    Result<std::unique_ptr<RunLog>> log = RunLog::create(runs, m_record.id, m_environment.clock);
    if (log) {
        m_log = std::move(*log);
        m_job.attachLog(m_log.get());
    } else {
        warn(log.error().message);
    }
    m_job.log().info(Tr::tr("Run %1: %2 of profile %3 by %4")
                         .arg(m_record.id, m_record.verb, m_record.profile, m_record.author));
    for (const QString &line : before.lines)
        m_job.log().warning(line);
    if (!before.problem)
        warn(before.problem.error().message);
    // An unrecorded backup is better than none (fault X05). What deletes or replaces asks the journal itself.
    Result<> recorded =
        PendingRuns(m_environment.stateFolder).handOver(m_profile.repository.path, journal(), m_lock);
    if (recorded)
        recorded = journal().runStarted(m_lock, m_record);
    if (!recorded)
        warn(recorded.error().message);
    undoDeadProcedures();
    return {};
}

ProcedureRun RunScope::procedureRun()
{
    return {journal(), m_lock, m_profile, m_kinds, m_record.id, m_environment.machine};
}

/// What cannot be undone does not keep the run from its own work, but it is told each time.
void RunScope::undoDeadProcedures()
{
    const auto alarms = undoOpenSteps(
        procedureRun(), [this](const JournalledStep &step) { return profileOf(step); }, m_job);
    if (!alarms)
        return warn(alarms.error().message);
    for (const Error &alarm : *alarms)
        warn(alarm.message + QChar(u' ') + alarm.hint);
    m_alarmed = !alarms->isEmpty();
}

/// Several profiles share a repository. Programs are run as the profile's file has them, never as a journal
/// says: the repository may be writable for others than the profile is.
Result<Profile> RunScope::profileOf(const JournalledStep &step) const
{
    if (step.profileId == m_profile.id)
        return m_profile;
    MASCLET_TRY_ASSIGN(const StoredProfile stored, m_environment.profiles.load(step.profilePath));
    if (stored.profile.id != step.profileId)
        return fail(ErrorKind::Config,
                    Tr::tr("%1 is another profile now.").arg(oneLine(step.profilePath, 300)));
    return stored.profile;
}

void RunScope::warn(const QString &text)
{
    m_job.log().warning(text);
    m_record.warnings << text;
}

/// One job may hold several runs: backup, restore test, retention.
QList<RunPhase> RunScope::phasesSince(std::chrono::nanoseconds start) const
{
    const auto after = [&](std::chrono::nanoseconds time) {
        return qint64(std::chrono::duration_cast<std::chrono::milliseconds>(time - start).count());
    };
    QList<RunPhase> phases;
    for (const PhaseStart &phase : m_job.phases()) {
        if (phase.at < start)
            continue;
        const qint64 begin = after(phase.at);
        if (!phases.isEmpty())
            phases.last().durationMs = begin - phases.last().startMs;
        phases << RunPhase{phase.name, begin, 0};
    }
    if (!phases.isEmpty())
        phases.last().durationMs = after(m_environment.clock.monotonic()) - phases.last().startMs;
    return phases.mid(0, maximumPhases);
}

void RunScope::finish(const Error *error)
{
    setOutcome(m_record, error);
    if (!error && m_alarmed)
        m_record.exitCode = exitCodeOf(ErrorKind::RestoreActionNeeded);
    m_record.finished = m_environment.clock.now();
    m_record.durationMs = millisecondsSince(m_environment.clock, m_start);
    m_record.phases = phasesSince(m_start);
    if (error)
        m_job.log().write(error->kind == ErrorKind::Stopped ? LogLevel::Warning : LogLevel::Error,
                          error->message + QChar(u' ') + error->hint + QChar(u' ') + error->detail);
    tellContacts();
    const int shownCode = m_record.exitCode;
    m_job.log().info(
        Tr::tr("Ended: %1 after %2").arg(nameOf(m_record.state), durationText(m_record.durationMs)));
    m_job.attachLog(nullptr);
    const std::optional<Error> unsynced = m_log ? m_log->sync() : std::nullopt;
    if (unsynced)
        noteUnstored(*unsynced);
    // The catalog is a cache: without it the work is as good as with it.
    if (auto indexed = updateCatalog(); !indexed) {
        noteUnstored(indexed.error());
        degrade();
    }
    if (auto written = journal().runFinished(m_lock, m_record); !written) {
        noteUnstored(written.error());
        PendingRuns(m_environment.stateFolder).keep(m_profile.repository.path, m_record);
    } else {
        (void)handOverNotes(m_environment, m_profile, journal(), m_lock); // else the next run does
        rememberHead(m_environment.stateFolder, m_repository.id(), journal());
    }
    if (m_record.exitCode != shownCode)
        (void)showStatus(); // it could be written before
}

/// While the lock is held, so that the record can say what was not delivered. It takes no longer than the
/// profile allows, and makes no backup bad.
void RunScope::tellContacts()
{
    if (m_profile.id.isEmpty())
        return;
    const std::stop_token &stop = m_job.stopToken();
    const WatchFacts facts = gatherWatchFacts(m_environment, m_profile, &m_repository, &m_record, stop);
    const WatchReport report = watchAlarms(m_environment, m_profile, facts, stop);
    for (const Delivered &one : report.delivered) {
        if (one.outcome)
            m_job.log().info(Tr::tr("%1 was told by %2.").arg(oneLine(one.contact, 80), one.way));
    }
    for (const QString &warning : report.warnings)
        noteLate(warning);
    m_shown = publicStatusOf(m_environment, m_profile, facts, report.open);
    for (const QString &problem : showStatus())
        noteLate(problem);
}

/// The status file says of this run what the journal says (invariant I7).
QStringList RunScope::showStatus()
{
    if (!m_shown)
        return {};
    for (PublicStatus::LastRun &run : m_shown->runs) {
        if (run.verb != m_record.verb || run.started != m_record.started)
            continue;
        run.state = nameOf(m_record.state);
        run.exitCode = m_record.exitCode;
    }
    return writeStatusFiles(m_environment, m_profile, *m_shown);
}

Result<> RunScope::updateCatalog()
{
    MASCLET_TRY_ASSIGN(Catalog catalog,
                       Catalog::open(catalogPath(m_environment.stateFolder), m_environment.clock));
    if (!catalog.setAside().isEmpty()) {
        const QString text = Tr::tr("The catalog was damaged and is made anew; the old file is now %1.")
                                 .arg(oneLine(catalog.setAside()));
        m_job.log().warning(text);
        m_record.warnings << text;
        degrade();
    }
    // What is new: also of a run that died, or could not reach the catalog, and left its changes to this one.
    MASCLET_TRY(catalog.update(m_repository, m_record));
    return {};
}

/// A good run whose catalog is not what it should be ends with 19.
void RunScope::degrade()
{
    if (m_record.state != RunState::Ok && m_record.state != RunState::Warnings)
        return;
    m_record.state = RunState::Warnings;
    if (!m_alarmed)
        m_record.exitCode = exitCodeOf(ErrorKind::Catalog);
}

void RunScope::noteUnstored(const Error &problem)
{
    noteLate(Tr::tr("The result of this run could not be stored: %1").arg(problem.message));
}

/// A warning after the outcome is known.
void RunScope::noteLate(const QString &text)
{
    m_job.log().warning(text);
    m_record.warnings << text;
    if (m_record.state == RunState::Ok) {
        m_record.state = RunState::Warnings;
        m_record.exitCode = exitWarnings;
    }
}

} // namespace masclet
