#pragma once

#include "core/base/DiskWait.h"
#include "core/job/JobContext.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <any>
#include <memory>

namespace masclet
{

/// What a job hands back when it is done: the report of its service, by value.
struct JobReport {
    std::any value;
    template <class T>
    const T &as() const
    {
        return std::any_cast<const T &>(value);
    }
    /// Reports are compared by nobody; Qt's meta types want an operator for signal arguments.
    friend bool operator==(const JobReport &, const JobReport &) { return false; }
};

/// One long work in QtConcurrent. The object lives on the main thread; the body runs in the pool and is a
/// plain function. Stopping is a request; the result (done, failed, Stopped) arrives through finished()
/// exactly once.
class Job : public QObject
{
    Q_OBJECT

public:
    using Body = std::function<Result<JobReport>(JobContext &)>;

    /// `clock` and `log` must outlive the job. Without a pool Qt's global one is used.
    Job(Body body, const Clock &clock, Log &log, QThreadPool *pool = nullptr, QObject *parent = nullptr);
    /// Asks the body to stop and waits for it.
    ~Job() override;

    void start();
    void requestStop() { m_stop.request_stop(); }
    bool isRunning() const { return m_watcher.isRunning(); }
    /// Something is being put back: wait, however long ago the job was asked to stop (see PutsBack).
    bool putsBack() const { return m_signs.putsBack > 0; }
    /// How long the oldest call of this work to a file system has been waiting for an answer.
    std::chrono::milliseconds diskWait() const;
    /// A file system has not answered this work for longer than it allows: it cannot be stopped any more,
    /// only left.
    bool waitsForDisk() const;
    /// Takes over what a work that is left behind owes (services it stopped): the answer puts all of it back,
    /// on any thread, for as long as that takes, and gives the first thing that could not be.
    std::function<std::optional<Error>()> takePutBack();
    /// Records that the work is left behind; the process must end now. What to tell a person; with `alarm`,
    /// what could not be put back, that.
    Error leave(const std::optional<Error> &alarm = {});

Q_SIGNALS:
    void progressed(const masclet::Progress &progress);
    void finished(const masclet::Result<masclet::JobReport> &result);

private:
    Body m_body;
    const Clock &m_clock;
    Log &m_log;
    QThreadPool *m_pool;
    std::stop_source m_stop;
    JobContext::Signs m_signs;
    DiskWaits m_diskWaits;
    QFutureWatcher<std::shared_ptr<Result<JobReport>>> m_watcher;
};

} // namespace masclet

Q_DECLARE_METATYPE(masclet::Progress)
