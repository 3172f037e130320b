#pragma once

#include "core/checks/Check.h"
#include "core/checks/DayFacts.h"

#include <chrono>

namespace masclet
{

/// The newest set that started on that day.
std::optional<StoredSet> setOfDay(const QList<StoredSet> &newestFirst, const QDate &day,
                                  const QTimeZone &zone);

/// Verified or better, whole, and not damaged since.
bool isProvenReadable(const StoredSet &set);

/// The database archive of a set; nullptr when it holds none.
const StoredSet::File *archiveOf(const StoredSet &set);

/// The archive of the day's set. Where there is none `check` says so as not-checked.
const StoredSet::File *findArchive(const DayFacts &facts, Check &check);

/// How old the last restore test may be with the profile's rhythm; none when every set has to be tested, or
/// no test is wanted.
std::optional<std::chrono::milliseconds> restorePeriod(const QString &rhythm);

/// How long ago; nothing below zero when the clock went back meanwhile.
QString ageText(const QDateTime &time, const QDateTime &now);

} // namespace masclet
