#include "ui/main/ProfileList.h"

#include "ui/support/StateLook.h"

namespace masclet
{

ProfileList::ProfileList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("profiles"));
    setAccessibleName(tr("Profiles"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            Q_EMIT picked(item->data(Qt::UserRole).toString());
    });
}

void ProfileList::showProfiles(const QStringList &names)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const QString &name : names) {
        auto *const item = new QListWidgetItem(name, this);
        item->setData(Qt::UserRole, name);
        // Padding of a style sheet is not in the size hint before the list is polished.
        item->setSizeHint(QSize(0, fontMetrics().height() + 2 * theme::gap));
        showLevel(name, m_levels.value(name, StatusLevel::Unknown));
    }
}

QListWidgetItem *ProfileList::itemOf(const QString &name) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(Qt::UserRole).toString() == name)
            return item(row);
    }
    return nullptr;
}

void ProfileList::showLevel(const QString &name, StatusLevel level)
{
    if (QListWidgetItem *const item = itemOf(name)) {
        m_levels.insert(name, level);
        const StateLook look = lookOf(level);
        item->setIcon(look.picture());
        item->setToolTip(look.word);
        item->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(name, look.word));
    }
}

void ProfileList::select(const QString &name)
{
    const QSignalBlocker quiet(this);
    setCurrentItem(itemOf(name));
}

} // namespace masclet
