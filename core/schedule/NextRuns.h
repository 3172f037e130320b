#pragma once

#include "core/base/LocalTime.h"
#include "core/profile/Profile.h"

#include <QList>

#include <optional>

namespace masclet
{

/// One run as the profile plans it, and when it is due.
struct PlannedRun {
    QDate day;       ///< on the calendar of the schedule's zone
    QTime time;      ///< as the profile has it
    QDateTime start; ///< UTC; see instantOf()
    WallTime clocks = WallTime::Once;

    friend bool operator==(const PlannedRun &, const PlannedRun &) = default;
};

/// What is done about a time that the clocks skip or show twice, in one sentence; empty on all other days.
QString clockRemark(const PlannedRun &run);

/// When the runs of a schedule are due, by the rules of its zone: one run for each planned time of each local
/// day, whatever daylight saving does. Planned times that fall on the same moment are one run. Pure; a value.
class NextRuns
{
public:
    explicit NextRuns(const Profile::Schedule &schedule);

    const QTimeZone &zone() const { return m_zone; }

    /// The next `count` runs due after that moment, in order; none where no time is planned.
    QList<PlannedRun> after(const QDateTime &now, int count) const;
    /// The last run due by then.
    std::optional<PlannedRun> latest(const QDateTime &now) const;

    /// The run that is to be made now: the latest one, as long as no good set was started since it was due.
    /// `lastGood` is the start of the newest good set, or where there is none the moment from which on runs
    /// are owed; one that lies in the future counts for nothing, as the clock was wrong then or is now. Where
    /// runs are wanted in their window only, one that was missed is never made.
    std::optional<PlannedRun> due(const QDateTime &lastGood, const QDateTime &now) const;
    bool isDue(const QDateTime &lastGood, const QDateTime &now) const
    {
        return due(lastGood, now).has_value();
    }

private:
    QList<PlannedRun> runsOf(const QDate &day) const;

    Profile::Schedule m_schedule;
    QTimeZone m_zone;
};

} // namespace masclet
