#pragma once

#include "core/job/JobQueue.h"
#include "ui/support/ActiveWork.h"

#include <type_traits>
#include <variant>

namespace masclet
{

/// Runs everything that may take long, never on the thread of the windows: look-ups that nobody watches, and
/// works that the activity panel shows. Results come back on the main thread, to a receiver that still lives.
/// Its destructor asks all work to stop and waits. Lives on the main thread.
class WorkRunner : public QObject
{
    Q_OBJECT

public:
    explicit WorkRunner(const Clock &clock, QObject *parent = nullptr);
    ~WorkRunner() override;

    /// `work(JobContext &)` returns a Result<T>; `then(Result<T>)` gets it.
    template <class Work, class Then>
    void look(QObject *receiver, Work work, Then then);
    /// The same, watched: shown in the activity panel, can be stopped.
    template <class Work, class Then>
    ActiveWork *run(const WorkTitle &title, QObject *receiver, Work work, Then then);

    const QList<ActiveWork *> &active() const { return m_active; }
    /// Nothing runs, and everything that was asked for has been delivered.
    bool isIdle() const { return m_jobs == 0; }

Q_SIGNALS:
    void added(masclet::ActiveWork *work);
    void removed(masclet::ActiveWork *work);

private:
    class WorkLog;
    struct Watched {
        ActiveWork *work;
        Job *job;
    };

    template <class Work>
    using ValueOf = typename std::invoke_result_t<Work, JobContext &>::value_type;
    template <class Work>
    static Job::Body bodyOf(Work work);
    template <class Value, class Then>
    static auto deliver(Then then);

    Job *newLook(Job::Body body);
    void count(Job *job);
    Watched prepare(const WorkTitle &title, Job::Body body);
    /// The job starts when its turn has come.
    void begin(const Watched &watched);

    const Clock &m_clock;
    NullLog m_lookLog;
    QThreadPool m_lookPool;
    QList<ActiveWork *> m_active;
    int m_jobs = 0; ///< that exist; each delivers its result before it goes
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

template <class Work, class Then>
void WorkRunner::look(QObject *receiver, Work work, Then then)
{
    Job *const job = newLook(bodyOf(std::move(work)));
    connect(job, &Job::finished, receiver, deliver<ValueOf<Work>>(std::move(then)));
    job->start();
}

template <class Work, class Then>
ActiveWork *WorkRunner::run(const WorkTitle &title, QObject *receiver, Work work, Then then)
{
    const Watched watched = prepare(title, bodyOf(std::move(work)));
    connect(watched.job, &Job::finished, receiver, deliver<ValueOf<Work>>(std::move(then)));
    begin(watched);
    return watched.work;
}

} // namespace masclet
