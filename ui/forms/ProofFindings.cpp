#include "ui/forms/ProofFindings.h"

#include "core/base/Text.h"
#include "ui/models/RowsModel.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"
#include "ui/support/UiContext.h"

#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace masclet
{

ProofFindings::ProofFindings(QWidget *parent)
    : QWidget(parent)
    , m_verdict(new ToneLabel)
    , m_findings(new RowsModel({{tr("Looked at")}, {tr("Result")}, {tr("Finding")}}))
    , m_view(rowsView(m_findings, QStringLiteral("scheduleFindings"), tr("Findings of the proof")))
{
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_verdict->setObjectName(QStringLiteral("scheduleVerdict"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_verdict);
    layout->addWidget(m_view, 1);
    layout->addWidget(wholeCellLabel(m_view, 2, QStringLiteral("wholeFinding")));
    showNothing();
}

void ProofFindings::showNothing()
{
    m_verdict->show(QStringLiteral("circle-question-mark"), tr("Not proven since this window was opened"),
                    Tone::Unknown);
}

void ProofFindings::showRunning()
{
    m_verdict->show(QStringLiteral("loader"), tr("The proof runs…"), Tone::Busy);
    m_findings->setRows({});
}

void ProofFindings::showUnknown()
{
    m_verdict->show(QStringLiteral("circle-question-mark"), tr("Could not check"), Tone::Unknown);
}

void ProofFindings::showProof(const ScheduleProof &proof)
{
    QList<QList<Cell>> rows;
    for (const ProfileCheckItem &item : proof.items) {
        const StateLook look = lookOf(item.result);
        const QString finding =
            oneLine(item.hint.isEmpty() ? item.finding : item.finding + QChar(u' ') + item.hint);
        rows << QList<Cell>{{item.title},
                            {look.word, int(item.result), look.tone, look.icon},
                            {finding, {}, Tone::Neutral, {}, finding}};
    }
    m_findings->setRows(rows);
    fitColumns(m_view);
    const auto odd = std::find_if(proof.items.begin(), proof.items.end(), [](const ProfileCheckItem &item) {
        return item.result != CheckResult::Pass;
    });
    const bool all = odd == proof.items.end();
    selectRow(m_view, all ? 0 : int(odd - proof.items.begin()));
    if (proof.failure)
        m_verdict->show(QStringLiteral("circle-x"), tr("Tonight's run would fail"), Tone::Bad);
    else if (all)
        m_verdict->show(QStringLiteral("circle-check"), tr("Tonight's run will work"), Tone::Good);
    else
        m_verdict->show(QStringLiteral("triangle-alert"), tr("It works, and something needs a look"),
                        Tone::Warn);
}

ScheduleRequest scheduleRequest(const UiContext &context, const Profile &profile)
{
    const bool spanish = QLocale().language() == QLocale::Spanish;
    const Result<StoredProfile> stored =
        context.services.profiles.load(profile.path.isEmpty() ? profile.name : profile.path);
    return ownSchedule(context.services, stored ? stored->profile : profile, context.commandLine,
                       spanish ? QStringLiteral("es") : QStringLiteral("en"), context.homeFolder);
}

} // namespace masclet
