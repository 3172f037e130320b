#pragma once

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/base/Result.h"
#include "core/job/Progress.h"

#include <QList>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace masclet
{

/// What the body of a job gets: whether to stop, where to report, where to log. Lives on the worker's stack;
/// its functions may be called from any thread the body starts.
class JobContext
{
public:
    using Sink = std::function<void(const Progress &)>;
    /// Puts one thing back; owns all it needs, since the work it belongs to may have gone on by then.
    using PutBack = std::function<Result<>(JobContext &)>;

    /// What whoever waits for the work wants to know of it. Must outlive the work.
    struct Signs {
        std::atomic<int> putsBack = 0; ///< PutsBack that live
        /// A file system that does not answer for so long never will (fault S08).
        std::atomic<std::chrono::milliseconds> diskLimit{std::chrono::minutes(15)};
        std::mutex mutex;
        std::function<void(const Error &)> whenLeft; ///< guarded by the mutex
        std::map<qint64, PutBack> toPutBack;         ///< guarded by the mutex
    };

    JobContext(std::stop_token stop, const Clock &clock, Log &log, Sink sink, Signs *signs = nullptr);

    bool stopRequested() const { return m_stop.stop_requested(); }
    const std::stop_token &stopToken() const { return m_stop; }
    const Clock &clock() const { return m_clock; }
    /// Writes to the job's log and, while a run has one, to the run's own.
    Log &log() { return m_log; }
    /// A second place for everything that is logged (the run's file), until detached with nullptr. It must
    /// outlive the time it is attached.
    void attachLog(Log *second);

    /// Before the work touches a disk that another limit is set for.
    void limitDiskWait(std::chrono::milliseconds limit);

    /// Called, on another thread, when the process leaves this work behind because it can never end: to
    /// record that. With nullptr nobody is called any more.
    void whenLeft(std::function<void(const Error &)> record);

    /// What is put back, the highest number first, when the process leaves this work behind: a service that
    /// was stopped must not wait for a disk. With nullptr that is no longer owed.
    void putBackWhenLeft(qint64 number, PutBack putBack);

    /// Called with the name of each phase that begins, on the thread that begins it, until set to nullptr.
    void whenPhaseBegins(std::function<void(const QString &)> tell);

    /// Begins a phase; always reported. `total` in raw bytes when known.
    void phase(const QString &name, std::optional<qint64> total = {});
    /// Reported at most ten times a second; the last value of a phase arrives with the next phase or
    /// finish().
    void advance(qint64 bytes, const QString &object = {});
    /// Reports what the limit held back.
    void finish();
    /// All phases so far, in their order; one that is begun again at once is one.
    QList<PhaseStart> phases() const;

    /// The one Stopped error, for MASCLET_TRY: `MASCLET_TRY(context.proceed())`.
    Result<> proceed() const;

private:
    class Tee final : public Log
    {
    public:
        explicit Tee(Log &first);
        void write(LogLevel level, const QString &text) override;
        void attach(Log *second);

    private:
        std::mutex m_mutex;
        Log &m_first;
        Log *m_second = nullptr;
    };

    void report(bool force);

    friend class PutsBack;
    friend class TimeLimit;

    std::stop_token m_stop;
    const Clock &m_clock;
    Tee m_log;
    Sink m_sink;
    Signs *m_signs;
    mutable std::mutex m_mutex;
    std::function<void(const QString &)> m_tellPhase;
    Progress m_progress;
    QList<PhaseStart> m_phases;
    std::chrono::nanoseconds m_phaseStart{};
    std::chrono::nanoseconds m_lastReport{};
    bool m_pending = false;
};

/// While one lives, the work is putting something back (starting a service again) and must not be abandoned,
/// however long ago it was asked to stop. Its own limits end it.
class PutsBack
{
public:
    explicit PutsBack(JobContext &context);
    ~PutsBack();
    PutsBack(const PutsBack &) = delete;
    PutsBack &operator=(const PutsBack &) = delete;

private:
    std::atomic<int> *m_count;
};

/// While one lives, the work is asked to stop once it has taken so long, as if somebody did; also when
/// somebody does. Made and ended by the thread of the work, outside of whatever else watches its stop token.
class TimeLimit
{
public:
    /// Zero: none.
    TimeLimit(JobContext &context, std::chrono::milliseconds limit);
    ~TimeLimit();
    TimeLimit(const TimeLimit &) = delete;
    TimeLimit &operator=(const TimeLimit &) = delete;

    /// It was the limit, and nobody else, that asked.
    bool isOver() const { return m_isOver; }

private:
    void watch(const std::stop_token &ended, std::chrono::nanoseconds end);

    JobContext &m_context;
    const std::stop_token m_asked; ///< by others
    std::stop_source m_source;
    std::atomic<bool> m_isOver = false;
    std::mutex m_mutex;
    std::condition_variable_any m_ended;
    std::jthread m_watcher;
};

} // namespace masclet
