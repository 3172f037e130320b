#include "core/server/FactsQueries.h"
#include "core/server/ServerVersion.h"

#include "core/server/ServerError.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

/// Whatever is not the system's own. Names beginning with pg_ are reserved.
constexpr char userSchema[] = "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'";

/// Columns of pg_database differ by major: locale providers came with 15, rules with 16, datlocale with 17.
QByteArray databaseQuery(int serverVersion)
{
    const char *provider = serverVersion >= version15 ? "d.datlocprovider" : "'c'";
    const char *locale = serverVersion >= version17   ? "d.datlocale"
                         : serverVersion >= version15 ? "d.daticulocale"
                                                      : "NULL";
    const char *rules = serverVersion >= version16 ? "d.daticurules" : "NULL";
    return QByteArray("SELECT d.datname, d.oid, pg_get_userbyid(d.datdba), pg_encoding_to_char(d.encoding), "
                      "d.datcollate, d.datctype, ") +
           provider + ", " + locale + ", " + rules +
           ", d.datconnlimit, shobj_description(d.oid, 'pg_database'), d.datacl IS NULL, "
           "pg_database_size(d.oid), current_setting('server_version'), "
           "(SELECT count(*) FROM pg_largeobject_metadata), "
           "(SELECT count(*) FROM pg_event_trigger WHERE evtenabled <> 'D') "
           "FROM pg_database d WHERE d.datname = current_database()";
}

constexpr char databaseAcl[] = "SELECT unnest(datacl) FROM pg_database WHERE datname = current_database()";
constexpr char settingsQuery[] = R"(
SELECT s.setrole, pg_get_userbyid(s.setrole), unnest(s.setconfig) FROM pg_db_role_setting s
WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 2, 3)";
constexpr char extensions[] = "SELECT extname || ' ' || extversion FROM pg_extension ORDER BY 1";
/// pg_shdepend knows grantees and owners, but not the bootstrap superuser, who is "pinned": owners are asked
/// for as well.
constexpr char roles[] = R"(
SELECT rolname FROM pg_roles WHERE oid IN (
    SELECT refobjid FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass
        AND (dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
             OR (classid = 'pg_database'::regclass
                 AND objid = (SELECT oid FROM pg_database WHERE datname = current_database())))
    UNION SELECT datdba FROM pg_database WHERE datname = current_database()
    UNION SELECT relowner FROM pg_class WHERE oid >= 16384
    UNION SELECT proowner FROM pg_proc WHERE oid >= 16384
    UNION SELECT typowner FROM pg_type WHERE oid >= 16384
    UNION SELECT nspowner FROM pg_namespace WHERE nspname !~ '^pg_')
  AND rolname !~ '^pg_' ORDER BY 1)";
constexpr char tablespaces[] = R"(
SELECT spcname FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global') AND oid IN (
    SELECT reltablespace FROM pg_class
    UNION SELECT dattablespace FROM pg_database WHERE datname = current_database()) ORDER BY 1)";

enum class Sizes { Exact, Estimated };

/// pg_table_size() takes each table's lock for a moment; where somebody holds one exclusively, the planner's
/// page count must do.
QByteArray relationsQuery(Sizes sizes)
{
    const char *size = sizes == Sizes::Exact ? "pg_table_size(c.oid)"
                                             : "c.relpages::bigint * current_setting('block_size')::bigint";
    return QByteArray("SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, "
                      "CASE WHEN c.relispartition THEN pg_partition_root(c.oid)::oid END, "
                      "(SELECT d.refobjid FROM pg_depend d WHERE d.classid = 'pg_class'::regclass "
                      "AND d.objid = c.oid AND d.objsubid = 0 AND d.deptype = 'e' LIMIT 1), "
                      "CASE WHEN c.relkind IN ('r', 'm') THEN ") +
           size +
           " END, c.relrowsecurity FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
           "WHERE c.relkind IN ('r', 'p', 'f', 'S', 'v', 'm') AND c.relpersistence <> 't' AND " +
           userSchema + " ORDER BY n.nspname, c.relname";
}

QByteArray text(const QueryResult::Row &row, int column)
{
    return row[column].value_or(QByteArray());
}

qint64 number(const QueryResult::Row &row, int column)
{
    return text(row, column).toLongLong();
}

bool isTrue(const QueryResult::Row &row, int column)
{
    return text(row, column) == "t";
}

