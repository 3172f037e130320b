#pragma once

#include "core/base/LocalTime.h"

#include <QList>
#include <QStringList>

namespace masclet
{

/// A planned time of day that daylight saving takes away, or brings twice, on a day to come.
struct ClockConflict {
    enum class Kind {
        Skipped, ///< no clock shows it that day; systemd alone would leave that day out
        Twice,   ///< it comes two times; other schedulers may run twice
    };
    QString at;     ///< "02:00"
    QString better; ///< the next time of day that each change leaves alone; empty when there is none
    Kind kind = Kind::Skipped;
    QDate day; ///< the first such day

    friend bool operator==(const ClockConflict &, const ClockConflict &) = default;
};

/// Looks a good year ahead of `now` in the rules of `zone`; at most one conflict for each time, the first to
/// come. Texts that are no time of day are passed over. Pure.
QList<ClockConflict> findClockConflicts(const QStringList &times, const QTimeZone &zone,
                                        const QDateTime &now);

/// One sentence each, with the better time.
QString describe(const ClockConflict &conflict);

} // namespace masclet
