#pragma once

#include "core/checks/Status.h"

#include <QHash>
#include <QSystemTrayIcon>

namespace masclet
{

/// The state in the desktop's tray, where it has one: icon, word, and a message when a profile gets worse. A
/// click brings the window back. Never the only place where something is told.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QWidget &window);
    void showStatus(const QString &profile, const Status &status);

private:
    QSystemTrayIcon m_icon;
    QHash<QString, StatusLevel> m_levels; ///< as last seen
};

} // namespace masclet
