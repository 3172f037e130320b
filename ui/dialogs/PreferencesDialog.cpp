#include "ui/dialogs/PreferencesDialog.h"

#include "core/profile/EffectiveProfile.h"
#include "ui/forms/OptionsForm.h"
#include "ui/forms/PasswordPanel.h"
#include "ui/support/ErrorPanel.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
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

void PreferencesDialog::updateSave()
{
    m_buttons->button(QDialogButtonBox::Save)
        ->setEnabled(std::all_of(m_forms.cbegin(), m_forms.cend(),
                                 [](const OptionsForm *form) { return form->isValid(); }));
}

/// What a run would work with if it were saved now.
Result<Profile> PreferencesDialog::profileNow() const
{
    StoredProfile changed = m_stored;
    for (const OptionsForm *form : m_forms)
        MASCLET_TRY(form->applyTo(changed));
    MASCLET_TRY(applyEnvironment(changed, m_context.environment));
    return changed.profile;
}

void PreferencesDialog::save()
{
    StoredProfile changed = m_stored;
    const auto store = [&]() -> Result<> {
        for (const OptionsForm *form : std::as_const(m_forms))
            MASCLET_TRY(form->applyTo(changed));
        MASCLET_TRY(checkComplete(changed.profile));
        return m_context.services.profiles.save(changed);
    };
    if (const Result<> done = store(); !done) {
        m_error->showError(done.error());
        return;
    }
    Q_EMIT saved(m_stored.profile.name);
    accept();
}

} // namespace masclet
