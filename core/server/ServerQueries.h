#pragma once

#include "core/server/Connection.h"

namespace masclet
{

/// Small named questions about the whole server, each on a session of its caller.

/// Who keeps others from reading a table (faults D13).
struct TableLock {
    qint64 processId = 0;
    QByteArray user;
    QByteArray application;
    QByteArray schema;
    QByteArray table;
};
/// Sessions holding an exclusive lock on a table of the connected database, oldest transaction first.
Result<QList<TableLock>> readLockHolders(Connection &connection);
/// One line for a person.
QString describe(const TableLock &holder);

/// Ends the sessions of this user whose name begins with `prefix` (leftovers of a killed run); the number of
/// them.
Result<int> terminateSessions(Connection &connection, const QByteArray &prefix);
/// When this server was started, in microseconds: no two servers that run have it in common, whatever else
/// they share. For whoever asks it another way than by a session of ours.
inline constexpr char serverStartQuery[] =
    "SELECT (pg_catalog.date_part('epoch', pg_catalog.pg_postmaster_start_time()) "
    "OPERATOR(pg_catalog.*) 1000000)::pg_catalog.int8";
Result<QByteArray> readServerStart(Connection &connection);

/// Whether the server replays another one's log and takes no changes of its own.
Result<bool> readIsStandby(Connection &connection);

/// Where the server took this session in, as it is called on the server's own machine or in its container.
struct ServerAddress {
    QString host; ///< numeric address or socket folder; empty: libpq's own socket folder there
    int port = 0;
};
Result<ServerAddress> readServerAddress(Connection &connection);

/// The server's data folder; empty when the role may not know. Useful only where the server is this machine.
Result<QByteArray> readDataFolder(Connection &connection);

/// The server hands out no text of more than 1 GB, and that of a bytea is twice as long (fault D18).
inline constexpr qint64 longestBytea = 512LL * 1024 * 1024;
/// Tables with a bytea that is stored in more than `limit` bytes, as "schema.table". Only where it lies apart
/// from its row and was not compressed, and where the role may read it, can that be known without reading it
/// all: the index of what lies apart is read, at most 20 s long for a table. Wants a session of its own.
Result<QList<QByteArray>> findLongByteas(Connection &connection, qint64 limit = longestBytea);

} // namespace masclet
