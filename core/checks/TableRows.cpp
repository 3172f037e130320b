#include "core/checks/TableRows.h"

#include "core/base/JsonFields.h"
#include "core/base/Text.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

} // namespace

QJsonArray toJson(const QList<TableRows> &tables)
{
    QJsonArray array;
    for (const TableRows &table : tables)
        array << QJsonObject{{QStringLiteral("schema"), nameToJson(table.schema)},
                             {QStringLiteral("name"), nameToJson(table.name)},
                             {QStringLiteral("rows"), table.rows}};
    return array;
}

Result<QList<TableRows>> tableRowsFromJson(const QJsonArray &array)
{
    QList<TableRows> tables;
    for (const QJsonValue &item : array) {
        JsonFields fields(item.toObject(), Tr::tr("Row counts"), ErrorKind::Verification);
        TableRows table;
        const QJsonValue schema = fields.value("schema");
        const QJsonValue name = fields.value("name");
        table.rows = fields.integer("rows");
        MASCLET_TRY(fields.finish());
        MASCLET_TRY_ASSIGN(table.schema, nameFromJson(schema));
        MASCLET_TRY_ASSIGN(table.name, nameFromJson(name));
        tables << table;
    }
    return tables;
}

bool namesTable(const QString &wanted, const QByteArray &schema, const QByteArray &name)
{
    const QByteArray bytes = wanted.toUtf8();
    return bytes == name || bytes == schema + '.' + name;
}

QString tableText(const QByteArray &schema, const QByteArray &name)
{
    return oneLine(schema) + QChar(u'.') + oneLine(name);
}

RowFigures rowFiguresOf(const Manifest &manifest)
{
    RowFigures figures{manifest.setId, manifest.rows(), {}};
    for (const ManifestTable &table : manifest.tables)
        figures.tables << TableRows{table.schema, table.name, table.rows};
    return figures;
}

} // namespace masclet
