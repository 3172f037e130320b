#pragma once

#include "core/job/JobQueue.h"
#include "ui/support/ActiveWork.h"

#include <QTimer>

#include <functional>
#include <type_traits>

namespace masclet
{

/// Runs everything that may take long, never on the thread of the windows: look-ups that nobody watches, and
/// works that the activity panel shows. Results come back on the main thread, to a receiver that still lives.
/// Where a disk does not answer (fault S08) nothing ends: a look-up is then told as failed, and its result
/// comes later if it ever does; a work is recorded as left behind and told as failed for good.
/// Its destructor asks all work to stop and waits. Lives on the main thread.
class WorkRunner : public QObject
{
    Q_OBJECT

public:
    /// Look-ups at once; those that wait for a dead disk must not hold up the others.
    static constexpr int lookThreads = 16;

    explicit WorkRunner(const Clock &clock, QObject *parent = nullptr);
    ~WorkRunner() override;

    /// `work(JobContext &)` returns a Result<T>; `then(Result<T>)` gets it. The job deletes itself when it
    /// has ended.
    template <class Work, class Then>
    Job *look(QObject *receiver, Work work, Then then);
    /// The same, watched: shown in the activity panel, can be stopped.
    template <class Work, class Then>
    ActiveWork *run(const WorkTitle &title, QObject *receiver, Work work, Then then);

    const QList<ActiveWork *> &active() const { return m_active; }
    /// Nothing runs, and everything that was asked for has been delivered.
    bool isIdle() const { return m_jobs == 0; }
    /// Something waits for a disk and will not end: the process can only be left.
    bool isHeldByDisk() const;
    /// How long a look-up may wait for a disk.
    void setDiskPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    void added(masclet::ActiveWork *work);
    void removed(masclet::ActiveWork *work);
    /// A work was left behind, and what it had changed (a service it stopped) could not be put back.
    void leftUndone(const masclet::Error &alarm);

private:
    class WorkLog;
    struct Watched {
        ActiveWork *work;
        Job *job;
    };
    /// A job whose disk may fall silent.
    struct Pending {
        QPointer<Job> job;
        QPointer<ActiveWork> work; ///< null: a look-up
        std::function<void(const Error &)> tell;
        QElapsedTimer since = {};
        bool told = false;
    };

    template <class Work>
    using ValueOf = typename std::invoke_result_t<Work, JobContext &>::value_type;
    template <class Work>
    static Job::Body bodyOf(Work work);
    template <class Value, class Then>
    static auto deliver(Then then);
    template <class Value, class Then>
    static std::function<void(const Error &)> failureOf(QObject *receiver, Then then);

    Job *newLook(Job::Body body);
    void count(Job *job);
    Watched prepare(const WorkTitle &title, Job::Body body);
    /// The job starts when its turn has come.
    void begin(const Watched &watched);
    void watchDisk(Pending pending);
    void lookAtDisks();
    bool waitsTooLong(const Pending &pending) const;
    void leave(const Pending &pending);

    const Clock &m_clock;
    NullLog m_lookLog;
    QThreadPool m_lookPool;
    QList<ActiveWork *> m_active;
    int m_jobs = 0; ///< that exist; each delivers its result before it goes
    QList<Pending> m_pending;
    QTimer m_second;
    std::chrono::milliseconds m_patience{std::chrono::seconds(30)};
    std::unique_ptr<JobQueue> m_queue;
};

template <class Work>
Job::Body WorkRunner::bodyOf(Work work)
{
    return [work = std::move(work)](JobContext &context) -> Result<JobReport> {
        if constexpr (std::is_void_v<ValueOf<Work>>)
            return work(context).map([] { return JobReport{}; });
        else
            return work(context).map([](const ValueOf<Work> &value) { return JobReport{value}; });
    };
}

template <class Value, class Then>
auto WorkRunner::deliver(Then then)
{
    return [then = std::move(then)](const Result<JobReport> &result) {
        if constexpr (std::is_void_v<Value>)
            then(Result<>(result.map([](const JobReport &) {})));
        else
            then(Result<Value>(result.map([](const JobReport &report) { return report.as<Value>(); })));
    };
}

template <class Value, class Then>
std::function<void(const Error &)> WorkRunner::failureOf(QObject *receiver, Then then)
{
    return [guard = QPointer<QObject>(receiver), then = std::move(then)](const Error &why) {
        if (guard)
            then(Result<Value>(fail(why)));
    };
}

template <class Work, class Then>
Job *WorkRunner::look(QObject *receiver, Work work, Then then)
{
    Job *const job = newLook(bodyOf(std::move(work)));
    connect(job, &Job::finished, receiver, deliver<ValueOf<Work>>(then));
    watchDisk({job, nullptr, failureOf<ValueOf<Work>>(receiver, std::move(then))});
    job->start();
    return job;
}

template <class Work, class Then>
ActiveWork *WorkRunner::run(const WorkTitle &title, QObject *receiver, Work work, Then then)
{
    const Watched watched = prepare(title, bodyOf(std::move(work)));
    const auto connection = connect(watched.job, &Job::finished, receiver, deliver<ValueOf<Work>>(then));
    const auto tell = failureOf<ValueOf<Work>>(receiver, std::move(then));
    watchDisk({watched.job, watched.work, [tell, connection](const Error &why) {
                   disconnect(connection); // what was recorded as left is not told as done later
                   tell(why);
               }});
    begin(watched);
    return watched.work;
}

} // namespace masclet
