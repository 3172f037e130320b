#pragma once

#include "tests/support/TestMain.h"
#include "ui/support/Theme.h"

#include <QApplication>

namespace masclet::test
{

/// One font and one scheme, so that sizes and colours are the same on every machine.
inline void pinLooks(QApplication &app, theme::Scheme scheme)
{
    QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), 10));
    theme::apply(app, scheme);
}

/// As runAll(), for classes that need windows.
template <class... Tests>
int runAllWithWindows(int argc, char **argv)
{
    QApplication app(argc, argv);
    pinLooks(app, theme::Scheme::Light);
    return runClasses<Tests...>();
}

} // namespace masclet::test
