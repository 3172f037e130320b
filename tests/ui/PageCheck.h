#pragma once

#include <QStringList>

class QWidget;

namespace masclet::test
{

/// What of a shown window Tab does not come to, or has no name for screen readers.
QStringList keyboardFaults(QWidget &screen);

/// Places where `foreign`, as it came, would be read as markup or as a mnemonic.
QStringList markupFaults(const QWidget &screen, const QString &foreign);

/// Buttons that destroy or stop something and that Enter in a field would press.
QStringList enterFaults(const QWidget &screen);

} // namespace masclet::test
