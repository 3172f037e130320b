#include "ui/support/WorkRunner.h"

#include <algorithm>

namespace masclet
{

namespace
{

constexpr int workThreads = 8; ///< runs on different repositories at once

} // namespace

/// Hands what a person should know on to the work that is watched, as long as there is one: a job that is
/// left behind outlives it. Owned by the job, lives on the main thread.
class WorkRunner::WorkLog final : public QObject, public Log
{
public:
    void attach(ActiveWork *work) { m_work = work; }
    void write(LogLevel level, const QString &text) override
    {
        if (level < LogLevel::Warning)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, text] {
                if (m_work)
                    m_work->addWarning(text);
            },
            Qt::QueuedConnection);
    }

private:
    QPointer<ActiveWork> m_work;
};

WorkRunner::WorkRunner(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_queue(std::make_unique<JobQueue>(workThreads))
{
    m_lookPool.setMaxThreadCount(lookThreads);
    m_lookPool.setExpiryTimeout(-1); // children die with the thread that started them (PR_SET_PDEATHSIG)
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &WorkRunner::lookAtDisks);
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
    auto *const work = new ActiveWork(title, job, m_clock, this);
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

void WorkRunner::watchDisk(Pending pending)
{
    pending.since.start();
    m_pending << std::move(pending);
    if (!m_second.isActive())
        m_second.start();
}

void WorkRunner::lookAtDisks()
{
    m_pending.removeIf([](const Pending &pending) { return !pending.job; });
    if (m_pending.isEmpty())
        m_second.stop();
    const QList<Pending> all = m_pending; // whoever is told may ask for more
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all[i].told && waitsTooLong(all[i])) {
            m_pending[i].told = true;
            leave(all[i]);
        }
    }
}

bool WorkRunner::waitsTooLong(const Pending &pending) const
{
    if (!pending.job || !pending.job->isRunning())
        return false;
    if (pending.work)
        return pending.job->waitsForDisk();
    return pending.job->diskWait() > m_patience && pending.since.elapsed() > m_patience.count();
}

void WorkRunner::leave(const Pending &pending)
{
    if (!pending.work) {
        pending.tell({ErrorKind::Storage,
                      tr("The disk that holds the backups does not answer."),
                      tr("Look at the disk or network share; the command mount lists it. What is shown here "
                         "is read again as soon as it answers."),
                      {},
                      {}});
        return;
    }
    // By a thread of its own, which does not wait for that disk.
    look(
        this,
        [putBack = pending.job->takePutBack()](JobContext &) -> Result<> {
            const std::optional<Error> alarm = putBack();
            return alarm ? fail(*alarm) : Result<>();
        },
        [this](const Result<> &done) {
            if (!done)
                Q_EMIT leftUndone(done.error());
        });
    const Error why = pending.job->leave();
    pending.job->requestStop(); // as soon as the disk lets it
    pending.work->leave();
    pending.tell(why);
}

bool WorkRunner::isHeldByDisk() const
{
    return std::any_of(m_pending.begin(), m_pending.end(),
                       [](const Pending &pending) { return pending.told && pending.job; });
}

} // namespace masclet
