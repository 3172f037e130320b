#pragma once

#include "core/profile/ProfileToml.h"

#include <QStringList>

#include <functional>

class QPushButton;
class QWidget;

namespace masclet
{

/// The command line that does what a button does, quoted for a shell: "masclet-backup verify --profile shop
/// shop_20250218".
QString commandTwin(const QString &verb, const Profile &profile, const QStringList &arguments = {});

/// The flags that give another profile the options that this one gives. Programs are left out: `init` takes
/// none.
QStringList optionArguments(const StoredProfile &stored);
/// The flags that change `before` into `after`.
QStringList changedArguments(const StoredProfile &before, const StoredProfile &after);

/// A button that copies `text()` as it is at that moment.
QPushButton *copyCommandButton(QWidget *parent, std::function<QString()> text);

} // namespace masclet
