#include "ui/main/ActivityPanel.h"

#include "core/service/PeopleText.h"
#include "ui/main/ActivityRow.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/WorkRunner.h"

#include <QVBoxLayout>

namespace masclet
{

ActivityPanel::ActivityPanel(WorkRunner &runner, QWidget *parent)
    : QFrame(parent)
    , m_foreign(new ToneLabel)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Running work"));
    m_foreign->setObjectName(QStringLiteral("foreignRun"));
    m_layout->setContentsMargins(theme::margin - 4, theme::gap, theme::margin - 4, theme::gap);
    m_layout->addWidget(m_foreign);
    m_foreign->hide();
    for (ActiveWork *work : runner.active())
        add(work);
    connect(&runner, &WorkRunner::added, this, &ActivityPanel::add);
    connect(&runner, &WorkRunner::removed, this, &ActivityPanel::remove);
    showOrHide();
}

void ActivityPanel::add(ActiveWork *work)
{
    auto *const row = new ActivityRow(*work);
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

void ActivityPanel::showForeign(const std::optional<RunRecord> &run, const QString &zone)
{
    // Our own work is told by its row.
    m_foreignRuns = run.has_value() && m_rows.isEmpty();
    if (m_foreignRuns)
        m_foreign->show(QStringLiteral("loader"),
                        tr("%1 by %2 runs since %3, started elsewhere.")
                            .arg(verbText(run->verb), run->author, whenText(run->started, zone)),
                        Tone::Busy);
    m_foreign->setVisible(m_foreignRuns);
    showOrHide();
}

void ActivityPanel::showOrHide()
{
    if (!m_rows.isEmpty()) {
        m_foreignRuns = false;
        m_foreign->hide();
    }
    setVisible(m_foreignRuns || !m_rows.isEmpty());
}

} // namespace masclet
