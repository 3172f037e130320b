#pragma once

#include "core/service/InspectService.h"

namespace masclet
{

/// A table that is not the same in two dumps.
struct TableChange {
    SqlName name;
    std::optional<qint64> before; ///< rows; nullopt: it is not there
    std::optional<qint64> after;
    QStringList columns; ///< what differs in them, a sentence each; foreign text in it is harmless

    bool appeared() const { return !before; }
    bool gone() const { return !after; }
    bool shrunk() const { return before && after && *after < *before; }
};

/// What differs from the older to the newer dump, sorted by name; tables that are the same are left out.
/// Columns are compared where both dumps have read them. Pure.
QList<TableChange> compareDumps(const InspectedDump &older, const InspectedDump &newer);

} // namespace masclet
