#pragma once

#include "core/service/RestoreService.h"

#include <QWizardPage>

#include <memory>

class QLabel;
class QLineEdit;
class QTableView;

namespace masclet
{

class ErrorPanel;
class NumberedSteps;
class RowsModel;
class RestoreWizard;
class ToneLabel;
struct UiContext;

/// What was looked at before anything changes, item by item, and the plan. A failed item keeps a person from
/// going on and says why; replacing needs the database's name typed.
class GatePage : public QWizardPage
{
    Q_OBJECT

public:
    GatePage(const UiContext &context, const RestoreWizard &wizard, QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    /// What the plan that is shown is of.
    const RestoreRequest &planned() const { return m_planned; }

private:
    QWidget *makeConfirmation();
    void showPlan(const RestorePlan &plan, const RestoreRequest &request);

    const UiContext &m_context;
    const RestoreWizard &m_restore;
    ToneLabel *m_verdict;
    QLabel *m_why; ///< what failed and what to do about it
    ErrorPanel *m_error;
    RowsModel *m_rows;
    QTableView *m_items;
    NumberedSteps *m_steps;
    QLabel *m_expected;
    QWidget *m_copy;
    QWidget *m_confirmation;
    QLabel *m_what;
    QLineEdit *m_typed;
    RestoreRequest m_planned;
    std::unique_ptr<QObject> m_question; ///< receives the answer to the newest question, to no other
    QString m_name;                      ///< to be typed; empty: nothing gives way
    bool m_open = false;
};

} // namespace masclet
