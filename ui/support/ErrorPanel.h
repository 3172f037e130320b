#pragma once

#include "core/base/Error.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace masclet
{

class ToneLabel;

/// A failure that stays on screen until somebody acts: one sentence, what to do next, the raw text behind
/// "Details" with "Copy". Hidden while there is none.
class ErrorPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorPanel(QWidget *parent = nullptr);
    void showError(const Error &error);
    void clear();
    /// A button that deals with it ("Try again"); pressed() tells. Empty: none.
    void setAction(const QString &text);
    /// With a button that puts the failure away.
    void setClosable();

Q_SIGNALS:
    void pressed();
    void closed();

private:
    void showDetails(bool shown);

    ToneLabel *m_sentence;
    QLabel *m_message;
    QLabel *m_hint;
    QPlainTextEdit *m_details;
    QPushButton *m_more;
    QPushButton *m_copy;
    QPushButton *m_action;
    QPushButton *m_close;
};

/// Everything an error says, for the clipboard.
QString errorClipboardText(const Error &error);

} // namespace masclet
