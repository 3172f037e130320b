#pragma once

#include "core/job/Job.h"

#include <QPointer>

namespace masclet
{

/// What a work that people can watch is called.
struct WorkTitle {
    QString text;       ///< "Backing up shop"
    QString stopLeaves; ///< what is there when it was stopped
    QString repository; ///< runs on the same one go one after the other
    QString verb = {};  ///< of its runs ("backup"), where earlier ones tell how long it takes
};

/// One long work as people watch it: phases, progress, warnings, stop. Lives on the main thread, owned by the
/// WorkRunner; deleted soon after ended().
class ActiveWork : public QObject
{
    Q_OBJECT

public:
    enum class State { Waiting, Running, Stopping, Ended };
    struct Phase {
        QString name;
        qint64 startMs = 0; ///< since the work began
        qint64 endMs = -1;  ///< -1: it still goes on
    };

    /// The clock must outlive the object.
    ActiveWork(WorkTitle title, Job *job, const Clock &clock, QObject *parent);

    const WorkTitle &title() const { return m_title; }
    State state() const { return m_state; }
    const QList<Phase> &phases() const { return m_phases; }
    const Progress &progress() const { return m_progress; }
    const QStringList &warnings() const { return m_warnings; }
    qint64 elapsedMs() const { return m_state == State::Waiting ? 0 : millisecondsSince(m_clock, m_began); }
    /// Since the last sign of life.
    qint64 silentMs() const { return m_state == State::Waiting ? 0 : millisecondsSince(m_clock, m_heard); }
    void requestStop();
    void addWarning(const QString &text);
    /// It is left behind: over for whoever watches it, whatever becomes of its job.
    void leave();

Q_SIGNALS:
    void changed();
    void ended();

private:
    void takeProgress(const Progress &progress);
    void finish();

    WorkTitle m_title;
    QPointer<Job> m_job;
    State m_state = State::Waiting;
    QList<Phase> m_phases;
    Progress m_progress;
    QStringList m_warnings;
    const Clock &m_clock;
    std::chrono::nanoseconds m_began{}; ///< both of the clock's monotonic()
    std::chrono::nanoseconds m_heard{};
};

} // namespace masclet
