#pragma once

#include <QStyledItemDelegate>

namespace masclet
{

/// A cell with an icon and two lines, the second smaller and quieter (HistoryModel::SecondLineRole), the
/// first in the colour of its tone (HistoryModel::ToneRole).
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    static int rowHeight(const QFont &font);
};

} // namespace masclet
