#pragma once

#include "core/server/Connection.h"
#include "core/server/DatabaseFacts.h"

namespace masclet
{

/// Reads all facts of the connected database but host, port and snapshot time. Must run inside a transaction:
/// what may be refused is tried behind a savepoint. Works for any role that may connect, on servers 13 to 18.
Result<DatabaseFacts> readDatabaseFacts(Connection &connection, ErrorKind kind);

/// Objects by kind, as DatabaseFacts::objectCounts: those that a dump carries, so none of the system's and no
/// members of extensions (CREATE EXTENSION brings those). Sorted by kind.
Result<QList<std::pair<QByteArray, qint64>>> readObjectCounts(Connection &connection, ErrorKind kind);

} // namespace masclet
