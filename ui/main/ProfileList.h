#pragma once

#include "core/checks/Status.h"

#include <QHash>
#include <QListWidget>

namespace masclet
{

/// The profiles with a dot of their state each. The window hides it while there is only one.
class ProfileList : public QListWidget
{
    Q_OBJECT

public:
    explicit ProfileList(QWidget *parent = nullptr);
    /// Those that were there before keep their dots.
    void showProfiles(const QStringList &names);
    void showLevel(const QString &name, StatusLevel level);
    void select(const QString &name);

Q_SIGNALS:
    void picked(const QString &name);

private:
    QListWidgetItem *itemOf(const QString &name) const;

    QHash<QString, StatusLevel> m_levels;
};

} // namespace masclet
