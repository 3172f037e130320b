#include "ui/wizards/RestoreWizard.h"

#include "core/base/Text.h"
#include "ui/support/CommandTwin.h"
#include "ui/support/Icons.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/ComparisonTable.h"
#include "ui/wizards/GatePage.h"
#include "ui/wizards/RestoreSetPage.h"
#include "ui/wizards/RestoreTargetPage.h"
#include "ui/wizards/ReviewPage.h"
#include "ui/wizards/RunPage.h"

#include <QPushButton>
#include <QTableView>

namespace masclet
{

namespace
{

enum PageId { SetId, TargetId, GateId, ReviewId, RunId };

QStringList selectionArguments(const LoadSelection &selection)
{
    QStringList arguments;
    if (selection.owners == LoadSelection::Owners::Leave)
        arguments << QStringLiteral("--no-owner");
    if (selection.rights == LoadSelection::Rights::Leave)
        arguments << QStringLiteral("--no-acl");
    return arguments;
}

} // namespace

RestoreWizard::RestoreWizard(const UiContext &context, Profile profile, const QString &setId, QWidget *parent)
    : DeskWizard(tr("Restore %1").arg(profile.name), parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_set(new RestoreSetPage(context, m_profile, setId))
    , m_target(new RestoreTargetPage(m_profile))
    , m_gate(new GatePage(context, *this))
{
    auto *const review =
        new ReviewPage(tr("What will be done"), [this](ReviewPage &page) { planForeign(page); });
    for (QWizardPage *last : {static_cast<QWizardPage *>(m_gate), static_cast<QWizardPage *>(review)}) {
        last->setCommitPage(true);
        last->setButtonText(QWizard::CommitButton, tr("Restore now"));
    }
    setPage(SetId, m_set);
    setPage(TargetId, m_target);
    setPage(GateId, m_gate);
    setPage(ReviewId, review);
    setPage(RunId, new RunPage(tr("Restoring"), [this](RunPage &page) {
                return m_set->isForeign() ? startForeign(page) : start(page);
            }));
}

int RestoreWizard::nextId() const
{
    switch (currentId()) {
    case SetId:
        return TargetId;
    case TargetId:
        return m_set->isForeign() ? ReviewId : GateId;
    case GateId:
    case ReviewId:
        return RunId;
    default:
        return -1;
    }
}

void RestoreWizard::initializePage(int id)
{
    if (id == TargetId)
        m_target->setSource(m_set->isForeign() ? RestoreTargetPage::Source::ForeignFile
                                               : RestoreTargetPage::Source::Set);
    DeskWizard::initializePage(id);
}

ForeignRestoreRequest RestoreWizard::foreignRequest() const
{
    ForeignRestoreRequest request;
    request.profile = m_profile;
    request.path = m_set->file();
    request.trust = ForeignRestoreRequest::Trust::Given; // its page is complete only then
    m_target->fill(request);
    return request;
}

void RestoreWizard::planForeign(ReviewPage &page)
{
    const ForeignRestoreRequest wanted = foreignRequest();
    const QString command =
        commandTwin(QStringLiteral("restore"), m_profile,
                    QStringList{QStringLiteral("--file"), wanted.path, QStringLiteral("--to"),
                                QString::fromUtf8(wanted.target), QStringLiteral("--trust")}
                        << selectionArguments(wanted.selection));
    m_context.runner.look(
        page.question(),
        [&services = m_context.services, wanted](JobContext &context) {
            return planForeignRestore(services, wanted, context);
        },
        [&page, command](const Result<QStringList> &steps) {
            if (steps)
                page.showPlan({*steps, {}, {}, command});
            else
                page.showError(steps.error());
        });
}

ActiveWork *RestoreWizard::startForeign(RunPage &page)
{
    const ForeignRestoreRequest wanted = foreignRequest();
    return m_context.runner.run(
        {tr("Restoring %1 as %2").arg(oneLine(wanted.path, 120), oneLine(wanted.target, 80)),
         tr("Everything is as it was before."), m_profile.repository.path},
        &page,
        [&services = m_context.services, wanted](JobContext &context) {
            return restoreForeign(services, wanted, context);
        },
        [&page](const Result<ForeignRestoreReport> &report) {
            if (!report)
                return page.fail(report.error());
            page.succeed(Tone::Good, QStringLiteral("shield-check"),
                         tr("%1 is there, and all counts are equal").arg(oneLine(report->database, 80)),
                         report->run.warnings + report->comparison.remarks);
            page.addResult(comparisonTable(report->comparison));
        });
}

RestoreRequest RestoreWizard::request() const
{
    RestoreRequest request;
    request.profile = m_profile;
    request.setId = m_set->setId();
    m_target->fill(request);
    return request;
}

QString RestoreWizard::command() const
{
    const RestoreRequest wanted = request();
    QStringList arguments{wanted.setId};
    if (wanted.mode == GateQuestion::Mode::Replace)
        arguments << QStringLiteral("--replace");
    else
        arguments << QStringLiteral("--to") << QString::fromUtf8(wanted.target);
    if (!wanted.tables.isEmpty())
        arguments << QStringLiteral("--tables") << wanted.tables.join(QChar(u','));
    arguments << selectionArguments(wanted.selection);
    if (wanted.globals == BesideOrder::Globals::First)
        arguments << QStringLiteral("--globals");
    if (wanted.safetyBackup == RestoreRequest::SafetyBackup::Skip)
        arguments << QStringLiteral("--no-safety-backup") << QString::fromUtf8(wanted.target);
    return commandTwin(QStringLiteral("restore"), m_profile, arguments);
}

ActiveWork *RestoreWizard::start(RunPage &page)
{
    const RestoreRequest wanted = m_gate->planned();
    return m_context.runner.run(
        {tr("Restoring %1 as %2").arg(wanted.setId, oneLine(wanted.target, 80)),
         tr("Everything is as it was before; services are started again."), m_profile.repository.path},
        &page,
        [&services = m_context.services, wanted](JobContext &context) {
            return RestoreService(services).run(wanted, context);
        },
        [this, &page](const Result<RestoreReport> &report) {
            if (report)
                showReport(page, *report);
            else
                page.fail(report.error());
        });
}

ActiveWork *RestoreWizard::undo(RunPage &page, const KeptDatabase &kept)
{
    return m_context.runner.run(
        {tr("Swapping %1 back").arg(oneLine(kept.database, 80)),
         tr("The restored database stays in its place."), m_profile.repository.path},
        &page,
        [&services = m_context.services, profile = m_profile, kept](JobContext &context) {
            return RestoreService(services).undo(profile, kept.database, kept, context);
        },
        [&page](const Result<RestoreReport> &report) {
            if (!report)
                return page.fail(report.error());
            page.succeed(Tone::Good, QStringLiteral("undo-2"),
                         tr("%1 is as it was before").arg(oneLine(report->database, 80)),
                         {tr("The restored one is kept as %1.").arg(oneLine(report->kept, 80))});
            if (report->failure)
                page.fail(*report->failure);
        });
}

void RestoreWizard::showReport(RunPage &page, const RestoreReport &report)
{
    QStringList lines;
    if (!report.kept.isEmpty())
        lines << tr("The database that was there is kept as %1.").arg(oneLine(report.kept, 80));
    if (!report.safetySet.isEmpty())
        lines << tr("Backup made of it before: %1.").arg(report.safetySet);
    lines << report.run.warnings << report.comparison.remarks;
    page.succeed(Tone::Good, QStringLiteral("shield-check"),
                 tr("%1 is there, and all counts are equal").arg(oneLine(report.database, 80)), lines);
    page.addResult(comparisonTable(report.comparison));
    if (report.wayBack) {
        auto *const back =
            new QPushButton(icon(QStringLiteral("undo-2")), tr("Go back to the database before"));
        back->setObjectName(QStringLiteral("undo"));
        connect(back, &QPushButton::clicked, this, [this, &page, back, kept = *report.wayBack] {
            back->setEnabled(false);
            page.follow(undo(page, kept));
        });
        page.addResult(back);
    }
    if (report.failure)
        page.fail(*report.failure);
}

} // namespace masclet
