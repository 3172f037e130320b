#include "ui/wizards/NewProfileWizard.h"

#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/server/SecretSources.h"
#include "core/service/Passwords.h"
#include "core/service/ProfileProposal.h"
#include "ui/forms/ProofFindings.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/ChecksPage.h"
#include "ui/wizards/ConnectionPage.h"
#include "ui/wizards/KindsPage.h"
#include "ui/wizards/PlacePage.h"
#include "ui/wizards/ReviewPage.h"
#include "ui/wizards/RhythmPage.h"
#include "ui/wizards/RunPage.h"

#include <QPushButton>
#include <QTimeZone>

namespace masclet
{

namespace
{

StoredProfile proposal(const UiContext &context)
{
    StoredProfile stored;
    // A wrong variable of the environment is no reason not to show the wizard; the form shows what applies.
    if (StoredProfile withEnvironment; applyEnvironment(withEnvironment, context.environment))
        stored = withEnvironment;
    stored.profile.id = QString::fromLatin1(randomHex(16));
    if (!stored.given.contains(QStringLiteral("repository.path")))
        stored.give(*optionByPath(QStringLiteral("repository.path")), context.proposedRepository);
    proposeDefaults(stored, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    return stored;
}

/// The profile is there: a store that fails, or a password that is refused, is no reason to say that it is
/// not.
QStringList keepPassword(const Profile &profile, const Secret &password, const QList<PasswordStore> &stores,
                         const SecretSources &sources, JobContext &job)
{
    if (stores.isEmpty())
        return {};
    const Result<std::optional<Error>> unreached = proveBeforeStoring(profile, password, job);
    if (!unreached)
        return {NewProfileWizard::tr("The password was not stored: %1").arg(unreached.error().message)};
    QStringList warnings;
    if (*unreached)
        warnings << NewProfileWizard::tr("The password is not proven: %1").arg((*unreached)->message);
    for (const PasswordStore store : stores) {
        if (const Result<> kept = storePassword(store, profile, password, sources, job.stopToken()); !kept)
            warnings << NewProfileWizard::tr("The password is not in %1: %2")
                            .arg(titleOf(store, profile), kept.error().message);
    }
    return warnings;
}

} // namespace

NewProfileWizard::NewProfileWizard(const UiContext &context, QWidget *parent)
    : DeskWizard(tr("New profile"), parent)
    , m_context(context)
    , m_stored(proposal(context))
    , m_connection(new ConnectionPage(context, m_stored))
    , m_findings(new ProofFindings)
    , m_prove(new QPushButton(icon(QStringLiteral("calendar-clock")), tr("&Prove tonight's run now")))
{
    m_prove->setObjectName(QStringLiteral("proveScheduled"));
    addPage(m_connection);
    addPage(new KindsPage(context, m_stored));
    addPage(new PlacePage(context, m_stored, *m_connection));
    addPage(new RhythmPage(context, m_stored));
    addPage(new ChecksPage(m_stored, *m_connection));
    auto *const review = new ReviewPage(tr("What will be made"), [this](ReviewPage &page) { plan(page); });
    review->setCommitPage(true);
    review->setButtonText(QWizard::CommitButton, tr("Make the profile"));
    addPage(review);
    auto *const run = new RunPage(tr("Making the profile"), [this](RunPage &page) { return start(page); });
    run->addResult(m_prove);
    run->addResult(m_findings);
    m_prove->hide();
    m_findings->hide();
    connect(m_prove, &QPushButton::clicked, this, [this, run] { run->follow(prove(*run)); });
    addPage(run);
}

void NewProfileWizard::plan(ReviewPage &page)
{
    const Profile &profile = m_stored.profile;
    QStringList steps{tr("Use %1 as a repository, made when it is not there.").arg(profile.repository.path),
                      tr("Write the profile %1: %2").arg(profile.name, profile.path)};
    for (const PasswordStore store : m_connection->stores())
        steps << tr("Keep the password in %1.").arg(titleOf(store, profile));
    const Profile::Connection &connection = profile.connection;
    QStringList kinds;
    for (const QString &kind : profile.backup.kinds)
        kinds << kindText(kind);
    QStringList remarks{tr("Database %1 on %2, port %3, as %4.")
                            .arg(oneLine(connection.dbname, 80), oneLine(connection.host, 80),
                                 QString::number(connection.port), oneLine(connection.user, 80)),
                        tr("Kinds: %1. Planned for %2, %3.")
                            .arg(kinds.join(QStringLiteral(", ")),
                                 profile.schedule.at.join(QStringLiteral(", ")), profile.schedule.zone)};
    QStringList warnings;
    for (const PasswordStore store : m_connection->stores()) {
        if (const QString unread = notReadText(store, profile); !unread.isEmpty())
            warnings << unread;
    }
    if (!m_connection->password().isEmpty()) {
        remarks << consequenceOf(m_connection->stores(), m_context.services.who.name);
        if (usualScheduler(m_context.services.schedulePlaces) == Scheduler::System)
            remarks << tr("Encrypted for systemd instead, by root: %1").arg(enrolCommand(profile.name));
    }
    if (!m_connection->survey())
        warnings << tr("The database was not looked at, so nothing was measured.");
    const QString command = commandTwin(QStringLiteral("init"), profile, optionArguments(m_stored));
    page.showPlan({steps, remarks, warnings, command});
}

ActiveWork *NewProfileWizard::start(RunPage &page)
{
    return m_context.runner.run(
        {tr("Making the profile %1").arg(m_stored.profile.name), tr("Nothing is left."),
         m_stored.profile.repository.path},
        &page,
        [&services = m_context.services, stored = m_stored, password = m_connection->password(),
         stores = m_connection->stores()](JobContext &job) -> Result<MadeRepository> {
            MASCLET_TRY_ASSIGN(MadeRepository made, createProfile(services, stored));
            made.warnings << keepPassword(stored.profile, password, stores, services.secrets, job);
            return made;
        },
        [this, &page](const Result<MadeRepository> &made) {
            if (made)
                showMade(page, *made);
            else
                page.fail(made.error());
        });
}

void NewProfileWizard::showMade(RunPage &page, const MadeRepository &made)
{
    QStringList lines{made.isNew ? tr("The repository %1 is new.").arg(made.path)
                                 : tr("The repository %1 was there already.").arg(made.path)};
    lines
        << made.warnings << tr("Next: make the first backup.")
        << tr("Whether it works at night as well can be proven now: a whole backup, made as a scheduler does "
              "(same user, no session and its keychain) and thrown away.");
    page.succeed(Tone::Good, QStringLiteral("circle-check"),
                 tr("The profile %1 is ready").arg(m_stored.profile.name), lines);
    m_prove->show();
    Q_EMIT created(m_stored.profile.name);
}

ActiveWork *NewProfileWizard::prove(RunPage &page)
{
    return m_context.runner.run(
        {tr("Proving the schedule of %1").arg(m_stored.profile.name), tr("Nothing half made stays."),
         m_stored.profile.repository.path},
        &page,
        [&services = m_context.services, request = scheduleRequest(m_context, m_stored.profile),
         home = m_context.homeFolder](JobContext &job) {
            return proveSchedule(services, request, home, Proof::NoStore, job);
        },
        [this, &page](const Result<ScheduleProof> &proof) {
            m_prove->show();
            if (!proof)
                return page.fail(proof.error());
            m_findings->showProof(*proof);
            m_findings->show();
            if (proof->failure)
                page.fail(*proof->failure);
            else
                page.succeed(Tone::Good, QStringLiteral("circle-check"),
                             tr("The profile %1 is ready").arg(m_stored.profile.name),
                             {tr("Next: make the first backup.")});
        });
}

} // namespace masclet
