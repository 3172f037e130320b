#include "ui/main/ActivityPanel.h"

#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/main/ActivityRow.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/WorkRunner.h"

#include <QVBoxLayout>

namespace masclet
{

namespace
{

/// As those of our own work look; each ends where the next one begins.
QString phasesText(const QList<HeldPhase> &phases)
{
    QStringList texts;
    for (qsizetype i = 0; i < phases.size(); ++i) {
        const HeldPhase &phase = phases[i];
        texts << (i + 1 < phases.size() ? phaseText(phase.name, phase.begun.msecsTo(phases[i + 1].begun))
                                        : phaseText(phase.name, {}));
    }
    return texts.join(QStringLiteral("   "));
}

} // namespace

ActivityPanel::ActivityPanel(WorkRunner &runner, QWidget *parent)
    : QFrame(parent)
    , m_foreign(new ToneLabel)
    , m_foreignPhases(mutedLabel())
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Running work"));
    m_foreign->setObjectName(QStringLiteral("foreignRun"));
    m_layout->setContentsMargins(theme::margin - 4, theme::gap, theme::margin - 4, theme::gap);
    m_foreignPhases->setObjectName(QStringLiteral("foreignPhases"));
    m_layout->addWidget(m_foreign);
    m_layout->addWidget(m_foreignPhases);
    m_foreign->hide();
    m_foreignPhases->hide();
    for (ActiveWork *work : runner.active())
        add(work);
    connect(&runner, &WorkRunner::added, this, &ActivityPanel::add);
    connect(&runner, &WorkRunner::removed, this, &ActivityPanel::remove);
    showOrHide();
}

void ActivityPanel::add(ActiveWork *work)
{
    auto *const row = new ActivityRow(*work);
    showUsual(*work, *row);
    m_rows.insert(work, row);
    m_layout->addWidget(row);
    showOrHide();
}

void ActivityPanel::remove(ActiveWork *work)
{
    if (ActivityRow *const row = m_rows.take(work))
        row->deleteLater();
    showOrHide();
}

void ActivityPanel::showUsual(const ActiveWork &work, ActivityRow &row) const
{
    const QHash<QString, UsualTime> times = m_usual.value(work.title().repository);
    if (times.contains(work.title().verb))
        row.setUsual(times.value(work.title().verb));
}

void ActivityPanel::showOverview(const Overview &overview, const Profile &profile, const QDateTime &now)
{
    m_usual.insert(profile.repository.path, overview.usual);
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        showUsual(*row.key(), *row.value());
    // Our own work is told by its row.
    m_foreignRuns = overview.running.has_value() && m_rows.isEmpty();
    if (m_foreignRuns) {
        const RunRecord &run = *overview.running;
        QStringList parts{tr("%1 by %2 runs since %3, started elsewhere.")
                              .arg(verbText(run.verb), oneLine(run.author, 100),
                                   whenText(run.started, profile.schedule.zone)),
                          tr("%1 so far").arg(durationText(qMax<qint64>(0, run.started.msecsTo(now))))};
        if (overview.usual.contains(run.verb))
            parts << usualText(overview.usual.value(run.verb));
        if (!overview.runningLine.isEmpty())
            parts << oneLine(overview.runningLine, 160);
        m_foreign->show(QStringLiteral("loader"), parts.join(QStringLiteral("  ·  ")), Tone::Busy);
        m_foreignPhases->setText(phasesText(overview.runningPhases));
    }
    m_foreign->setVisible(m_foreignRuns);
    m_foreignPhases->setVisible(m_foreignRuns && !overview.runningPhases.isEmpty());
    showOrHide();
}

void ActivityPanel::clearForeign()
{
    m_foreignRuns = false;
    m_foreign->hide();
    m_foreignPhases->hide();
    showOrHide();
}

void ActivityPanel::showOrHide()
{
    if (!m_rows.isEmpty()) {
        m_foreignRuns = false;
        m_foreign->hide();
        m_foreignPhases->hide();
    }
    setVisible(m_foreignRuns || !m_rows.isEmpty());
}

} // namespace masclet
