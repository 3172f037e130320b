#pragma once

#include "tests/ui/Child.h"

#include <QTableView>

namespace masclet::test
{

/// How many rows the table of that name shows.
inline int rowsIn(const QWidget &window, const char *table)
{
    return child<QTableView>(window, table)->model()->rowCount();
}

/// What stands in one of its cells.
inline QString cellIn(const QWidget &window, const char *table, int row, int column)
{
    return child<QTableView>(window, table)->model()->index(row, column).data().toString();
}

/// What stands in the column beside `title`, which its first column holds; empty when none does.
inline QString cellBeside(const QWidget &window, const char *table, const QString &title, int column)
{
    for (int row = 0; row < rowsIn(window, table); ++row) {
        if (cellIn(window, table, row, 0) == title)
            return cellIn(window, table, row, column);
    }
    return {};
}

} // namespace masclet::test
