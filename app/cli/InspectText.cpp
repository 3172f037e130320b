#include "app/cli/InspectText.h"

#include "app/cli/TextTable.h"
#include "core/base/Text.h"
#include "core/checks/TableRows.h"
#include "core/server/DatabaseFacts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(InspectCommand)
};

using Align = TextTable::Align;

/// Of a value among others on one line.
constexpr qsizetype cellShown = 60;

QString numberText(const std::optional<qint64> &number)
{
    return number ? QLocale().toString(*number) : QStringLiteral("-");
}

QString nameText(const SqlName &name)
{
    return tableText(name.schema, name.name);
}

/// Lines of the dump as they are, each made harmless.
QString statementText(const QByteArray &statement)
{
    QStringList lines;
    for (const QByteArray &line : statement.trimmed().split('\n'))
        lines << oneLine(line);
    return lines.join(QChar(u'\n'));
}

QString rowsText(const InspectedRows &table)
{
    QStringList headers;
    for (const QByteArray &column : table.columns)
        headers << oneLine(column, cellShown);
    TextTable text(headers);
    for (const auto &row : table.first) {
        QStringList cells;
        for (const std::optional<QByteArray> &cell : row)
            cells << (cell ? oneLine(*cell, cellShown) : QStringLiteral("NULL"));
        text.add(cells);
    }
    return text.text();
}

QJsonValue optionalNumber(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject nameDocument(const SqlName &name)
{
    return {{QStringLiteral("schema"), nameToJson(name.schema)},
            {QStringLiteral("name"), nameToJson(name.name)}};
}

} // namespace

QString dumpReport(const InspectedDump &dump)
{
    TextTable table({Tr::tr("Table"), Tr::tr("Rows")}, {Align::Left, Align::Right});
    for (const InspectedTable &one : dump.tables)
        table.add({nameText(one.name), QLocale().toString(one.rows)});
    QString text = Tr::tr("%1: %n table(s), %2 rows, %3 raw", nullptr, int(dump.tables.size()))
                       .arg(oneLine(dump.name), QLocale().toString(dump.rows()), sizeText(dump.rawBytes));
    if (dump.largeObjects > 0)
        text += QChar(u'\n') + Tr::tr("%n large object(s)", nullptr, int(dump.largeObjects));
    return dump.tables.isEmpty() ? text : text + QStringLiteral("\n\n") + table.text();
}

QJsonObject document(const InspectedDump &dump)
{
    QJsonArray tables;
    for (const InspectedTable &table : dump.tables) {
        QJsonObject item = nameDocument(table.name);
        item.insert(QStringLiteral("rows"), table.rows);
        tables << item;
    }
    return {{QStringLiteral("dump"), dump.name},
            {QStringLiteral("rows"), dump.rows()},
            {QStringLiteral("rawBytes"), dump.rawBytes},
            {QStringLiteral("largeObjects"), dump.largeObjects},
            {QStringLiteral("tables"), tables}};
}

QString tableReport(const InspectedRows &table)
{
    QStringList parts;
    for (const QByteArray &statement : table.statements)
        parts << statementText(statement);
    if (!table.first.isEmpty() && !table.columns.isEmpty())
        parts << rowsText(table);
    parts << Tr::tr("%1: %2 rows, the first %3 shown")
                 .arg(nameText(table.name), QLocale().toString(table.rows),
                      QLocale().toString(table.first.size()));
    return parts.join(QStringLiteral("\n\n"));
}

QJsonObject document(const InspectedRows &table)
{
    QJsonArray columns;
    for (const QByteArray &column : table.columns)
        columns << nameToJson(column);
    QJsonArray rows;
    for (const auto &row : table.first) {
        QJsonArray cells;
        for (const std::optional<QByteArray> &cell : row)
            cells << (cell ? nameToJson(*cell) : QJsonValue(QJsonValue::Null));
        rows << cells;
    }
    QJsonArray statements;
    for (const QByteArray &statement : table.statements)
        statements << nameToJson(statement.trimmed());
    QJsonObject object = nameDocument(table.name);
    object.insert(QStringLiteral("rows"), table.rows);
    object.insert(QStringLiteral("columns"), columns);
    object.insert(QStringLiteral("firstRows"), rows);
    object.insert(QStringLiteral("statements"), statements);
    return object;
}

