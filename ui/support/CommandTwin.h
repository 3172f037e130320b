#pragma once

#include "core/profile/Profile.h"

#include <QStringList>

#include <functional>

class QPushButton;
class QWidget;

namespace masclet
{

/// The command line that does what a button does, quoted for a shell: "masclet-backup verify --profile shop
/// shop_20250218".
QString commandTwin(const QString &verb, const Profile &profile, const QStringList &arguments = {});

/// A button that copies `text()` as it is at that moment.
QPushButton *copyCommandButton(QWidget *parent, std::function<QString()> text);

} // namespace masclet
