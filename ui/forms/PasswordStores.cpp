#include "ui/forms/PasswordStores.h"

#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace masclet
{

PasswordStores::PasswordStores(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_keychain(new QCheckBox(tr("Store in the &keychain of this session")))
    , m_passFile(new QCheckBox(tr("Store in a pass &file, where scheduled runs find it")))
    , m_about(mutedLabel())
    , m_consequence(new ToneLabel)
    , m_user(context.services.who.name)
{
    m_keychain->setObjectName(QStringLiteral("storeKeychain"));
    m_keychain->setEnabled(false);
    m_passFile->setObjectName(QStringLiteral("storePassFile"));
    m_passFile->setChecked(true);
    m_about->setObjectName(QStringLiteral("aboutKeychain"));
    m_consequence->setObjectName(QStringLiteral("storesConsequence"));
    m_consequence->setWraps();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap / 2);
    layout->addWidget(m_keychain);
    layout->addWidget(m_passFile);
    layout->addWidget(m_consequence);
    layout->addWidget(m_about);
    m_about->setText(tr("Looking for the keychain…"));
    for (const QCheckBox *box : {m_keychain, m_passFile}) {
        connect(box, &QCheckBox::toggled, this, &PasswordStores::showConsequence);
        connect(box, &QCheckBox::toggled, this, &PasswordStores::changed);
    }
    showConsequence();
    context.runner.look(
        this,
        [&services = context.services](JobContext &job) {
            return reachKeychain(services.secrets, job.stopToken());
        },
        [this](const Result<> &reached) { showKeychain(reached); });
}

void PasswordStores::showKeychain(const Result<> &reached)
{
    m_keychain->setEnabled(reached.has_value());
    m_keychain->setChecked(reached.has_value());
    m_about->setText(
        reached ? tr("The profile itself never holds the password.")
                : tr("The profile itself never holds the password. %1").arg(reached.error().message));
}

/// Who relies on it must know, before it is stored: also a person who has it read to them.
void PasswordStores::showConsequence()
{
    const QList<PasswordStore> stores = chosen();
    const QString text = consequenceOf(stores, m_user);
    const bool atNight = stores.contains(PasswordStore::PassFile);
    m_consequence->show(atNight ? QStringLiteral("info") : QStringLiteral("triangle-alert"), text,
                        atNight ? Tone::Neutral : Tone::Warn);
    for (QCheckBox *box : {m_keychain, m_passFile})
        box->setAccessibleDescription(text);
}

QList<PasswordStore> PasswordStores::chosen() const
{
    QList<PasswordStore> stores;
    if (m_keychain->isChecked())
        stores << PasswordStore::Keychain;
    if (m_passFile->isChecked())
        stores << PasswordStore::PassFile;
    return stores;
}

} // namespace masclet
