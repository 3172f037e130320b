#include "ui/models/RowsModel.h"

#include "ui/models/CellDelegate.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <algorithm>
#include <limits>
#include <numeric>

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

void RowsModel::setTable(QList<Column> columns, QList<QList<Cell>> rows)
{
    beginResetModel();
    m_columns = std::move(columns);
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
        return (cell.help.isEmpty() ? cell.text : cell.help).toHtmlEscaped();
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
    view->setItemDelegate(new CellDelegate(view));
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
    // Heads can be read before there is a row.
    for (int column = 0; column + 1 < proxy->columnCount(); ++column)
        view->setColumnWidth(column, view->horizontalHeader()->sectionSizeHint(column) + theme::gap);
    return view;
}

int selectedRow(const QTableView *view)
{
    const QModelIndexList rows = view->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return -1;
    return qobject_cast<const QSortFilterProxyModel *>(view->model())->mapToSource(rows.first()).row();
}

void selectRow(QTableView *view, int row)
{
    const auto *const proxy = qobject_cast<const QSortFilterProxyModel *>(view->model());
    view->setCurrentIndex(proxy->mapFromSource(proxy->sourceModel()->index(row, 0)));
}

QLabel *wholeCellLabel(QTableView *view, int column, const QString &objectName)
{
    QLabel *const label = plainLabel();
    label->setObjectName(objectName);
    QObject::connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, label,
                     [label, column](const QModelIndex &row) {
                         label->setText(row.siblingAtColumn(column).data().toString());
                     });
    QObject::connect(view->model(), &QAbstractItemModel::modelReset, label, &QLabel::clear);
    return label;
}

void fitColumns(QTableView *view, Fit fit)
{
    constexpr int widest = 420;
    view->resizeColumnsToContents();
    // The last one takes what is left, and at least what its head needs: the widest gives way.
    const int last = view->model()->columnCount() - 1;
    QList<int> widths;
    for (int column = 0; column < last; ++column)
        widths << qMin(widest, view->columnWidth(column) + theme::gap);
    // Where it is not shown yet, nobody knows how much room there is.
    const int room = view->isVisible() && fit == Fit::Window
                         ? view->viewport()->width() - view->horizontalHeader()->sectionSizeHint(last)
                         : std::numeric_limits<int>::max();
    for (int over = std::accumulate(widths.begin(), widths.end(), 0) - room; over > 0 && last > 0;) {
        const auto most = std::max_element(widths.begin(), widths.end());
        const int least = view->horizontalHeader()->sectionSizeHint(int(most - widths.begin()));
        const int given = qMin(over, *most - least);
        if (given <= 0)
            break;
        *most -= given;
        over -= given;
    }
    for (int column = 0; column < last; ++column)
        view->setColumnWidth(column, widths[column]);
    view->setHorizontalScrollMode(fit == Fit::Window ? QAbstractItemView::ScrollPerItem
                                                     : QAbstractItemView::ScrollPerPixel);
    QHeaderView *const header = view->horizontalHeader();
    view->setColumnWidth(last, fit == Fit::Window ? header->minimumSectionSize()
                                                  : qMin(widest, view->columnWidth(last) + theme::gap));
}

} // namespace masclet
