#pragma once

#include "ui/main/MainWindow.h"
#include "ui/support/WorkRunner.h"

#include <QApplication>
#include <QtTest>

namespace masclet::test
{

/// Nothing runs in the background, and every main window shows what it asked for.
inline bool isAtRest(const WorkRunner &runner)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    return runner.isIdle() && std::all_of(windows.begin(), windows.end(), [](const QWidget *window) {
               const auto *const desk = qobject_cast<const MainWindow *>(window);
               return !desk || desk->isSettled();
           });
}

/// Waits until everything that was asked for in the background has come back and been shown; false after a
/// minute. What comes back may ask for more while it is laid out and painted, so a whole turn of the event
/// loop must pass in which nothing does.
inline bool settle(const WorkRunner &runner)
{
    return QTest::qWaitFor(
        [&] {
            if (!isAtRest(runner))
                return false;
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            return isAtRest(runner);
        },
        60'000);
}

} // namespace masclet::test
