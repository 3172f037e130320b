#pragma once

#include "ui/support/Theme.h"

#include <QAbstractTableModel>
#include <QStringList>

class QLabel;
class QTableView;

namespace masclet
{

/// One cell of a small table. Plain data.
struct Cell {
    QString text;
    QVariant sort = {}; ///< what it is sorted by; the text when invalid
    Tone tone = Tone::Neutral;
    QString icon = {};
    QString help = {};
};

/// A table that is read at once and stays as it is: tables of a set, files, log lines, comparisons. Values
/// only; sorting is done by a proxy on SortRole.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int SortRole = Qt::UserRole;
    enum class Kind { Text, Number };
    struct Column {
        QString title;
        Kind kind = Kind::Text;
    };

    explicit RowsModel(QList<Column> columns, QObject *parent = nullptr);
    void setRows(QList<QList<Cell>> rows);
    /// Other columns as well.
    void setTable(QList<Column> columns, QList<QList<Cell>> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Column> m_columns;
    QList<QList<Cell>> m_rows;
};

/// A read-only view of such a table, sortable by its headers; columns as wide as what they hold.
QTableView *rowsView(RowsModel *model, const QString &objectName, const QString &accessibleName);
/// Which of the model's rows is selected in such a view, whatever it is sorted by; -1: none.
int selectedRow(const QTableView *view);
/// Selects that one; nothing when there is no such row.
void selectRow(QTableView *view, int row);
/// Shows below such a view what one column of the selected row holds, whole: it may be wider than the column.
QLabel *wholeCellLabel(QTableView *view, int column, const QString &objectName);
enum class Fit {
    Window,  ///< the widest columns give way, so that all are seen
    Content, ///< the table is scrolled
};
/// Fits the columns to what the table holds now.
void fitColumns(QTableView *view, Fit fit = Fit::Window);

} // namespace masclet
