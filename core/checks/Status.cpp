#include "core/checks/Status.h"

#include "core/base/ExitCode.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/checks/DaySet.h"
#include "core/profile/PlannedTimes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Status)
};

constexpr qint64 milliseconds(std::chrono::milliseconds duration)
{
    return duration.count();
}

/// From best to worst.
int severity(StatusLevel level)
{
    constexpr std::array order{StatusLevel::Ok, StatusLevel::Warning, StatusLevel::Unknown,
                               StatusLevel::Critical};
    return int(std::find(order.begin(), order.end(), level) - order.begin());
}

const StoredSet *newestReadable(const QList<StoredSet> &sets)
{
    const auto found = std::find_if(sets.begin(), sets.end(), isProvenReadable);
    return found == sets.end() ? nullptr : &*found;
}

const StoredSet *newestTested(const QList<StoredSet> &sets)
{
    const auto found = std::find_if(sets.begin(), sets.end(), [](const StoredSet &set) {
        return isProvenReadable(set) && set.state == SetState::RestoreTested;
    });
    return found == sets.end() ? nullptr : &*found;
}

/// Ages mean nothing when the clock stands before what has already happened (faults T07, L09).
void judgeClock(const StatusFacts &facts, QList<StatusRemark> &remarks)
{
    using namespace std::chrono_literals;
    constexpr qint64 tolerance = milliseconds(5min);
    QDateTime latest;
    for (const StoredSet &set : facts.sets)
        latest =
            set.finished.isValid() && (!latest.isValid() || set.finished > latest) ? set.finished : latest;
    for (const RunRecord &run : facts.runs)
        latest =
            run.finished.isValid() && (!latest.isValid() || run.finished > latest) ? run.finished : latest;
    if (latest.isValid() && facts.now.msecsTo(latest) > tolerance)
        remarks << StatusRemark{StatusLevel::Unknown, QStringLiteral("clock"),
                                Tr::tr("The clock is behind the last run, which ended at %1.")
                                    .arg(momentText(latest, facts.zone))};
}

/// How old a set that was started then may be: a day without a planned backup makes none older.
qint64 oldestAllowed(const StatusFacts &facts, const QDateTime &started)
{
    qint64 limit = facts.profile.notify.provenWithin;
    const QDate today = localDay(facts.now, facts.zone);
    for (QDate day = localDay(started, facts.zone).addDays(1); day <= today; day = day.addDays(1)) {
        if (!isPlannedDay(facts.profile.schedule, day))
            limit += milliseconds(std::chrono::hours(24));
    }
    return limit;
}

void judgeFreshness(const StatusFacts &facts, const StoredSet *newest, QList<StatusRemark> &remarks)
{
    const bool young = facts.since.msecsTo(facts.now) <= oldestAllowed(facts, facts.since);
    if (!newest) {
        remarks << StatusRemark{
            young ? StatusLevel::Warning : StatusLevel::Critical, QStringLiteral("proven"),
            young ? Tr::tr("There is no verified backup yet.") : Tr::tr("There is no verified backup."),
            Remedy::BackUp};
        return;
    }
    if (newest->started.msecsTo(facts.now) > oldestAllowed(facts, newest->started))
        remarks << StatusRemark{StatusLevel::Critical, QStringLiteral("proven"),
                                Tr::tr("The last verified backup, %1, is %2 old.")
                                    .arg(newest->id, ageText(newest->started, facts.now)),
                                Remedy::BackUp};
}

void judgeProof(const StatusFacts &facts, const StoredSet *newest, QList<StatusRemark> &remarks)
{
    if (!newest || newest->state == SetState::RestoreTested)
        return;
    const StoredSet *tested = newestTested(facts.sets);
    const std::optional<std::chrono::milliseconds> period = restorePeriod(facts.profile.schedule.restoreTest);
    if (period && tested && tested->evidence.restoreTested.msecsTo(facts.now) <= period->count())
        return;
    remarks << StatusRemark{
        StatusLevel::Warning, QStringLiteral("unproven"),
        tested ? Tr::tr("%1 is verified but not restored yet; the last restore test is %2 old.")
                     .arg(newest->id, ageText(tested->evidence.restoreTested, facts.now))
               : Tr::tr("%1 is verified, but no backup was ever restored.").arg(newest->id),
        Remedy::RestoreTest};
}

