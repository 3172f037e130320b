#pragma once

#include "core/service/SetReport.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QTabWidget;
class QTableView;

namespace masclet
{

class ErrorPanel;
class RowsModel;
class ToneLabel;
struct UiContext;

/// Everything about the selected set or run, in tabs. Reads on its own thread; what comes too late for
/// another selection is dropped.
class SetDetails : public QWidget
{
    Q_OBJECT

public:
    explicit SetDetails(const UiContext &context, QWidget *parent = nullptr);
    void showSet(const Profile &profile, const QString &setId);
    void showRun(const Profile &profile, const QString &runId);
    void clear();
    /// The keyboard goes to the tabs. (A focus proxy would take the pages out of the Tab order.)
    void takeKeyboard();

private:
    void takeSet(const SetReport &report, const Profile &profile);
    void takeRun(const RunReport &report, const Profile &profile);
    void takeError(const Error &error);
    void showLog(const QList<RunLogLine> &log, const QString &zone);
    void showPhases(const QList<RunPhase> &phases, const QDateTime &started, const QString &zone);
    /// Tabs that say nothing about this are taken away.
    void showTabs(const QList<QWidget *> &tabs);
    QWidget *makeFacts();
    QWidget *makeCommands();

    const UiContext &m_context;
    int m_generation = 0;
    QStackedLayout *m_stack;
    QLabel *m_nothing;
    QTabWidget *m_tabs;
    QLabel *m_facts;
    ErrorPanel *m_error;
    QWidget *m_factsPage;
    RowsModel *m_tables;
    QTableView *m_tablesView;
    RowsModel *m_files;
    QTableView *m_filesView;
    RowsModel *m_proofs;
    QTableView *m_proofsView;
    RowsModel *m_phases;
    QTableView *m_phasesView;
    RowsModel *m_checks;
    QTableView *m_checksView;
    RowsModel *m_log;
    QTableView *m_logView;
    QPlainTextEdit *m_commands;
    QWidget *m_commandsPage;
    QPushButton *m_export; ///< of a set
    SetReport m_report;    ///< that is shown
    Profile m_profile;
};

} // namespace masclet
