#include "core/profile/PlannedTimes.h"

#include <algorithm>
#include <array>

namespace masclet
{

bool isPlannedDay(const Profile::Schedule &schedule, const QDate &day)
{
    static constexpr std::array<const char *, 7> names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    return schedule.weekdays.contains(QLatin1String(names[size_t(day.dayOfWeek() - 1)]));
}

QList<QTime> plannedTimes(const Profile::Schedule &schedule, const QDate &day)
{
    QList<QTime> times;
    if (!isPlannedDay(schedule, day))
        return times;
    for (const QString &text : schedule.at) {
        const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
        if (time.isValid() && !times.contains(time))
            times << time;
    }
    std::sort(times.begin(), times.end());
    return times;
}

} // namespace masclet
