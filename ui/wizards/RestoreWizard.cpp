#include "ui/wizards/RestoreWizard.h"

#include "core/base/Text.h"
#include "ui/support/Icons.h"
#include "ui/support/UiContext.h"
#include "ui/support/WorkRunner.h"
#include "ui/wizards/ComparisonTable.h"
#include "ui/wizards/GatePage.h"
#include "ui/wizards/RestoreSetPage.h"
#include "ui/wizards/RestoreTargetPage.h"
#include "ui/wizards/RunPage.h"

#include <QPushButton>
#include <QTableView>

namespace masclet
{

RestoreWizard::RestoreWizard(const UiContext &context, Profile profile, const QString &setId, QWidget *parent)
    : DeskWizard(tr("Restore %1").arg(profile.name), parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_set(new RestoreSetPage(context, m_profile, setId))
    , m_target(new RestoreTargetPage(m_profile))
    , m_gate(new GatePage(context, *this))
{
    addPage(m_set);
    addPage(m_target);
    m_gate->setCommitPage(true);
    m_gate->setButtonText(QWizard::CommitButton, tr("Restore now"));
    addPage(m_gate);
    addPage(new RunPage(tr("Restoring"), [this](RunPage &page) { return start(page); }));
}

RestoreRequest RestoreWizard::request() const
{
    RestoreRequest request;
    request.profile = m_profile;
    request.setId = m_set->setId();
    m_target->fill(request);
    return request;
}

ActiveWork *RestoreWizard::start(RunPage &page)
{
    const RestoreRequest wanted = request();
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

ActiveWork *RestoreWizard::undo(RunPage &page, const QByteArray &target)
{
    return m_context.runner.run(
        {tr("Swapping %1 back").arg(oneLine(target, 80)), tr("The restored database stays in its place."),
         m_profile.repository.path},
        &page,
        [&services = m_context.services, profile = m_profile, target](JobContext &context) {
            return RestoreService(services).undo(profile, target, context);
        },
        [&page](const Result<RestoreReport> &report) {
            if (report)
                page.succeed(Tone::Good, QStringLiteral("undo-2"),
                             tr("%1 is as it was before").arg(oneLine(report->database, 80)),
                             {tr("The restored one is kept as %1.").arg(oneLine(report->kept, 80))});
            else
                page.fail(report.error());
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
    if (!report.kept.isEmpty()) {
        auto *const back =
            new QPushButton(icon(QStringLiteral("undo-2")), tr("Go back to the database before"));
        back->setObjectName(QStringLiteral("undo"));
        connect(back, &QPushButton::clicked, this, [this, &page, back, target = report.database] {
            back->setEnabled(false);
            page.follow(undo(page, target));
        });
        page.addResult(back);
    }
    if (report.failure)
        page.fail(*report.failure);
}

} // namespace masclet
