#include "core/server/ServerQueries.h"

#include "core/base/Text.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr char lockHolders[] = R"(
SELECT l.pid, a.usename, a.application_name, n.nspname, c.relname
FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.granted
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND l.pid <> pg_backend_pid() AND c.relkind IN ('r', 'p', 'S', 'f', 'm', 'v') AND n.nspname !~ '^pg_'
ORDER BY a.xact_start, l.pid, n.nspname, c.relname)";

constexpr char terminate[] = R"(
SELECT count(*) FROM (
    SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity
    WHERE starts_with(application_name, $1) AND usename = current_user AND pid <> pg_backend_pid()) AS sessions
WHERE done)";

/// current_setting() of a superuser's setting is an error for others.
constexpr char dataFolder[] = R"(
SELECT CASE WHEN pg_has_role('pg_read_all_settings', 'USAGE') THEN current_setting('data_directory') END)";

/// The list of socket folders is quoted and separated like a list of names.
constexpr char ownAddress[] = R"(
SELECT host(inet_server_addr()), coalesce(inet_server_port(), current_setting('port')::int),
       CASE WHEN pg_has_role('pg_read_all_settings', 'USAGE')
            THEN trim(both ' "' from split_part(current_setting('unix_socket_directories'), ',', 1)) END)";

/// Tables with a bytea whose storage beside the rows could hold a long one.
constexpr char byteaStores[] = R"(
SELECT n.nspname, c.relname, t.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_class t ON t.oid = c.reltoastrelid
WHERE c.relkind IN ('r', 'm') AND pg_relation_size(t.oid) >= $1::bigint
  AND has_schema_privilege('pg_toast', 'USAGE') AND has_table_privilege(t.oid, 'SELECT')
  AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype)
ORDER BY 1, 2)";

/// What of a value fits into one row of its store, with pages of 8 kB (TOAST_MAX_CHUNK_SIZE).
constexpr qint64 bytesPerChunk = 1996;

} // namespace

Result<QList<TableLock>> readLockHolders(Connection &connection)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(lockHolders));
    QList<TableLock> holders;
    for (const QueryResult::Row &row : result.rows)
        holders.append({row[0]->toLongLong(), row[1].value_or(QByteArray()), row[2].value_or(QByteArray()),
                        *row[3], *row[4]});
    return holders;
}

QString describe(const TableLock &holder)
{
    return Tr::tr("%1 is locked by process %2 of user %3 (%4).")
        .arg(oneLine(holder.schema + '.' + holder.table, 150))
        .arg(holder.processId)
        .arg(oneLine(holder.user, 80), oneLine(holder.application, 80));
}

Result<int> terminateSessions(Connection &connection, const QByteArray &prefix)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(terminate, {prefix}));
    return result.value().toInt();
}

Result<QByteArray> readServerStart(Connection &connection)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(serverStartQuery));
    return result.value();
}

Result<bool> readIsStandby(Connection &connection)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query("SELECT pg_is_in_recovery()"));
    return result.value() == "t";
}

Result<ServerAddress> readServerAddress(Connection &connection)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(ownAddress));
    const QueryResult::Row &row = result.rows.constFirst();
    return ServerAddress{QString::fromUtf8(row[0].value_or(row[2].value_or(QByteArray()))),
                         row[1].value_or(QByteArray()).toInt()};
}

Result<QByteArray> readDataFolder(Connection &connection)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(dataFolder));
    return result.value();
}

Result<QList<QByteArray>> findLongByteas(Connection &connection, qint64 limit)
{
    // The first question waits as well, where somebody holds a table for himself.
    MASCLET_TRY(connection.execute("SET statement_timeout = '20s'; SET lock_timeout = '1s'"));
    MASCLET_TRY_ASSIGN(const QueryResult stores, connection.query(byteaStores, {QByteArray::number(limit)}));
    if (stores.rows.isEmpty())
        return QList<QByteArray>();
    // Its index is small; the store itself may have any size.
    MASCLET_TRY(connection.execute("SET enable_seqscan = off"));
    QList<QByteArray> found;
    for (const QueryResult::Row &row : stores.rows) {
        const QByteArray store = "pg_toast." + connection.quoteIdentifier(row[2].value_or(QByteArray()));
        const auto isLong =
            connection.query("SELECT EXISTS (SELECT FROM " + store + " WHERE chunk_seq >= $1)",
                             {QByteArray::number(limit / bytesPerChunk)});
        if (!isLong && isLong.error().kind == ErrorKind::Stopped)
            return fail(isLong.error());
        if (isLong && isLong->value() == "t")
            found << row[0].value_or(QByteArray()) + '.' + row[1].value_or(QByteArray());
    }
    return found;
}

} // namespace masclet
