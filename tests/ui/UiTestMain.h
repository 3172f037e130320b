#pragma once

#include "tests/support/TestMain.h"
#include "ui/support/Theme.h"

#include <QApplication>

namespace masclet::test
{

/// As runAll(), for classes that need windows: offscreen, one pinned font, the light scheme.
template <class... Tests>
int runAllWithWindows(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), 10)); // sizes are the same on every machine
    theme::apply(app, theme::Scheme::Light);
    return runClasses<Tests...>();
}

} // namespace masclet::test
