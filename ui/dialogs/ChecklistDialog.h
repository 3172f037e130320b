#pragma once

#include "core/service/ChecklistService.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace masclet
{

class ChecklistItemView;
class ErrorPanel;
class ToneLabel;
struct UiContext;

/// The seven items of a day: what the machine found, what a person says to each, and the signature. Results
/// and verdicts are the service's; this shows them and hands the person's words over.
class ChecklistDialog : public QDialog
{
    Q_OBJECT

public:
    ChecklistDialog(const UiContext &context, Profile profile, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Verdicts or a signature were kept.
    void kept();

private:
    QWidget *makeHead();
    QWidget *makeSignBar();
    void evaluate();
    void setVerdict(CheckItem item, Verdict verdict, const QString &note);
    void sign();
    void take(const Result<ChecklistReport> &report);
    void showDay();
    void showItem(int row);
    void showSignature();
    enum class Busy { No, Yes };
    void setBusy(Busy busy);
    /// Runs one of the service's calls in the background.
    template <class Call>
    void ask(Call call);

    const UiContext &m_context;
    Profile m_profile;
    ChecklistReport m_report;
    ToneLabel *m_overall;
    QLabel *m_about;
    QPushButton *m_run;
    ErrorPanel *m_error;
    QListWidget *m_items;
    ChecklistItemView *m_view;
    QLineEdit *m_name;
    QLineEdit *m_note;
    QPushButton *m_sign;
    ToneLabel *m_signature;
    QPushButton *m_export;
};

} // namespace masclet
