#pragma once

#include "core/checks/TableRows.h"
#include "core/profile/Profile.h"
#include "core/repository/RunRecord.h"

#include <QStringList>

#include <optional>

namespace masclet
{

/// What the sizes of the sets before allow for a new one: those of the database, since logs and files come
/// and go. Made from run records, so it outlives the sets.
struct SizeBand {
    /// Fewer sets say nothing about what is normal.
    static constexpr int fewestSets = 3;
    static constexpr int mostSets = 7;

    int sets = 0; ///< verified ones before, at most mostSets
    qint64 median = 0;
    qint64 low = 0;
    qint64 high = 0;

    bool isKnown() const { return sets >= fewestSets; }
};

/// For the set with this sequence. `runs` are those of the profile, newest first.
SizeBand sizeBand(const QList<RunRecord> &runs, qint64 sequence, const Profile::Checks &limits);

/// Sentences on a sudden shrink (fault C13): a database below its band, or `shrinkRows` percent fewer rows
/// than the set before in the whole database or in a critical table. Any of them makes the run end with
/// warnings and holds retention until a person accepts it.
QStringList shrinkAlarms(qint64 databaseBytes, const SizeBand &band, const RowFigures &now,
                         const std::optional<RowFigures> &before, const Profile &profile);

} // namespace masclet
