#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace masclet
{

/// The zone of that IANA name; the system's when it is empty or not known here.
QTimeZone zoneNamed(const QString &name);

/// How often a clock on the wall shows a time on a day.
enum class WallTime {
    Once,
    Skipped, ///< daylight saving jumps over it
    Twice,   ///< it comes again when daylight saving ends
};
WallTime wallTimeOn(const QDate &day, const QTime &time, const QTimeZone &zone);

/// The instant (UTC) at which a clock on the wall of `zone` first shows this time on this day, or for the
/// first time a later one: a time that daylight saving skips is the moment of the change, when cron runs such
/// jobs too; of a time that comes twice the first counts. Qt 6.4 itself answers an invalid or an hour-late
/// time there, without an error (faults L05).
QDateTime instantOf(const QDate &day, const QTime &time, const QTimeZone &zone);

/// The day on the calendar of `zone`.
QDate localDay(const QDateTime &utc, const QTimeZone &zone);

/// "2025-02-18 02:07 CET"; in Spanish "18/02/2025 02:07 CET".
QString momentText(const QDateTime &utc, const QTimeZone &zone);
/// "02:07 CET".
QString timeText(const QDateTime &utc, const QTimeZone &zone);
/// "2025-02-18"; in Spanish "18/02/2025".
QString dayText(const QDate &day);

} // namespace masclet
