#pragma once

#include "core/service/ChecklistService.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace masclet
{

class ChecklistItemView;
class ErrorPanel;
class ToneLabel;
struct UiContext;

/// The seven items of a day: what the machine found, what a person says to each, and the signature, for today
/// and each day before that nobody signed. Results and verdicts are the service's; this shows them and hands
/// the person's words over.
class ChecklistDialog : public QDialog
{
    Q_OBJECT

public:
    /// Opens that day; today without one.
    ChecklistDialog(const UiContext &context, Profile profile, const QDate &day = {},
                    QWidget *parent = nullptr);

Q_SIGNALS:
    /// Verdicts or a signature were kept.
    void kept();

private:
    QWidget *makeHead();
    QWidget *makeSignBar();
    /// What a call of the service brought, and what stands around it.
    struct Shown {
        ChecklistReport report;
        QList<Check> before; ///< of the day before
        QDate today;
        QList<QDate> unsignedDays;
    };
    static Result<Shown> around(const ChecklistService &service, const Profile &profile,
                                ChecklistReport report);
    void openDay();
    void evaluate(const QList<CheckItem> &items);
    void setVerdict(CheckItem item, Verdict verdict, const QString &note);
    void sign();
    void take(const Result<Shown> &shown);
    void showDay();
    void showDays();
    QTreeWidgetItem *makeRow(const ChecklistDay::Entry &entry) const;
    void showItem();
    void showSignature();
    enum class Busy { No, Yes };
    void setBusy(Busy busy);
    /// Runs one of the service's calls in the background.
    template <class Call>
    void ask(Call call);

    const UiContext &m_context;
    Profile m_profile;
    ChecklistReport m_report;
    QList<Check> m_before;
    QDate m_wanted; ///< the day that is shown; invalid: today
    QDate m_today;
    QList<QDate> m_unsigned;
    QComboBox *m_days;
    ToneLabel *m_overall;
    QLabel *m_about;
    QPushButton *m_run;
    ErrorPanel *m_error;
    QTreeWidget *m_items;
    ChecklistItemView *m_view;
    QLineEdit *m_name;
    QLineEdit *m_note;
    QPushButton *m_sign;
    ToneLabel *m_signature;
    QPushButton *m_export;
};

} // namespace masclet
