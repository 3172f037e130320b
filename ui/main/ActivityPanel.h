#pragma once

#include "core/repository/RunRecord.h"

#include <QFrame>
#include <QHash>

#include <optional>

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
    /// A run of cron, another window or the command line; none clears it.
    void showForeign(const std::optional<RunRecord> &run, const QString &zone);

private:
    void add(ActiveWork *work);
    void remove(ActiveWork *work);
    void showOrHide();

    QHash<ActiveWork *, ActivityRow *> m_rows;
    ToneLabel *m_foreign;
    bool m_foreignRuns = false;
    QVBoxLayout *m_layout;
};

} // namespace masclet
