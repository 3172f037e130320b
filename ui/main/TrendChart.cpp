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
constexpr double barWidth = 0.7;
constexpr double headroom = 1.18;

/// What numbers at an axis are counted in.
struct Unit {
    double size = 1;
    QString name;
};

Unit sizeUnit(qint64 largest)
{
    constexpr double step = 1024;
    if (double(largest) < step * step)
        return {step, QStringLiteral("kB")};
    if (double(largest) < step * step * step)
        return {step * step, QStringLiteral("MB")};
    return {step * step * step, QStringLiteral("GB")};
}

Unit timeUnit(qint64 longestMs)
{
    constexpr double second = 1000;
    constexpr double minute = 60 * second;
    constexpr double hour = 60 * minute;
    if (double(longestMs) < 2 * minute)
        return {second, TrendChart::tr("seconds")};
    if (double(longestMs) < 2 * hour)
        return {minute, TrendChart::tr("minutes")};
    return {hour, TrendChart::tr("hours")};
}

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : QFrame(parent)
    , m_plot(new QCustomPlot)
    , m_sizes(new QCPBars(m_plot->xAxis, m_plot->yAxis))
    , m_durations(m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2))
    , m_tests(m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2))
    , m_failed(m_plot->addGraph(m_plot->xAxis, m_plot->yAxis))
    , m_caption(mutedLabel())
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Trend of size and duration"));
    m_sizes->setWidth(barWidth);
    m_tests->setLineStyle(QCPGraph::lsNone);
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
    m_caption->setObjectName(QStringLiteral("trendCaption"));
    m_caption->setIndent(theme::gap);
    layout->addWidget(m_caption);
    layout->addWidget(m_plot, 1);
    connect(m_plot, &QCustomPlot::mousePress, this,
            [this](QMouseEvent *event) { pickAt(event->position()); });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) { tipAt(event->pos()); });
    connect(m_plot, &QCustomPlot::beforeReplot, this, &TrendChart::fitTicks);
    colour();
    showNothing();
}

void TrendChart::showRuns(const Overview &overview, const QString &zone)
{
    m_zone = zone;
    m_testMs = overview.testMs;
    m_sets.clear();
    for (const StoredSet &set : overview.sets)
        m_sets << set.id;
    m_runs.clear();
    for (const RunRecord &run : overview.backups) {
        if (run.state != RunState::Running && m_runs.size() < barsShown)
            m_runs.prepend(run);
    }
    m_plot->setVisible(!m_runs.isEmpty());
    m_caption->setAlignment(m_runs.isEmpty() ? Qt::AlignCenter : Qt::AlignLeft);
    draw();
}

void TrendChart::draw()
{
    qint64 largest = 0;
    qint64 longest = 0;
    for (const RunRecord &run : std::as_const(m_runs)) {
        if (run.setId.isEmpty())
            continue;
        largest = std::max(largest, run.storedBytes);
        longest = std::max({longest, run.durationMs, m_testMs.value(run.setId)});
    }
    const Unit bytes = sizeUnit(largest);
    const Unit time = timeUnit(longest);
    const double high = double(largest) / bytes.size;
    const double late = double(longest) / time.size;
    QVector<double> keys, sizes, durations, testKeys, tests, failedKeys;
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        const RunRecord &run = m_runs[i];
        if (run.setId.isEmpty()) {
            failedKeys << double(i);
            continue;
        }
        keys << double(i);
        sizes << double(run.storedBytes) / bytes.size;
        durations << double(run.durationMs) / time.size;
        if (m_testMs.contains(run.setId)) {
            testKeys << double(i);
            tests << double(m_testMs.value(run.setId)) / time.size;
        }
    }
    m_sizes->setData(keys, sizes, true);
    m_durations->setData(keys, durations, true);
    m_tests->setData(testKeys, tests, true);
    m_failed->setData(failedKeys, QVector<double>(failedKeys.size(), high > 0 ? high * 0.06 : 0.06), true);
    m_plot->xAxis->setRange(-0.7, std::max<double>(9.0, double(m_runs.size())) - 0.3);
    m_plot->yAxis->setRange(0, high > 0 ? high * headroom : 1);
    m_plot->yAxis2->setRange(0, late > 0 ? late * headroom : 1);
    for (QCPAxis *axis : {m_plot->yAxis, m_plot->yAxis2})
        axis->setTickLabels(!keys.isEmpty()); // numbers without a bar would say something
    setTicks();
    m_caption->setText(
        m_runs.isEmpty()
            ? tr("Each backup will stand here with its size, its duration and its restore test.")
            : tr("The last backups: stored size as bars (%1, left), duration as a line and restore "
                 "tests as diamonds (%2, right), failed runs as crosses")
                  .arg(bytes.name, time.name));
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

QString TrendChart::textOf(int bar) const
{
    const RunRecord &run = m_runs[bar];
    QString text = tr("%1\n%2, %3, %4")
                       .arg(whenText(run.started, m_zone), lookOf(run.state).word, sizeText(run.storedBytes),
                            durationText(run.durationMs));
    if (m_testMs.contains(run.setId))
        text += QChar(u'\n') + tr("Restore test: %1").arg(durationText(m_testMs.value(run.setId)));
    return text;
}

void TrendChart::tipAt(const QPoint &position)
{
    const int bar = barAt(position.x());
    if (bar < 0)
        return QToolTip::hideText();
    QToolTip::showText(m_plot->mapToGlobal(position), textOf(bar), m_plot);
}

void TrendChart::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        colour();
}

/// No number stands in another one, however low the window is.
void TrendChart::fitTicks()
{
    constexpr int least = 2;
    constexpr int most = 3;
    const int line = QFontMetrics(m_plot->yAxis->tickLabelFont()).height();
    const int room = m_plot->height() - 2 * line; // the days stand below
    for (const QCPAxis *axis : {m_plot->yAxis, m_plot->yAxis2})
        axis->ticker()->setTickCount(std::clamp(room / (2 * line), least, most));
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
    QColor filled = bars;
    filled.setAlpha(110);
    m_sizes->setPen(Qt::NoPen);
    m_sizes->setBrush(filled);
    const QColor time = theme::color(Tone::Warn, palette());
    m_durations->setPen(QPen(time, 1.5));
    m_durations->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, time, time, 4));
    const QColor good = theme::color(Tone::Good, palette());
    m_tests->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, good, good, 7));
    const QColor bad = theme::color(Tone::Bad, palette());
    m_failed->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, QPen(bad, 2), Qt::NoBrush, 9));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace masclet
