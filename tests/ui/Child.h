#pragma once

#include <QWidget>

namespace masclet::test
{

/// The child of that name; there must be one.
template <class Widget>
Widget *child(const QWidget &window, const char *name)
{
    auto *const found = window.findChild<Widget *>(QString::fromLatin1(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

} // namespace masclet::test
