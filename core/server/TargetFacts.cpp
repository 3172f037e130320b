#include "core/server/TargetFacts.h"

#include <QSet>

namespace masclet
{

namespace
{

constexpr ErrorKind untouched = ErrorKind::RestoreUntouched;

Result<QSet<QByteArray>> names(Connection &admin, const char *sql)
{
    MASCLET_TRY_ASSIGN(const QueryResult result, admin.query(sql, {}, untouched));
    QSet<QByteArray> set;
    for (const QueryResult::Row &row : result.rows)
        set.insert(row[0].value_or(QByteArray()));
    return set;
}

QList<QByteArray> without(const QList<QByteArray> &wanted, const QSet<QByteArray> &there)
{
    QList<QByteArray> missing;
    for (const QByteArray &name : wanted) {
        if (!there.contains(name))
            missing << name;
    }
    return missing;
}

/// The names in front of the versions.
QList<QByteArray> extensionNames(const QList<QByteArray> &namesAndVersions)
{
    QList<QByteArray> list;
    for (const QByteArray &entry : namesAndVersions)
        list << entry.left(entry.lastIndexOf(' '));
    return list;
}

} // namespace

Result<MissingForRestore> readMissingForRestore(Connection &admin, const DatabaseFacts &source)
{
    MissingForRestore missing;
    MASCLET_TRY_ASSIGN(const QSet<QByteArray> roles, names(admin, "SELECT rolname FROM pg_roles"));
    missing.roles = without(source.roles, roles);
    MASCLET_TRY_ASSIGN(const QSet<QByteArray> extensions,
                       names(admin, "SELECT name FROM pg_available_extensions"));
    missing.extensions = without(extensionNames(source.extensions), extensions);
    MASCLET_TRY_ASSIGN(const QSet<QByteArray> tablespaces, names(admin, "SELECT spcname FROM pg_tablespace"));
    missing.tablespaces = without(source.tablespaces, tablespaces);
    // The server knows its system's locales as collations; C and POSIX are always there. Spellings of one
    // locale differ: "en_US.UTF-8" of a database is "en_US.utf8" among the collations.
    MASCLET_TRY_ASSIGN(const QueryResult known,
                       admin.query("SELECT $1 IN ('C', 'POSIX') OR EXISTS (SELECT FROM pg_collation WHERE "
                                   "lower(replace(collcollate, '-', '')) = lower(replace($1, '-', ''))) "
                                   "OR EXISTS (SELECT FROM pg_database WHERE datcollate = $1)",
                                   {source.collate}, untouched));
    missing.locale = known.value() != "t";
    MASCLET_TRY_ASSIGN(
        const QueryResult right,
        admin.query("SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user", {},
                    untouched));
    missing.mayCreate = right.value() == "t";
    return missing;
}

Result<DatabaseFacts> readDefaultFacts(Connection &admin, const QByteArray &name, const QByteArray &encoding)
{
    MASCLET_TRY_ASSIGN(
        const QueryResult result,
        admin.query("SELECT datcollate, datctype, current_user FROM pg_database WHERE datname = 'template1' "
                    "AND (encoding = pg_char_to_encoding($1) OR datcollate IN ('C', 'POSIX')) UNION ALL "
                    "SELECT 'C', 'C', current_user LIMIT 1",
                    {encoding}, ErrorKind::RestoreUntouched));
    DatabaseFacts facts;
    facts.serverVersion = admin.serverVersion();
    facts.database = name;
    facts.encoding = encoding;
    facts.collate = result.rows[0][0].value_or("C");
    facts.ctype = result.rows[0][1].value_or("C");
    facts.owner = result.rows[0][2].value_or(QByteArray());
    facts.localeProvider = "c";
    return facts;
}

} // namespace masclet
