#pragma once

#include "tests/support/TempCluster.h"

#include <QMap>

namespace masclet::test
{

/// Everything a database holds as "kind identity" -> definition or fingerprint: rows of every table (sorted
/// by content, columns by name, partitioned tables as one), sequences' values, large objects, objects of
/// every kind with definition, owner, rights and comments. What a dump is known to change although nothing is
/// lost is written alike: casts of IN lists over varchar, the order of foreign-data options.
using DatabaseContents = QMap<QByteArray, QByteArray>;

Result<DatabaseContents> databaseContents(const TempCluster &cluster, const QByteArray &database);

/// One line per object that is missing, added or different; empty when the databases are equal.
QStringList differences(const DatabaseContents &source, const DatabaseContents &copy);

/// Both on one server.
Result<QStringList> compareDatabases(const TempCluster &cluster, const QByteArray &source,
                                     const QByteArray &copy);

/// A plain dump, the random keys of its \restrict lines replaced.
QByteArray withoutKeys(const QByteArray &dump);

/// pg_dump --schema-only in the database's own encoding, without keys. Equal from the second generation on
/// (copy against a copy of the copy).
Result<QByteArray> schemaDump(const TempCluster &cluster, const QByteArray &database);

} // namespace masclet::test
