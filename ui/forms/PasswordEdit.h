#pragma once

#include "core/base/Secret.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace masclet
{

/// A field for a password, with a button beside it that shows what was typed; both by keyboard. Main thread.
class PasswordEdit : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordEdit(QWidget *parent = nullptr);

    Secret password() const;
    bool isEmpty() const;
    void clear();
    void setPlaceholderText(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void reveal(bool shown);

    QLineEdit *m_edit;
    QToolButton *m_reveal;
};

} // namespace masclet
