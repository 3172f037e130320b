#pragma once

#include "core/checks/Checklist.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace masclet
{

class ToneLabel;

/// One item of the checklist: finding, what would have to hold, evidence to see it oneself, the person's
/// verdict.
class ChecklistItemView : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistItemView(QWidget *parent = nullptr);
    void showEntry(const ChecklistDay::Entry &entry, const QString &zone);
    /// Whether this item alone can be judged again.
    void setCanCheck(bool can);

Q_SIGNALS:
    void checkWanted(masclet::CheckItem item);
    void verdictGiven(masclet::CheckItem item, masclet::Verdict verdict, const QString &note);

private:
    QWidget *makeVerdictRow();
    void showVerdict(const ChecklistDay::Entry &entry, const QString &zone);

    CheckItem m_item = CheckItem::Window;
    ToneLabel *m_result;
    QPushButton *m_again;
    QLabel *m_finding;
    QLabel *m_expected;
    QLabel *m_hint;
    QLabel *m_evidenceTitle;
    QPlainTextEdit *m_evidence;
    QButtonGroup *m_verdicts;
    QLineEdit *m_note;
    QPushButton *m_keep;
    QLabel *m_given;
};

} // namespace masclet
