#pragma once

#include "tests/ui/Screens.h"
#include "tests/ui/Settle.h"

#include <QWizard>

namespace masclet::test
{

/// Shows screens of one desk when they have come to rest.
class Tour
{
public:
    Tour(const ScreenVisitor &visit, WorkRunner &runner)
        : m_visit(visit)
        , m_runner(runner)
    {
    }
    void show(const QString &name, QWidget &screen) const
    {
        screen.show();
        if (!settle(m_runner))
            qFatal("%s does not come to rest", qPrintable(name));
        m_visit(name, screen);
    }
    void pages(const QString &name, QWizard &wizard, int from, int to) const
    {
        for (int page = from; page <= to; ++page) {
            show(QStringLiteral("%1-%2").arg(name).arg(page), wizard);
            if (page < to)
                wizard.next();
        }
    }
    /// Without waiting for what runs meanwhile.
    void showAtOnce(const QString &name, QWidget &screen) const
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        m_visit(name, screen);
    }

private:
    const ScreenVisitor &m_visit;
    WorkRunner &m_runner;
};

} // namespace masclet::test
