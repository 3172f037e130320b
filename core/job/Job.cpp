#include "core/job/Job.h"

#include "core/base/Hash.h"
#include "core/base/Log.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>

namespace masclet
{

namespace
{

/// Where the system has no thread left, QThreadPool waits for one for ever and says nothing (fault D20).
bool canStartThread()
{
    try {
        std::thread([] {}).join();
        return true;
    } catch (const std::system_error &) {
        return false;
    }
}

/// The only try block around our own code: an exception leaving QtConcurrent would arrive without its text.
std::shared_ptr<Result<JobReport>> runBody(const Job::Body &body, JobContext &context)
{
    try {
        auto result = std::make_shared<Result<JobReport>>(body(context));
        context.finish();
        return result;
    } catch (const std::exception &problem) {
        return std::make_shared<Result<JobReport>>(
            fail(ErrorKind::Internal, QObject::tr("The work ended with an unexpected error."), {},
                 QString::fromLocal8Bit(problem.what())));
    }
}

} // namespace

Job::Job(Body body, const Clock &clock, Log &log, QThreadPool *pool, QObject *parent)
    : QObject(parent)
    , m_body(std::move(body))
    , m_clock(clock)
    , m_log(log)
    , m_pool(pool ? pool : QThreadPool::globalInstance())
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this,
            [this] { Q_EMIT finished(*m_watcher.result()); });
}

Job::~Job()
{
    m_stop.request_stop();
    m_watcher.disconnect();
    m_watcher.waitForFinished();
}

std::chrono::milliseconds Job::diskWait() const
{
    // What nobody in particular waits for may be this work's.
    return std::max(m_diskWaits.longest(), DiskWaits::ofNobody().longest());
}

bool Job::waitsForDisk() const
{
    return isRunning() && diskWait() > m_signs.diskLimit.load();
}

std::function<std::optional<Error>()> Job::takePutBack()
{
    const std::scoped_lock lock(m_signs.mutex);
    return [owed = std::exchange(m_signs.toPutBack, {}), &clock = m_clock] {
        NullLog log;
        JobContext context({}, clock, log, {});
        std::optional<Error> first;
        for (auto it = owed.rbegin(); it != owed.rend(); ++it) {
            if (auto done = it->second(context); !done && !first)
                first = std::move(done).error();
        }
        return first;
    };
}

Error Job::leave(const std::optional<Error> &alarm)
{
    const Error silent{
        ErrorKind::Storage,
        QObject::tr("The disk did not answer, so the work was abandoned."),
        QObject::tr("Look at the disk or network share that holds the backups; the command mount "
                    "lists it. The next run cleans up."),
        {},
        {}};
    const Error why = alarm ? withCause(*alarm, &silent) : silent;
    const std::scoped_lock lock(m_signs.mutex);
    if (m_signs.whenLeft)
        m_signs.whenLeft(why);
    return why;
}

void Job::start()
{
    // Progress crosses to this object's thread by a queued call; the sender is alive because ~Job waits.
    auto report = [this](const Progress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    };
    if (!canStartThread()) {
        const auto refuse = [this] {
            Q_EMIT finished(fail(ErrorKind::Internal, QObject::tr("The work could not be started."),
                                 QObject::tr("The system may be out of memory or processes.")));
        };
        QMetaObject::invokeMethod(this, refuse, Qt::QueuedConnection);
        return;
    }
    m_watcher.setFuture(QtConcurrent::run(m_pool, [this, report] {
        const WaitsForDiskAs mine(m_diskWaits);
        JobContext context(m_stop.get_token(), m_clock, m_log, report, &m_signs);
        auto result = runBody(m_body, context);
        releaseHashingThread();
        return result;
    }));
}

} // namespace masclet
