#pragma once

#include "core/service/OverviewService.h"

#include <QFrame>
#include <QHash>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace masclet
{

class ActiveWork;
class ActivityRow;
class ToneLabel;
class WorkRunner;

/// What runs now: a row per work of this window, and one for a run that was started elsewhere. Hidden while
/// nothing runs.
class ActivityPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ActivityPanel(WorkRunner &runner, QWidget *parent = nullptr);
    /// A run of cron, another window or the command line; and how long works on that repository usually take.
    void showOverview(const Overview &overview, const Profile &profile, const QDateTime &now);
    void clearForeign();

private:
    void add(ActiveWork *work);
    void remove(ActiveWork *work);
    void showUsual(const ActiveWork &work, ActivityRow &row) const;
    void showOrHide();

    QHash<ActiveWork *, ActivityRow *> m_rows;
    QHash<QString, QHash<QString, UsualTime>> m_usual; ///< by repository and verb
    ToneLabel *m_foreign;
    QLabel *m_foreignPhases;
    bool m_foreignRuns = false;
    QVBoxLayout *m_layout;
};

} // namespace masclet
