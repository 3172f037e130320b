#include "core/service/RetentionService.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/KeptSets.h"
#include "core/service/RetentionHold.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RetentionService)
};

/// The profile's last run of this verb. One that was refused since another one held the repository says
/// nothing about the backups.
std::optional<RunRecord> newestRun(const QList<RunRecord> &runs, const Profile &profile, const QString &verb)
{
    const auto newest = std::find_if(runs.begin(), runs.end(), [&](const RunRecord &run) {
        return run.verb == verb && run.profileId == profile.id && !run.wasRefused();
    });
    return newest == runs.end() ? std::nullopt : std::optional(*newest);
}

/// `finds` has at least the newest run of each verb and outcome, and the records about holds.
RetentionInput inputFrom(const QList<StoredSet> &sets, const JournalFinds &finds, const Profile &profile,
                         const Clock &clock)
{
    RetentionInput input;
    input.sets = sets;
    input.profileId = profile.id;
    input.profileName = profile.name;
    input.rules = profile.retention;
    input.zone = zoneNamed(profile.schedule.zone);
    input.now = clock.now();
    input.newestBackup = newestRun(finds.runs, profile, QStringLiteral("backup"));
    input.newestTest = newestRun(finds.runs, profile, QStringLiteral("restore-test"));
    for (const RetentionHold &hold : holdsOf(finds.acts, profile.id))
        input.holds << hold.reason;
    return input;
}

Result<RetentionInput> inputFor(const Repository &repository, const Profile &profile, const Clock &clock)
{
    JournalWish wish;
    wish.profileId = profile.id;
    wish.newestOfEach = 1;
    wish.acts = holdTypes();
    MASCLET_TRY_ASSIGN(const JournalFinds finds, repository.journal().find(wish));
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, repository.sets());
    return inputFrom(sets, finds, profile, clock);
}

Result<RetentionDecision> decideFor(const Repository &repository, const Profile &profile, const Clock &clock)
{
    MASCLET_TRY_ASSIGN(const RetentionInput input, inputFor(repository, profile, clock));
    return decideRetention(input);
}

/// Nothing is deleted when what would be left is not what was written.
Result<> proveWhatStays(RunScope &run, const RetentionDecision &decision)
{
    if (decision.setsToDelete().isEmpty())
        return {};
    MASCLET_TRY_ASSIGN(const QStringList damaged, readKeptSetsBack(run, decision));
    if (damaged.isEmpty())
        return {};
    return fail(ErrorKind::AfterBackup,
                Tr::tr("%n set(s) that would be kept are damaged, so nothing was deleted.", nullptr,
                       int(damaged.size())),
                Tr::tr("Look at the disk that holds them, and make a new backup."), damaged.join(u'\n'));
}

} // namespace

RetentionService::RetentionService(const ServiceEnvironment &environment)
    : m_environment(environment)
{
}

Result<RetentionDecision> RetentionService::decide(const Profile &profile) const
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, m_environment.clock));
    return decideFor(repository, profile, m_environment.clock);
}

RetentionDecision RetentionService::decide(const Profile &profile, const DayMemory &memory) const
{
    return decideRetention(
        inputFrom(memory.allSets, {memory.runs, memory.acts}, profile, m_environment.clock));
}

Result<RetentionDecision> RetentionService::foresee(const Profile &profile, SetState state) const
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, m_environment.clock));
    MASCLET_TRY_ASSIGN(RetentionInput input, inputFor(repository, profile, m_environment.clock));
    StoredSet coming;
    coming.readable = true;
    coming.profile = profile.name;
    coming.profileId = profile.id;
    for (const StoredSet &set : std::as_const(input.sets))
        coming.sequence = std::max(coming.sequence, set.sequence + 1);
    coming.started = coming.finished = input.now;
    coming.state = state;
    input.sets.prepend(coming);
    input.newestBackup.reset();
    if (state == SetState::RestoreTested)
        input.newestTest.reset();
    RetentionDecision decision = decideRetention(input);
    decision.items.removeIf([](const RetentionDecision::Item &item) { return item.set.id.isEmpty(); });
    return decision;
}

Result<RetentionReport> RetentionService::apply(const RetentionRequest &request, JobContext &context) const
{
    const RunRequest recordedAs{
        request.profile, QStringLiteral("retention"), Right::Delete, request.trigger, {}, request.wait};
    return recorded<RetentionReport>(
        m_environment, recordedAs, context, [&](RunScope &run) -> Result<RetentionReport> {
            RetentionReport report;
            MASCLET_TRY_ASSIGN(report.decision,
                               decideFor(run.repository(), request.profile, m_environment.clock));
            if (request.shown && *request.shown != report.decision.setsToDelete())
                return fail(ErrorKind::AfterBackup,
                            Tr::tr("Other sets would be deleted than those that were shown; none was."),
                            Tr::tr("Look at the list again."));
            MASCLET_TRY(proveWhatStays(run, report.decision));
            run.job().phase(Tr::tr("Deleting what retention does not keep"));
            auto proceed = [&](const QString &setId) -> Result<> {
                MASCLET_TRY(run.job().proceed());
                run.job().log().info(Tr::tr("Deleting %1").arg(setId));
                return {};
            };
            auto pruned = applyRetention(run.repository(), run.lock(), report.decision, proceed);
            if (!pruned)
                return fail(std::move(pruned).error());
            report.pruned = std::move(*pruned);
            for (const QString &line : std::as_const(report.pruned.skipped))
                run.warn(line);
            return report;
        });
}

} // namespace masclet
