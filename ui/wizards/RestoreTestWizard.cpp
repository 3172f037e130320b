#include "ui/wizards/RestoreTestWizard.h"

#include "core/base/Text.h"
#include "ui/reports/ReportExport.h"
#include "ui/reports/Reports.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/ComparisonTable.h"
#include "ui/wizards/ReviewPage.h"
#include "ui/wizards/RunPage.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

enum Place { Server, Sandbox, Other };

const QString serverName = QStringLiteral("server");
const QString sandboxName = QStringLiteral("sandbox");

} // namespace

RestoreTestWizard::RestoreTestWizard(const UiContext &context, Profile profile, const QString &setId,
                                     QWidget *parent)
    : DeskWizard(tr("Test restore of %1").arg(setId), parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_setId(setId)
    , m_places(new QButtonGroup(this))
    , m_others(new QComboBox)
{
    addPage(makePlacePage());
    auto *const review = new ReviewPage(tr("What will be done"), [this](ReviewPage &page) { plan(page); });
    review->setCommitPage(true);
    review->setButtonText(QWizard::CommitButton, tr("Test now"));
    addPage(review);
    addPage(new RunPage(tr("Testing"), [this](RunPage &page) { return start(page); }));
}

QWizardPage *RestoreTestWizard::makePlacePage()
{
    auto *const page = new QWizardPage;
    page->setTitle(tr("Where is %1 tried out?").arg(m_setId));
    page->setSubTitle(tr("The set is loaded into a place of its own, compared table by table, and removed. "
                         "Only an equal copy makes it restore-tested."));
    auto *const layout = new QVBoxLayout(page);
    layout->setSpacing(theme::gap);
    const auto add = [&](Place place, const char *name, const QString &text, const QString &help) {
        auto *const button = new QRadioButton(text);
        button->setObjectName(QString::fromLatin1(name));
        button->setAccessibleDescription(help);
        m_places->addButton(button, place);
        layout->addWidget(button);
        auto *const about = mutedLabel(help);
        about->setIndent(theme::margin + theme::gap);
        layout->addWidget(about);
        return button;
    };
    add(Server, "placeServer",
        tr("In a scratch &database on %1").arg(plainAmpersands(oneLine(m_profile.connection.host, 80))),
        tr("The same server, extensions and settings; it needs room for the copy there."));
    add(Sandbox, "placeSandbox", tr("In a &sandbox on this machine"),
        tr("A throw-away server without network; nothing of the real one is touched."));
    const Result<QList<ProfileStore::Entry>> entries = m_context.services.profiles.list();
    for (const ProfileStore::Entry &entry : entries.value_or(QList<ProfileStore::Entry>())) {
        if (entry.name != m_profile.name)
            m_others->addItem(entry.name);
    }
    m_others->setAccessibleName(tr("Profile"));
    m_others->setEnabled(false);
    m_others->hide();
    if (m_others->count() > 0) {
        const QRadioButton *const other = add(Other, "placeOther", tr("On the server of &another profile"),
                                              tr("A scratch database there."));
        connect(other, &QRadioButton::toggled, m_others, &QWidget::setEnabled);
        m_others->show();
    }
    layout->addWidget(m_others, 0, Qt::AlignLeft);
    layout->addStretch();

    const QString wanted = m_profile.schedule.restoreTestOn;
    const Place preselected = wanted == serverName ? Server : wanted == sandboxName ? Sandbox : Other;
    m_others->setCurrentText(wanted);
    m_places->button(preselected == Other && m_others->count() == 0 ? Server : preselected)->setChecked(true);
    return page;
}

QString RestoreTestWizard::placeName() const
{
    switch (m_places->checkedId()) {
    case Sandbox:
        return sandboxName;
    case Other:
        return m_others->currentText();
    default:
        return serverName;
    }
}

Result<RestoreTestRequest> RestoreTestWizard::request() const
{
    RestoreTestRequest request;
    request.profile = m_profile;
    request.setId = m_setId;
    MASCLET_TRY_ASSIGN(request.place, restorePlaceNamed(placeName(), m_profile, m_context.services.profiles,
                                                        m_context.environment));
    return request;
}

void RestoreTestWizard::plan(ReviewPage &page)
{
    const Result<RestoreTestRequest> wanted = request();
    if (!wanted)
        return page.showError(wanted.error());
    QStringList arguments{m_setId};
    if (placeName() == sandboxName)
        arguments << QStringLiteral("--sandbox");
    else if (placeName() != serverName)
        arguments << QStringLiteral("--on") << placeName();
    m_context.runner.look(
        page.question(),
        [&services = m_context.services, request = *wanted](JobContext &) {
            return RestoreTestService(services).plan(request);
        },
        [this, &page, arguments](const Result<QStringList> &steps) {
            if (steps)
                page.showPlan(
                    {*steps, {}, {}, commandTwin(QStringLiteral("restore-test"), m_profile, arguments)});
            else
                page.showError(steps.error());
        });
}

ActiveWork *RestoreTestWizard::start(RunPage &page)
{
    const Result<RestoreTestRequest> wanted = request();
    if (!wanted) {
        page.fail(wanted.error());
        return nullptr;
    }
    return m_context.runner.run(
        {tr("Test restore of %1").arg(m_setId), tr("The scratch copy is removed; the set stays as it is."),
         m_profile.repository.path, QStringLiteral("restore-test")},
        &page,
        [&services = m_context.services, request = *wanted](JobContext &context) {
            return RestoreTestService(services).test(request, context);
        },
        [this, &page](const Result<RestoreTestReport> &report) {
            if (report)
                showReport(page, *report);
            else
                page.fail(report.error());
        });
}

/// Where it was tried out, in words.
QString RestoreTestWizard::placeText() const
{
    switch (m_places->checkedId()) {
    case Sandbox:
        return tr("a sandbox on %1").arg(m_context.services.machine);
    case Other:
        return tr("a scratch database on the server of %1").arg(m_others->currentText());
    default:
        return tr("a scratch database on %1").arg(oneLine(m_profile.connection.host, 80));
    }
}

QWidget *RestoreTestWizard::makeExport(RunPage &page, const RestoreTestReport &report)
{
    QPushButton *const button = exportButton();
    auto *const reports = new ReportExport(m_context.runner, this);
    connect(reports, &ReportExport::failed, &page, &RunPage::fail);
    connect(button, &QPushButton::clicked, this, [this, reports, report] {
        reports->start(restoreTestReport(m_context.services, m_profile, report, placeText()));
    });
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(button);
    layout->addStretch();
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return row;
}

void RestoreTestWizard::showReport(RunPage &page, const RestoreTestReport &report)
{
    QStringList lines = report.comparison.differences + report.comparison.remarks + report.run.warnings;
    page.addResult(comparisonTable(report.comparison));
    page.addResult(makeExport(page, report));
    if (report.failure) {
        page.succeed(Tone::Bad, QStringLiteral("shield-x"), tr("%1 is not equal").arg(m_setId), lines);
        page.fail(*report.failure);
        return;
    }
    lines.prepend(tr("Loaded in %1.").arg(durationText(report.loadMs)));
    const StateLook look = lookOf(SetState::RestoreTested);
    page.succeed(
        look.tone, look.icon,
        tr("%1: all %n table(s) are equal", nullptr, int(report.comparison.tables.size())).arg(m_setId),
        lines);
}

} // namespace masclet
