#pragma once

#include "core/service/OverviewService.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace masclet
{

class ActiveWork;
class ToneLabel;

/// One running work: phases with ticks, what it is at, bytes, rate, elapsed time, Stop with what that leaves.
/// Percent only where the total is known. Amber after two minutes without a sign of life.
class ActivityRow : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityRow(ActiveWork &work, QWidget *parent = nullptr);
    /// How long earlier runs took.
    void setUsual(const UsualTime &usual);

private:
    void update();
    void stop();
    QString figures() const;

    ActiveWork &m_work;
    std::optional<UsualTime> m_usual;
    ToneLabel *m_title;
    QLabel *m_phases;
    QLabel *m_figures;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QTimer *m_second;
};

/// "✓ Dumping 3.2 s"; without a time it goes on: "▸ Dumping".
QString phaseText(const QString &name, std::optional<qint64> durationMs);
/// "usually 2 min to 4 min".
QString usualText(const UsualTime &usual);

} // namespace masclet
