#pragma once

#include <QStyledItemDelegate>

namespace masclet
{

/// A cell whose text begins and ends where that of the column's head does. A style sheet can make a cell
/// wider, but not move what is in it.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace masclet
