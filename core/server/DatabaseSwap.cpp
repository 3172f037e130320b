#include "core/server/DatabaseSwap.h"

#include "core/base/Text.h"
#include "core/server/ScratchDatabase.h"
#include "core/server/ServerError.h"
#include "core/server/ServerVersion.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DatabaseSwap)
};

constexpr ErrorKind untouched = ErrorKind::RestoreUntouched;

constexpr char target[] = R"(
SELECT oid, pg_database_size(oid), datallowconn,
    (SELECT spcname FROM pg_tablespace s WHERE s.oid = dattablespace AND spcname <> 'pg_default')
FROM pg_database WHERE datname = $1)";
/// PostgreSQL keeps no time of the last change. The newest data file of the default tablespace was written by
/// a checkpoint soon after it. Superusers only.
constexpr char newestFile[] = R"(
SELECT to_char(max((pg_stat_file('base/' || $1 || '/' || file, true)).modification) AT TIME ZONE 'UTC',
               'YYYY-MM-DD HH24:MI:SS')
FROM pg_ls_dir('base/' || $1) AS file)";

/// Who may not see the sessions of others finds their kind unknown, but not whose they are.
constexpr char sessions[] = R"(
SELECT pid, usename, application_name, host(client_addr), state FROM pg_stat_activity
WHERE datname = $1 AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
  AND coalesce(backend_type, 'client backend') = 'client backend' ORDER BY backend_start)";

constexpr char logicalSlots[] = "SELECT slot_name FROM pg_replication_slots WHERE database = $1 ORDER BY 1";
constexpr char subscriptions[] = "SELECT s.subname FROM pg_subscription s JOIN pg_database d "
                                 "ON d.oid = s.subdbid WHERE d.datname = $1 ORDER BY 1";
constexpr char preparedTransactions[] = "SELECT gid FROM pg_prepared_xacts WHERE database = $1 ORDER BY 1";

Result<QStringList> names(Connection &admin, const char *sql, const QByteArray &database)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, admin.query(sql, {database}, untouched));
    QStringList list;
    for (const QueryResult::Row &row : result.rows)
        list << oneLine(row[0].value_or(QByteArray()), 80);
    return list;
}

QByteArray connectionsOf(const QByteArray &quoted, Connections connections)
{
    return "ALTER DATABASE " + quoted + " ALLOW_CONNECTIONS " +
           (connections == Connections::Allowed ? "true" : "false");
}

/// Sessions for which `condition` holds for `value`; false when they do not end.
Result<bool> endThose(Connection &admin, const QByteArray &condition, const QByteArray &value)
{
    // The server waits up to five seconds for a session to be gone; a busy one may need several calls.
    constexpr int attempts = 6;
    const bool waits = admin.serverVersion() >= version14; // the time limit came with 14
    for (int attempt = 0; attempt < attempts; ++attempt) {
        MASCLET_TRY_ASSIGN(const QueryResult left,
                           admin.query(QByteArray("SELECT count(*) FROM (SELECT pg_terminate_backend(pid") +
                                           (waits ? ", 5000" : "") + ") FROM pg_stat_activity WHERE " +
                                           condition + ") s",
                                       {value}, untouched));
        if (!waits)
            MASCLET_TRY(admin.query("SELECT pg_sleep(1)", {}, untouched));
        if (left.value() == "0")
            return true;
    }
    return false;
}

} // namespace

Result<std::optional<TargetDatabase>> readTarget(Connection &admin, const QByteArray &name)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, admin.query(target, {name}, untouched));
    if (result.rows.isEmpty())
        return std::nullopt;
    const QueryResult::Row &row = result.rows.first();
    TargetDatabase database{name,
                            row[0]->toUInt(),
                            row[1].value_or("0").toLongLong(),
                            row[2] == "t",
                            {},
                            row[3].value_or(QByteArray())};
    const auto written = admin.query(newestFile, {row[0]}, untouched);
    if (!written && sqlStateOf(written.error()).isEmpty())
        return fail(written.error());
    if (written) {
        database.lastChange = QDateTime::fromString(QString::fromLatin1(written->value()),
                                                    QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        database.lastChange.setTimeSpec(Qt::UTC);
    }
    return database;
}

Result<QList<DatabaseSession>> readSessions(Connection &admin, const QByteArray &database)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, admin.query(sessions, {database}, untouched));
    QList<DatabaseSession> list;
    for (const QueryResult::Row &row : result.rows)
        list << DatabaseSession{row[0]->toLongLong(), row[1].value_or(QByteArray()),
                                row[2].value_or(QByteArray()), row[3].value_or(QByteArray()),
                                row[4].value_or(QByteArray())};
    return list;
}

