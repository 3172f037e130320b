#include "core/service/DayFactsReader.h"

#include "core/base/LocalTime.h"
#include "core/checks/DaySet.h"
#include "core/checks/LogScanner.h"
#include "core/procedure/StepJournal.h"
#include "core/service/HistoryService.h"
#include "core/service/KeptDatabases.h"
#include "core/service/KnownLines.h"
#include "core/service/RetentionHold.h"

#include <QJsonArray>

#include <algorithm>

namespace masclet
{

namespace
{

/// As many as the overview shows; more than any check compares with.
constexpr int runsOfEach = 60;

/// The newest verified set before this one; sets are newest first.
const StoredSet *setBefore(const QList<StoredSet> &sets, const StoredSet &set)
{
    for (const StoredSet &other : sets) {
        if (other.sequence < set.sequence && isProvenReadable(other))
            return &other;
    }
    return nullptr;
}

Result<std::optional<QList<TableRows>>> restoredRows(const Repository &repository, const StoredSet &set)
{
    MASCLET_TRY_ASSIGN(const EvidenceFile evidence, repository.evidence(set.id));
    const auto newest =
        std::find_if(evidence.records.crbegin(), evidence.records.crend(),
                     [](const Evidence &record) { return record.type == EvidenceType::RestoreTested; });
    const QJsonValue tables =
        newest == evidence.records.crend() ? QJsonValue() : newest->details.value(QStringLiteral("tables"));
    if (!tables.isArray())
        return std::optional<QList<TableRows>>();
    MASCLET_TRY_ASSIGN(QList<TableRows> rows, tableRowsFromJson(tables.toArray()));
    return std::optional(std::move(rows));
}

/// The day's set with all that is compared with it. A manifest that cannot be read leaves the facts empty:
/// the checks say so.
Result<> gatherSet(const Repository &repository, DayFacts &facts)
{
    facts.set = setOfDay(facts.sets, facts.day, facts.zone);
    if (!facts.set)
        return {};
    if (Result<Manifest> manifest = repository.manifest(facts.set->id))
        facts.manifest = std::move(*manifest);
    if (const StoredSet *before = setBefore(facts.sets, *facts.set)) {
        if (const Result<Manifest> manifest = repository.manifest(before->id))
            facts.before = rowFiguresOf(*manifest);
    }
    MASCLET_TRY_ASSIGN(facts.restored, restoredRows(repository, *facts.set));
    return {};
}

/// Since the evaluation of the day before; without one, since that day's beginning. A day may be evaluated
/// later than on itself: what happened since midnight is of this one all the same.
Result<QDateTime> logsSince(const Checklist &checklist, const Profile &profile, const QDate &day)
{
    const QDate before = day.addDays(-1);
    MASCLET_TRY_ASSIGN(const ChecklistDay known, checklist.day(profile.name, before));
    const QTimeZone zone = zoneNamed(profile.schedule.zone);
    return known.evaluated.isValid() ? std::min(known.evaluated, instantOf(day, QTime(0, 0), zone))
                                     : instantOf(before, QTime(0, 0), zone);
}

/// From `facts.logs.since` on.
Result<> gatherLogs(const Repository &repository, const Checklist &checklist, const QStringList &knownTexts,
                    GatheredDay &gathered, const std::stop_token &stop)
{
    DayFacts &facts = gathered.facts;
    MASCLET_TRY_ASSIGN(const Directory runs, repository.root().openChild("runs"));
    for (const RunRecord &run : facts.runs) {
        if (run.started >= facts.logs.since)
            MASCLET_TRY(countRunLog(runs, run.id, stop, facts.logs));
    }
    MASCLET_TRY_ASSIGN(const QList<LogPosition> positions,
                       checklist.logPositionsBefore(facts.profile.name, facts.day));
    const LogScanner scanner(facts.profile.checks.logPatterns, knownTexts);
    for (const QString &path : facts.profile.checks.logFiles) {
        const auto known = std::find_if(positions.cbegin(), positions.cend(),
                                        [&](const LogPosition &position) { return position.path == path; });
        MASCLET_TRY_ASSIGN(
            const LogScan scan,
            scanner.scan(path, known == positions.cend() ? std::nullopt : std::optional(*known), stop));
        facts.logs.files << scan.findings;
        gathered.logs << scan.next;
    }
    return {};
}

} // namespace

Result<LogFindings> logsSinceLastCheck(const Repository &repository, const Profile &profile,
                                       const Clock &clock, const std::stop_token &stop)
{
    constexpr int daysBack = 7;
    GatheredDay gathered;
    DayFacts &facts = gathered.facts;
    facts.profile = profile;
    facts.zone = zoneNamed(profile.schedule.zone);
    const QDate today = localDay(clock.now(), facts.zone);
    facts.day = today.addDays(1); // the scans go on where those of today ended
    MASCLET_TRY_ASSIGN(const Checklist checklist, openChecklist(repository, clock));
    facts.logs.since = instantOf(today.addDays(-daysBack), QTime(0, 0), facts.zone);
    for (int back = 0; back <= daysBack; ++back) {
        MASCLET_TRY_ASSIGN(const ChecklistDay day, checklist.day(profile.name, today.addDays(-back)));
        if (day.evaluated.isValid()) {
            facts.logs.since = day.evaluated;
            break;
        }
    }
    JournalWish wish;
    wish.profileId = profile.id;
    wish.since = facts.logs.since;
    wish.acts = knownLineTypes();
    MASCLET_TRY_ASSIGN(JournalFinds finds, repository.journal().find(wish));
    facts.runs = std::move(finds.runs);
    MASCLET_TRY(gatherLogs(repository, checklist, knownTextsOn(today, knownLinesOf(finds.acts, profile.id)),
                           gathered, stop));
    return std::move(facts.logs);
}

Result<Checklist> openChecklist(const Repository &repository, const Clock &clock)
{
    MASCLET_TRY_ASSIGN(Directory folder, repository.root().openChild("checklists"));
    return Checklist(std::move(folder), clock);
}

Result<DayMemory> readDayMemory(const Repository &repository, const Profile &profile, const QDate &day,
                                const Clock &clock)
{
    DayMemory memory;
    MASCLET_TRY_ASSIGN(const Checklist checklist, openChecklist(repository, clock));
    MASCLET_TRY_ASSIGN(memory.logsSince, logsSince(checklist, profile, day));
    MASCLET_TRY_ASSIGN(memory.allSets, repository.sets());
    memory.sets = setsOf(memory.allSets, profile);
    JournalWish wish;
    wish.profileId = profile.id;
    wish.since = std::min(memory.logsSince, instantOf(day, QTime(0, 0), zoneNamed(profile.schedule.zone)));
    wish.newestOfEach = runsOfEach;
    for (const StoredSet &set : std::as_const(memory.sets))
        wish.sets.insert(set.id);
    wish.acts = holdTypes() + keptDatabaseTypes() + openStepTypes() + knownLineTypes();
    MASCLET_TRY_ASSIGN(JournalFinds finds, repository.journal().find(wish));
    memory.runs = std::move(finds.runs);
    memory.acts = std::move(finds.acts);
    return memory;
}

Result<GatheredDay> gatherDay(const Repository &repository, const Profile &profile, const QDate &day,
                              DataPlace dataPlace, const Clock &clock, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const DayMemory memory, readDayMemory(repository, profile, day, clock));
    return gatherDay(repository, profile, day, memory, dataPlace, clock, stop);
}

Result<GatheredDay> gatherDay(const Repository &repository, const Profile &profile, const QDate &day,
                              const DayMemory &memory, DataPlace dataPlace, const Clock &clock,
                              const std::stop_token &stop)
{
    GatheredDay gathered;
    DayFacts &facts = gathered.facts;
    facts.profile = profile;
    facts.day = day;
    facts.zone = zoneNamed(profile.schedule.zone);
    facts.now = clock.now();
    facts.since = repository.created();
    facts.sets = memory.sets;
    facts.runs = memory.runs;
    facts.logs.since = memory.logsSince;
    MASCLET_TRY(gatherSet(repository, facts));
    MASCLET_TRY_ASSIGN(const Checklist checklist, openChecklist(repository, clock));
    MASCLET_TRY(
        gatherLogs(repository, checklist,
                   knownTextsOn(localDay(facts.now, facts.zone), knownLinesOf(memory.acts, profile.id)),
                   gathered, stop));
    if (Result<DiskFacts> disk = diskFacts(repository.root())) {
        disk->dataPlace = dataPlace;
        facts.disk = *disk;
    }
    return gathered;
}

} // namespace masclet
