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
{
    m_keychain->setObjectName(QStringLiteral("storeKeychain"));
    m_keychain->setEnabled(false);
    m_passFile->setObjectName(QStringLiteral("storePassFile"));
    m_passFile->setChecked(true);
    m_passFile->setAccessibleDescription(tr("Only you can read that file."));
    m_about->setObjectName(QStringLiteral("aboutKeychain"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap / 2);
    layout->addWidget(m_keychain);
    layout->addWidget(m_passFile);
    layout->addWidget(m_about);
    m_about->setText(tr("Looking for the keychain…"));
    connect(m_keychain, &QCheckBox::toggled, this, &PasswordStores::changed);
    connect(m_passFile, &QCheckBox::toggled, this, &PasswordStores::changed);
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
        reached ? tr("The profile itself never holds the password. Scheduled runs have no session, "
                     "so they find no keychain.")
                : tr("The profile itself never holds the password. %1").arg(reached.error().message));
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
