#include "core/schedule/NextRuns.h"

#include "core/profile/PlannedTimes.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

/// A week, and a day for what daylight saving moves over midnight: no schedule pauses longer.
constexpr int longestPause = 8;

} // namespace

QString clockRemark(const PlannedRun &run)
{
    const QString time = run.time.toString(QStringLiteral("HH:mm"));
    switch (run.clocks) {
    case WallTime::Skipped:
        return Tr::tr("The clocks skip %1 on that day; it runs at the change.").arg(time);
    case WallTime::Twice:
        return Tr::tr("The clocks show %1 twice on that day; it runs the first time.").arg(time);
    case WallTime::Once:
        break;
    }
    return {};
}

NextRuns::NextRuns(const Profile::Schedule &schedule)
    : m_schedule(schedule)
    , m_zone(zoneNamed(schedule.zone))
{
}

QList<PlannedRun> NextRuns::runsOf(const QDate &day) const
{
    QList<PlannedRun> runs;
    for (const QTime &time : plannedTimes(m_schedule, day))
        runs << PlannedRun{day, time, instantOf(day, time, m_zone), wallTimeOn(day, time, m_zone)};
    return runs;
}

QList<PlannedRun> NextRuns::after(const QDateTime &now, int count) const
{
    QList<PlannedRun> list;
    QDate day = localDay(now, m_zone).addDays(-1);
    for (int pause = 0; list.size() < count && pause <= longestPause; ++pause, day = day.addDays(1)) {
        for (const PlannedRun &run : runsOf(day)) {
            if (run.start <= now || list.size() == count)
                continue;
            if (list.isEmpty() || list.last().start < run.start)
                list << run;
            pause = 0;
        }
    }
    return list;
}

std::optional<PlannedRun> NextRuns::latest(const QDateTime &now) const
{
    const QDate today = localDay(now, m_zone);
    std::optional<PlannedRun> found;
    for (int back = 0; !found && back <= longestPause; ++back) {
        for (const PlannedRun &run : runsOf(today.addDays(-back))) {
            if (run.start <= now && (!found || found->start < run.start))
                found = run;
        }
    }
    return found;
}

std::optional<PlannedRun> NextRuns::due(const QDateTime &lastGood, const QDateTime &now) const
{
    const std::optional<PlannedRun> run = latest(now);
    const bool made = run && lastGood.isValid() && run->start <= lastGood && lastGood <= now;
    const bool late = run && m_schedule.windowOnly && run->start.msecsTo(now) > m_schedule.window;
    return made || late ? std::nullopt : run;
}

} // namespace masclet
