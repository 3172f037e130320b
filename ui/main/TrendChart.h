#pragma once

#include "core/repository/RunRecord.h"
#include "core/repository/StoredSet.h"

#include <QFrame>

class QCustomPlot;
class QCPBars;
class QCPGraph;

namespace masclet
{

/// Size and duration of the newest backups as bars and a line, failed runs marked; a click on a bar selects.
class TrendChart : public QFrame
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);
    /// Newest first, as OverviewService gives them.
    void showRuns(const QList<RunRecord> &backups, const QList<StoredSet> &sets, const QString &zone);

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

    QCustomPlot *m_plot;
    QCPBars *m_sizes;
    QCPGraph *m_durations;
    QCPGraph *m_failed;
    QList<RunRecord> m_runs; ///< oldest first, as drawn
    QStringList m_sets;      ///< ids of sets that are still there
    QString m_zone;
};

} // namespace masclet
