#include "ui/main/ActivityRow.h"

#include "core/base/Text.h"
#include "ui/support/ActiveWork.h"
#include "ui/support/Icons.h"
#include "ui/support/Labels.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace masclet
{

namespace
{

constexpr qint64 silenceMs = 120'000;
constexpr int barSteps = 1000;
constexpr qsizetype phasesShown = 4;

} // namespace

ActivityRow::ActivityRow(ActiveWork &work, QWidget *parent)
    : QWidget(parent)
    , m_work(work)
    , m_title(new ToneLabel)
    , m_phases(mutedLabel())
    , m_figures(new QLabel)
    , m_bar(new QProgressBar)
    , m_stop(new QPushButton(icon(QStringLiteral("square")), tr("Stop")))
    , m_second(new QTimer(this))
{
    m_title->setObjectName(QStringLiteral("activityTitle"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress"));
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setObjectName(QStringLiteral("activityFigures"));
    m_phases->setObjectName(QStringLiteral("activityPhases"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setToolTip(work.title().stopLeaves);
    m_stop->setAccessibleDescription(work.title().stopLeaves);

    auto *const head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_figures);
    head->addWidget(m_stop);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap / 2);
    layout->addLayout(head);
    layout->addWidget(m_bar);
    layout->addWidget(m_phases);
    connect(m_stop, &QPushButton::clicked, this, &ActivityRow::stop);
    connect(&m_work, &ActiveWork::changed, this, &ActivityRow::update);
    connect(m_second, &QTimer::timeout, this, &ActivityRow::update);
    m_second->start(std::chrono::seconds(1));
    update();
}

void ActivityRow::setUsual(const UsualTime &usual)
{
    m_usual = usual;
    update();
}

QString usualText(const UsualTime &usual)
{
    const QString shortest = durationText(usual.shortestMs);
    const QString longest = durationText(usual.longestMs);
    return shortest == longest ? ActivityRow::tr("usually %1").arg(shortest)
                               : ActivityRow::tr("usually %1 to %2").arg(shortest, longest);
}

QString phaseText(const QString &name, std::optional<qint64> durationMs)
{
    return durationMs ? QStringLiteral("✓ %1 %2").arg(name, durationText(*durationMs))
                      : QStringLiteral("▸ %1").arg(name);
}

void ActivityRow::stop()
{
    m_work.requestStop();
}

QString ActivityRow::figures() const
{
    if (m_work.state() == ActiveWork::State::Waiting)
        return tr("waits for the run before it");
    const Progress &progress = m_work.progress();
    QStringList parts;
    if (progress.bytes > 0)
        parts << (progress.total ? tr("%1 of %2").arg(sizeText(progress.bytes), sizeText(*progress.total))
                                 : sizeText(progress.bytes));
    if (progress.bytesPerSecond > 0)
        parts << tr("%1 per second").arg(sizeText(qint64(progress.bytesPerSecond)));
    parts << durationText(m_work.elapsedMs() / 1000 * 1000);
    if (m_usual)
        parts << usualText(*m_usual);
    return parts.join(QStringLiteral("  ·  "));
}

void ActivityRow::update()
{
    const bool stopping = m_work.state() == ActiveWork::State::Stopping;
    const bool silent = !stopping && m_work.silentMs() > silenceMs;
    if (stopping)
        m_title->show(QStringLiteral("square"), tr("%1: stopping…").arg(m_work.title().text), Tone::Warn);
    else if (silent)
        m_title->show(QStringLiteral("triangle-alert"),
                      tr("%1: no data for %2").arg(m_work.title().text, durationText(m_work.silentMs())),
                      Tone::Warn);
    else
        m_title->show(QStringLiteral("loader"), m_work.title().text, Tone::Busy);
    m_stop->setEnabled(!stopping && m_work.state() != ActiveWork::State::Ended);
    m_figures->setText(figures());

    QStringList phases;
    const QList<ActiveWork::Phase> &all = m_work.phases();
    for (const ActiveWork::Phase &phase : all.mid(qMax<qsizetype>(0, all.size() - phasesShown)))
        phases << phaseText(phase.name,
                            phase.endMs >= 0 ? std::optional(phase.endMs - phase.startMs) : std::nullopt);
    QString text = phases.join(QStringLiteral("   "));
    if (!m_work.progress().object.isEmpty())
        text += QStringLiteral("   ") + oneLine(m_work.progress().object, 80);
    if (!m_work.warnings().isEmpty())
        text += QStringLiteral("   ") + tr("%n warning(s)", nullptr, int(m_work.warnings().size()));
    m_phases->setText(text);

    const Progress &progress = m_work.progress();
    if (progress.total && *progress.total > 0) {
        m_bar->setRange(0, barSteps);
        m_bar->setValue(
            int(qMin<double>(barSteps, double(progress.bytes) * barSteps / double(*progress.total))));
    } else {
        m_bar->setRange(0, 0);
    }
}

} // namespace masclet
