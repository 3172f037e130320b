#include "ui/main/TwoLineDelegate.h"

#include "ui/models/HistoryModel.h"
#include "ui/support/Theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace masclet
{

namespace
{

constexpr int padding = 8;
constexpr int pictureSize = 16;
constexpr qreal secondSize = 0.85;

QFont secondFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * secondSize);
    return font;
}

} // namespace

int TwoLineDelegate::rowHeight(const QFont &font)
{
    return QFontMetrics(font).height() + QFontMetrics(secondFont(font)).height() + padding;
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int first = option.fontMetrics.horizontalAdvance(index.data().toString());
    const int second = QFontMetrics(secondFont(option.font))
                           .horizontalAdvance(index.data(HistoryModel::SecondLineRole).toString());
    const int picture = index.data(Qt::DecorationRole).isNull() ? 0 : pictureSize + padding;
    return {std::max(first, second) + picture + 2 * padding, rowHeight(option.font)};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString text = option.text;
    const QIcon picture = option.icon;
    option.text.clear();
    option.icon = QIcon();
    const QStyle *const style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    painter->save();
    if (!picture.isNull()) {
        QRect place(area.left(), 0, pictureSize, pictureSize);
        place.moveTop(area.center().y() - pictureSize / 2);
        picture.paint(painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        area.setLeft(place.right() + padding);
    }
    const QString second = index.data(HistoryModel::SecondLineRole).toString();
    const QVariant tone = index.data(HistoryModel::ToneRole);
    const QColor plain = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->setFont(option.font);
    painter->setPen(selected || !tone.isValid() ? plain : theme::color(Tone(tone.toInt()), option.palette));
    const Qt::Alignment side = option.displayAlignment & Qt::AlignHorizontal_Mask;
    QRect first = area;
    if (!second.isEmpty())
        first.setHeight(area.height() / 2 + 1);
    painter->drawText(first, int((second.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom) | side),
                      option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
    if (!second.isEmpty()) {
        const QFont font = secondFont(option.font);
        painter->setFont(font);
        painter->setPen(selected ? plain : theme::muted(option.palette));
        painter->drawText(area.adjusted(0, first.height(), 0, 0), int(Qt::AlignTop | side),
                          QFontMetrics(font).elidedText(second, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

} // namespace masclet
