#pragma once

#include "core/checks/Check.h"
#include "core/checks/DayFacts.h"

namespace masclet
{

// One pure function per item of the checklist.

/// A verified set started within the window after each due time of the day.
Check checkWindow(const DayFacts &facts);
/// The archive is larger than the minimum, the set lies in the band around the median of the last seven
/// verified ones, and its rows did not shrink suddenly.
Check checkSize(const DayFacts &facts);
/// The set was read back whole.
Check checkIntegrity(const DayFacts &facts);
/// The set was loaded into a scratch database and compared; with a weekly or monthly test, the last one is
/// not too old.
Check checkRestore(const DayFacts &facts);
/// The rows in the stream, those counted by SQL in the same snapshot, and those of the restored copy agree.
Check checkCounts(const DayFacts &facts);
/// No failed runs, and no errors in the logs, since the day before.
Check checkLogs(const DayFacts &facts);
/// Twice the largest set and a rest are free; one failing disk or machine does not take everything.
Check checkSpace(const DayFacts &facts);

/// "The run "backup" of … failed: …", or that it was interrupted.
QString failureText(const RunRecord &run, const QTimeZone &zone);

Check evaluate(CheckItem item, const DayFacts &facts);
/// All seven, in the checklist's order.
QList<Check> evaluateAll(const DayFacts &facts);

} // namespace masclet
