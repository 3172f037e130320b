#pragma once

#include "core/repository/Manifest.h"

#include <QJsonArray>
#include <QList>
#include <QString>

namespace masclet
{

/// How many rows one table has somewhere: in a dump, in a restored copy. Names are bytes.
struct TableRows {
    QByteArray schema;
    QByteArray name;
    qint64 rows = 0;

    friend bool operator==(const TableRows &, const TableRows &) = default;
};

QJsonArray toJson(const QList<TableRows> &tables);
/// Strict; Verification errors.
Result<QList<TableRows>> tableRowsFromJson(const QJsonArray &array);

/// Whether the profile's critical table `wanted` ("animals" in any schema, or "public.animals") is this one.
bool namesTable(const QString &wanted, const QByteArray &schema, const QByteArray &name);

/// "public.animals", fit for one line.
QString tableText(const QByteArray &schema, const QByteArray &name);

/// The rows of a set, as the shrink alarm compares them.
struct RowFigures {
    QString setId;
    qint64 total = 0;
    QList<TableRows> tables;
};

RowFigures rowFiguresOf(const Manifest &manifest);

} // namespace masclet
