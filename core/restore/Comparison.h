#pragma once

#include "core/repository/Manifest.h"
#include "core/restore/LoadReport.h"
#include "core/server/CopyFacts.h"

#include <optional>

namespace masclet
{

/// One table of a set and of its restored copy.
struct ComparedTable {
    QByteArray schema;
    QByteArray name;
    qint64 expected = 0; ///< rows in the dump
    /// Counted by SQL in the copy; where that may not read, what the server took in. Empty: not there.
    std::optional<qint64> restored;

    bool equal() const { return restored == expected; }
};

/// What a restored copy has of what its set promises.
struct Comparison {
    QList<ComparedTable> tables; ///< in the manifest's order
    QStringList differences;     ///< sentences; any of them means that the copy is not the source
    QStringList remarks;         ///< true of copy and source alike, or of the place it was restored in

    bool equal() const { return differences.isEmpty(); }
};

/// Parts of a set that a restore was asked to leave out; only what remains is compared.
struct ComparedScope {
    enum class Objects {
        All,  ///< whole database: objects by kind, large objects and indexes are compared as well
        Rows, ///< rows of `tables` only
    };
    Objects objects = Objects::All;
    QList<ManifestTable> tables;
};

/// The tables to count in the copy, one per entry of `tables`.
QList<CopyTable> tablesToCount(const DatabaseFacts &source, const QList<ManifestTable> &tables);

/// Holds the copy against the manifest: rows of every table, objects by kind, large objects, invalid indexes;
/// sequences that are behind their column are remarks, for the source has them so. Pure.
Comparison compareCopy(const Manifest &manifest, const ComparedScope &scope, const LoadReport &loaded,
                       const CopyFacts &copy);

} // namespace masclet
