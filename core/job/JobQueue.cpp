#include "core/job/JobQueue.h"

namespace masclet
{

JobQueue::JobQueue(int threads, QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setExpiryTimeout(-1); // children die with the thread that started them (PR_SET_PDEATHSIG)
}

JobQueue::~JobQueue()
{
    for (const QQueue<Job *> &line : std::as_const(m_lines)) {
        for (Job *job : line)
            job->requestStop();
    }
    for (const QQueue<Job *> &line : std::as_const(m_lines))
        qDeleteAll(line);
}

void JobQueue::add(const QString &key, Job *job)
{
    job->setParent(nullptr);
    connect(job, &Job::finished, this, [this, key] {
        Job *const done = m_lines[key].dequeue();
        done->deleteLater();
        startNext(key);
    });
    QQueue<Job *> &line = m_lines[key];
    line.enqueue(job);
    if (line.size() == 1)
        job->start();
}

int JobQueue::waiting() const
{
    int count = 0;
    for (const QQueue<Job *> &line : m_lines)
        count += int(line.size()) - 1;
    return count;
}

void JobQueue::startNext(const QString &key)
{
    QQueue<Job *> &line = m_lines[key];
    if (line.isEmpty())
        m_lines.remove(key);
    else
        line.head()->start();
}

} // namespace masclet
