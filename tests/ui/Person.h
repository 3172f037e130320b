#pragma once

#include "app/AppContext.h"
#include "tests/support/TempCluster.h"
#include "tests/ui/Child.h"
#include "tests/ui/Settle.h"
#include "ui/support/UiContext.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QWizard>

namespace masclet::test
{

/// A person at a desk of their own: the whole program with the real clock, its files in a folder that goes
/// with the object. Uses what is on the screen and counts how often.
class Person
{
public:
    /// `more` are variables of the environment besides the few that are always there.
    explicit Person(Environment more = {});

    QString home() const { return m_home.path(); }
    QString repository() const { return m_home.filePath(QStringLiteral("backups")); }
    MainWindow &window() { return m_window; }
    WorkRunner &runner() { return m_runner; }
    const UiContext &context() const { return m_context; }
    /// Waits until everything has come back; false after a minute.
    bool settle() const { return test::settle(m_runner); }
    /// The one profile there is.
    Profile profile() const;
    /// Of the repository's sets, newest first.
    QList<StoredSet> sets() const;

    /// Chooses an action of menu and tool bar; the window or wizard that opened.
    template <class Window>
    Window *open(const char *action)
    {
        choose(action);
        const QList<Window *> windows = m_window.findChildren<Window *>();
        if (windows.isEmpty())
            qFatal("%s opens nothing", action);
        return windows.last();
    }
    void choose(const char *action);
    void click(QAbstractButton *button);
    void click(QWidget &window, const char *name) { click(child<QAbstractButton>(window, name)); }
    /// Goes into the field, which counts as a click, and writes.
    void write(QWidget &window, const char *name, const QString &text);
    /// A button of a wizard, when it can be pressed and everything has come back.
    void press(QWizard &wizard, QWizard::WizardButton which);
    int clicks() const { return m_clicks; }
    void forgetClicks() { m_clicks = 0; }

    /// Makes the profile for a database of this server as a newcomer would; a failing step fails the test.
    void makeProfile(const TempCluster &cluster, const QString &database);
    /// Where the database's own name is none for a profile.
    void nameProfile(QWizard &wizard);
    /// Makes a set through the wizard and leaves the wizard on its last page.
    QWizard *backUp();

private:
    QTemporaryDir m_home{QStringLiteral("/tmp/muj-XXXXXX")};
    SystemClock m_clock;
    AppContext m_app;
    WorkRunner m_runner{m_clock};
    UiContext m_context;
    MainWindow m_window;
    int m_clicks = 0;
};

/// What the last page of a wizard says when its work has ended.
QString headline(const QWizard &wizard);
/// What failed on the page that is shown; empty when nothing did.
QString problem(const QWidget &window);

} // namespace masclet::test
