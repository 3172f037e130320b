#include "ui/support/Theme.h"

#include "ui/support/Icons.h"

#include <QApplication>
#include <QStyleFactory>

namespace masclet::theme
{

namespace
{

constexpr int middle = 128; ///< lightness between dark and light

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < middle;
}

struct Colors {
    QRgb window, base, alternate, text, muted, button, line, highlight, highlightedText, link;
};
constexpr Colors light{0xfff5f6f8, 0xffffffff, 0xfff8f9fb, 0xff1c2430, 0xff5a6472,
                       0xffffffff, 0xffd5dae1, 0xff1f5bbf, 0xffffffff, 0xff1f5fc4};
constexpr Colors dark{0xff1b1f26, 0xff232830, 0xff272d36, 0xffe6e9ee, 0xffa3adba,
                      0xff2d343e, 0xff3d4652, 0xff2a60bd, 0xffffffff, 0xff7fb0ff};

QPalette paletteOf(const Colors &colors)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QRgb color) {
        palette.setColor(role, QColor(color));
    };
    set(QPalette::Window, colors.window);
    set(QPalette::WindowText, colors.text);
    set(QPalette::Base, colors.base);
    set(QPalette::AlternateBase, colors.alternate);
    set(QPalette::Text, colors.text);
    set(QPalette::Button, colors.button);
    set(QPalette::ButtonText, colors.text);
    set(QPalette::BrightText, colors.highlightedText);
    set(QPalette::Highlight, colors.highlight);
    set(QPalette::HighlightedText, colors.highlightedText);
    set(QPalette::PlaceholderText, colors.muted);
    set(QPalette::ToolTipBase, colors.base);
    set(QPalette::ToolTipText, colors.text);
    set(QPalette::Link, colors.link);
    set(QPalette::LinkVisited, colors.link);
    set(QPalette::Mid, colors.line);
    set(QPalette::Midlight, colors.line);
    set(QPalette::Dark, colors.line);
    set(QPalette::Light, colors.base);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded(colors.muted);
        faded.setAlpha(150);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

/// Only what a palette cannot say: frames, spacing, header and toolbar without ridges.
QString sheetOf(const Colors &colors)
{
    const QString line = QColor(colors.line).name();
    const QString base = QColor(colors.base).name();
    const QString window = QColor(colors.window).name();
    const QString highlight = QColor(colors.highlight).name();
    const QString muted = QColor(colors.muted).name();
    const QString ground =
        QColor(colors.window).lightness() < middle ? QStringLiteral("dark") : QStringLiteral("light");
    return QStringLiteral(
               "QFrame#card { background: %2; border: 1px solid %1; border-radius: 8px; }"
               "QToolBar { background: %2; border: none; border-bottom: 1px solid %1; padding: 4px 8px;"
               " spacing: 2px; }"
               "QToolBar QToolButton { padding: 5px 9px; border-radius: 6px; border: 1px solid transparent; }"
               "QToolBar QToolButton:hover, QToolBar QToolButton:focus { background: %3; border-color: %1; }"
               "QToolBar::separator { background: %1; width: 1px; margin: 5px 6px; }"
               "QHeaderView::section { background: %3; border: none; border-bottom: 1px solid %1;"
               " padding: 6px 8px; font-weight: 600; }"
               "QTableView, QListView, QTreeView, QPlainTextEdit { border: 1px solid %1; border-radius: 6px;"
               " background: %2; }"
               "QTableView { gridline-color: transparent; }"
               "QSplitter::handle { background: transparent; }"
               "QTabWidget::pane { border: 1px solid %1; border-radius: 6px; top: -1px; background: %2; }"
               "QTabBar { qproperty-drawBase: 0; }"
               "QTabBar::tab { padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }"
               "QTabBar::tab:selected { border-bottom-color: %4; }"
               "QTabBar::tab:focus { background: %3; }"
               "QPushButton { padding: 5px 14px; border: 1px solid %1; border-radius: 6px; background: %2; }"
               "QPushButton:hover { background: %3; }"
               "QPushButton:focus { border-color: %4; }"
               "QPushButton:default { background: %4; color: white; border-color: %4; }"
               "QPushButton:disabled { background: %3; color: palette(placeholder-text); border-color: %1; }"
               "QPushButton:flat { border-color: transparent; background: transparent; }"
               "QLineEdit, QSpinBox, QComboBox { padding: 4px 8px; border: 1px solid %1; border-radius: 6px;"
               " background: %2; min-height: 20px; }"
               "QLineEdit:focus, QSpinBox:focus, QComboBox:focus { border-color: %4; }"
               "QComboBox::drop-down { border: none; width: 24px; }"
               "QComboBox::down-arrow { image: url(:/icons/arrow-on-%5.svg); width: 14px; height: 14px; }"
               "QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: 14px; height: "
               "14px;"
               " border: 1px solid %6; background: %2; }"
               "QCheckBox::indicator, QListView::indicator { border-radius: 3px; }"
               "QRadioButton::indicator { border-radius: 8px; }"
               "QCheckBox::indicator:checked, QListView::indicator:checked { image: "
               "url(:/icons/check-on-accent.svg); background: %4;"
               " border-color: %4; }"
               "QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: %1; }"
               "QCheckBox::indicator:checked:disabled { background: %6; }"
               "QRadioButton::indicator:checked { border: 5px solid %4; width: 6px; height: 6px; }"
               "QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: %4; }"
               "QStatusBar { background: %3; border-top: 1px solid %1; }"
               "QToolTip { padding: 4px 6px; border: 1px solid %1; background: %2; color: palette(text); }")
        .arg(line, base, window, highlight, ground, muted);
}

} // namespace

Scheme systemScheme()
{
    return isDark(QApplication::palette()) ? Scheme::Dark : Scheme::Light;
}

void apply(QApplication &application, Scheme scheme)
{
    const Colors &colors = scheme == Scheme::Dark ? dark : light;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(colors));
    QApplication::setWindowIcon(applicationIcon()); // loads the pictures the style sheet names
    application.setStyleSheet(sheetOf(colors));
}

QColor color(Tone tone, const QPalette &palette)
{
    const bool onDark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return onDark ? QColor(0x6fd08c) : QColor(0x1a7f3c);
    case Tone::Warn:
        return onDark ? QColor(0xf0b94d) : QColor(0x8f5a00);
    case Tone::Bad:
        return onDark ? QColor(0xff8a80) : QColor(0xb3261e);
    case Tone::Busy:
        return onDark ? QColor(0x7fb0ff) : QColor(0x1f5fc4);
    case Tone::Unknown:
        return muted(palette);
    case Tone::OnAccent:
        return palette.color(QPalette::HighlightedText);
    case Tone::Neutral:
        break;
    }
    return palette.color(QPalette::WindowText);
}

QColor muted(const QPalette &palette)
{
    return palette.color(QPalette::PlaceholderText);
}

} // namespace masclet::theme
