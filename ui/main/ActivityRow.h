#pragma once

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

private:
    void update();
    void stop();
    QString figures() const;

    ActiveWork &m_work;
    ToneLabel *m_title;
    QLabel *m_phases;
    QLabel *m_figures;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QTimer *m_second;
};

} // namespace masclet