/// The newest set is damaged, unusable or did not restore.
void judgeNewestSet(const StatusFacts &facts, QList<StatusRemark> &remarks)
{
    if (facts.sets.isEmpty())
        return;
    const StoredSet &newest = facts.sets.first();
    if (newest.state == SetState::Damaged || !newest.problem.isEmpty())
        remarks << StatusRemark{StatusLevel::Critical, QStringLiteral("damaged"),
                                Tr::tr("The newest backup, %1, is damaged.").arg(newest.id), Remedy::BackUp};
    if (newest.state == SetState::Complete && newest.problem.isEmpty())
        remarks << StatusRemark{StatusLevel::Warning, QStringLiteral("unverified"),
                                Tr::tr("The newest backup, %1, is not verified.").arg(newest.id),
                                Remedy::Verify};
    const auto failed = std::find_if(facts.runs.begin(), facts.runs.end(), [&](const RunRecord &run) {
        return run.setId == newest.id && run.exitCode == exitCodeOf(ErrorKind::RestoreTest);
    });
    if (failed != facts.runs.end() &&
        (!newest.evidence.restoreTested.isValid() || failed->finished > newest.evidence.restoreTested))
        remarks << StatusRemark{
            StatusLevel::Critical,
            QStringLiteral("restore-test"),
            Tr::tr("The restore test of %1 failed: %2").arg(newest.id, oneLine(failed->message)),
            Remedy::ShowRun,
            failed->id,
            Tr::tr("The restore test of %1 failed.").arg(newest.id)};
}

/// Retention deletes nothing while one is damaged, so nobody may overlook it.
void judgeOlderSets(const StatusFacts &facts, QList<StatusRemark> &remarks)
{
    for (qsizetype at = 1; at < facts.sets.size(); ++at) {
        const StoredSet &set = facts.sets[at];
        if (set.state == SetState::Damaged || !set.problem.isEmpty())
            remarks << StatusRemark{StatusLevel::Warning, QStringLiteral("older-damaged"),
                                    Tr::tr("The older backup %1 is damaged.").arg(set.id), Remedy::Verify};
    }
}

void judgeLastRun(const StatusFacts &facts, QList<StatusRemark> &remarks)
{
    const auto last = std::find_if(facts.runs.begin(), facts.runs.end(), [](const RunRecord &run) {
        return run.verb == QStringLiteral("backup") && run.state != RunState::Running && !run.wasRefused();
    });
    if (last == facts.runs.end())
        return;
    const QString lastRun = QStringLiteral("last-run");
    const QString when = momentText(last->started, facts.zone);
    if (last->state == RunState::Failed)
        remarks << StatusRemark{
            StatusLevel::Warning,
            lastRun,
            Tr::tr("The last backup run, %1, failed: %2").arg(when, oneLine(last->message)),
            Remedy::ShowRun,
            last->id,
            Tr::tr("The last backup run, %1, failed.").arg(when)};
    if (last->state == RunState::Interrupted)
        remarks << StatusRemark{StatusLevel::Warning, lastRun,
                                Tr::tr("The last backup run, %1, was interrupted.").arg(when),
                                Remedy::ShowRun, last->id};
    if (last->state == RunState::Stopped)
        remarks << StatusRemark{StatusLevel::Warning, lastRun,
                                Tr::tr("The last backup run, %1, was stopped.").arg(when), Remedy::ShowRun,
                                last->id};
    if (last->state == RunState::Warnings)
        remarks << StatusRemark{StatusLevel::Warning, lastRun,
                                Tr::tr("The last backup run, %1, ended with warnings.").arg(when),
                                Remedy::ShowRun, last->id};
}

