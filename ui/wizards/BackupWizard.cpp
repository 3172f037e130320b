#include "ui/wizards/BackupWizard.h"

#include "core/base/Text.h"
#include "core/profile/OptionTable.h"
#include "core/profile/ServiceTable.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/LeftOutNote.h"
#include "ui/wizards/RestoreTestWizard.h"
#include "ui/wizards/ReviewPage.h"
#include "ui/wizards/RunPage.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr const char *kindProperty = "kind";

QString testText(const QString &rhythm)
{
    if (rhythm == QStringLiteral("never"))
        return BackupWizard::tr("No restore test follows: the profile wants none.");
    if (rhythm == QStringLiteral("every"))
        return BackupWizard::tr("A restore test follows, as for every set of this profile.");
    if (rhythm == QStringLiteral("monthly"))
        return BackupWizard::tr("A restore test follows if there was none within the last month.");
    return BackupWizard::tr("A restore test follows if there was none within the last week.");
}

} // namespace

BackupWizard::BackupWizard(const UiContext &context, Profile profile, QWidget *parent)
    : DeskWizard(tr("Back up %1").arg(profile.name), parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_leftOut(new LeftOutNote)
    , m_reason(new QLineEdit)
    , m_stopServices(new QCheckBox(tr("Stop services first, and start them again afterwards")))
    , m_retention(new QCheckBox(tr("Let retention delete what the new set replaces")))
{
    addPage(makeChoicePage());
    auto *const review = new ReviewPage(tr("What will be done"), [this](ReviewPage &page) { plan(page); });
    review->setCommitPage(true);
    review->setButtonText(QWizard::CommitButton, tr("Back up now"));
    addPage(review);
    addPage(new RunPage(tr("Backing up"), [this](RunPage &page) { return start(page); }));
}

QWizardPage *BackupWizard::makeChoicePage()
{
    auto *const page = new QWizardPage;
    page->setTitle(tr("Back up %1").arg(oneLine(m_profile.connection.dbname, 80)));
    page->setSubTitle(tr("Everything is read in one snapshot; nobody has to stop working."));
    auto *const layout = new QVBoxLayout(page);
    layout->setSpacing(theme::gap);
    layout->addWidget(new QLabel(tr("The set holds:")));
    layout->addLayout(makeKinds());
    layout->addWidget(m_leftOut);
    layout->addSpacing(theme::gap);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("for the history; may be empty"));
    auto *const form = new QFormLayout;
    form->addRow(tr("&Reason:"), m_reason);
    layout->addLayout(form);
    m_stopServices->setObjectName(QStringLiteral("stopServices"));
    m_stopServices->setVisible(!m_profile.services.isEmpty());
    layout->addWidget(m_stopServices);
    QStringList services;
    for (const Profile::Service &service : m_profile.services)
        services << QStringLiteral("%1 (%2)").arg(oneLine(service.name, 80), oneLine(serviceText(service)));
    auto *const list = mutedLabel(tr("In this order: %1").arg(services.join(QStringLiteral(", "))));
    list->setObjectName(QStringLiteral("serviceOrder"));
    list->setVisible(!services.isEmpty());
    layout->addWidget(list);
    m_retention->setObjectName(QStringLiteral("retention"));
    m_retention->setChecked(true);
    layout->addWidget(m_retention);
    auto *const test = mutedLabel(testText(m_profile.schedule.restoreTest));
    test->setObjectName(QStringLiteral("restoreTest"));
    layout->addWidget(test);
    layout->addStretch();
    return page;
}

/// Every set holds the database; what else may be in it can be chosen for this one.
QLayout *BackupWizard::makeKinds()
{
    auto *const layout = new QHBoxLayout;
    layout->setSpacing(theme::margin);
    for (const QString &kind : optionByPath(QStringLiteral("backup.kinds"))->choices) {
        auto *const box = new QCheckBox(kindText(kind));
        box->setIcon(icon(kindIcon(kind), Tone::Neutral));
        box->setObjectName(QStringLiteral("kind.") + kind);
        box->setProperty(kindProperty, kind);
        box->setChecked(m_profile.backup.kinds.contains(kind));
        box->setEnabled(kind != QStringLiteral("db"));
        connect(box, &QCheckBox::toggled, this, [this] { m_leftOut->showFor(chosenProfile()); });
        layout->addWidget(box);
        m_kinds << box;
    }
    layout->addStretch();
    m_leftOut->showFor(m_profile);
    return layout;
}

Profile BackupWizard::chosenProfile() const
{
    Profile profile = m_profile;
    profile.backup.kinds.clear();
    for (const QCheckBox *box : m_kinds) {
        if (box->isChecked())
            profile.backup.kinds << box->property(kindProperty).toString();
    }
    return profile;
}

