#include "core/base/ExitCode.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/checks/DaySet.h"
#include "core/checks/Evaluators.h"
#include "core/checks/PrintedCommands.h"

#include <QCoreApplication>

#include <algorithm>

// Integrity and restore: what the evidence of the day's set proves, and how old it is.

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

/// Missing or cut files, or damage found by a verification.
bool findDamage(const StoredSet &set, Check &check)
{
    if (set.problem.isEmpty() && set.state != SetState::Damaged)
        return false;
    check.result = CheckResult::Fail;
    check.finding = set.problem.isEmpty()
                        ? Tr::tr("%1 is damaged: %2").arg(set.id, oneLine(set.evidence.damage))
                        : Tr::tr("%1 cannot be used: %2").arg(set.id, oneLine(set.problem));
    check.hint = Tr::tr("Make a backup now, and look at the disk.");
    return true;
}

/// The newest failed restore test of the set, when no later one succeeded.
const RunRecord *failedTest(const DayFacts &facts, const StoredSet &set)
{
    const auto found = std::find_if(facts.runs.begin(), facts.runs.end(), [&](const RunRecord &run) {
        return run.setId == set.id && run.state == RunState::Failed &&
               run.exitCode == exitCodeOf(ErrorKind::RestoreTest);
    });
    const bool stands = found != facts.runs.end() && (!set.evidence.restoreTested.isValid() ||
                                                      found->finished > set.evidence.restoreTested);
    return stands ? &*found : nullptr;
}

const StoredSet *lastTested(const DayFacts &facts)
{
    const StoredSet *last = nullptr;
    for (const StoredSet &set : facts.sets) {
        const QDateTime &time = set.evidence.restoreTested;
        if (time.isValid() && isProvenReadable(set) && (!last || time > last->evidence.restoreTested))
            last = &set;
    }
    return last;
}

/// The day's set itself was not tested.
void judgeLastTest(const DayFacts &facts, const StoredSet &set, Check &check)
{
    const std::optional<std::chrono::milliseconds> period = restorePeriod(facts.profile.schedule.restoreTest);
    const StoredSet *last = lastTested(facts);
    if (!period || !last) {
        check.finding = last ? Tr::tr("%1 was not tested; the last restore test was of %2, %3 ago.")
                                   .arg(set.id, last->id, ageText(last->evidence.restoreTested, facts.now))
                             : Tr::tr("%1 was not tested, and no other set was.").arg(set.id);
        check.hint = Tr::tr("Test it: %1")
                         .arg(QStringLiteral("masclet-backup restore-test %1 --profile %2")
                                  .arg(set.id, facts.profile.name));
        return;
    }
    const bool recent = last->evidence.restoreTested.msecsTo(facts.now) <= period->count();
    check.result = recent ? CheckResult::Pass : CheckResult::Warn;
    check.finding = Tr::tr("The last restore test, of %1, was %2 ago and compared equal.")
                        .arg(last->id, ageText(last->evidence.restoreTested, facts.now));
}

QString restoreThreshold(const QString &rhythm)
{
    if (rhythm == QStringLiteral("weekly"))
        return Tr::tr(
            "A set was loaded into a test database within the last week, and all counts are equal.");
    if (rhythm == QStringLiteral("monthly"))
        return Tr::tr(
            "A set was loaded into a test database within the last month, and all counts are equal.");
    return Tr::tr("This set was loaded into a test database, and all counts are equal.");
}

} // namespace

Check checkIntegrity(const DayFacts &facts)
{
    Check check;
    check.item = CheckItem::Integrity;
    check.threshold = Tr::tr("The set was read back whole: every hash, size and row count is equal.");
    const StoredSet::File *archive = findArchive(facts, check);
    if (!archive)
        return check;
    const StoredSet &set = *facts.set;
    check.command = integrityCommand(facts.profile, set.id, archive->path);
    if (findDamage(set, check))
        return check;
    // Not by a restore test, which reads the dump alone.
    const QDateTime proven = set.evidence.lastRead();
    if (!proven.isValid()) {
        check.finding = Tr::tr("%1 was never read back.").arg(set.id);
        check.hint =
            Tr::tr("Verify it: %1")
                .arg(QStringLiteral("masclet-backup verify %1 --profile %2").arg(set.id, facts.profile.name));
        return check;
    }
    check.result = CheckResult::Pass;
    check.finding = Tr::tr("%1 was read back whole %2 ago.").arg(set.id, ageText(proven, facts.now));
    check.figures = QStringLiteral("%1  %2").arg(set.id, momentText(proven, facts.zone));
    if (set.evidence.unreadable > 0)
        check.unchecked =
            Tr::tr("Lines of the set's evidence that cannot be read: %1.").arg(set.evidence.unreadable);
    return check;
}

Check checkRestore(const DayFacts &facts)
{
    Check check;
    check.item = CheckItem::Restore;
    check.threshold = restoreThreshold(facts.profile.schedule.restoreTest);
    const StoredSet::File *archive = findArchive(facts, check);
    if (!archive)
        return check;
    const StoredSet &set = *facts.set;
    check.command = restoreCommand(facts.profile, archive->path,
                                   facts.manifest ? facts.manifest->database : DatabaseFacts());
    if (findDamage(set, check))
        return check;
    if (const RunRecord *failed = failedTest(facts, set)) {
        check.result = CheckResult::Fail;
        check.finding = Tr::tr("The restore test of %1 at %2 failed: %3")
                            .arg(set.id, momentText(failed->started, facts.zone), oneLine(failed->message));
        check.hint = oneLine(failed->hint);
        return check;
    }
    if (!set.evidence.restoreTested.isValid()) {
        judgeLastTest(facts, set, check);
        return check;
    }
    check.result = CheckResult::Pass;
    check.finding = Tr::tr("%1 was loaded into a test database %2 ago and compared equal.")
                        .arg(set.id, ageText(set.evidence.restoreTested, facts.now));
    check.figures = QStringLiteral("%1  %2").arg(set.id, momentText(set.evidence.restoreTested, facts.zone));
    return check;
}

} // namespace masclet
