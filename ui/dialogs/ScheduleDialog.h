#pragma once

#include "core/service/ScheduleProof.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace masclet
{

class ErrorPanel;
class ProofFindings;
class RowsModel;
class ToneLabel;
struct UiContext;

/// What really starts the profile's backups on this machine, when the next ones are due, and the proof that
/// tonight's will work. Installs and removes only what was shown before. The window never starts backups by
/// itself: schedulers do.
class ScheduleDialog : public QDialog
{
    Q_OBJECT

public:
    ScheduleDialog(const UiContext &context, Profile profile, QWidget *parent = nullptr);

    /// A proof goes on when the window is closed, and the window lives until then.
    void done(int result) override;

Q_SIGNALS:
    /// Installed, removed, or a backup made.
    void changed();
    void failed(const masclet::Error &error);
    /// The proof failed, and nobody sees this window any more.
    void failedUnseen(const masclet::Error &error);

private:
    QWidget *makeInstalled();
    QWidget *makeProof();
    void read();
    void showReport(const ScheduleReport &report);
    void plan(bool install);
    void confirm(const SchedulePlan &plan, bool install);
    void carryOutPlan(const SchedulePlan &plan);
    void prove();
    void showProof(const Result<ScheduleProof> &proof);
    void showFailure(const Error &error);

    const UiContext &m_context;
    Profile m_profile;
    ToneLabel *m_summary;
    QLabel *m_problems;
    ErrorPanel *m_error;
    RowsModel *m_installed;
    QTableView *m_installedView;
    QLabel *m_lastRun;
    RowsModel *m_next;
    QTableView *m_nextView;
    QPushButton *m_install;
    QPushButton *m_remove;
    QComboBox *m_how;
    QPushButton *m_prove;
    ProofFindings *m_findings;
    bool m_proving = false;
    bool m_goesWhenProven = false;
};

} // namespace masclet
