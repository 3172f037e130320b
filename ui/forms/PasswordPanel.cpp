#include "ui/forms/PasswordPanel.h"

#include "core/base/Text.h"
#include "ui/forms/PasswordEdit.h"
#include "ui/forms/PasswordStores.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

PasswordPanel::PasswordPanel(const UiContext &context, std::function<Result<Profile>()> profile,
                             QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_inKeychain(new ToneLabel)
    , m_inPassFile(new ToneLabel)
    , m_edit(new PasswordEdit)
    , m_unread(plainLabel())
    , m_stores(new PasswordStores(context))
    , m_store(new QPushButton(icon(QStringLiteral("key-round")), tr("&Prove and store")))
    , m_remove(new QPushButton(icon(QStringLiteral("trash-2")), tr("&Remove…")))
    , m_outcome(new ToneLabel)
    , m_error(new ErrorPanel)
{
    setObjectName(QStringLiteral("card"));
    m_inKeychain->setObjectName(QStringLiteral("inKeychain"));
    m_inPassFile->setObjectName(QStringLiteral("inPassFile"));
    m_unread->setObjectName(QStringLiteral("passwordUnread"));
    m_outcome->setObjectName(QStringLiteral("passwordOutcome"));
    m_edit->setPlaceholderText(tr("a new password"));
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap);
    layout->addWidget(titleLabel(tr("Password")));
    layout->addWidget(m_inKeychain);
    layout->addWidget(m_inPassFile);
    layout->addWidget(m_edit);
    layout->addWidget(m_stores);
    layout->addWidget(m_unread);
    layout->addWidget(makeButtons());
    layout->addWidget(m_error);
    connect(m_edit, &PasswordEdit::changed, this, [this] { setBusy(Busy::No); });
    connect(m_stores, &PasswordStores::changed, this, [this] {
        setBusy(Busy::No);
        showUnread();
    });
    connect(m_store, &QPushButton::clicked, this, &PasswordPanel::store);
    connect(m_remove, &QPushButton::clicked, this, &PasswordPanel::askToRemove);
    setBusy(Busy::No);
    update();
}

void PasswordPanel::update()
{
    showUnread();
    look();
}

void PasswordPanel::showUnread()
{
    QStringList sentences;
    if (const Result<Profile> profile = m_profile()) {
        for (const PasswordStore store : m_stores->chosen())
            sentences << notReadText(store, *profile);
    }
    sentences.removeAll(QString());
    m_unread->setText(sentences.join(QChar(u'\n')));
    m_unread->setVisible(!sentences.isEmpty());
}

QWidget *PasswordPanel::makeButtons()
{
    m_store->setObjectName(QStringLiteral("storePassword"));
    m_remove->setObjectName(QStringLiteral("removePassword"));
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_store, m_remove}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    auto *const copy = copyCommandButton(row, [this] { return command(); });
    copy->setObjectName(QStringLiteral("copySecretCommand"));
    layout->addWidget(copy);
    layout->addWidget(m_outcome, 1);
    return row;
}

/// It asks for the password itself.
QString PasswordPanel::command() const
{
    const Result<Profile> profile = m_profile();
    QStringList commands;
    for (const PasswordStore store : m_stores->chosen())
        commands << commandTwin(QStringLiteral("secret set"), profile.value_or(Profile()),
                                {QStringLiteral("--store"), nameOf(store)});
    return commands.join(QStringLiteral(" && "));
}

template <class Work>
void PasswordPanel::run(Work work)
{
    m_error->clear();
    const Result<Profile> profile = m_profile();
    if (!profile)
        return m_error->showError(profile.error());
    m_isBusy = true;
    setBusy(Busy::Yes);
    m_outcome->show(QStringLiteral("loader"), tr("Waiting for the store…"), Tone::Busy);
    m_context.runner.look(
        this,
        [profile = *profile, stores = m_stores->chosen(),
         work = std::move(work)](JobContext &job) -> Result<QString> { return work(profile, stores, job); },
        [this](const Result<QString> &outcome) { showOutcome(outcome); });
}

/// A refused password is stored nowhere; a server that is away keeps nobody from storing one.
void PasswordPanel::store()
{
    run([&services = m_context.services, password = m_edit->password()](
            const Profile &profile, const QList<PasswordStore> &stores, JobContext &job) -> Result<QString> {
        MASCLET_TRY_ASSIGN(const std::optional<Error> unreached, proveBeforeStoring(profile, password, job));
        for (const PasswordStore store : stores)
            MASCLET_TRY(storePassword(store, profile, password, services.secrets, job.stopToken()));
        return unreached ? tr("Stored, but not proven: the server was not reached.")
                         : tr("Stored, and the server accepts it.");
    });
}

void PasswordPanel::askToRemove()
{
    auto *const question =
        new QMessageBox(QMessageBox::Question, tr("Remove the password"),
                        tr("Runs that need it fail until another one is stored."), QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("confirmRemove"));
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *const go = question->addButton(tr("Remove"), QMessageBox::AcceptRole);
    go->setObjectName(QStringLiteral("confirmRemoveYes"));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, &PasswordPanel::remove);
    question->open();
}

void PasswordPanel::remove()
{
    run([&services = m_context.services](const Profile &profile, const QList<PasswordStore> &stores,
                                         JobContext &job) -> Result<QString> {
        bool any = false;
        for (const PasswordStore store : stores) {
            MASCLET_TRY_ASSIGN(const bool removed,
                               removePassword(store, profile, services.secrets, job.stopToken()));
            any = any || removed;
        }
        return any ? tr("Removed.") : tr("There was none.");
    });
}

void PasswordPanel::showOutcome(const Result<QString> &outcome)
{
    m_isBusy = false;
    if (outcome) {
        m_edit->clear();
        m_outcome->show(QStringLiteral("circle-check"), *outcome, Tone::Good);
    } else {
        m_outcome->show({}, {}, Tone::Neutral);
        m_error->showError(outcome.error());
    }
    setBusy(Busy::No);
    look();
}

void PasswordPanel::look()
{
    const Result<Profile> profile = m_profile();
    if (!profile)
        return;
    m_context.runner.look(
        this,
        [&services = m_context.services, profile = *profile](JobContext &job) -> Result<Found> {
            return Found{hasPassword(PasswordStore::Keychain, profile, services.secrets, job.stopToken()),
                         hasPassword(PasswordStore::PassFile, profile, services.secrets, job.stopToken())};
        },
        [this](const Result<Found> &found) {
            if (found)
                showFound(*found);
        });
}

void PasswordPanel::showFound(const Found &found)
{
    const auto show = [](ToneLabel &label, const Result<bool> &there, const QString &yes, const QString &no) {
        if (!there)
            label.show(QStringLiteral("circle-question-mark"), there.error().message, Tone::Unknown);
        else if (*there)
            label.show(QStringLiteral("circle-check"), yes, Tone::Good);
        else
            label.show(QStringLiteral("circle-minus"), no, Tone::Unknown);
    };
    show(*m_inKeychain, found.keychain, tr("The keychain holds a password for this profile."),
         tr("The keychain holds no password for this profile."));
    show(*m_inPassFile, found.passFile, tr("The pass file holds a password for this profile."),
         tr("The pass file holds no password for this profile."));
}

void PasswordPanel::setBusy(Busy busy)
{
    const bool free = busy == Busy::No && !m_isBusy && !m_stores->chosen().isEmpty();
    m_store->setEnabled(free && !m_edit->isEmpty());
    m_remove->setEnabled(free);
}

} // namespace masclet
