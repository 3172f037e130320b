#include "ui/forms/PasswordEdit.h"

#include "ui/support/Icons.h"
#include "ui/support/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace masclet
{

PasswordEdit::PasswordEdit(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_reveal(new QToolButton)
{
    m_edit->setObjectName(QStringLiteral("password"));
    m_edit->setAccessibleName(tr("Password"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_reveal->setObjectName(QStringLiteral("revealPassword"));
    m_reveal->setCheckable(true);
    m_reveal->setFocusPolicy(Qt::StrongFocus);
    reveal(false);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap / 2);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_reveal);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &PasswordEdit::changed);
    connect(m_reveal, &QToolButton::toggled, this, &PasswordEdit::reveal);
}

void PasswordEdit::reveal(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    const QString what = shown ? tr("Hide the password") : tr("Show the password");
    m_reveal->setToolTip(what);
    m_reveal->setAccessibleName(what);
}

Secret PasswordEdit::password() const
{
    QByteArray bytes = m_edit->text().toUtf8();
    return Secret::take(bytes);
}

bool PasswordEdit::isEmpty() const
{
    return m_edit->text().isEmpty();
}

void PasswordEdit::clear()
{
    m_edit->clear();
    m_reveal->setChecked(false);
}

void PasswordEdit::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

} // namespace masclet
