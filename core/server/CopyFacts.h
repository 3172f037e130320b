#pragma once

#include "core/server/LoadQueries.h"

#include <optional>

namespace masclet
{

/// A table whose rows are to be counted in a restored copy.
struct CopyTable {
    enum class Scope {
        Only,           ///< the table alone, without tables that inherit from it
        WithPartitions, ///< a partition root, whose rows lie in its partitions
    };
    QByteArray schema;
    QByteArray name;
    Scope scope = Scope::Only;
};

/// What a restored copy holds, asked by SQL: nothing of it is taken from what the loader says.
struct CopyFacts {
    struct Rows {
        std::optional<qint64> rows;
        QString reason; ///< why it could not be counted; empty when it was
    };
    QList<Rows> rows; ///< in the order of the tables asked for
    QList<std::pair<QByteArray, qint64>> objectCounts;
    qint64 largeObjects = 0;
    QList<SequenceBehind> sequencesBehind;
    QList<InvalidIndex> invalidIndexes;
};

/// Reads them in a session of its own: the loading one has the settings of the dump. A table that is missing
/// or may not be read is one that could not be counted; everything else is an error of `kind`.
Result<CopyFacts> readCopyFacts(Connection &connection, const QList<CopyTable> &tables, ErrorKind kind);

} // namespace masclet
