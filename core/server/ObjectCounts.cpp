#include "core/server/FactsQueries.h"

namespace masclet
{

namespace
{

/// Counts of what pg_dump writes. Left out on purpose, because a restored copy rightly differs there or
/// another major makes others of its own: members of extensions, system objects, invalid indexes (pg_dump
/// leaves them out, getIndexes()), clones of triggers and constraints on partitions, NOT NULL constraints (in
/// pg_constraint since 18), objects made along with a range type. Subscriptions are dumped for superusers
/// only.
constexpr char objectCounts[] = R"(
WITH member AS MATERIALIZED (
    SELECT classid, objid FROM pg_depend WHERE deptype IN ('e', 'i') AND classid <> 'pg_class'::regclass
    UNION
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
space AS MATERIALIZED (
    SELECT oid, nspname FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'),
rel AS MATERIALIZED (
    SELECT c.oid, c.relkind FROM pg_class c JOIN space s ON s.oid = c.relnamespace
    WHERE c.relpersistence <> 't'
      AND (c.tableoid, c.oid) NOT IN (SELECT classid, objid FROM member)),
typ AS MATERIALIZED (
    SELECT t.oid, t.typtype, r.relkind FROM pg_type t JOIN space s ON s.oid = t.typnamespace
    LEFT JOIN pg_class r ON r.oid = t.typrelid
    WHERE (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
      AND NOT EXISTS (SELECT FROM pg_type element WHERE element.typarray = t.oid)),
found (kind) AS (
    SELECT CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'f' THEN 'foreign table'
        WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' END
    FROM rel WHERE relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    UNION ALL
    SELECT 'index' FROM pg_index i JOIN rel ON rel.oid = i.indrelid
    WHERE i.indisready AND (i.indisvalid OR rel.relkind = 'p')
    UNION ALL
    SELECT CASE typtype WHEN 'd' THEN 'domain' WHEN 'e' THEN 'enum' WHEN 'r' THEN 'range'
        WHEN 'c' THEN 'composite type' ELSE 'base type' END
    FROM typ WHERE typtype IN ('d', 'e', 'r', 'b') OR (typtype = 'c' AND relkind = 'c')
    UNION ALL
    SELECT CASE p.prokind WHEN 'a' THEN 'aggregate' WHEN 'p' THEN 'procedure' ELSE 'function' END
    FROM pg_proc p JOIN space s ON s.oid = p.pronamespace
    WHERE (p.tableoid, p.oid) NOT IN (SELECT classid, objid FROM member)
    UNION ALL
    SELECT CASE c.contype WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' WHEN 'p' THEN 'primary key'
        WHEN 'u' THEN 'unique' WHEN 'x' THEN 'exclusion' ELSE 'constraint trigger' END
    FROM pg_constraint c
    WHERE c.contype <> 'n' AND c.conparentid = 0
      AND (c.conrelid IN (SELECT oid FROM rel) OR c.contypid IN (SELECT oid FROM typ))
    UNION ALL
    SELECT 'constraint not validated' FROM pg_constraint c
    WHERE c.contype <> 'n' AND c.conparentid = 0 AND NOT c.convalidated
      AND (c.conrelid IN (SELECT oid FROM rel) OR c.contypid IN (SELECT oid FROM typ))
    UNION ALL
    SELECT 'trigger' FROM pg_trigger t JOIN rel ON rel.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgparentid = 0
    UNION ALL
    SELECT 'rule' FROM pg_rewrite w JOIN rel ON rel.oid = w.ev_class WHERE w.rulename <> '_RETURN'
    UNION ALL
    SELECT 'policy' FROM pg_policy p JOIN rel ON rel.oid = p.polrelid
    UNION ALL
    SELECT 'statistics' FROM pg_statistic_ext x JOIN rel ON rel.oid = x.stxrelid
    UNION ALL
    SELECT 'publication table' FROM pg_publication_rel r JOIN rel ON rel.oid = r.prrelid
    UNION ALL
    SELECT 'subscription' FROM pg_subscription
    WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
    UNION ALL
    SELECT 'user mapping' FROM pg_user_mappings
    UNION ALL
    SELECT 'default privileges' FROM pg_default_acl
    UNION ALL
    SELECT 'extension' FROM pg_extension
    UNION ALL
    SELECT other.kind FROM (
        SELECT 'schema', tableoid, oid FROM pg_namespace
        WHERE oid IN (SELECT oid FROM space) AND nspname <> 'public'
        UNION ALL SELECT 'operator', tableoid, oid FROM pg_operator WHERE oprnamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'operator class', tableoid, oid FROM pg_opclass
        WHERE opcnamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'operator family', tableoid, oid FROM pg_opfamily
        WHERE opfnamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'collation', tableoid, oid FROM pg_collation
        WHERE collnamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'conversion', tableoid, oid FROM pg_conversion
        WHERE connamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'text search', tableoid, oid FROM pg_ts_config
        WHERE cfgnamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'text search', tableoid, oid FROM pg_ts_dict
        WHERE dictnamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'text search', tableoid, oid FROM pg_ts_parser
        WHERE prsnamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'text search', tableoid, oid FROM pg_ts_template
        WHERE tmplnamespace IN (SELECT oid FROM space)
        UNION ALL SELECT 'cast', tableoid, oid FROM pg_cast WHERE oid >= 16384
        UNION ALL SELECT 'access method', tableoid, oid FROM pg_am WHERE oid >= 16384
        UNION ALL SELECT 'language', tableoid, oid FROM pg_language WHERE oid >= 16384
        UNION ALL SELECT 'transform', tableoid, oid FROM pg_transform WHERE oid >= 16384
        UNION ALL SELECT 'publication', tableoid, oid FROM pg_publication
        UNION ALL SELECT 'event trigger', tableoid, oid FROM pg_event_trigger
        UNION ALL SELECT 'foreign data wrapper', tableoid, oid FROM pg_foreign_data_wrapper
        UNION ALL SELECT 'foreign server', tableoid, oid FROM pg_foreign_server
        ) AS other (kind, classid, objid)
    WHERE (other.classid, other.objid) NOT IN (SELECT classid, objid FROM member))
SELECT kind, count(*) FROM found GROUP BY kind ORDER BY kind COLLATE "C")";

} // namespace

Result<QList<std::pair<QByteArray, qint64>>> readObjectCounts(Connection &connection, ErrorKind kind)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(objectCounts, {}, kind));
    QList<std::pair<QByteArray, qint64>> counts;
    for (const QueryResult::Row &row : result.rows)
        counts.append({*row[0], row[1]->toLongLong()});
    return counts;
}

} // namespace masclet
