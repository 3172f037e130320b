#pragma once

#include "core/service/OverviewService.h"

#include <QFrame>

class QCustomPlot;
class QCPBars;
class QCPGraph;
class QLabel;

namespace masclet
{

/// Size and duration of the newest backups as bars and a line, how long their restore tests took, failed runs
/// marked; a click on a bar selects.
class TrendChart : public QFrame
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);
    void showRuns(const Overview &overview, const QString &zone);
    void showNothing() { showRuns({}, {}); }
    qsizetype bars() const { return m_runs.size(); }
    /// What stands at a bar, the oldest being 0: for tool tips and tests.
    QString textOf(int bar) const;

Q_SIGNALS:
    /// A set, or a run that made none.
    void picked(const QString &id, bool isSet);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();
    void pickAt(const QPointF &position);
    void tipAt(const QPoint &position);
    int barAt(double x) const;
    void setTicks();
    void fitTicks();
    void draw();

    QCustomPlot *m_plot;
    QCPBars *m_sizes;
    QCPGraph *m_durations;
    QCPGraph *m_tests;
    QCPGraph *m_failed;
    QLabel *m_caption;
    QList<RunRecord> m_runs; ///< oldest first, as drawn
    QStringList m_sets;      ///< ids of sets that are still there
    QHash<QString, qint64> m_testMs;
    QString m_zone;
};

} // namespace masclet
