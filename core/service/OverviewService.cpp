#include "core/service/OverviewService.h"

#include "core/catalog/Catalog.h"
#include "core/checks/DaySet.h"
#include "core/schedule/NextRuns.h"
#include "core/service/DayFactsReader.h"
#include "core/service/HistoryService.h"
#include "core/service/RetentionService.h"

#include <algorithm>

namespace masclet
{

namespace
{

constexpr qsizetype backupsShown = 60;
constexpr qsizetype usual = 7; ///< runs that say what is to be expected

/// The newest set that holds the kind.
KindOverview overviewOf(const QString &kind, const QList<StoredSet> &sets, const Profile &profile)
{
    KindOverview overview;
    overview.kind = kind;
    overview.wanted = profile.backup.kinds.contains(kind);
    for (const StoredSet &set : sets) {
        for (const StoredSet::File &file : set.files) {
            if (file.kind == kind)
                overview.storedBytes += file.storedSize;
        }
        if (overview.storedBytes > 0) {
            overview.setId = set.id;
            overview.newest = set.started;
            overview.state = set.state;
            break;
        }
    }
    return overview;
}

QList<RunRecord> backupsOf(const QList<RunRecord> &runs)
{
    QList<RunRecord> backups;
    for (const RunRecord &run : runs) {
        if (run.verb == QStringLiteral("backup") && backups.size() < backupsShown)
            backups << run;
    }
    return backups;
}

/// The median of the last good runs; none before the first.
std::optional<qint64> usualValue(const QList<RunRecord> &backups, qint64 RunRecord::*field)
{
    QList<qint64> values;
    for (const RunRecord &run : backups) {
        const bool good = run.state == RunState::Ok || run.state == RunState::Warnings;
        if (good && values.size() < usual)
            values << run.*field;
    }
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

QHash<QString, UsualTime> usualTimes(const QList<RunRecord> &runs)
{
    QHash<QString, UsualTime> times;
    QHash<QString, qsizetype> seen;
    for (const RunRecord &run : runs) { // newest first
        const bool good = run.state == RunState::Ok || run.state == RunState::Warnings;
        if (!good || seen[run.verb]++ >= usual)
            continue;
        if (!times.contains(run.verb))
            times.insert(run.verb, {run.durationMs, run.durationMs});
        UsualTime &time = times[run.verb];
        time.shortestMs = std::min(time.shortestMs, run.durationMs);
        time.longestMs = std::max(time.longestMs, run.durationMs);
    }
    return times;
}

QHash<QString, qint64> testTimes(const QList<RunRecord> &runs)
{
    QHash<QString, qint64> times;
    for (const RunRecord &run : runs) { // newest first
        const bool good = run.state == RunState::Ok || run.state == RunState::Warnings;
        if (good && run.verb == QStringLiteral("restore-test") && !times.contains(run.setId))
            times.insert(run.setId, run.durationMs);
    }
    return times;
}

/// What a run wrote last; its log may not be there yet.
QString lastLine(const Repository &repository, const RunRecord &run)
{
    const Result<QList<RunLogLine>> log = readRunLog(repository, run.id);
    return log && !log->isEmpty() ? log->last().text : QString();
}

/// A run whose end the journal does not have, while somebody holds the lock. Otherwise it died.
Result<std::optional<RunRecord>> runningRun(const Repository &repository, const QList<RunRecord> &runs)
{
    const auto open = std::find_if(runs.begin(), runs.end(),
                                   [](const RunRecord &run) { return run.state == RunState::Running; });
    if (open == runs.end())
        return std::optional<RunRecord>();
    MASCLET_TRY_ASSIGN(const bool held, RepositoryLock::isHeld(repository.root()));
    return held ? std::optional<RunRecord>(*open) : std::optional<RunRecord>();
}

Result<QList<QDate>> unsignedDaysOf(const Repository &repository, const Profile &profile, const Clock &clock)
{
    MASCLET_TRY_ASSIGN(const Checklist checklist, openChecklist(repository, clock));
    MASCLET_TRY_ASSIGN(const QList<ChecklistDay> days, checklist.unsignedDays(profile.id));
    QList<QDate> dates;
    for (const ChecklistDay &day : days)
        dates << day.day;
    return dates;
}

} // namespace

Result<Overview> readOverview(const ServiceEnvironment &environment, const Profile &profile,
                              const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(
        const DayMemory history,
        readDayMemory(repository, profile, todayOf(profile, environment.clock), environment.clock));
    Overview overview;
    overview.repositoryId = repository.id();
    overview.sets = history.sets;
    overview.backups = backupsOf(history.runs);
    MASCLET_TRY_ASSIGN(overview.running, runningRun(repository, history.runs));
    if (overview.running) {
        overview.runningLine = lastLine(repository, *overview.running);
        overview.runningPhases = RepositoryLock::phasesShown(repository.root(), overview.running->id);
    }
    overview.usual = usualTimes(history.runs);
    overview.testMs = testTimes(history.runs);
    MASCLET_TRY_ASSIGN(overview.status, readStatus(environment, profile, repository, history, stop));
    for (const QString &kind : optionByPath(QStringLiteral("backup.kinds"))->choices)
        overview.kinds << overviewOf(kind, history.sets, profile);
    const auto proven = std::find_if(history.sets.begin(), history.sets.end(), isProvenReadable);
    if (proven != history.sets.end())
        overview.protectedUntil = proven->started;

    const QList<PlannedRun> planned = NextRuns(profile.schedule).after(environment.clock.now(), 1);
    overview.next.due = planned.isEmpty() ? QDateTime() : planned.first().start;
    overview.next.durationMs = usualValue(overview.backups, &RunRecord::durationMs);
    overview.next.storedBytes = usualValue(overview.backups, &RunRecord::storedBytes);
    MASCLET_TRY_ASSIGN(const DiskFacts disk, diskFacts(repository.root()));
    overview.next.freeBytes = disk.freeBytes;
    overview.next.willBeDeleted = RetentionService(environment).decide(profile, history).setsToDelete();

    overview.kept = overview.status.kept;
    MASCLET_TRY_ASSIGN(overview.unsignedDays, unsignedDaysOf(repository, profile, environment.clock));
    return overview;
}

Result<qint64> refreshCatalog(const ServiceEnvironment &environment, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(Catalog catalog,
                       Catalog::open(catalogPath(environment.stateFolder), environment.clock));
    return catalog.update(repository);
}

} // namespace masclet
