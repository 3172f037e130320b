#include "ui/wizards/KindsPage.h"

#include "core/base/DiskWait.h"
#include "core/profile/EffectiveProfile.h"
#include "core/service/PathProposal.h"
#include "ui/forms/OptionsForm.h"
#include "ui/support/Labels.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/LeftOutNote.h"

namespace masclet
{

namespace
{

const QString kindsOption = QStringLiteral("backup.kinds");
const QStringList filesOptions{QStringLiteral("config.paths"), QStringLiteral("logs.paths")};

} // namespace

KindsPage::KindsPage(const UiContext &context, StoredProfile &stored, QWidget *parent)
    : FormPage(stored, QStringList{kindsOption} << filesOptions, parent)
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
    lookForFiles(context);
}

void KindsPage::lookForFiles(const UiContext &context)
{
    context.runner.look(
        this,
        [asked = stored(), folder = context.workingFolder](JobContext &) -> Result<StoredProfile> {
            const DiskCall call; // one of the folders may be a share that does not answer
            StoredProfile proposed = asked;
            proposeFiles(proposed, {{}, folder});
            return proposed;
        },
        [this](const Result<StoredProfile> &proposed) {
            if (proposed)
                takeFiles(*proposed);
        });
}

/// Where nobody has written anything or gone on without.
void KindsPage::takeFiles(const StoredProfile &proposed)
{
    if (m_wasLeft)
        return;
    for (const QString &path : filesOptions) {
        OptionField *const field = form().field(path);
        if (stored().given.contains(path) || !proposed.given.contains(path) ||
            field->source() == OptionField::Source::Given)
            continue;
        const OptionValue found = field->option().get(proposed.profile);
        stored().give(field->option(), found);
        field->setValue(found, OptionField::Source::Given);
    }
    check();
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

bool KindsPage::validatePage()
{
    m_wasLeft = true;
    return FormPage::validatePage();
}

bool KindsPage::isComplete() const
{
    return FormPage::isComplete() && m_problem->text().isEmpty();
}

} // namespace masclet
