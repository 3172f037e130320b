#include "ui/models/CellDelegate.h"

#include <QApplication>

namespace masclet
{

namespace
{

constexpr int besideCell = 5; ///< with the style's own 3 the 8 of a head (Theme.cpp)

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QStyle *const style = option.widget ? option.widget->style() : QApplication::style();
    // The whole of it is selected, what is in it stands aside.
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    option.rect.adjust(besideCell, 0, -besideCell, 0);
    option.viewItemPosition = QStyleOptionViewItem::Middle;
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * besideCell, 0);
}

} // namespace masclet
