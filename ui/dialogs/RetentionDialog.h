#pragma once

#include "core/service/RetentionService.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace masclet
{

class ErrorPanel;
class RowsModel;
class ToneLabel;
struct UiContext;

/// What is kept, what will be deleted and what is not considered, with the reasons. Applying deletes exactly
/// what is shown, and only after the database's name was typed. Closing it does not stop that.
class RetentionDialog : public QDialog
{
    Q_OBJECT

public:
    RetentionDialog(const UiContext &context, Profile profile, QWidget *parent = nullptr);

    /// What came of applying; tells of it elsewhere, too, when nobody sees this window any more.
    void showOutcome(const Result<RetentionReport> &report);
    /// What it began goes on; it deletes itself after that.
    void done(int result) override;

Q_SIGNALS:
    void failed(const masclet::Error &error);
    void failedUnseen(const masclet::Error &error);

private:
    QWidget *makeConfirmation();
    void decide();
    void apply();
    void showDecision();
    void updateApply();

    const UiContext &m_context;
    Profile m_profile;
    RetentionDecision m_decision;
    bool m_applying = false;
    bool m_goesWhenApplied = false;
    ToneLabel *m_summary;
    QLabel *m_rules;
    QLabel *m_holds;
    ErrorPanel *m_error;
    RowsModel *m_rows;
    QTableView *m_table;
    QLineEdit *m_name;
    QPushButton *m_apply;
    QWidget *m_confirmation = nullptr;
};

} // namespace masclet
