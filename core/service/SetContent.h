#pragma once

#include "core/archive/ArchiveIndex.h"
#include "core/repository/Manifest.h"
#include "core/server/DatabaseFacts.h"

namespace masclet
{

/// What a database archive holds, table by table, held against what the snapshot says it must hold.
struct SetContent {
    QList<ManifestTable> tables;
    QList<ManifestOmission> omissions; ///< tables whose rows are rightly not in it, with the reason
};

/// Matches the tables of the stream with the snapshot's by name and keys them by OID. Dump errors: a table
/// without its rows, rows of a table that does not exist, or a count by SQL (RelationFacts::rows) that
/// differs from the stream's. Rows that pg_dump loads through a partition root count for the root. Pure.
Result<SetContent> matchContent(const DatabaseFacts &facts, const ArchiveIndex &index);

/// The ordinary tables behind the names that the profile calls critical; a partitioned one stands for all its
/// partitions. Names that match nothing are handed back as they were written.
struct CriticalTables {
    QList<RelationFacts> relations;
    QStringList missing;
};
CriticalTables findCriticalTables(const DatabaseFacts &facts, const QStringList &names);

} // namespace masclet