QString changesReport(const QString &older, const QString &newer, const QList<TableChange> &changes)
{
    if (changes.isEmpty())
        return Tr::tr("%1 and %2 have the same tables, columns and numbers of rows.")
            .arg(oneLine(older), oneLine(newer));
    TextTable table({Tr::tr("Table"), Tr::tr("Change"), Tr::tr("Before"), Tr::tr("After")},
                    {Align::Left, Align::Left, Align::Right, Align::Right});
    QStringList columns;
    for (const TableChange &change : changes) {
        const QString what = change.appeared()               ? Tr::tr("new")
                             : change.gone()                 ? Tr::tr("gone")
                             : change.shrunk()               ? Tr::tr("fewer rows")
                             : change.before != change.after ? Tr::tr("more rows")
                                                             : Tr::tr("other columns");
        table.add({nameText(change.name), what, numberText(change.before), numberText(change.after)});
        for (const QString &column : change.columns)
            columns << nameText(change.name) + QStringLiteral(": ") + column;
    }
    const QString gap = QStringLiteral("\n\n");
    const QString head = Tr::tr("From %1 to %2:").arg(oneLine(older), oneLine(newer)) + gap + table.text();
    return columns.isEmpty() ? head : head + gap + columns.join(QChar(u'\n'));
}

QJsonObject document(const QString &older, const QString &newer, const QList<TableChange> &changes)
{
    QJsonArray list;
    for (const TableChange &change : changes) {
        QJsonObject item = nameDocument(change.name);
        item.insert(QStringLiteral("rowsBefore"), optionalNumber(change.before));
        item.insert(QStringLiteral("rowsAfter"), optionalNumber(change.after));
        item.insert(QStringLiteral("columns"), QJsonArray::fromStringList(change.columns));
        list << item;
    }
    return {{QStringLiteral("older"), older},
            {QStringLiteral("newer"), newer},
            {QStringLiteral("changes"), list}};
}

QString driftReport(const QString &older, const QString &newer, const Drift &drift)
{
    const QString now = newer.isEmpty() ? Tr::tr("now") : oneLine(newer);
    if (drift.changes.isEmpty())
        return Tr::tr("Nothing that was compared differs between %1 and %2.").arg(oneLine(older), now);
    TextTable table({Tr::tr("What"), Tr::tr("Before"), Tr::tr("After")});
    for (const Drift::Change &change : drift.changes) {
        const QString what = change.section.isEmpty()
                                 ? change.what
                                 : oneLine(change.section, cellShown) + QStringLiteral(": ") + change.what;
        table.add({what, change.before.isEmpty() ? QStringLiteral("-") : change.before,
                   change.after.isEmpty() ? QStringLiteral("-") : change.after});
    }
    return Tr::tr("From %1 to %2:").arg(oneLine(older), now) + QStringLiteral("\n\n") + table.text();
}

QJsonObject document(const QString &older, const QString &newer, const Drift &drift)
{
    QJsonArray list;
    for (const Drift::Change &change : drift.changes)
        list << QJsonObject{{QStringLiteral("kind"), change.kind},
                            {QStringLiteral("section"), change.section},
                            {QStringLiteral("what"), change.what},
                            {QStringLiteral("before"), change.before},
                            {QStringLiteral("after"), change.after}};
    return {{QStringLiteral("older"), older},
            {QStringLiteral("newer"), newer},
            {QStringLiteral("changes"), list},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(drift.remarks)}};
}

} // namespace masclet
