#include "tests/ui/PageCheck.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QWidget>
#include <QtTest>

namespace masclet::test
{

namespace
{

QString nameOf(const QWidget &widget)
{
    return QStringLiteral("%1 %2").arg(QString::fromLatin1(widget.metaObject()->className()),
                                       widget.objectName());
}

bool takesTab(const QWidget &widget, const QWidget &screen)
{
    if ((widget.focusPolicy() & Qt::TabFocus) == 0 || widget.focusProxy() || !widget.isEnabled() ||
        !widget.isVisibleTo(&screen) || widget.window() != &screen)
        return false;
    // Of buttons of which one is chosen, Tab comes to that one; arrows go to the others.
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    return !button || !button->autoExclusive() || button->isChecked();
}

} // namespace

QStringList keyboardFaults(QWidget &screen)
{
    QStringList faults;
    QSet<const QWidget *> wanted;
    const QList<QWidget *> widgets = screen.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!takesTab(*widget, screen))
            continue;
        wanted << widget;
        const QAccessibleInterface *const told = QAccessible::queryAccessibleInterface(widget);
        if (!qobject_cast<QScrollArea *>(widget) && (!told || told->text(QAccessible::Name).isEmpty()))
            faults << QStringLiteral("no name for screen readers: %1").arg(nameOf(*widget));
    }
    screen.activateWindow();
    if (!screen.focusWidget() && !wanted.isEmpty())
        QTest::keyClick(&screen, Qt::Key_Tab);
    QSet<const QWidget *> seen;
    for (qsizetype step = 0; step < 2 * wanted.size() + 2 && screen.focusWidget(); ++step) {
        seen << screen.focusWidget();
        QTest::keyClick(screen.focusWidget(), Qt::Key_Tab);
    }
    for (const QWidget *widget : wanted - seen)
        faults << QStringLiteral("Tab does not come to it: %1").arg(nameOf(*widget));
    return faults;
}

QStringList markupFaults(const QWidget &screen, const QString &foreign)
{
    QStringList faults;
    const QList<QWidget *> widgets = screen.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->toolTip().contains(foreign))
            faults << QStringLiteral("tool tip: %1").arg(nameOf(*widget));
        if (const auto *const label = qobject_cast<const QLabel *>(widget);
            label && label->text().contains(foreign) &&
            (label->textFormat() != Qt::PlainText || label->buddy()))
            faults << QStringLiteral("text: %1 \"%2\"").arg(nameOf(*label), label->text());
        if (const auto *const button = qobject_cast<const QAbstractButton *>(widget);
            button && button->text().contains(foreign))
            faults << QStringLiteral("mnemonic: %1 \"%2\"").arg(nameOf(*button), button->text());
    }
    return faults;
}

QStringList enterFaults(const QWidget &screen)
{
    const QStringList destructive{QStringLiteral("retentionApply"), QStringLiteral("undo"),
                                  QStringLiteral("stop"),           QStringLiteral("closeStop"),
                                  QStringLiteral("acknowledge"),    QStringLiteral("confirmReplaceYes")};
    QStringList faults;
    const QList<QPushButton *> buttons = screen.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisibleTo(&screen) && button->isDefault() && destructive.contains(button->objectName()))
            faults << QStringLiteral("Enter presses it: %1").arg(nameOf(*button));
    }
    return faults;
}

} // namespace masclet::test
