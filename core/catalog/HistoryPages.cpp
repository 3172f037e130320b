// The history as a list of any length: its keys at once, its rows page by page.
#include "core/catalog/Catalog.h"

#include "core/base/Json.h"
#include "core/catalog/Database.h"
#include "core/catalog/SetJson.h"

#include <algorithm>

namespace masclet
{

namespace
{

constexpr qsizetype band = 7; ///< sets before one that say what is usual

/// One half of the list (sets or runs) under construction.
struct Part {
    QString table;
    QString started;
    QString state;
    QStringList where{QStringLiteral("repository = ?")};
    QVariantList values = {};

    void require(const QString &condition, const QVariantList &bound = {})
    {
        where << condition;
        values << bound;
    }
    QString sql(int isSet, HistoryQuery::Order order) const
    {
        return QStringLiteral("SELECT id, %1 AS is_set, %2 AS started, %3 AS place FROM %4 WHERE %5")
            .arg(QString::number(isSet), started, placeOf(order, isSet == 1), table,
                 where.join(QStringLiteral(" AND ")));
    }
    /// What the rows go by.
    QString placeOf(HistoryQuery::Order order, bool isSet) const;
};

QString Part::placeOf(HistoryQuery::Order order, bool isSet) const
{
    const auto field = [](const char *name) {
        return QStringLiteral("json_extract(document, '$.%1')").arg(QString::fromLatin1(name));
    };
    switch (order) {
    case HistoryQuery::Order::What:
        return isSet ? field("files[0].kind") : field("verb");
    case HistoryQuery::Order::State: // from bad to good: no name is a part of another
        return QStringLiteral("instr('damaged failed interrupted stopped running complete warnings verified "
                              "ok restore-tested', %1)")
            .arg(state);
    case HistoryQuery::Order::Duration:
        return field("durationMs");
    case HistoryQuery::Order::Stored:
        return field("storedBytes");
    case HistoryQuery::Order::Trigger:
        return field("trigger");
    case HistoryQuery::Order::Reason:
        return isSet ? QStringLiteral("coalesce(nullif(%1, ''), nullif(%2, ''), %3)")
                           .arg(field("problem"), field("evidence.damage"), field("reason"))
                     : QStringLiteral("coalesce(nullif(%1, ''), %2)").arg(field("message"), field("reason"));
    case HistoryQuery::Order::Started:
        break;
    }
    return started;
}

/// What both halves are asked alike.
void requireShared(Part &part, const HistoryQuery &query, const QString &texts)
{
    if (!query.state.isEmpty())
        part.require(QStringLiteral("%1 = ?").arg(part.state), {query.state});
    if (query.text.isEmpty())
        return;
    // instr() takes the text as it is, LIKE would read % and _ in it.
    part.require(QStringLiteral("instr(lower(%1), lower(?)) > 0").arg(texts), {query.text});
}

Part setsOf(const HistoryQuery &query)
{
    Part part{QStringLiteral("sets"), QStringLiteral("json_extract(document, '$.started')"),
              QStringLiteral("json_extract(document, '$.state')")};
    part.values << query.repositoryId;
    if (!query.profileId.isEmpty())
        part.require(QStringLiteral("(profile = ? OR (profile = '' AND substr(id, 1, length(?)) = ?))"),
                     {query.profileId, query.profileName + QChar(u'_'), query.profileName + QChar(u'_')});
    requireShared(part, query,
                  QStringLiteral("id || ' ' || json_extract(document, '$.reason') || ' ' || "
                                 "json_extract(document, '$.author')"));
    if (!query.kind.isEmpty())
        part.require(QStringLiteral("EXISTS (SELECT 1 FROM json_each(document, '$.files') "
                                    "WHERE json_extract(value, '$.kind') = ?)"),
                     {query.kind});
    return part;
}

Part runsOf(const HistoryQuery &query)
{
    Part part{QStringLiteral("runs"), QStringLiteral("started"), QStringLiteral("state")};
    part.values << query.repositoryId;
    if (!query.profileId.isEmpty())
        part.require(QStringLiteral("profile = ?"), {query.profileId});
    if (query.show != HistoryQuery::Show::Everything)
        part.require(QStringLiteral("state NOT IN ('ok', 'warnings')"));
    requireShared(part, query,
                  QStringLiteral("id || ' ' || json_extract(document, '$.reason') || ' ' || "
                                 "json_extract(document, '$.author') || ' ' || "
                                 "json_extract(document, '$.message')"));
    return part;
}

template <class T, class Parse>
Result<> read(const QSqlQuery &row, const Parse &parse, std::optional<T> &into)
{
    MASCLET_TRY_ASSIGN(const QJsonObject object,
                       parseJsonObject(row.value(0).toString().toUtf8(), ErrorKind::Catalog));
    Result<T> value = parse(object);
    if (!value)
        return fail(std::move(value).error().as(ErrorKind::Catalog));
    into = std::move(*value);
    return {};
}

} // namespace

Result<QList<HistoryKey>> Catalog::historyKeys(const HistoryQuery &query) const
{
    QStringList parts;
    QVariantList values = {};
    if (query.show != HistoryQuery::Show::Problems) {
        const Part sets = setsOf(query);
        parts << sets.sql(1, query.order);
        values << sets.values;
    }
    // A kind is a property of sets.
    if (query.show != HistoryQuery::Show::Sets && query.kind.isEmpty()) {
        const Part runs = runsOf(query);
        parts << runs.sql(0, query.order);
        values << runs.values;
    }
    const QString direction = query.direction == HistoryQuery::Direction::Ascending ? QStringLiteral("ASC")
                                                                                    : QStringLiteral("DESC");
    values << query.limit;
    // By their start both halves come in order out of an index, and a first page costs no more than its rows.
    const QString order = query.order == HistoryQuery::Order::Started
                              ? QStringLiteral("started %1, id %1").arg(direction)
                              : QStringLiteral("place %1, started DESC, id %1").arg(direction);
    QList<HistoryKey> keys;
    MASCLET_TRY(m_database->eachRow(
        parts.join(QStringLiteral(" UNION ALL ")) + QStringLiteral(" ORDER BY %1 LIMIT ?").arg(order), values,
        [&](const QSqlQuery &row) -> Result<> {
            keys << HistoryKey{row.value(0).toString(), row.value(1).toInt() == 1};
            return {};
        }));
    return keys;
}

Result<std::optional<double>> Catalog::changeOf(const QString &repositoryId, const StoredSet &set) const
{
    if (!set.readable || set.storedBytes <= 0)
        return std::optional<double>();
    QList<qint64> sizes;
    MASCLET_TRY(m_database->eachRow(
        QStringLiteral("SELECT json_extract(document, '$.storedBytes') FROM sets "
                       "WHERE repository = ? AND profile = ? AND sequence < ? AND "
                       "json_extract(document, '$.state') IN ('verified', 'restore-tested') "
                       "ORDER BY sequence DESC LIMIT ?"),
        {repositoryId, set.profileId, set.sequence, band}, [&](const QSqlQuery &row) -> Result<> {
            sizes << row.value(0).toLongLong();
            return {};
        }));
    if (sizes.isEmpty())
        return std::optional<double>();
    std::sort(sizes.begin(), sizes.end());
    const qint64 median = sizes.at(sizes.size() / 2);
    if (median <= 0)
        return std::optional<double>();
    return std::optional<double>(100.0 * double(set.storedBytes - median) / double(median));
}

Result<QList<HistoryEntry>> Catalog::historyEntries(const QString &repositoryId,
                                                    const QList<HistoryKey> &keys) const
{
    const auto document = [&](const QString &table, const QString &id, const auto &parse, auto &into) {
        return m_database->eachRow(
            QStringLiteral("SELECT document FROM %1 WHERE repository = ? AND id = ?").arg(table),
            {repositoryId, id}, [&](const QSqlQuery &row) { return read(row, parse, into); });
    };
    QList<HistoryEntry> entries;
    for (const HistoryKey &key : keys) {
        HistoryEntry entry;
        if (key.isSet) {
            MASCLET_TRY(document(QStringLiteral("sets"), key.id, storedSetFromJson, entry.set));
            if (entry.set) {
                MASCLET_TRY_ASSIGN(entry.change, changeOf(repositoryId, *entry.set));
            }
        } else {
            MASCLET_TRY(document(QStringLiteral("runs"), key.id, runRecordFromJson, entry.run));
        }
        entries << std::move(entry);
    }
    return entries;
}

} // namespace masclet
