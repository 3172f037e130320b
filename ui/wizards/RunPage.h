#pragma once

#include "core/base/Error.h"
#include "ui/support/Theme.h"

#include <QWizardPage>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace masclet
{

class ActiveWork;
class ErrorPanel;
class ToneLabel;

/// The page that does the work: nothing before it has changed anything. Shows the running work, then what
/// came of it; there is no way back from here.
class RunPage : public QWizardPage
{
    Q_OBJECT

public:
    /// `start` begins the work and returns it; whoever wrote it calls succeed() or fail() in the end.
    RunPage(const QString &title, std::function<ActiveWork *(RunPage &)> start, QWidget *parent = nullptr);

    void succeed(Tone tone, const QString &iconName, const QString &headline, const QStringList &lines = {});
    void fail(const Error &error);
    /// Shows a further work (the way back) instead of what came of the one before; null: it could not begin.
    void follow(ActiveWork *work);
    /// Below the headline: a table, buttons for what comes next.
    void addResult(QWidget *widget);

    void initializePage() override;
    bool isComplete() const override { return m_ended; }

private:
    void end();

    std::function<ActiveWork *(RunPage &)> m_start;
    QVBoxLayout *m_layout;
    ToneLabel *m_headline;
    QLabel *m_lines;
    ErrorPanel *m_error;
    QList<QWidget *> m_results;
    bool m_ended = false;
};

} // namespace masclet
