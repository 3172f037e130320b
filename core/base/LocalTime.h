#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace masclet
{

/// The zone of that IANA name; the system's when it is empty or not known here.
QTimeZone zoneNamed(const QString &name);

/// The instant (UTC) at which a clock on the wall of `zone` first shows this time on this day. A time that
/// daylight saving skips becomes the instant shifted by the gap (02:30 is what the wall calls 03:30), as
/// schedulers run such jobs right after the change; a time that comes twice is its first occurrence. Qt 6.4
/// itself answers an invalid or an hour-late time there, without an error (faults L05).
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
