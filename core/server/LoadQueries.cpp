#include "core/server/LoadQueries.h"
#include "core/server/ServerVersion.h"

namespace masclet
{

namespace
{

/// What psql's session would have, and what may not come from the role: pg_dump writes arrays, intervals and
/// conditions for these values. The read-only default and the timeouts were pinned when the session began.
constexpr char loadSettings[] = R"(
SET search_path = "$user", public;
SET array_nulls = on;
SET transform_null_equals = off;
SET intervalstyle = postgres;
SET default_transaction_isolation = 'read committed';
SET default_transaction_deferrable = off;
SET client_min_messages = warning)";
constexpr char serverSettings[] = R"(
SET synchronous_commit = off;
SET max_parallel_maintenance_workers = 0;
SET max_parallel_workers_per_gather = 0)";

/// Sequences of serial ('a') and identity ('i') columns, with the names their values are asked by.
constexpr char ownedSequences[] = R"(
SELECT sn.nspname, s.relname, tn.nspname, t.relname, a.attname
FROM pg_depend d
JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
JOIN pg_namespace sn ON sn.oid = s.relnamespace
JOIN pg_class t ON t.oid = d.refobjid
JOIN pg_namespace tn ON tn.oid = t.relnamespace
JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
JOIN pg_sequence q ON q.seqrelid = s.oid
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
  AND q.seqincrement > 0 AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
  AND has_table_privilege(t.oid, 'SELECT') AND has_table_privilege(s.oid, 'SELECT')
  AND has_schema_privilege(tn.oid, 'USAGE') AND has_schema_privilege(sn.oid, 'USAGE')
ORDER BY 1, 2)";

constexpr char invalidIndexes[] = R"(
SELECT n.nspname, c.relname FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class t ON t.oid = i.indrelid
WHERE (NOT i.indisvalid OR NOT i.indisready) AND t.relkind <> 'p' AND n.nspname !~ '^pg_' ORDER BY 1, 2)";

} // namespace

Result<> prepareForLoad(Connection &connection, LoadPlace place, ErrorKind kind)
{
    MASCLET_TRY(connection.execute(loadSettings, kind));
    if (place == LoadPlace::Server)
        MASCLET_TRY(connection.execute(serverSettings, kind));
    return {};
}

Result<RolesHere> readRoles(Connection &connection, ErrorKind kind)
{
    // SET ROLE needs its own right since 16.
    const QByteArray right = connection.serverVersion() >= version16 ? "SET" : "MEMBER";
    MASCLET_TRY_ASSIGN(const QueryResult result,
                       connection.query("SELECT rolname, pg_catalog.pg_has_role(oid, '" + right +
                                            "'), rolname OPERATOR(pg_catalog.=) current_user, rolsuper "
                                            "FROM pg_catalog.pg_roles",
                                        {}, kind));
    RolesHere roles;
    for (const QueryResult::Row &row : result.rows) {
        const QByteArray name = row[0].value_or(QByteArray());
        roles.all.insert(name);
        if (row[1] == "t")
            roles.own.insert(name);
        if (row[2] == "t") {
            roles.self = name;
            roles.superuser = row[3] == "t";
        }
    }
    return roles;
}

Result<QList<SequenceBehind>> readSequencesBehind(Connection &connection, ErrorKind kind)
{
    MASCLET_TRY_ASSIGN(const QueryResult owned, connection.query(ownedSequences, {}, kind));
    QList<SequenceBehind> behind;
    for (const QueryResult::Row &row : owned.rows) {
        SequenceBehind sequence{*row[0], *row[1], *row[3], *row[4], 0, 0};
        const QByteArray table =
            connection.quoteIdentifier(*row[2]) + '.' + connection.quoteIdentifier(sequence.table);
        const QByteArray name =
            connection.quoteIdentifier(sequence.schema) + '.' + connection.quoteIdentifier(sequence.sequence);
        MASCLET_TRY_ASSIGN(
            const QueryResult values,
            connection.query("SELECT s.last_value, m.maximum FROM " + name + " s, (SELECT max(" +
                                 connection.quoteIdentifier(sequence.column) + ") AS maximum FROM " + table +
                                 ") m WHERE m.maximum > s.last_value",
                             {}, kind));
        if (values.rows.isEmpty())
            continue;
        sequence.last = values.rows[0][0]->toLongLong();
        sequence.maximum = values.rows[0][1]->toLongLong();
        behind.append(sequence);
    }
    return behind;
}

Result<QList<InvalidIndex>> readInvalidIndexes(Connection &connection, ErrorKind kind)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(invalidIndexes, {}, kind));
    QList<InvalidIndex> indexes;
    for (const QueryResult::Row &row : result.rows)
        indexes.append({*row[0], *row[1]});
    return indexes;
}

} // namespace masclet
