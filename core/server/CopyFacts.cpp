#include "core/server/CopyFacts.h"

#include "core/server/FactsQueries.h"
#include "core/server/ServerError.h"

namespace masclet
{

namespace
{

Result<CopyFacts::Rows> countTable(Connection &connection, const CopyTable &table, ErrorKind kind)
{
    const QByteArray only = table.scope == CopyTable::Scope::Only ? "ONLY " : "";
    auto counted = connection.query("SELECT pg_catalog.count(*) FROM " + only +
                                        connection.quoteIdentifier(table.schema) + '.' +
                                        connection.quoteIdentifier(table.name),
                                    {}, kind);
    if (counted)
        return CopyFacts::Rows{counted->value().toLongLong(), {}};
    if (sqlStateOf(counted.error()).isEmpty())
        return fail(std::move(counted).error());
    return CopyFacts::Rows{std::nullopt, counted.error().message};
}

} // namespace

Result<CopyFacts> readCopyFacts(Connection &connection, const QList<CopyTable> &tables, ErrorKind kind)
{
    // A policy must not hide rows from a count: an error is a table that could not be counted.
    MASCLET_TRY(connection.execute("SET row_security = off", kind));
    CopyFacts facts;
    facts.rows.reserve(tables.size());
    for (const CopyTable &table : tables) {
        MASCLET_TRY_ASSIGN(const CopyFacts::Rows rows, countTable(connection, table, kind));
        facts.rows << rows;
    }
    MASCLET_TRY_ASSIGN(facts.objectCounts, readObjectCounts(connection, kind));
    MASCLET_TRY_ASSIGN(
        const QueryResult large,
        connection.query("SELECT pg_catalog.count(*) FROM pg_catalog.pg_largeobject_metadata", {}, kind));
    facts.largeObjects = large.value().toLongLong();
    MASCLET_TRY_ASSIGN(facts.sequencesBehind, readSequencesBehind(connection, kind));
    MASCLET_TRY_ASSIGN(facts.invalidIndexes, readInvalidIndexes(connection, kind));
    return facts;
}

} // namespace masclet
