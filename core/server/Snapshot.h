#pragma once

#include "core/server/Connection.h"
#include "core/server/DatabaseFacts.h"
#include "core/server/ServerQueries.h"

#include <QHash>

#include <chrono>

namespace masclet
{

/// What the role may not read and a dump would therefore fail on (faults D15, C02).
struct MissingRights {
    struct Relation {
        QByteArray schema;
        QByteArray name;
        friend bool operator==(const Relation &, const Relation &) = default;
    };
    QList<QByteArray> schemas;   ///< without USAGE
    QList<Relation> tables;      ///< without SELECT
    QList<Relation> sequences;   ///< without SELECT
    QList<Relation> rowSecurity; ///< policies would hide rows from this role
    qint64 largeObjects = 0;     ///< not readable

    bool isEmpty() const;
};

/// Rows of one table in the snapshot, or why they could not be counted.
struct TableCount {
    quint32 oid = 0;
    std::optional<qint64> rows;
    QString reason;
};

/// A read-only transaction that pg_dump shares (--snapshot=name()), and what is asked inside it: facts,
/// missing rights, counts, and whether a table was changed in the hole between this snapshot and pg_dump's
/// locks. It takes no table lock of its own before checkAfterLocks(): thousands of them would exhaust the
/// server's lock table, and an ALTER waiting between the two sessions would hang both. Errors are Dump once
/// it is open, a lost session included. One thread at a time; the destructor ends the transaction.
class Snapshot
{
public:
    static Result<Snapshot> open(const ConnectionSettings &settings, const std::stop_token &stop);

    const QByteArray &name() const { return m_name; }
    const QDateTime &time() const { return m_time; } ///< of the server's clock, when it was taken
    Result<DatabaseFacts> readFacts();
    Result<MissingRights> readMissingRights();
    /// Whether pg_dumpall may read the hashes of the roles' passwords. Managed servers give that to nobody.
    Result<bool> mayReadRolePasswords();
    /// Names of subscriptions that pg_dump leaves out, warning only, since the role is no superuser.
    Result<QList<QByteArray>> readSkippedSubscriptions();
    /// Who keeps others from reading a table at this moment (fault D13).
    Result<QList<TableLock>> readLockHolders();
    /// See ServerQueries.h.
    Result<ServerAddress> readAddress();
    Result<QByteArray> readServerStart();
    /// Whether the server is a standby, where replay may end a dump (fault D16).
    Result<bool> isStandby();
    /// At pg_dump's first bytes, when it holds all its locks: a table truncated, rewritten, dropped, made
    /// again or renamed since the snapshot would be dumped empty or as another one, with exit code 0.
    Result<> checkAfterLocks();
    /// After pg_dump's end: a schema can be renamed under table locks.
    Result<> checkAfterDump();
    /// Counts by SQL, after checkAfterLocks(). Waiting longer than `lockLimit` for a lock, or any refusal of
    /// the server, leaves a table uncounted with the reason.
    Result<QList<TableCount>> countRows(const QList<RelationFacts> &tables,
                                        std::chrono::milliseconds lockLimit);
    /// What the planner believes, by OID; tables that nobody analysed yet are left out. Takes no locks.
    Result<QHash<quint32, qint64>> estimateRows();
    bool isAlive() const { return m_connection.isAlive(); }
    void setStopToken(std::stop_token stop) { m_connection.setStopToken(std::move(stop)); }

private:
    Snapshot(Connection connection, ConnectionSettings settings);
    Result<QueryResult> ask(const QByteArray &sql);
    Result<> refuseSwapped(const QByteArray &sql);

    Connection m_connection;
    ConnectionSettings m_settings;
    QByteArray m_name;
    QDateTime m_time;
};

} // namespace masclet
