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

/// Ends the sessions of this user that call themselves `applicationName` (leftovers of a killed run); the
/// number of them.
Result<int> terminateSessions(Connection &connection, const QByteArray &applicationName);

/// Whether the server replays another one's log and takes no changes of its own.
Result<bool> readIsStandby(Connection &connection);

/// The server's data folder; empty when the role may not know. Useful only where the server is this machine.
Result<QByteArray> readDataFolder(Connection &connection);

} // namespace masclet
