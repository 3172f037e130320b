#pragma once

#include "ui/support/Theme.h"

#include <QIcon>

namespace masclet
{

/// An icon of resources/icons in the colour of a tone, sharp at every scale; it follows the palette and is
/// white on a selected row. `name` is the file's, without ".svg".
QIcon icon(const QString &name, Tone tone = Tone::Neutral);

/// The program's own icon.
QIcon applicationIcon();

} // namespace masclet
