#include "ui/dialogs/ContactEdit.h"

#include "core/base/Text.h"
#include "ui/support/Labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr int contactWidth = 560;

/// What a person calls the key.
QString contactLabel(const QByteArray &key)
{
    if (key == "name")
        return ContactEdit::tr("&Name");
    if (key == "mail")
        return ContactEdit::tr("&Mail");
    if (key == "webhook")
        return ContactEdit::tr("&Webhook");
    if (key == "command")
        return ContactEdit::tr("&Command");
    if (key == "phone")
        return ContactEdit::tr("&Phone");
    return QString::fromLatin1(key);
}

} // namespace

ContactEdit::ContactEdit(const Profile::Contact &contact, QStringList taken, QWidget *parent)
    : QDialog(parent)
    , m_taken(std::move(taken))
    , m_contact(contact)
    , m_role(new QComboBox)
    , m_problem(plainLabel())
{
    setWindowTitle(contact.name.isEmpty() ? tr("New contact")
                                          : tr("Contact %1").arg(oneLine(contact.name, 80)));
    setObjectName(QStringLiteral("contactEdit"));
    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(theme::margin);
    form->setVerticalSpacing(theme::gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_role->setObjectName(QStringLiteral("contactRole"));
    for (const ContactKey &key : contactKeys()) {
        if (key.key == "role") {
            for (const QString &role : key.choices)
                m_role->addItem(roleTitle(role), role);
            m_role->setCurrentIndex(std::max(0, m_role->findData(contact.role)));
            form->addRow(tr("&Step"), m_role);
            continue;
        }
        auto *const edit = new QLineEdit(optionText(key, key.get(contact)));
        edit->setObjectName(QStringLiteral("contact-") + QString::fromLatin1(key.key));
        edit->setAccessibleDescription(key.help());
        edit->setToolTip(key.help().toHtmlEscaped());
        edit->setPlaceholderText(key.help());
        form->addRow(contactLabel(key.key), edit);
        connect(edit, &QLineEdit::textChanged, this, &ContactEdit::check);
        m_edits << edit;
    }
    m_problem->setObjectName(QStringLiteral("contactProblem"));
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("Keep"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->setSpacing(theme::gap);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_role, &QComboBox::currentIndexChanged, this, &ContactEdit::check);
    resize(contactWidth, sizeHint().height());
    check();
}

Result<Profile::Contact> ContactEdit::typed() const
{
    Profile::Contact contact;
    qsizetype at = 0;
    for (const ContactKey &key : contactKeys()) {
        const QString text = key.key == "role" ? m_role->currentData().toString() : m_edits[at++]->text();
        Result<OptionValue> value = optionFromText(key, text);
        if (!value)
            return fail(std::move(value).error().during(contactLabel(key.key).remove(QChar(u'&'))));
        key.set(contact, *value);
    }
    MASCLET_TRY(checkContact(contact));
    if (m_taken.contains(contact.name))
        return fail(ErrorKind::Config, tr("Another contact has that name."));
    return contact;
}

void ContactEdit::check()
{
    const Result<Profile::Contact> contact = typed();
    if (contact)
        m_contact = *contact;
    m_problem->setText(contact ? QString() : oneLine(contact.error().message));
    m_ok->setEnabled(contact.has_value());
}

} // namespace masclet
