#pragma once

#include "core/server/Connection.h"

#include <QDateTime>

#include <optional>

namespace masclet
{

/// Replacing one database by another by name, seen from a session in a third one. Errors are
/// RestoreUntouched unless said otherwise.

/// A database as a person must see it before it is replaced.
struct TargetDatabase {
    QByteArray name;
    quint32 oid = 0;
    qint64 bytes = 0;
    bool acceptsConnections = true;
    QDateTime lastChange;  ///< UTC, when its newest data file was written; invalid when unknown
    QByteArray tablespace; ///< its default one; empty: the server's
};
/// nullopt when there is none of that name.
Result<std::optional<TargetDatabase>> readTarget(Connection &admin, const QByteArray &name);

/// Who is in a database.
struct DatabaseSession {
    qint64 processId = 0;
    QByteArray user;
    QByteArray application;
    QByteArray client; ///< address; empty for a socket
    QByteArray state;
};
Result<QList<DatabaseSession>> readSessions(Connection &admin, const QByteArray &database);
QString describe(const DatabaseSession &session);

/// What stays behind when another database takes the name: one sentence each.
Result<QStringList> readNotCarried(Connection &admin, const QByteArray &database);

/// Its logical replication slots. PostgreSQL drops those that nobody uses at the moment with the database.
Result<QStringList> readSlots(Connection &admin, const QByteArray &database);

/// system_identifier of the server; empty when the role may not ask.
Result<QByteArray> readSystemIdentifier(Connection &admin);

enum class Connections { Allowed, Refused };
Result<> setConnections(Connection &admin, const QByteArray &database, Connections connections);
/// Ends every session in it and waits until they are gone.
Result<> endSessions(Connection &admin, const QByteArray &database);
/// Ends a session of our own that does not answer any more, and what it was doing, and waits until it is
/// gone.
Result<> endOwnSession(Connection &admin, qint64 serverProcess);

struct DatabaseRename {
    QByteArray from;
    QByteArray to;
    std::optional<QByteArray> comment = {}; ///< the database's new one, empty for none; nullopt: as it was
    std::optional<Connections> connections = {}; ///< under the new name; nullopt: as it was
};
/// All of them in one transaction, with what goes along: all or none. Waits some seconds for sessions to
/// leave.
Result<> renameDatabases(Connection &admin, const QList<DatabaseRename> &renames);

/// `base` with `suffix` and the smallest number from 1 that no database of the server has.
Result<QByteArray> freeName(Connection &admin, const QByteArray &base, const QByteArray &suffix);

/// Drops a database that was kept or came to nothing, with its sessions. Names the slots or subscriptions
/// that keep the server from doing so.
Result<> dropDatabase(Connection &admin, const QByteArray &name);

} // namespace masclet
