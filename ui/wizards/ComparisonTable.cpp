#include "ui/wizards/ComparisonTable.h"

#include "core/base/Text.h"
#include "ui/models/RowsModel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTableView>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ComparisonTable)
};

QList<Cell> rowOf(const ComparedTable &table)
{
    const QLocale locale;
    const Cell name{oneLine(table.schema + '.' + table.name, 200)};
    const Cell expected{locale.toString(table.expected), table.expected};
    if (!table.restored)
        return {name,
                expected,
                {Tr::tr("not there"), -1},
                {Tr::tr("missing"), 0, Tone::Bad, QStringLiteral("circle-x")}};
    const Cell restored{locale.toString(*table.restored), *table.restored};
    if (table.equal())
        return {name, expected, restored, {Tr::tr("equal"), 1, Tone::Good, QStringLiteral("circle-check")}};
    return {name,
            expected,
            restored,
            {locale.toString(*table.restored - table.expected), 0, Tone::Bad, QStringLiteral("circle-x")}};
}

} // namespace

QTableView *comparisonTable(const Comparison &comparison)
{
    auto *const model = new RowsModel({{Tr::tr("Table")},
                                       {Tr::tr("Rows at the dump"), RowsModel::Kind::Number},
                                       {Tr::tr("Rows restored"), RowsModel::Kind::Number},
                                       {Tr::tr("Difference")}});
    QList<QList<Cell>> different;
    QList<QList<Cell>> equal;
    for (const ComparedTable &table : comparison.tables)
        (table.equal() ? equal : different) << rowOf(table);
    model->setRows(different + equal);
    QTableView *const view =
        rowsView(model, QStringLiteral("comparison"), Tr::tr("Rows of each table, at the dump and restored"));
    fitColumns(view);
    return view;
}

} // namespace masclet