/// A question the server may refuse without spoiling the transaction: nullopt then.
Result<std::optional<QueryResult>> tryQuery(Connection &connection, const QByteArray &sql, ErrorKind kind)
{
    MASCLET_TRY(connection.query("SAVEPOINT masclet", {}, kind));
    MASCLET_TRY(connection.query("SET LOCAL lock_timeout = '2s'", {}, kind));
    auto result = connection.query(sql, {}, kind);
    if (!result && sqlStateOf(result.error()).isEmpty())
        return fail(std::move(result).error());
    MASCLET_TRY(connection.query("ROLLBACK TO SAVEPOINT masclet", {}, kind));
    if (!result)
        return std::nullopt;
    return std::move(*result);
}

Result<QList<QByteArray>> list(Connection &connection, const QByteArray &sql, ErrorKind kind)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(sql, {}, kind));
    QList<QByteArray> values;
    for (const QueryResult::Row &row : result.rows)
        values.append(text(row, 0));
    return values;
}

Result<> readDatabase(Connection &connection, DatabaseFacts &facts, ErrorKind kind)
{
    MASCLET_TRY_ASSIGN(const QueryResult result,
                       connection.query(databaseQuery(connection.serverVersion()), {}, kind));
    if (result.rows.size() != 1)
        return fail(kind, Tr::tr("The database was renamed or dropped meanwhile."));
    const QueryResult::Row &row = result.rows.first();
    facts.serverVersion = connection.serverVersion();
    facts.database = text(row, 0);
    facts.databaseOid = text(row, 1).toUInt();
    facts.owner = text(row, 2);
    facts.encoding = text(row, 3);
    facts.collate = text(row, 4);
    facts.ctype = text(row, 5);
    facts.localeProvider = text(row, 6);
    facts.icuLocale = text(row, 7);
    facts.icuRules = text(row, 8);
    facts.connectionLimit = int(number(row, 9));
    facts.comment = text(row, 10);
    facts.aclDefault = isTrue(row, 11);
    facts.bytes = number(row, 12);
    facts.serverVersionText = text(row, 13);
    facts.largeObjects = number(row, 14);
    facts.enabledEventTriggers = number(row, 15);
    return {};
}

Result<> readSettings(Connection &connection, DatabaseFacts &facts, ErrorKind kind)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, connection.query(settingsQuery, {}, kind));
    for (const QueryResult::Row &row : result.rows) {
        if (text(row, 0) == "0")
            facts.settings.append(text(row, 2));
        else
            facts.roleSettings.append({text(row, 1), text(row, 2)});
    }
    return {};
}

Result<> readRelations(Connection &connection, DatabaseFacts &facts, ErrorKind kind)
{
    MASCLET_TRY_ASSIGN(std::optional<QueryResult> result,
                       tryQuery(connection, relationsQuery(Sizes::Exact), kind));
    if (!result) {
        MASCLET_TRY_ASSIGN(result, connection.query(relationsQuery(Sizes::Estimated), {}, kind));
    }
    facts.relations.reserve(result->rows.size());
    for (const QueryResult::Row &row : result->rows)
        facts.relations.append({text(row, 0).toUInt(),
                                text(row, 1),
                                text(row, 2),
                                text(row, 3).at(0),
                                text(row, 4).at(0),
                                text(row, 5).toUInt(),
                                text(row, 6).toUInt(),
                                number(row, 7),
                                isTrue(row, 8),
                                {}});
    return {};
}

} // namespace

Result<DatabaseFacts> readDatabaseFacts(Connection &connection, ErrorKind kind)
{
    DatabaseFacts facts;
    MASCLET_TRY(readDatabase(connection, facts, kind));
    MASCLET_TRY_ASSIGN(const std::optional<QueryResult> identifier,
                       tryQuery(connection, "SELECT system_identifier FROM pg_control_system()", kind));
    facts.systemIdentifier = identifier ? identifier->value() : QByteArray();
    MASCLET_TRY_ASSIGN(facts.acl, list(connection, databaseAcl, kind));
    MASCLET_TRY(readSettings(connection, facts, kind));
    MASCLET_TRY_ASSIGN(facts.extensions, list(connection, extensions, kind));
    MASCLET_TRY_ASSIGN(facts.roles, list(connection, roles, kind));
    MASCLET_TRY_ASSIGN(facts.tablespaces, list(connection, tablespaces, kind));
    MASCLET_TRY(readRelations(connection, facts, kind));
    MASCLET_TRY_ASSIGN(facts.objectCounts, readObjectCounts(connection, kind));
    return facts;
}

} // namespace masclet
