#include "core/profile/PlannedTimes.h"

#include <algorithm>
#include <array>

namespace masclet
{

QList<int> plannedWeekdays(const Profile::Schedule &schedule)
{
    static constexpr std::array names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    QList<int> days;
    for (size_t i = 0; i < names.size(); ++i) {
        if (schedule.weekdays.contains(QLatin1String(names[i])))
            days << int(i) + 1;
    }
    return days;
}

bool isPlannedDay(const Profile::Schedule &schedule, const QDate &day)
{
    return plannedWeekdays(schedule).contains(day.dayOfWeek());
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
