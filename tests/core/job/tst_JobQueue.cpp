#include "tests/core/job/tst_JobQueue.h"

#include "tests/support/TestMain.h"

#include <QPointer>

#include <atomic>

using namespace masclet;

namespace
{

const QString server = QStringLiteral("server");

Result<JobReport> untilStopped(JobContext &context)
{
    while (!context.stopRequested())
        QThread::yieldCurrentThread();
    MASCLET_TRY(context.proceed());
    return JobReport{};
}

} // namespace

void tst_JobQueue::jobsOfOneKeyRunInOrder()
{
    JobQueue queue(4);
    QList<int> order;
    std::atomic<int> atOnce = 0;
    std::atomic<int> most = 0;
    for (int i = 0; i < 5; ++i) {
        auto *job = new Job(
            [&](JobContext &) -> Result<JobReport> {
                most = std::max(most.load(), ++atOnce);
                QThread::yieldCurrentThread();
                --atOnce;
                return JobReport{};
            },
            m_clock, m_log, queue.pool());
        connect(job, &Job::finished, this, [&order, i] { order << i; });
        queue.add(server, job);
    }
    QTRY_COMPARE(order, (QList<int>{0, 1, 2, 3, 4}));
    QCOMPARE(most.load(), 1);
}

void tst_JobQueue::jobsOfDifferentKeysRunAtOnce()
{
    JobQueue queue(2);
    std::atomic<int> running = 0;
    int done = 0;
    for (int i = 0; i < 2; ++i) {
        auto *job = new Job(
            [&](JobContext &) -> Result<JobReport> {
                ++running;
                while (running < 2) // each waits for the other
                    QThread::yieldCurrentThread();
                return JobReport{};
            },
            m_clock, m_log, queue.pool());
        connect(job, &Job::finished, this, [&done] { ++done; });
        queue.add(QString::number(i), job);
    }
    QTRY_COMPARE(done, 2);
}

void tst_JobQueue::aFailureDoesNotHoldUpTheNext()
{
    JobQueue queue(1);
    QList<bool> good;
    for (const bool succeed : {false, true}) {
        auto *job = new Job(
            [succeed](JobContext &) -> Result<JobReport> {
                if (!succeed)
                    return fail(ErrorKind::Dump, QStringLiteral("no"));
                return JobReport{};
            },
            m_clock, m_log, queue.pool());
        connect(job, &Job::finished, this,
                [&good](const Result<JobReport> &result) { good << result.has_value(); });
        queue.add(server, job);
    }
    QTRY_COMPARE(good, (QList<bool>{false, true}));
}

void tst_JobQueue::deletingTheQueueStopsWhatRunsAndDropsWhatWaits()
{
    std::atomic<bool> ended = false;
    std::atomic<bool> secondRan = false;
    QPointer<Job> running;
    QPointer<Job> waiting;
    {
        JobQueue queue(1);
        std::atomic<bool> begun = false;
        running = new Job(
            [&](JobContext &context) -> Result<JobReport> {
                begun = true;
                Result<JobReport> result = untilStopped(context);
                ended = true;
                return result;
            },
            m_clock, m_log, queue.pool());
        waiting = new Job(
            [&](JobContext &) -> Result<JobReport> {
                secondRan = true;
                return JobReport{};
            },
            m_clock, m_log, queue.pool());
        queue.add(server, running);
        queue.add(server, waiting);
        QTRY_VERIFY(begun);
    }
    QVERIFY(ended);
    QVERIFY(!secondRan);
    QVERIFY(running.isNull());
    QVERIFY(waiting.isNull());
}

void tst_JobQueue::stoppedJobLetsTheNextStart()
{
    JobQueue queue(1);
    auto *first = new Job(untilStopped, m_clock, m_log, queue.pool());
    auto *second =
        new Job([](JobContext &) -> Result<JobReport> { return JobReport{7}; }, m_clock, m_log, queue.pool());
    std::optional<ErrorKind> firstEnd;
    int value = 0;
    connect(first, &Job::finished, this, [&](const Result<JobReport> &result) {
        firstEnd = result ? std::nullopt : std::optional(result.error().kind);
    });
    connect(second, &Job::finished, this,
            [&](const Result<JobReport> &result) { value = result->as<int>(); });
    queue.add(server, first);
    queue.add(server, second);
    first->requestStop();
    QTRY_COMPARE(value, 7);
    QCOMPARE(firstEnd, std::optional(ErrorKind::Stopped));
}

void tst_JobQueue::waitingCountsThoseThatDidNotStart()
{
    JobQueue queue(2);
    QCOMPARE(queue.waiting(), 0);
    QList<Job *> jobs;
    for (const char *key : {"a", "a", "a", "b"}) {
        jobs << new Job(untilStopped, m_clock, m_log, queue.pool());
        queue.add(QLatin1String(key), jobs.last());
    }
    QCOMPARE(queue.waiting(), 2);
    QPointer<Job> first = jobs[0];
    first->requestStop();
    QTRY_COMPARE(queue.waiting(), 1);
    QTRY_VERIFY(first.isNull()); // deleted after its end was told
}
