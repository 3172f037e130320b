#pragma once

#include "core/checks/Status.h"

#include <QHash>
#include <QSystemTrayIcon>

#include <optional>

namespace masclet
{

/// The states of all profiles in the desktop's tray, where it has one: the worst as icon, a line for each,
/// and a message when one gets worse or is well again. A click brings the window back. Never the only place
/// where something is told.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QWidget &window);
    void showStatus(const QString &profile, const Status &status);
    /// Profiles that are no more are told no more.
    void keepOnly(const QStringList &profiles);
    /// Whether a change is worth a message: what got worse, and what is well again. `before`: as last seen,
    /// if it was.
    static bool isNews(const std::optional<StatusLevel> &before, StatusLevel now);

private:
    void showWorst();

    QSystemTrayIcon m_icon;
    QHash<QString, StatusLevel> m_levels; ///< as last seen
};

} // namespace masclet
