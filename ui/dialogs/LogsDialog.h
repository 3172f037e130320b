#pragma once

#include "core/service/HistoryService.h"
#include "ui/models/RowsModel.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTimer;

namespace masclet
{

class ErrorPanel;
class ToneLabel;
struct UiContext;

/// What runs wrote, and the repository's journal: the runs at the left, the log of the chosen one with level
/// filter and search, followed while it still runs. Lines are read and chosen in the background, and no more
/// are shown than can be looked at.
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
    void readProblems();
    /// The log of the chosen run, from the disk or as it was read before, as filter and search want it.
    enum class From { Disk, Memory };
    void lookAtLog(From from);
    QString runId() const;

    /// A log that was read, and what is shown of it.
    struct Shown {
        std::shared_ptr<const QList<RunLogLine>> log;
        QList<QList<Cell>> rows;
        LogExtract extract;
    };
    void showLog(const Shown &shown);

    const UiContext &m_context;
    Profile m_profile;
    std::shared_ptr<const QList<RunLogLine>> m_lines;
    int m_wanted = 0; ///< the newest look at a log; answers of older ones are dropped
    bool m_looking = false;
    ErrorPanel *m_error;
    ToneLabel *m_problems;
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