BackupProcedureRequest BackupWizard::request() const
{
    BackupProcedureRequest request;
    request.backup.profile = chosenProfile();
    request.backup.reason = m_reason->text().trimmed();
    if (m_stopServices->isChecked())
        request.backup.services = BackupRequest::Services::Stop;
    if (!m_retention->isChecked())
        request.retention = BackupProcedureRequest::Retention::Leave;
    return request;
}

QStringList BackupWizard::commandArguments() const
{
    QStringList arguments;
    if (const QStringList kinds = chosenProfile().backup.kinds; kinds != m_profile.backup.kinds)
        arguments << QStringLiteral("--kinds") << kinds.join(QChar(u','));
    if (const QString reason = m_reason->text().trimmed(); !reason.isEmpty())
        arguments << QStringLiteral("--reason") << reason;
    if (m_stopServices->isChecked())
        arguments << QStringLiteral("--stop-services");
    if (!m_retention->isChecked())
        arguments << QStringLiteral("--no-retention");
    return arguments;
}

void BackupWizard::plan(ReviewPage &page)
{
    m_context.runner.look(
        page.question(),
        [&services = m_context.services, request = request()](JobContext &context) {
            return planBackupProcedure(services, request, context);
        },
        [this, &page](const Result<BackupProcedurePlan> &procedure) {
            if (!procedure)
                return page.showError(procedure.error());
            const BackupPlan *const plan = &procedure->backup;
            QStringList remarks{tr("Space: at most about %1 needed, %2 free.")
                                    .arg(sizeText(plan->estimate), sizeText(plan->freeBytes))};
            for (const ManifestOmission &omission : plan->omissions)
                remarks << tr("Not in the backup: %1 (%2)").arg(kindText(omission.what), omission.reason);
            page.showPlan({plan->steps, remarks, plan->warnings,
                           commandTwin(QStringLiteral("backup"), m_profile, commandArguments())});
        });
}

ActiveWork *BackupWizard::start(RunPage &page)
{
    return m_context.runner.run(
        {tr("Backing up %1").arg(m_profile.name), tr("Nothing of the set that was begun is left."),
         m_profile.repository.path, QStringLiteral("backup")},
        &page,
        [&services = m_context.services, request = request()](JobContext &context) {
            return runBackupProcedure(services, request, context);
        },
        [this, &page](const Result<BackupProcedureReport> &report) {
            if (report)
                showReport(page, *report);
            else
                page.fail(report.error());
        });
}

void BackupWizard::showReport(RunPage &page, const BackupProcedureReport &report)
{
    const Manifest &manifest = report.backup.manifest;
    const QLocale locale;
    QStringList lines{tr("%1 rows in %2 tables; %3 stored, %4 raw; in %5.")
                          .arg(locale.toString(manifest.rows()), locale.toString(manifest.tables.size()),
                               sizeText(manifest.storedBytes()), sizeText(manifest.rawBytes()),
                               durationText(report.backup.run.durationMs))};
    for (const ManifestOmission &omission : manifest.omissions)
        lines << tr("Not in the backup: %1 (%2)").arg(kindText(omission.what), omission.reason);
    const bool tested = report.test && *report.test && !(*report.test)->failure;
    if (tested)
        lines << tr("Restored into a scratch database and compared: all counts are equal.");
    if (report.retention && *report.retention) {
        for (const RetentionReason &hold : (*report.retention)->decision.holds)
            lines << tr("Retention deletes nothing: %1").arg(hold.text);
        for (const QString &setId : (*report.retention)->pruned.deleted)
            lines << tr("Deleted by retention: %1").arg(setId);
    }
    lines << report.backup.run.warnings;
    const StateLook look = lookOf(tested ? SetState::RestoreTested : SetState::Verified);
    if (report.test && !tested)
        page.succeed(Tone::Bad, QStringLiteral("shield-x"),
                     tr("%1: %2, but it did not restore").arg(manifest.setId, look.word), lines);
    else
        page.succeed(look.tone, look.icon, tr("%1: %2").arg(manifest.setId, look.word), lines);
    if (const Error *failure = report.failure())
        page.fail(*failure);
    if (!tested)
        page.addResult(makeTestButton(manifest.setId));
}

/// What makes a set count comes next.
QWidget *BackupWizard::makeTestButton(const QString &setId)
{
    auto *const button = new QPushButton(icon(QStringLiteral("flask-conical")), tr("&Test restore…"));
    button->setObjectName(QStringLiteral("testRestore"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, setId] {
        Q_EMIT followedBy(new RestoreTestWizard(m_context, m_profile, setId, parentWidget()));
        accept();
    });
    return button;
}

} // namespace masclet
