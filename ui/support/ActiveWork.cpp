#include "ui/support/ActiveWork.h"

namespace masclet
{

ActiveWork::ActiveWork(WorkTitle title, Job *job, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_job(job)
    , m_clock(clock)
{
    connect(job, &Job::progressed, this, &ActiveWork::takeProgress);
    connect(job, &Job::finished, this, &ActiveWork::finish);
}

void ActiveWork::requestStop()
{
    if (!m_job || m_state == State::Ended)
        return;
    m_state = State::Stopping;
    m_job->requestStop();
    Q_EMIT changed();
}

void ActiveWork::addWarning(const QString &text)
{
    m_warnings << text;
    Q_EMIT changed();
}

void ActiveWork::leave()
{
    m_job->disconnect(this);
    finish();
}

void ActiveWork::takeProgress(const Progress &progress)
{
    if (m_state == State::Waiting) {
        m_state = State::Running;
        m_began = m_clock.monotonic();
    }
    m_heard = m_clock.monotonic();
    if (m_phases.isEmpty() || m_phases.last().name != progress.phase) {
        const qint64 now = elapsedMs();
        if (!m_phases.isEmpty())
            m_phases.last().endMs = now;
        m_phases << Phase{progress.phase, now, -1};
    }
    m_progress = progress;
    Q_EMIT changed();
}

void ActiveWork::finish()
{
    if (!m_phases.isEmpty())
        m_phases.last().endMs = elapsedMs();
    m_state = State::Ended;
    Q_EMIT changed();
    Q_EMIT ended();
}

} // namespace masclet
