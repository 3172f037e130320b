#include "core/profile/ClockChanges.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ClockChanges)
};

constexpr qint64 daysAhead = 400; ///< each change of a year, with some room
constexpr int secondsOfDay = 24 * 60 * 60;
const QString timeForm = QStringLiteral("HH:mm");

/// What clocks on the wall jump over, or show twice: from `begin` up to, but not including, `end`.
struct Jump {
    QDateTime begin; ///< wall time, written as UTC
    QDateTime end;
    ClockConflict::Kind kind = ClockConflict::Kind::Skipped;
};

QList<Jump> jumpsOf(const QTimeZone &zone, const QDateTime &now)
{
    QList<Jump> jumps;
    for (const QTimeZone::OffsetData &change : zone.transitions(now, now.addDays(daysAhead))) {
        const QDateTime instant = change.atUtc.toUTC();
        const int before = zone.offsetFromUtc(instant.addSecs(-1));
        const int after = zone.offsetFromUtc(instant);
        if (before != after)
            jumps << Jump{instant.addSecs(std::min(before, after)), instant.addSecs(std::max(before, after)),
                          after > before ? ClockConflict::Kind::Skipped : ClockConflict::Kind::Twice};
    }
    return jumps;
}

/// The day on which this jump covers that time of day.
std::optional<QDate> dayMet(const Jump &jump, const QTime &time)
{
    for (QDate day = jump.begin.date(); day <= jump.end.date(); day = day.addDays(1)) {
        const QDateTime wall(day, time, Qt::UTC);
        if (jump.begin <= wall && wall < jump.end)
            return day;
    }
    return std::nullopt;
}

bool isSafe(const QList<Jump> &jumps, const QTime &time)
{
    return std::none_of(jumps.cbegin(), jumps.cend(),
                        [&](const Jump &jump) { return dayMet(jump, time).has_value(); });
}

/// The same time one jump's length later, again and again until no jump covers it.
QString betterThan(const QList<Jump> &jumps, const Jump &met, QTime time)
{
    const int step = int(met.begin.secsTo(met.end));
    for (int gone = step; gone < secondsOfDay; gone += step) {
        time = time.addSecs(step);
        if (isSafe(jumps, time))
            return time.toString(timeForm);
    }
    return {};
}

} // namespace

QList<ClockConflict> findClockConflicts(const QStringList &times, const QTimeZone &zone, const QDateTime &now)
{
    const QList<Jump> jumps = jumpsOf(zone, now);
    QList<ClockConflict> conflicts;
    for (const QString &at : times) {
        const QTime time = QTime::fromString(at, timeForm);
        for (const Jump &jump : jumps) {
            const std::optional<QDate> day = time.isValid() ? dayMet(jump, time) : std::nullopt;
            if (!day)
                continue;
            conflicts << ClockConflict{at, betterThan(jumps, jump, time), jump.kind, *day};
            break;
        }
    }
    return conflicts;
}

QString describe(const ClockConflict &conflict)
{
    const QString what =
        conflict.kind == ClockConflict::Kind::Skipped
            ? Tr::tr("On %1 the clocks skip %2: the backup of that day starts at the change.")
            : Tr::tr("On %1 the clocks show %2 twice: the backup starts the first time.");
    const QString sentence = what.arg(dayText(conflict.day), conflict.at);
    return conflict.better.isEmpty() ? sentence
                                     : sentence + QChar(u' ') + Tr::tr("Better: %1.").arg(conflict.better);
}

} // namespace masclet
