#include "tests/ui/LayoutCheck.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace masclet::test
{

namespace
{

constexpr int actionRoom = 24; ///< an icon within a line edit

QString named(const QWidget &widget, const QString &text)
{
    QStringList path;
    for (const QWidget *at = &widget; at && !at->isWindow() && path.size() < 3; at = at->parentWidget()) {
        if (!at->objectName().isEmpty())
            path.prepend(at->objectName());
    }
    return QStringLiteral("%1 %2 \"%3\"")
        .arg(QString::fromLatin1(widget.metaObject()->className()), path.join(u'/'), text.left(60));
}

QString plain(QString text)
{
    return text.remove(u'&').replace(u'\n', u' ');
}

int widthOf(const QFontMetrics &metrics, const QString &text)
{
    int widest = 0;
    for (const QString &line : text.split(u'\n'))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest;
}

/// The scroll area a widget lies in, unless it is the one that scrolls.
const QAbstractScrollArea *scrollAreaOf(const QWidget &widget)
{
    for (const QWidget *at = widget.parentWidget(); at; at = at->parentWidget()) {
        if (const auto *const area = qobject_cast<const QAbstractScrollArea *>(at))
            return area;
    }
    return nullptr;
}

QRect placeOf(const QWidget &widget, const QWidget &window)
{
    return {widget.mapTo(&window, QPoint()), widget.size()};
}

/// What of it is not hidden by the edges of what it lies in.
QRect shownPlaceOf(const QWidget &widget, const QWidget &window)
{
    QRect place = placeOf(widget, window);
    for (const QWidget *at = widget.parentWidget(); at && at != &window; at = at->parentWidget())
        place &= placeOf(*at, window);
    return place;
}

class Check
{
public:
    explicit Check(const QWidget &window)
        : m_window(window)
    {
    }

    QStringList faults()
    {
        const QList<QWidget *> widgets = m_window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (widget->isVisibleTo(&m_window) && widget->window() == &m_window)
                look(*widget);
        }
        lookForOverlaps();
        return m_faults;
    }

private:
    void look(const QWidget &widget)
    {
        if (const auto *const label = qobject_cast<const QLabel *>(&widget))
            lookAt(*label);
        else if (const auto *const button = qobject_cast<const QAbstractButton *>(&widget))
            lookAt(*button);
        else if (const auto *const edit = qobject_cast<const QLineEdit *>(&widget))
            lookAt(*edit);
        else if (const auto *const box = qobject_cast<const QComboBox *>(&widget))
            lookAt(*box);
        else if (const auto *const tabs = qobject_cast<const QTabBar *>(&widget))
            lookAt(*tabs);
        else if (const auto *const table = qobject_cast<const QTableView *>(&widget))
            lookAt(*table);
        else if (const auto *const list = qobject_cast<const QListWidget *>(&widget))
            lookAt(*list);
        else if (const auto *const area = qobject_cast<const QScrollArea *>(&widget))
            lookAt(*area);
    }

    void cut(const QWidget &widget, const QString &text, const QString &how)
    {
        m_faults << QStringLiteral("cut: %1: %2").arg(named(widget, plain(text)), how);
    }

    void addText(const QWidget &widget, const QString &text)
    {
        m_texts << &widget;
        if (!scrollAreaOf(widget) && !m_window.rect().contains(placeOf(widget, m_window)))
            cut(widget, text, QStringLiteral("leaves the window"));
    }

    void fits(const QWidget &widget, const QString &text, QSize wanted)
    {
        if (widget.width() < wanted.width() || widget.height() < wanted.height())
            cut(widget, text,
                QStringLiteral("%1x%2 of %3x%4")
                    .arg(widget.width())
                    .arg(widget.height())
                    .arg(wanted.width())
                    .arg(wanted.height()));
    }

    void lookAt(const QLabel &label)
    {
        if (label.text().isEmpty() || !label.pixmap().isNull())
            return;
        addText(label, label.text());
        if (label.wordWrap())
            fits(label, label.text(), {label.minimumSizeHint().width(), label.heightForWidth(label.width())});
        else
            fits(label, label.text(), label.sizeHint());
    }

    void lookAt(const QAbstractButton &button)
    {
        if (button.objectName() == QStringLiteral("qt_toolbar_ext_button"))
            cut(button, {}, QStringLiteral("a bar does not show all it holds"));
        if (button.text().isEmpty())
            return;
        addText(button, button.text());
        fits(button, button.text(), {button.sizeHint().width(), button.minimumSizeHint().height()});
    }

    void lookAt(const QLineEdit &edit)
    {
        // What is typed scrolls; what only explains must be seen.
        m_texts << &edit;
        if (!edit.text().isEmpty())
            return;
        QStyleOptionFrame option;
        option.initFrom(&edit);
        const QRect inside = edit.style()->subElementRect(QStyle::SE_LineEditContents, &option, &edit);
        const int room = inside.width() - edit.textMargins().left() - edit.textMargins().right() -
                         int(edit.actions().size()) * actionRoom;
        if (const int wanted = widthOf(edit.fontMetrics(), edit.placeholderText()); room < wanted)
            cut(edit, edit.placeholderText(), QStringLiteral("%1 of %2").arg(room).arg(wanted));
    }

    void lookAt(const QComboBox &box)
    {
        addText(box, box.currentText());
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.editable = false;
        const QRect field =
            box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        const int picture = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
        const int wanted = widthOf(box.fontMetrics(), box.currentText()) + picture;
        if (field.width() < wanted)
            cut(box, box.currentText(), QStringLiteral("%1 of %2").arg(field.width()).arg(wanted));
    }

    void lookAt(const QTabBar &tabs)
    {
        for (int tab = 0; tab < tabs.count(); ++tab) {
            if (!tabs.rect().contains(tabs.tabRect(tab)))
                cut(tabs, tabs.tabText(tab), QStringLiteral("leaves the bar"));
            const int wanted = widthOf(tabs.fontMetrics(), plain(tabs.tabText(tab)));
            if (tabs.tabRect(tab).width() < wanted)
                cut(tabs, tabs.tabText(tab),
                    QStringLiteral("%1 of %2").arg(tabs.tabRect(tab).width()).arg(wanted));
        }
    }

    void lookAt(const QTableView &table)
    {
        const QHeaderView &header = *table.horizontalHeader();
        // Rows of a foreign table are scrolled, pixel by pixel; what we arrange ourselves fits.
        const bool scrolls = table.horizontalScrollMode() == QAbstractItemView::ScrollPerPixel;
        if (table.horizontalScrollBar()->maximum() > 0 && !scrolls)
            cut(table, header.model()->headerData(header.count() - 1, Qt::Horizontal).toString(),
                QStringLiteral("the table is %1 pixels too wide")
                    .arg(table.horizontalScrollBar()->maximum()));
        for (int column = 0; column < header.count(); ++column) {
            if (!header.isSectionHidden(column))
                lookAtColumn(table, header, column);
        }
    }

    void lookAtColumn(const QTableView &table, const QHeaderView &header, int column)
    {
        const QString title = header.model()->headerData(column, Qt::Horizontal).toString();
        if (const int wanted = header.sectionSizeHint(column); header.sectionSize(column) < wanted)
            cut(table, title, QStringLiteral("header: %1 of %2").arg(header.sectionSize(column)).arg(wanted));
        const bool last = column == header.count() - 1;
        const int first = std::max(0, table.rowAt(0));
        const int end = table.rowAt(table.viewport()->height() - 1);
        for (int row = first; row < table.model()->rowCount() && (end < 0 || row <= end); ++row) {
            const QModelIndex index = table.model()->index(row, column);
            const QStyleOptionViewItem option = optionOf(table);
            const int wanted = table.itemDelegate()->sizeHint(option, index).width();
            const bool told = last && !index.data(Qt::ToolTipRole).toString().isEmpty();
            if (table.columnWidth(column) < wanted && !told)
                cut(table, index.data().toString(),
                    QStringLiteral("cell of \"%1\": %2 of %3")
                        .arg(title)
                        .arg(table.columnWidth(column))
                        .arg(wanted));
        }
    }

    static QStyleOptionViewItem optionOf(const QAbstractItemView &view)
    {
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.font = view.font();
        option.fontMetrics = view.fontMetrics();
        option.decorationSize = view.iconSize().isValid() ? view.iconSize() : QSize(16, 16);
        option.widget = &view;
        return option;
    }

    void lookAt(const QListWidget &list)
    {
        for (int row = 0; row < list.count(); ++row) {
            const QListWidgetItem &item = *list.item(row);
            const int picture = item.icon().isNull() ? 0 : optionOf(list).decorationSize.width() + 6;
            const int wanted = widthOf(list.fontMetrics(), item.text()) + picture;
            if (list.viewport()->width() < wanted)
                cut(list, item.text(), QStringLiteral("%1 of %2").arg(list.viewport()->width()).arg(wanted));
        }
    }

    void lookAt(const QScrollArea &area)
    {
        if (area.horizontalScrollBar()->maximum() > 0)
            cut(area, {}, QStringLiteral("what scrolls is too wide"));
    }

    /// Of every two texts, none may hide a part of the other.
    void lookForOverlaps()
    {
        for (qsizetype i = 0; i < m_texts.size(); ++i) {
            for (qsizetype j = i + 1; j < m_texts.size(); ++j) {
                const QWidget &a = *m_texts[i];
                const QWidget &b = *m_texts[j];
                if (a.isAncestorOf(&b) || b.isAncestorOf(&a))
                    continue;
                if (shownPlaceOf(a, m_window).intersects(shownPlaceOf(b, m_window)))
                    m_faults << QStringLiteral("overlap: %1 and %2").arg(named(a, {}), named(b, {}));
            }
        }
    }

    const QWidget &m_window;
    QList<const QWidget *> m_texts;
    QStringList m_faults;
};

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// The best contrast of any pixel against the most frequent colour: what the strokes of the text have.
double paintedContrast(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    }
    double best = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = std::max(best, contrast(QColor(it.key()), QColor(ground)));
    return best;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QStringList layoutFaults(const QWidget &window)
{
    return Check(window).faults();
}

QStringList contrastFaults(QWidget &window)
{
    constexpr double wanted = 4.5;
    QStringList faults;
    const QImage image = window.grab().toImage();
    const auto judge = [&](const QWidget &widget, const QString &text, const QRect &place) {
        const QImage part = image.copy(place & window.rect());
        if (text.trimmed().isEmpty() || part.isNull())
            return;
        if (const double is = paintedContrast(part); is < wanted)
            faults << QStringLiteral("contrast: %1: %2").arg(named(widget, plain(text))).arg(is, 0, 'f', 2);
    };
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisibleTo(&window) || !widget->isEnabled() || widget->window() != &window)
            continue;
        const QRect place = shownPlaceOf(*widget, window);
        if (const auto *const label = qobject_cast<const QLabel *>(widget)) {
            // Of one that is scrolled out a sliver may be shown, with no line of its text.
            if (place.height() < qMin(label->height(), label->fontMetrics().height()))
                continue;
            judge(*label, label->text(), place);
        } else if (const auto *const button = qobject_cast<const QAbstractButton *>(widget)) {
            judge(*button, button->text(), place);
        } else if (const auto *const edit = qobject_cast<const QLineEdit *>(widget)) {
            judge(*edit, edit->text() + edit->placeholderText(), place.adjusted(2, 2, -2, -2));
        } else if (const auto *const table = qobject_cast<const QTableView *>(widget)) {
            for (int row = table->rowAt(0); row >= 0 && row <= table->rowAt(table->viewport()->height() - 1);
                 ++row) {
                for (int column = 0; column < table->model()->columnCount(); ++column) {
                    const QModelIndex index = table->model()->index(row, column);
                    const QRect cell =
                        table->visualRect(index).translated(table->viewport()->mapTo(&window, QPoint()));
                    if (place.contains(cell)) // a row at the edge shows a part of itself
                        judge(*table, index.data().toString(), cell);
                }
            }
        }
    }
    return faults;
}

} // namespace masclet::test
