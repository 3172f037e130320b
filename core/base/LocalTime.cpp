#include "core/base/LocalTime.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Time)
};

/// The two instants that this wall time can mean around a change of the clocks.
struct Candidates {
    QDateTime before; ///< by the clocks as they were before
    QDateTime after;
    bool beforeIsReal = false; ///< the clocks do show the wall time then
    bool afterIsReal = false;
};

Candidates candidatesOf(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    // No zone is further from UTC than 14 hours, so these two samples lie on either side of any change that
    // can touch this wall time.
    constexpr qint64 sampleDistance = 15 * 3600;
    const QDateTime wall(day, time, Qt::UTC);
    const int before = zone.offsetFromUtc(wall.addSecs(-sampleDistance));
    const int after = zone.offsetFromUtc(wall.addSecs(sampleDistance));
    Candidates candidates{wall.addSecs(-before), wall.addSecs(-after)};
    candidates.beforeIsReal = zone.offsetFromUtc(candidates.before) == before;
    candidates.afterIsReal = zone.offsetFromUtc(candidates.after) == after;
    return candidates;
}

} // namespace

QTimeZone zoneNamed(const QString &name)
{
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

WallTime wallTimeOn(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    const Candidates found = candidatesOf(day, time, zone);
    if (!found.beforeIsReal && !found.afterIsReal)
        return WallTime::Skipped;
    return found.beforeIsReal && found.afterIsReal && found.before != found.after ? WallTime::Twice
                                                                                  : WallTime::Once;
}

QDateTime instantOf(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    const Candidates found = candidatesOf(day, time, zone);
    if (found.beforeIsReal)
        return found.before;
    // In a gap the clocks from behind the change point to a moment before it.
    return found.afterIsReal ? found.after : zone.nextTransition(found.after).atUtc.toUTC();
}

QDate localDay(const QDateTime &utc, const QTimeZone &zone)
{
    return utc.toTimeZone(zone).date();
}

QString momentText(const QDateTime &utc, const QTimeZone &zone)
{
    return Tr::tr("%1 %2", "day, time").arg(dayText(localDay(utc, zone)), timeText(utc, zone));
}

QString timeText(const QDateTime &utc, const QTimeZone &zone)
{
    const QDateTime local = utc.toTimeZone(zone);
    return local.toString(QStringLiteral("HH:mm ")) + local.timeZoneAbbreviation();
}

QString dayText(const QDate &day)
{
    return day.toString(Tr::tr("yyyy-MM-dd", "how a day is written: dd/MM/yyyy in Spanish"));
}

} // namespace masclet
