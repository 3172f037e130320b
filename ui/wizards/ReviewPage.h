#pragma once

#include "core/base/Result.h"

#include <QStringList>
#include <QWizardPage>

#include <functional>
#include <memory>

class QLabel;

namespace masclet
{

class ErrorPanel;
class NumberedSteps;
class ToneLabel;

/// What will be done, looked up in the background and shown as numbered steps; the next page does it. The
/// next page is there only once the plan is.
class ReviewPage : public QWizardPage
{
    Q_OBJECT

public:
    struct Plan {
        QStringList steps;
        QStringList remarks; ///< sizes, times, what is left out
        QStringList warnings;
        QString command; ///< its command-line twin
    };

    /// `look` begins the look-up each time the page is shown, with question() as receiver; it calls
    /// showPlan() or showError() in the end.
    ReviewPage(const QString &title, std::function<void(ReviewPage &)> look, QWidget *parent = nullptr);

    /// Receives the answer to the newest question, to no other.
    QObject *question() const { return m_question.get(); }
    void showPlan(const Plan &plan);
    void showError(const Error &error);

    void initializePage() override;
    bool isComplete() const override { return m_planned; }

private:
    std::function<void(ReviewPage &)> m_look;
    ToneLabel *m_waiting;
    NumberedSteps *m_steps;
    QLabel *m_remarks;
    ToneLabel *m_warningTitle;
    QLabel *m_warnings;
    ErrorPanel *m_error;
    QWidget *m_copy;
    std::unique_ptr<QObject> m_question;
    Plan m_plan;
    bool m_planned = false;
};

} // namespace masclet
