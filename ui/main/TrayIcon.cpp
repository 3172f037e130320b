#include "ui/main/TrayIcon.h"

#include "core/base/Text.h"
#include "ui/support/Icons.h"
#include "ui/support/StateLook.h"

#include <QMenu>
#include <QWidget>

namespace masclet
{

TrayIcon::TrayIcon(QWidget &window)
    : QObject(&window)
{
    const auto bringBack = [&window] {
        window.showNormal();
        window.raise();
        window.activateWindow();
    };
    auto *const menu = new QMenu(&window);
    menu->addAction(tr("Show the window"), &window, bringBack);
    menu->addAction(tr("Quit"), &window, &QWidget::close);
    m_icon.setContextMenu(menu);
    m_icon.setIcon(applicationIcon());
    m_icon.setToolTip(tr("Masclet Backup"));
    connect(&m_icon, &QSystemTrayIcon::activated, &window, bringBack);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, &window, bringBack);
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void TrayIcon::showStatus(const QString &profile, const Status &status)
{
    const StateLook look = lookOf(status.level);
    const bool known = m_levels.contains(profile);
    const StatusLevel before = m_levels.value(profile, status.level);
    m_levels.insert(profile, status.level);
    const StatusLevel worst = worstOf(m_levels.values());
    m_icon.setIcon(worst == StatusLevel::Ok ? applicationIcon() : lookOf(worst).picture());
    m_icon.setToolTip(tr("%1: %2").arg(profile, look.word));
    const bool worse = known && before != status.level && worstOf({before, status.level}) == status.level;
    if (worse && m_icon.isVisible())
        m_icon.showMessage(tr("%1: %2").arg(profile, look.word), oneLine(status.line, 200), look.picture());
}

} // namespace masclet
