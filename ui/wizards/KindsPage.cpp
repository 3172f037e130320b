#include "ui/wizards/KindsPage.h"

#include "core/profile/EffectiveProfile.h"
#include "ui/forms/OptionsForm.h"
#include "ui/support/Labels.h"
#include "ui/wizards/LeftOutNote.h"

namespace masclet
{

namespace
{

const QString kindsOption = QStringLiteral("backup.kinds");

} // namespace

KindsPage::KindsPage(StoredProfile &stored, QWidget *parent)
    : FormPage(stored, {kindsOption, QStringLiteral("config.paths"), QStringLiteral("logs.paths")}, parent)
    , m_problem(plainLabel())
    , m_leftOut(new LeftOutNote)
{
    setTitle(tr("What goes into a set?"));
    setSubTitle(tr("Database, configuration, logs and the machine's state together are a full backup; "
                   "what is left out must be protected by other means."));
    m_problem->setObjectName(QStringLiteral("kindsProblem"));
    QPalette bad = m_problem->palette();
    bad.setColor(QPalette::WindowText, theme::color(Tone::Bad, bad));
    m_problem->setPalette(bad);
    form().insertBehind(kindsOption, QString(), m_problem);
    addBelow(m_leftOut);
    connect(&form(), &OptionsForm::changed, this, &KindsPage::check);
}

void KindsPage::initializePage()
{
    FormPage::initializePage();
    check();
}

void KindsPage::check()
{
    StoredProfile filled = stored();
    const Result<> fits = form().applyTo(filled);
    const Result<> kinds = fits ? checkKinds(filled.profile.backup.kinds) : Result<>();
    m_problem->setText(kinds ? QString() : kinds.error().message);
    m_problem->setVisible(!kinds);
    if (fits)
        m_leftOut->showFor(filled.profile);
    Q_EMIT completeChanged();
}

bool KindsPage::isComplete() const
{
    return FormPage::isComplete() && m_problem->text().isEmpty();
}

} // namespace masclet
