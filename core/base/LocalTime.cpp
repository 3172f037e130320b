#include "core/base/LocalTime.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Time)
};

} // namespace

QTimeZone zoneNamed(const QString &name)
{
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QDateTime instantOf(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    // No zone is further from UTC than 14 hours, so these two samples lie on either side of any change that
    // can touch this wall time.
    constexpr qint64 sampleDistance = 15 * 3600;
    const QDateTime wall(day, time, Qt::UTC);
    const int before = zone.offsetFromUtc(wall.addSecs(-sampleDistance));
    const int after = zone.offsetFromUtc(wall.addSecs(sampleDistance));
    const QDateTime first = wall.addSecs(-before);
    const QDateTime second = wall.addSecs(-after);
    const bool secondIsReal = zone.offsetFromUtc(second) == after;
    const bool firstIsReal = zone.offsetFromUtc(first) == before;
    return secondIsReal && !firstIsReal ? second : first;
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
