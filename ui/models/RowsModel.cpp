#include "ui/models/RowsModel.h"

#include "ui/support/Icons.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace masclet
{

RowsModel::RowsModel(QList<Column> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

void RowsModel::setRows(QList<QList<Cell>> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns[section].title;
    if (role == Qt::TextAlignmentRole)
        return QVariant((m_columns[section].kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft) |
                        Qt::AlignVCenter);
    return {};
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Cell cell = m_rows[index.row()].value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.help.isEmpty() ? QVariant() : cell.help.toHtmlEscaped();
    case Qt::DecorationRole:
        return cell.icon.isEmpty() ? QVariant() : icon(cell.icon, cell.tone);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case SortRole:
        return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    default:
        return {};
    }
}

QTableView *rowsView(RowsModel *model, const QString &objectName, const QString &accessibleName)
{
    auto *const view = new QTableView;
    auto *const proxy = new QSortFilterProxyModel(view);
    model->setParent(view);
    proxy->setSourceModel(model);
    proxy->setSortRole(RowsModel::SortRole);
    proxy->setFilterKeyColumn(-1);
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    view->setModel(proxy);
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setAlternatingRowColors(true);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + theme::gap);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setSortIndicatorShown(true);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->setSortingEnabled(true);
    return view;
}

void fitColumns(QTableView *view)
{
    constexpr int widest = 420;
    view->resizeColumnsToContents();
    // The last one takes what is left.
    const int last = view->model()->columnCount() - 1;
    for (int column = 0; column < last; ++column)
        view->setColumnWidth(column, qMin(widest, view->columnWidth(column) + theme::gap));
    view->setColumnWidth(last, view->horizontalHeader()->minimumSectionSize());
}

} // namespace masclet
