#pragma once

#include "tests/ui/Settle.h"
#include "tests/ui/UiDesk.h"
#include "ui/main/HistoryView.h"
#include "ui/main/MainWindow.h"

#include <QLabel>

namespace masclet::test
{

/// A main window with everything read.
struct ShownWindow {
    explicit ShownWindow(UiDesk::History history)
        : desk(history)
        , window(desk.context())
    {
        window.resize(1280, 800);
        window.showProfiles();
        window.show();
        settled = settle();
    }
    bool settle() { return test::settle(desk.runner()); }
    QString text(const char *name) const
    {
        return window.findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    HistoryView &history() const { return *window.findChild<HistoryView *>(); }

    UiDesk desk;
    MainWindow window;
    bool settled = false;
};

} // namespace masclet::test