void judgeRest(const StatusFacts &facts, QList<StatusRemark> &remarks)
{
    for (const Check &check : facts.checks) {
        // Integrity and restore are judged from the evidence above.
        const bool judged = check.item == CheckItem::Integrity || check.item == CheckItem::Restore;
        if (check.result == CheckResult::Fail && !judged)
            remarks << StatusRemark{StatusLevel::Warning,
                                    QStringLiteral("check-") + nameOf(check.item),
                                    check.finding,
                                    Remedy::ShowChecklist,
                                    {},
                                    Tr::tr("The checklist's item \"%1\" failed.").arg(titleOf(check.item))};
    }
    for (const QString &sentence : facts.attention)
        remarks << StatusRemark{StatusLevel::Warning,
                                QStringLiteral("hold"),
                                sentence,
                                Remedy::AcceptServer,
                                {},
                                Tr::tr("Retention deletes nothing until somebody has looked.")};
    // Last of all: whatever else is wrong comes before it.
    if (!facts.scheduled)
        remarks << StatusRemark{StatusLevel::Warning, QStringLiteral("unscheduled"),
                                Tr::tr("Nothing starts backups by itself."), Remedy::ShowSchedule};
}

QString goodLine(const StatusFacts &facts, const StoredSet &newest)
{
    const QString started = momentText(newest.started, facts.zone);
    if (newest.state == SetState::RestoreTested)
        return Tr::tr("The copy of %1 was restored and compared %2 ago.")
            .arg(started, ageText(newest.evidence.restoreTested, facts.now));
    return Tr::tr("The copy of %1 was read back whole %2 ago.")
        .arg(started, ageText(newest.evidence.verified, facts.now));
}

} // namespace

QString nameOf(StatusLevel level)
{
    switch (level) {
    case StatusLevel::Ok:
        return QStringLiteral("OK");
    case StatusLevel::Warning:
        return QStringLiteral("WARNING");
    case StatusLevel::Critical:
        return QStringLiteral("CRITICAL");
    case StatusLevel::Unknown:
        break;
    }
    return QStringLiteral("UNKNOWN");
}

Status evaluateStatus(const StatusFacts &facts)
{
    const StoredSet *newest = newestReadable(facts.sets);
    QList<StatusRemark> remarks;
    for (const QString &alarm : facts.alarms)
        remarks << StatusRemark{StatusLevel::Critical, QStringLiteral("service"), alarm, Remedy::ShowAlarms};
    judgeClock(facts, remarks);
    judgeFreshness(facts, newest, remarks);
    judgeNewestSet(facts, remarks);
    judgeOlderSets(facts, remarks);
    judgeProof(facts, newest, remarks);
    judgeLastRun(facts, remarks);
    judgeRest(facts, remarks);
    // Stable: of equally bad things the one judged first is told first.
    std::stable_sort(remarks.begin(), remarks.end(), [](const StatusRemark &a, const StatusRemark &b) {
        return severity(a.level) > severity(b.level);
    });

    Status status;
    if (newest) {
        status.newestSet = newest->id;
        status.verified = newest->started;
    }
    if (const StoredSet *tested = newestTested(facts.sets))
        status.proven = tested->started;
    if (remarks.isEmpty()) {
        status.level = StatusLevel::Ok;
        status.line = goodLine(facts, *newest);
        return status;
    }
    status.remarks = remarks;
    status.level = remarks.first().level;
    status.line = remarks.first().text;
    status.remedy = remarks.first().remedy;
    status.run = remarks.first().run;
    for (const StatusRemark &remark : remarks.mid(1))
        status.others << remark.text;
    return status;
}

StatusLevel worstOf(const QList<StatusLevel> &levels)
{
    const auto worst = std::max_element(
        levels.begin(), levels.end(), [](StatusLevel a, StatusLevel b) { return severity(a) < severity(b); });
    return worst == levels.end() ? StatusLevel::Unknown : *worst;
}

} // namespace masclet
