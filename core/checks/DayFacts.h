#pragma once

#include "core/checks/DiskFacts.h"
#include "core/checks/LogFindings.h"
#include "core/checks/TableRows.h"
#include "core/profile/Profile.h"
#include "core/repository/RunRecord.h"
#include "core/repository/StoredSet.h"

#include <QTimeZone>

#include <optional>

namespace masclet
{

/// Everything the checks of one day look at, gathered by the service; the evaluators ask nobody else. Plain
/// data.
struct DayFacts {
    Profile profile;
    QDate day;      ///< on the calendar of `zone`
    QTimeZone zone; ///< the profile's
    QDateTime now;  ///< UTC
    /// UTC; when the repository began: nothing was due before.
    QDateTime since;
    std::optional<StoredSet> set;     ///< see setOfDay() in DaySet.h
    std::optional<Manifest> manifest; ///< of that set
    QList<StoredSet> sets;            ///< of the profile, newest first
    QList<RunRecord> runs;            ///< of the profile, newest first; they outlive the sets
    std::optional<RowFigures> before; ///< of the verified set before this one
    /// Rows that the newest restore test of that set found in the copy.
    std::optional<QList<TableRows>> restored;
    LogFindings logs;              ///< since the day before
    std::optional<DiskFacts> disk; ///< none when it could not be asked
};

} // namespace masclet
