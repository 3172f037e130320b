#include "ui/main/TrendChart.h"

#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/service/PeopleText.h"
#include "ui/main/Plot.h"
#include "ui/support/Labels.h"
#include "ui/support/StateLook.h"

#include <QEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace masclet
{

namespace
{

constexpr int barsShown = 30;
constexpr double mega = 1024.0 * 1024.0;
constexpr double barWidth = 0.7;
constexpr double headroom = 1.18;

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : QFrame(parent)
    , m_plot(new QCustomPlot)
    , m_sizes(new QCPBars(m_plot->xAxis, m_plot->yAxis))
    , m_durations(m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2))
    , m_failed(m_plot->addGraph(m_plot->xAxis, m_plot->yAxis))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Trend of size and duration"));
    m_sizes->setWidth(barWidth);
    m_failed->setLineStyle(QCPGraph::lsNone);
    m_plot->yAxis2->setVisible(true);
    m_plot->setBackground(Qt::NoBrush);
    m_plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    m_plot->axisRect()->setBackground(Qt::NoBrush);
    m_plot->setMouseTracking(true);
    m_plot->setFocusPolicy(Qt::NoFocus); // the table below says the same and has the keyboard
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gap, theme::gap / 2, theme::gap, theme::gap / 2);
    layout->setSpacing(0);
    auto *const caption = mutedLabel(
        tr("The last backups: stored size as bars (MB, left), duration as a line (seconds, right), "
           "failed runs as crosses"));
    caption->setIndent(theme::gap);
    layout->addWidget(caption);
    layout->addWidget(m_plot, 1);
    connect(m_plot, &QCustomPlot::mousePress, this,
            [this](QMouseEvent *event) { pickAt(event->position()); });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) { tipAt(event->pos()); });
    colour();
}

void TrendChart::showRuns(const QList<RunRecord> &backups, const QList<StoredSet> &sets, const QString &zone)
{
    m_zone = zone;
    m_sets.clear();
    for (const StoredSet &set : sets)
        m_sets << set.id;
    m_runs.clear();
    for (const RunRecord &run : backups) {
        if (run.state != RunState::Running && m_runs.size() < barsShown)
            m_runs.prepend(run);
    }
    QVector<double> keys, sizes, durations, failedKeys, failedValues;
    double largest = 0;
    double longest = 0;
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        const RunRecord &run = m_runs[i];
        if (run.setId.isEmpty()) {
            failedKeys << double(i);
            continue;
        }
        keys << double(i);
        sizes << double(run.storedBytes) / mega;
        durations << double(run.durationMs) / 1000.0;
        largest = std::max(largest, sizes.last());
        longest = std::max(longest, durations.last());
    }
    failedValues.fill(largest > 0 ? largest * 0.06 : 0.06, failedKeys.size());
    m_sizes->setData(keys, sizes, true);
    m_durations->setData(keys, durations, true);
    m_failed->setData(failedKeys, failedValues, true);
    m_plot->xAxis->setRange(-0.7, std::max<double>(9.0, double(m_runs.size())) - 0.3);
    m_plot->yAxis->setRange(0, largest > 0 ? largest * headroom : 1);
    m_plot->yAxis2->setRange(0, longest > 0 ? longest * headroom : 1);
    for (QCPAxis *axis : {m_plot->yAxis, m_plot->yAxis2})
        axis->setTickLabels(!keys.isEmpty()); // numbers without a bar would say something
    setTicks();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// The day under a bar, as many as fit.
void TrendChart::setTicks()
{
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const qsizetype every = std::max<qsizetype>(1, (m_runs.size() + 7) / 8);
    for (qsizetype i = m_runs.size() - 1; i >= 0; i -= every)
        ticker->addTick(double(i), dayText(localDay(m_runs[i].started, zoneNamed(m_zone))));
    m_plot->xAxis->setTicker(ticker);
}

int TrendChart::barAt(double x) const
{
    const int bar = int(std::lround(m_plot->xAxis->pixelToCoord(x)));
    return bar >= 0 && bar < m_runs.size() ? bar : -1;
}

void TrendChart::pickAt(const QPointF &position)
{
    const int bar = barAt(position.x());
    if (bar < 0)
        return;
    const RunRecord &run = m_runs[bar];
    const bool isSet = m_sets.contains(run.setId);
    Q_EMIT picked(isSet ? run.setId : run.id, isSet);
}

void TrendChart::tipAt(const QPoint &position)
{
    const int bar = barAt(position.x());
    if (bar < 0)
        return QToolTip::hideText();
    const RunRecord &run = m_runs[bar];
    const QString text = tr("%1\n%2, %3, %4")
                             .arg(whenText(run.started, m_zone), lookOf(run.state).word,
                                  sizeText(run.storedBytes), durationText(run.durationMs));
    QToolTip::showText(m_plot->mapToGlobal(position), text, m_plot);
}

void TrendChart::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        colour();
}

/// QCustomPlot ignores the palette.
void TrendChart::colour()
{
    const QColor text = theme::muted(palette());
    const QColor line = palette().color(QPalette::Mid);
    const QColor bars = palette().color(QPalette::Highlight);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        axis->setBasePen(QPen(line));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(text);
        axis->setTickLabelFont(small);
        axis->grid()->setPen(QPen(line, 1, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis2->setBasePen(Qt::NoPen);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->ticker()->setTickCount(3);
    m_plot->yAxis2->ticker()->setTickCount(3);
    QColor filled = bars;
    filled.setAlpha(110);
    m_sizes->setPen(Qt::NoPen);
    m_sizes->setBrush(filled);
    const QColor time = theme::color(Tone::Warn, palette());
    m_durations->setPen(QPen(time, 1.5));
    m_durations->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, time, time, 4));
    const QColor bad = theme::color(Tone::Bad, palette());
    m_failed->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, QPen(bad, 2), Qt::NoBrush, 9));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace masclet
