#pragma once

#include "core/profile/Profile.h"

#include <QDate>
#include <QTime>

namespace masclet
{

/// The days of the week with planned backups: 1 is Monday, as in QDate. Empty: none.
QList<int> plannedWeekdays(const Profile::Schedule &schedule);
/// Whether the profile plans backups on that day of the week.
bool isPlannedDay(const Profile::Schedule &schedule, const QDate &day);

/// The times of day at which that day has a backup planned, earliest first, none twice. What the clocks of a
/// zone make of them on that day is instantOf()'s to say. Texts that are no time of day are passed over.
QList<QTime> plannedTimes(const Profile::Schedule &schedule, const QDate &day);

} // namespace masclet
