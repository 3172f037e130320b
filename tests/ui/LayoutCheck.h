#pragma once

#include <QColor>
#include <QStringList>

class QWidget;

namespace masclet::test
{

/// What of a shown window cannot be read as it stands, a sentence each: text that is cut, that leaves its
/// window, that lies over other text; tables and bars that do not fit. A cell of a table may be cut where
/// its tool tip says the whole of it and the column is the last one.
QStringList layoutFaults(const QWidget &window);

/// Text of a shown window with less than 4.5:1 against what is behind it, as it was painted; what cannot be
/// used at the moment is left out.
QStringList contrastFaults(QWidget &window);

/// Of two colours, after WCAG: 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace masclet::test
