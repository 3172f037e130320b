#include "core/server/Snapshot.h"
#include "core/server/ServerVersion.h"

#include "core/base/Text.h"
#include "core/server/FactsQueries.h"
#include "core/server/ServerError.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Snapshot)
};

/// Relations whose storage or name is no longer what the snapshot saw. pg_class is read as of the snapshot,
/// pg_relation_filenode() and to_regclass() answer as of now. Temporary tables of other sessions come and go;
/// pg_dump does not read them. Names in schemas that the role may not enter cannot be looked up; pg_dump
/// reads nothing there either (see `unreadable`).
constexpr char rewritten[] = R"(
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND c.oid >= 16384
  AND c.relfilenode IS DISTINCT FROM pg_relation_filenode(c.oid)
ORDER BY 1, 2)";
constexpr char renamed[] = R"(
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND c.oid >= 16384
  AND CASE WHEN has_schema_privilege(n.oid, 'USAGE')
      THEN to_regclass(format('%I.%I', n.nspname, c.relname))::oid IS DISTINCT FROM c.oid END
ORDER BY 1, 2)";

/// What pg_dump locks or reads: tables, their partitioned parents, sequences; of extensions only the
/// configuration tables.
constexpr char unreadable[] = R"(
SELECT n.nspname, c.relname, c.relkind, has_schema_privilege(n.oid, 'USAGE'),
       has_table_privilege(c.oid, 'SELECT')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'S') AND c.relpersistence <> 't'
  AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
                    AND c.oid <> ALL (coalesce(e.extconfig, '{}')))
  AND (NOT has_schema_privilege(n.oid, 'USAGE') OR NOT has_table_privilege(c.oid, 'SELECT')
       OR (c.relrowsecurity AND row_security_active(c.oid)))
ORDER BY 1, 2)";

/// Owner, grantee or superuser; has_largeobject_privilege() came with 18, and pg_read_all_data does not cover
/// large objects.
constexpr char unreadableLargeObjects[] = R"(
SELECT count(*) FROM pg_largeobject_metadata m
WHERE NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
  AND current_setting('lo_compat_privileges') = 'off'
  AND NOT pg_has_role(m.lomowner, 'USAGE')
  AND NOT EXISTS (SELECT FROM aclexplode(m.lomacl) a WHERE a.privilege_type = 'SELECT'
                  AND (a.grantee = 0 OR pg_has_role(a.grantee, 'USAGE'))))";
constexpr char unreadableLargeObjects18[] = R"(
SELECT count(*) FROM pg_largeobject_metadata WHERE NOT has_largeobject_privilege(oid, 'SELECT'))";

constexpr char skippedSubscriptions[] = R"(
SELECT s.subname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
WHERE d.datname = current_database() AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
ORDER BY 1)";

/// From here on a lost connection is a failed dump.
Error asDump(Error error)
{
    if (error.kind == ErrorKind::Connection)
        error.kind = ErrorKind::Dump;
    return error;
}

} // namespace

bool MissingRights::isEmpty() const
{
    return schemas.isEmpty() && tables.isEmpty() && sequences.isEmpty() && rowSecurity.isEmpty() &&
           largeObjects == 0;
}

Snapshot::Snapshot(Connection connection, ConnectionSettings settings)
    : m_connection(std::move(connection))
    , m_settings(std::move(settings))
{
}

Result<Snapshot> Snapshot::open(const ConnectionSettings &settings, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(settings, stop));
    Snapshot snapshot(std::move(connection), settings);
    MASCLET_TRY(snapshot.ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    MASCLET_TRY_ASSIGN(const QueryResult exported,
                       snapshot.ask("SELECT pg_export_snapshot(), "
                                    "floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint"));
    snapshot.m_name = exported.value();
    snapshot.m_time = QDateTime::fromMSecsSinceEpoch(exported.rows[0][1]->toLongLong(), Qt::UTC);
    return snapshot;
}

Result<QueryResult> Snapshot::ask(const QByteArray &sql)
{
    auto result = m_connection.query(sql, {}, ErrorKind::Dump);
    if (!result)
        return fail(asDump(std::move(result).error()));
    return result;
}

Result<DatabaseFacts> Snapshot::readFacts()
{
    auto facts = readDatabaseFacts(m_connection, ErrorKind::Dump);
    if (!facts)
        return fail(asDump(std::move(facts).error()).during(Tr::tr("reading the facts of the database")));
    facts->host = m_settings.host;
    facts->port = m_settings.port;
    facts->snapshotTime = m_time;
    return facts;
}

