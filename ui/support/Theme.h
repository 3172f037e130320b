#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace masclet
{

/// What a colour says. Never used alone: an icon and a word always stand beside it.
enum class Tone { Neutral, Good, Warn, Bad, Unknown, Busy, OnAccent };

/// Looks of all windows, on top of the Fusion style: two palettes, one short style sheet, spacing. Main
/// thread.
namespace theme
{
enum class Scheme { Light, Dark };

/// What the desktop uses: dark when its own palette is.
Scheme systemScheme();
void apply(QApplication &application, Scheme scheme);

/// Text and icons of this tone on the window's background; contrast at least 4.5 in both schemes.
QColor color(Tone tone, const QPalette &palette);
/// Secondary text.
QColor muted(const QPalette &palette);

inline constexpr int gap = 8;     ///< between things that belong together
inline constexpr int margin = 16; ///< around a page
} // namespace theme

} // namespace masclet
