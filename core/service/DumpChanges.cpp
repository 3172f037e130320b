#include "core/service/DumpChanges.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QMap>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DumpChanges)
};

/// Definitions may be long; people want to see that they differ.
constexpr qsizetype definitionShown = 120;

const SqlColumn *find(const QList<SqlColumn> &columns, const QByteArray &name)
{
    for (const SqlColumn &column : columns) {
        if (column.name == name)
            return &column;
    }
    return nullptr;
}

QStringList compareColumns(const QList<SqlColumn> &older, const QList<SqlColumn> &newer)
{
    QStringList changes;
    if (older.isEmpty() || newer.isEmpty())
        return changes;
    for (const SqlColumn &column : older) {
        const SqlColumn *now = find(newer, column.name);
        if (!now)
            changes << Tr::tr("column %1 is gone").arg(oneLine(column.name, definitionShown));
        else if (now->definition != column.definition)
            changes << Tr::tr("column %1 was %2, is %3")
                           .arg(oneLine(column.name, definitionShown),
                                oneLine(column.definition, definitionShown),
                                oneLine(now->definition, definitionShown));
    }
    for (const SqlColumn &column : newer) {
        if (!find(older, column.name))
            changes << Tr::tr("column %1 is new: %2")
                           .arg(oneLine(column.name, definitionShown),
                                oneLine(column.definition, definitionShown));
    }
    return changes;
}

struct Pair {
    const InspectedTable *older = nullptr;
    const InspectedTable *newer = nullptr;
};

} // namespace

QList<TableChange> compareDumps(const InspectedDump &older, const InspectedDump &newer)
{
    QMap<std::pair<QByteArray, QByteArray>, Pair> pairs;
    for (const InspectedTable &table : older.tables)
        pairs[{table.name.schema, table.name.name}].older = &table;
    for (const InspectedTable &table : newer.tables)
        pairs[{table.name.schema, table.name.name}].newer = &table;
    QList<TableChange> changes;
    for (const Pair &pair : std::as_const(pairs)) {
        TableChange change{pair.older ? pair.older->name : pair.newer->name, {}, {}, {}};
        if (pair.older)
            change.before = pair.older->rows;
        if (pair.newer)
            change.after = pair.newer->rows;
        if (pair.older && pair.newer)
            change.columns = compareColumns(pair.older->columns, pair.newer->columns);
        if (change.before != change.after || !change.columns.isEmpty())
            changes << change;
    }
    return changes;
}

} // namespace masclet