Result<MissingRights> Snapshot::readMissingRights()
{
    MissingRights missing;
    MASCLET_TRY_ASSIGN(const QueryResult relations, ask(unreadable));
    for (const QueryResult::Row &row : relations.rows) {
        const MissingRights::Relation relation{*row[0], *row[1]};
        if (row[3] == "f") {
            if (!missing.schemas.contains(relation.schema))
                missing.schemas.append(relation.schema);
        } else if (row[4] == "t") {
            missing.rowSecurity.append(relation);
        } else if (row[2] == "S") {
            missing.sequences.append(relation);
        } else {
            missing.tables.append(relation);
        }
    }
    const bool has18 = m_connection.serverVersion() >= version18;
    MASCLET_TRY_ASSIGN(const QueryResult objects,
                       ask(has18 ? unreadableLargeObjects18 : unreadableLargeObjects));
    missing.largeObjects = objects.value().toLongLong();
    return missing;
}

Result<bool> Snapshot::mayReadRolePasswords()
{
    MASCLET_TRY_ASSIGN(const QueryResult allowed,
                       ask("SELECT has_table_privilege('pg_catalog.pg_authid', 'SELECT')"));
    return allowed.value() == "t";
}

Result<QList<QByteArray>> Snapshot::readSkippedSubscriptions()
{
    MASCLET_TRY_ASSIGN(const QueryResult found, ask(skippedSubscriptions));
    QList<QByteArray> names;
    for (const QueryResult::Row &row : found.rows)
        names << *row[0];
    return names;
}

Result<QList<TableLock>> Snapshot::readLockHolders()
{
    return masclet::readLockHolders(m_connection);
}

Result<ServerAddress> Snapshot::readAddress()
{
    auto address = readServerAddress(m_connection);
    if (!address)
        return fail(asDump(std::move(address).error()));
    return address;
}

Result<QByteArray> Snapshot::readServerStart()
{
    auto start = masclet::readServerStart(m_connection);
    if (!start)
        return fail(asDump(std::move(start).error()));
    return start;
}

Result<bool> Snapshot::isStandby()
{
    return readIsStandby(m_connection);
}

Result<> Snapshot::refuseSwapped(const QByteArray &sql)
{
    MASCLET_TRY_ASSIGN(const QueryResult found, ask(sql));
    if (found.rows.isEmpty())
        return {};
    QStringList names;
    for (const QueryResult::Row &row : found.rows.first(std::min<qsizetype>(found.rows.size(), 20)))
        names << oneLine(*row[0] + '.' + *row[1], 150);
    return fail(ErrorKind::Dump,
                Tr::tr("%n table(s) were emptied, rewritten or replaced while the dump began (%1). "
                       "Their rows cannot be trusted.",
                       nullptr, int(found.rows.size()))
                    .arg(names.first()),
                Tr::tr("Run the backup again when no such change is going on."), names.join(u'\n'));
}

Result<> Snapshot::checkAfterLocks()
{
    MASCLET_TRY(refuseSwapped(rewritten));
    return refuseSwapped(renamed);
}

Result<> Snapshot::checkAfterDump()
{
    return refuseSwapped(renamed);
}

Result<QHash<quint32, qint64>> Snapshot::estimateRows()
{
    // Up to 13 an unknown number is 0, as that of an empty table is.
    MASCLET_TRY_ASSIGN(const QueryResult result,
                       ask("SELECT oid, reltuples::bigint FROM pg_class WHERE relkind IN ('r', 'p', 'm') "
                           "AND reltuples >= 0 AND (reltuples > 0 OR relpages > 0)"));
    QHash<quint32, qint64> rows;
    for (const QueryResult::Row &row : result.rows)
        rows.insert(row[0].value_or(QByteArray()).toUInt(), row[1].value_or(QByteArray()).toLongLong());
    return rows;
}

Result<QList<TableCount>> Snapshot::countRows(const QList<RelationFacts> &tables,
                                              std::chrono::milliseconds lockLimit)
{
    QList<TableCount> counts;
    for (const RelationFacts &table : tables) {
        // Going back to the savepoint gives the table's lock and the settings back.
        MASCLET_TRY(ask("SAVEPOINT masclet"));
        MASCLET_TRY(ask("SET LOCAL row_security = off"));
        MASCLET_TRY(ask("SET LOCAL lock_timeout = " + QByteArray::number(qint64(lockLimit.count()))));
        // A partitioned table has no rows of its own; inherited ones belong to the child.
        const QByteArray only = table.kind == 'p' ? "" : "ONLY ";
        const auto counted = ask("SELECT count(*) FROM " + only + m_connection.quoteIdentifier(table.schema) +
                                 '.' + m_connection.quoteIdentifier(table.name));
        if (!counted && sqlStateOf(counted.error()).isEmpty())
            return fail(counted.error());
        MASCLET_TRY(ask("ROLLBACK TO SAVEPOINT masclet"));
        if (counted)
            counts.append({table.oid, counted->value().toLongLong(), {}});
        else
            counts.append({table.oid, {}, counted.error().message});
    }
    return counts;
}

} // namespace masclet
