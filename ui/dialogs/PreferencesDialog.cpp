#include "ui/dialogs/PreferencesDialog.h"

#include "core/base/Text.h"
#include "core/profile/EffectiveProfile.h"
#include "ui/forms/OptionsForm.h"
#include "ui/forms/PasswordPanel.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace masclet
{

namespace
{

constexpr int sectionsWidth = 190;
constexpr QSize preferencesSize(900, 640);
constexpr qint64 importLimit = 1024 * 1024;

QList<QByteArray> sectionsOfTable()
{
    QList<QByteArray> sections;
    for (const Option &option : optionTable()) {
        if (!sections.contains(option.section))
            sections << option.section;
    }
    return sections;
}

} // namespace

PreferencesDialog::PreferencesDialog(const UiContext &context, StoredProfile stored, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_stored(std::move(stored))
    , m_sections(new QListWidget)
    , m_pages(new QStackedWidget)
    , m_error(new ErrorPanel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Profile %1").arg(m_stored.profile.name));
    resize(preferencesSize);
    m_sections->setObjectName(QStringLiteral("sections"));
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setFixedWidth(sectionsWidth);
    for (const QByteArray &section : sectionsOfTable())
        addSection(section);
    auto *const middle = new QHBoxLayout;
    middle->setSpacing(theme::margin);
    middle->addWidget(m_sections);
    middle->addWidget(m_pages, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    layout->addWidget(mutedLabel(tr("File: %1").arg(m_stored.profile.path)));
    layout->addWidget(m_error);
    layout->addLayout(middle, 1);
    addFileButtons();
    m_buttons->addButton(copyCommandButton(this, [this] { return command(); }), QDialogButtonBox::ActionRole);
    layout->addWidget(m_buttons);
    connect(m_sections, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_sections->setCurrentRow(0);
    updateSave();
}

void PreferencesDialog::addSection(const QByteArray &section)
{
    auto *const item = new QListWidgetItem(sectionTitle(section), m_sections);
    item->setSizeHint(QSize(0, fontMetrics().height() + theme::margin - 2));
    auto *const form = new OptionsForm(OptionsForm::ofSection(section));
    form->setProfile(m_stored);
    connect(form, &OptionsForm::changed, this, &PreferencesDialog::updateSave);
    m_forms << form;
    auto *const inner = new QWidget;
    auto *const layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, theme::gap, 0);
    layout->addWidget(titleLabel(sectionTitle(section)));
    layout->addWidget(form);
    if (section == "connection") {
        layout->addSpacing(theme::margin);
        auto *const password = new PasswordPanel(m_context, [this] { return profileNow(); });
        connect(form->field(QStringLiteral("connection.secret")), &OptionField::changed, password,
                &PasswordPanel::update);
        layout->addWidget(password);
    }
    layout->addStretch();
    auto *const scroll = new QScrollArea;
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_pages->addWidget(scroll);
}

void PreferencesDialog::addFileButtons()
{
    const auto add = [this](const char *name, const QString &text, void (PreferencesDialog::*slot)()) {
        QPushButton *const button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
    };
    add("exportProfile", tr("E&xport…"), &PreferencesDialog::exportProfile);
    add("importProfile", tr("&Import…"), &PreferencesDialog::importProfile);
}

/// As it stands in the form now; it never holds a password.
void PreferencesDialog::exportProfile()
{
    const Result<StoredProfile> now = changed();
    if (!now)
        return m_error->showError(now.error());
    auto *const dialog = new QFileDialog(this, tr("Export the profile"));
    dialog->setObjectName(QStringLiteral("profileFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("toml"));
    dialog->selectFile(now->profile.name + QStringLiteral(".toml"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, text = profileText(*now)](const QString &path) {
        m_context.runner.look(
            this,
            [text, path](JobContext &) -> Result<> {
                QSaveFile file(path);
                if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
                    return {};
                return fail(ErrorKind::Storage, tr("%1 could not be written.").arg(oneLine(path)),
                            tr("Choose another folder, or make room."), file.errorString());
            },
            [this](const Result<> &done) {
                if (done)
                    m_error->clear();
                else
                    m_error->showError(done.error());
            });
    });
    dialog->open();
}

void PreferencesDialog::importProfile()
{
    auto *const dialog = new QFileDialog(this, tr("Import a profile"));
    dialog->setObjectName(QStringLiteral("profileFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Profiles (*.toml)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_context.runner.look(
            this,
            [path](JobContext &) -> Result<StoredProfile> {
                QFile file(path);
                if (!file.open(QIODevice::ReadOnly))
                    return fail(ErrorKind::Config, tr("%1 could not be read.").arg(oneLine(path)), {},
                                file.errorString());
                return parseProfile(file.read(importLimit), path);
            },
            [this](const Result<StoredProfile> &imported) {
                if (imported)
                    showImported(*imported);
                else
                    m_error->showError(imported.error());
            });
    });
    dialog->open();
}

/// It stays this profile, with its name and its sets; nothing is saved yet.
void PreferencesDialog::showImported(const StoredProfile &imported)
{
    m_error->clear();
    const Profile own = m_stored.profile;
    m_imported = imported;
    m_imported->profile.name = own.name;
    m_imported->profile.path = own.path;
    m_imported->profile.reference = own.reference;
    m_imported->profile.id = own.id;
    for (OptionsForm *form : std::as_const(m_forms))
        form->setProfile(*m_imported);
    updateSave();
}

void PreferencesDialog::updateSave()
{
    for (OptionsForm *form : std::as_const(m_forms))
        form->showApplied(m_context.environment);
    m_buttons->button(QDialogButtonBox::Save)
        ->setEnabled(std::all_of(m_forms.cbegin(), m_forms.cend(),
                                 [](const OptionsForm *form) { return form->isValid(); }));
}

Result<StoredProfile> PreferencesDialog::changed() const
{
    StoredProfile changed = m_imported.value_or(m_stored); // what is no option, as services, comes along
    for (const OptionsForm *form : m_forms)
        MASCLET_TRY(form->applyTo(changed));
    return changed;
}

/// What a run would work with if it were saved now.
Result<Profile> PreferencesDialog::profileNow() const
{
    MASCLET_TRY_ASSIGN(StoredProfile now, changed());
    MASCLET_TRY(applyEnvironment(now, m_context.environment));
    return now.profile;
}

/// Without a change the one that shows the profile.
QString PreferencesDialog::command() const
{
    const QStringList arguments = changedArguments(m_stored, changed().value_or(m_stored));
    return commandTwin(arguments.isEmpty() ? QStringLiteral("profile show") : QStringLiteral("profile set"),
                       m_stored.profile, arguments);
}

/// What another window or the command line saved since this one was opened is not written over.
Result<> PreferencesDialog::checkUnchanged(const StoredProfile &now) const
{
    MASCLET_TRY_ASSIGN(const StoredProfile there, m_context.services.profiles.load(m_stored.profile.path));
    const QByteArray text = profileText(there);
    if (text == profileText(m_stored) || text == profileText(now))
        return {};
    return fail(ErrorKind::Config, tr("The profile was changed meanwhile; nothing was saved."),
                tr("Close this window, open it again to see the change, and enter yours once more."));
}

void PreferencesDialog::save()
{
    const auto store = [this]() -> Result<> {
        MASCLET_TRY_ASSIGN(const StoredProfile now, changed());
        MASCLET_TRY(checkUnchanged(now));
        MASCLET_TRY(checkComplete(now.profile));
        return m_context.services.profiles.save(now);
    };
    if (const Result<> done = store(); !done) {
        m_error->showError(done.error());
        return;
    }
    const Profile &profile = m_stored.profile;
    Q_EMIT saved(profile.reference.isEmpty() ? profile.name : profile.reference);
    accept();
}

} // namespace masclet
