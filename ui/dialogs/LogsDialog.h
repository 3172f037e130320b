#pragma once

#include "core/service/HistoryService.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTimer;

namespace masclet
{

class ErrorPanel;
class RowsModel;
struct UiContext;

/// What runs wrote: the runs at the left, the log of the chosen one with level filter and search, followed
/// while it still runs.
class LogsDialog : public QDialog
{
    Q_OBJECT

public:
    LogsDialog(const UiContext &context, Profile profile, QWidget *parent = nullptr);

private:
    QWidget *makeRuns();
    QWidget *makeLog();
    void readRuns();
    void showRuns(const QList<RunRecord> &runs);
    void readLog();
    void showLog();
    QString runId() const;

    const UiContext &m_context;
    Profile m_profile;
    QList<RunLogLine> m_lines;
    ErrorPanel *m_error;
    RowsModel *m_runs;
    QTableView *m_runsView;
    QComboBox *m_level;
    QLineEdit *m_search;
    QCheckBox *m_follow;
    QLabel *m_count;
    RowsModel *m_log;
    QTableView *m_logView;
    QTimer *m_second;
};

} // namespace masclet