QString describe(const DatabaseSession &session)
{
    return Tr::tr("process %1, user %2, %3, from %4, %5")
        .arg(session.processId)
        .arg(oneLine(session.user, 80),
             session.application.isEmpty() ? Tr::tr("unnamed program") : oneLine(session.application, 80),
             session.client.isEmpty() ? Tr::tr("this machine") : oneLine(session.client, 80),
             oneLine(session.state, 40));
}

Result<QStringList> readSlots(Connection &admin, const QByteArray &database)
{
    return names(admin, logicalSlots, database);
}

Result<QStringList> readNotCarried(Connection &admin, const QByteArray &database)
{
    QStringList sentences;
    MASCLET_TRY_ASSIGN(const QStringList slotNames, names(admin, logicalSlots, database));
    if (!slotNames.isEmpty())
        sentences << Tr::tr("Logical replication slots stay with the old database: %1.")
                         .arg(slotNames.join(QStringLiteral(", ")));
    MASCLET_TRY_ASSIGN(const QStringList subscribed, names(admin, subscriptions, database));
    if (!subscribed.isEmpty())
        sentences << Tr::tr("Subscriptions stay with the old database and go on there: %1.")
                         .arg(subscribed.join(QStringLiteral(", ")));
    MASCLET_TRY_ASSIGN(const QStringList prepared, names(admin, preparedTransactions, database));
    if (!prepared.isEmpty())
        sentences << Tr::tr("Prepared transactions keep the old database from being renamed: %1.")
                         .arg(prepared.join(QStringLiteral(", ")));
    return sentences;
}

Result<QByteArray> readSystemIdentifier(Connection &admin)
{
    const auto result = admin.query("SELECT system_identifier FROM pg_control_system()", {}, untouched);
    if (!result && sqlStateOf(result.error()).isEmpty())
        return fail(result.error());
    return result ? result->value() : QByteArray();
}

Result<> setConnections(Connection &admin, const QByteArray &database, Connections connections)
{
    MASCLET_TRY(admin.execute(connectionsOf(admin.quoteIdentifier(database), connections), untouched));
    return {};
}

Result<> endSessions(Connection &admin, const QByteArray &database)
{
    // Autovacuum has no user; renaming and dropping end it, and only they may.
    MASCLET_TRY_ASSIGN(
        const bool ended,
        endThose(admin, "datname = $1 AND pid <> pg_backend_pid() AND usesysid IS NOT NULL", database));
    if (ended)
        return {};
    MASCLET_TRY_ASSIGN(const QList<DatabaseSession> stay, readSessions(admin, database));
    QStringList lines;
    for (const DatabaseSession &session : stay)
        lines << describe(session);
    return fail(Error{untouched,
                      Tr::tr("Sessions in %1 do not end.").arg(oneLine(database, 80)),
                      Tr::tr("Stop the programs that use the database and try again."),
                      lines.join(QChar(u'\n')),
                      {}});
}

Result<> endOwnSession(Connection &admin, qint64 serverProcess)
{
    MASCLET_TRY_ASSIGN(const bool ended,
                       endThose(admin,
                                "pid = $1::int AND usename = current_user AND application_name = "
                                "current_setting('application_name')",
                                QByteArray::number(serverProcess)));
    return ended ? Result<>() : fail(untouched, Tr::tr("A session of this program does not end."));
}

Result<> renameDatabases(Connection &admin, const QList<DatabaseRename> &renames)
{
    QByteArray sql;
    for (const DatabaseRename &rename : renames) {
        const QByteArray to = admin.quoteIdentifier(rename.to);
        sql += "ALTER DATABASE " + admin.quoteIdentifier(rename.from) + " RENAME TO " + to + ";\n";
        if (rename.comment)
            sql += "COMMENT ON DATABASE " + to + " IS " +
                   (rename.comment->isEmpty() ? QByteArray("NULL") : admin.quoteLiteral(*rename.comment)) +
                   ";\n";
        if (rename.connections)
            sql += connectionsOf(to, *rename.connections) + ";\n";
    }
    MASCLET_TRY(admin.execute(sql, untouched)); // one string is one transaction
    return {};
}

Result<QByteArray> freeName(Connection &admin, const QByteArray &base, const QByteArray &suffix)
{
    for (int number = 1;; ++number) {
        const QByteArray name = derivedName(base, suffix + QByteArray::number(number));
        MASCLET_TRY_ASSIGN(const std::optional<TargetDatabase> taken, readTarget(admin, name));
        if (!taken)
            return name;
    }
}

Result<> dropDatabase(Connection &admin, const QByteArray &name)
{
    auto dropped =
        admin.execute("DROP DATABASE IF EXISTS " + admin.quoteIdentifier(name) + " WITH (FORCE)", untouched);
    if (dropped)
        return {};
    MASCLET_TRY_ASSIGN(const QStringList reasons, readNotCarried(admin, name));
    Error error = std::move(dropped).error();
    error.hint = reasons.join(QChar(u' '));
    return fail(std::move(error));
}

} // namespace masclet
