#include "ui/main/TrayIcon.h"

#include "core/base/Text.h"
#include "ui/support/Icons.h"
#include "ui/support/StateLook.h"

#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace masclet
{

namespace
{

constexpr qsizetype linesShown = 8;

} // namespace

TrayIcon::TrayIcon(QWidget &window)
    : QObject(&window)
    , m_icon(this)
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
    const auto seen = m_levels.constFind(profile);
    const std::optional<StatusLevel> before =
        seen == m_levels.constEnd() ? std::nullopt : std::optional(*seen);
    m_levels.insert(profile, status.level);
    showWorst();
    const StateLook look = lookOf(status.level);
    if (isNews(before, status.level) && m_icon.isVisible())
        m_icon.showMessage(tr("%1: %2").arg(profile, look.word), oneLine(status.line, 200), look.picture());
}

bool TrayIcon::isNews(const std::optional<StatusLevel> &before, StatusLevel now)
{
    if (!before || *before == now)
        return false;
    return now == StatusLevel::Ok || worstOf({*before, now}) == now;
}

void TrayIcon::keepOnly(const QStringList &profiles)
{
    m_levels.removeIf([&](const auto &entry) { return !profiles.contains(entry.key()); });
    showWorst();
}

void TrayIcon::showWorst()
{
    if (m_levels.isEmpty()) {
        m_icon.setIcon(applicationIcon());
        m_icon.setToolTip(tr("Masclet Backup"));
        return;
    }
    const StatusLevel worst = worstOf(m_levels.values());
    m_icon.setIcon(worst == StatusLevel::Ok ? applicationIcon() : lookOf(worst).picture());
    QStringList names = m_levels.keys();
    std::sort(names.begin(), names.end(), [this](const QString &left, const QString &right) {
        const StatusLevel a = m_levels[left];
        const StatusLevel b = m_levels[right];
        return a == b ? left < right : worstOf({a, b}) == a;
    });
    QStringList lines;
    for (const QString &name : names.mid(0, linesShown))
        lines << tr("%1: %2").arg(name, lookOf(m_levels[name]).word);
    m_icon.setToolTip(lines.join(QChar(u'\n')));
}

} // namespace masclet
