#include "ui/support/WorkRunner.h"

namespace masclet
{

namespace
{

constexpr int lookThreads = 4;
constexpr int workThreads = 8; ///< runs on different repositories at once

} // namespace

/// Hands what a person should know on to the work that is watched. Owned by the job.
class WorkRunner::WorkLog final : public QObject, public Log
{
public:
    void attach(ActiveWork *work) { m_work = work; }
    void write(LogLevel level, const QString &text) override
    {
        if (level >= LogLevel::Warning && m_work)
            m_work->addWarning(text);
    }

private:
    ActiveWork *m_work = nullptr;
};

WorkRunner::WorkRunner(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_queue(std::make_unique<JobQueue>(workThreads))
{
    m_lookPool.setMaxThreadCount(lookThreads);
    m_lookPool.setExpiryTimeout(-1); // children die with the thread that started them (PR_SET_PDEATHSIG)
}

WorkRunner::~WorkRunner()
{
    m_queue.reset();
    const QList<Job *> looks = findChildren<Job *>(QString(), Qt::FindDirectChildrenOnly);
    for (Job *job : looks)
        job->requestStop();
    qDeleteAll(looks);
}

Job *WorkRunner::newLook(Job::Body body)
{
    Job *const job = new Job(std::move(body), m_clock, m_lookLog, &m_lookPool, this);
    connect(job, &Job::finished, job, &QObject::deleteLater);
    count(job);
    return job;
}

void WorkRunner::count(Job *job)
{
    ++m_jobs;
    connect(job, &QObject::destroyed, this, [this] { --m_jobs; });
}

WorkRunner::Watched WorkRunner::prepare(const WorkTitle &title, Job::Body body)
{
    auto *const log = new WorkLog;
    Job *const job = new Job(std::move(body), m_clock, *log, m_queue->pool());
    log->setParent(job);
    count(job);
    auto *const work = new ActiveWork(title, job, this);
    log->attach(work);
    connect(work, &ActiveWork::ended, this, [this, work] {
        m_active.removeOne(work);
        Q_EMIT removed(work);
        work->deleteLater();
    });
    return {work, job};
}

void WorkRunner::begin(const Watched &watched)
{
    m_active << watched.work;
    Q_EMIT added(watched.work);
    m_queue->add(watched.work->title().repository, watched.job);
}

} // namespace masclet
