#include "ui/wizards/RestoreTargetPage.h"

#include "core/base/Text.h"
#include "ui/support/Labels.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace masclet
{

RestoreTargetPage::RestoreTargetPage(const Profile &profile, QWidget *parent)
    : QWizardPage(parent)
    , m_profile(profile)
    , m_beside(new QRadioButton(tr("&Beside what is there, as a new database")))
    , m_replace(new QRadioButton(
          tr("In the &place of %1").arg(plainAmpersands(oneLine(profile.connection.dbname, 80)))))
    , m_name(new QLineEdit)
    , m_about(mutedLabel())
    , m_tablesRow(new QWidget)
    , m_tables(new QLineEdit)
    , m_noOwners(new QCheckBox(tr("Leave owners and rights out")))
    , m_globals(new QCheckBox(tr("Make the set's roles first, those that are missing")))
    , m_safety(new QCheckBox(tr("Back up the database that gives way before it does")))
{
    setTitle(tr("Where does it go?"));
    setSubTitle(tr("On %1, port %2. The set is always loaded into a new database and compared; only then it "
                   "gets its name.")
                    .arg(oneLine(profile.connection.host, 80))
                    .arg(profile.connection.port));
    m_beside->setObjectName(QStringLiteral("beside"));
    m_replace->setObjectName(QStringLiteral("replace"));
    m_name->setObjectName(QStringLiteral("targetName"));
    m_beside->setChecked(true);
    auto *const form = new QFormLayout;
    form->setContentsMargins(theme::margin + theme::gap, 0, 0, 0);
    form->addRow(tr("&Name of the new database:"), m_name);
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_beside);
    layout->addLayout(form);
    layout->addWidget(m_replace);
    layout->addWidget(m_about);
    layout->addSpacing(theme::gap);
    layout->addWidget(makeOptions());
    layout->addStretch();
    connect(m_beside, &QRadioButton::toggled, this, &RestoreTargetPage::update);
    connect(m_name, &QLineEdit::textChanged, this, &QWizardPage::completeChanged);
    update();
}

QWidget *RestoreTargetPage::makeOptions()
{
    m_tables->setObjectName(QStringLiteral("restoreTables"));
    m_tables->setPlaceholderText(tr("all; or for example animals, public.parts"));
    m_noOwners->setObjectName(QStringLiteral("noOwners"));
    m_globals->setObjectName(QStringLiteral("globals"));
    m_safety->setObjectName(QStringLiteral("safetyBackup"));
    m_safety->setChecked(true);
    auto *const box = card();
    auto *const layout = new QVBoxLayout(box);
    auto *const form = new QFormLayout(m_tablesRow);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Rows of these tables only:"), m_tables);
    layout->addWidget(m_tablesRow);
    layout->addWidget(m_noOwners);
    layout->addWidget(m_globals);
    layout->addWidget(m_safety);
    return box;
}

void RestoreTargetPage::initializePage()
{
    if (m_name->text().isEmpty())
        m_name->setText(m_profile.connection.dbname + QStringLiteral("_restored"));
}

void RestoreTargetPage::setSource(Source source)
{
    if (source == Source::ForeignFile)
        m_beside->setChecked(true);
    for (QWidget *part : {static_cast<QWidget *>(m_replace), static_cast<QWidget *>(m_globals)})
        part->setVisible(source == Source::Set);
    m_source = source;
    update();
}

void RestoreTargetPage::update()
{
    const bool beside = m_beside->isChecked();
    m_name->setEnabled(beside);
    m_safety->setVisible(!beside);
    m_tablesRow->setVisible(beside && m_source == Source::Set); // a part replaces nothing
    m_about->setText(beside ? tr("Nothing that is there is touched.")
                            : tr("Services of the profile are stopped, sessions are ended, the database that "
                                 "is there is kept under another name, and services are started again. "
                                 "One click brings it back."));
    Q_EMIT completeChanged();
}

bool RestoreTargetPage::isComplete() const
{
    return m_replace->isChecked() || !m_name->text().isEmpty();
}

void RestoreTargetPage::fill(RestoreRequest &request) const
{
    const bool replace = m_replace->isChecked();
    request.target = (replace ? m_profile.connection.dbname : m_name->text()).toUtf8();
    request.mode = replace ? GateQuestion::Mode::Replace : GateQuestion::Mode::New;
    if (!replace) {
        for (const QString &table : m_tables->text().split(QChar(u','), Qt::SkipEmptyParts))
            request.tables << table.trimmed();
    }
    fillSelection(request.selection);
    if (m_globals->isChecked())
        request.globals = BesideOrder::Globals::First;
    request.safetyBackup = m_safety->isChecked() || !replace ? RestoreRequest::SafetyBackup::Make
                                                             : RestoreRequest::SafetyBackup::Skip;
}

void RestoreTargetPage::fill(ForeignRestoreRequest &request) const
{
    request.target = m_name->text().toUtf8();
    fillSelection(request.selection);
}

void RestoreTargetPage::fillSelection(LoadSelection &selection) const
{
    if (!m_noOwners->isChecked())
        return;
    selection.owners = LoadSelection::Owners::Leave;
    selection.rights = LoadSelection::Rights::Leave;
}

} // namespace masclet
