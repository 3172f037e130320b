#include "tests/core/job/tst_Job.h"

#include "tests/support/TestMain.h"

#include <atomic>
#include <semaphore>
#include <stdexcept>

using namespace masclet;

void tst_Job::resultArrivesOnceOnTheMainThread()
{
    Job job([](JobContext &) -> Result<JobReport> { return JobReport{42}; }, m_clock, m_log);
    int calls = 0;
    QThread *seen = nullptr;
    connect(&job, &Job::finished, this, [&](const Result<JobReport> &result) {
        ++calls;
        seen = QThread::currentThread();
        QVERIFY_RESULT(result);
        QCOMPARE(result->as<int>(), 42);
    });
    job.start();
    QTRY_COMPARE(calls, 1);
    QCOMPARE(seen, thread());
}

void tst_Job::millionsOfReportsBecomeFewSignals()
{
    Job job(
        [](JobContext &context) -> Result<JobReport> {
            context.phase(QStringLiteral("counting"));
            for (int i = 0; i < 1'000'000; ++i)
                context.advance(1);
            return JobReport{};
        },
        m_clock, m_log);
    int signalCount = 0;
    qint64 last = 0;
    bool done = false;
    connect(&job, &Job::progressed, this, [&](const Progress &progress) {
        ++signalCount;
        last = progress.bytes;
    });
    connect(&job, &Job::finished, this, [&] { done = true; });
    job.start();
    QTRY_VERIFY_WITH_TIMEOUT(done, 30'000);
    QTRY_COMPARE(last, qint64(1'000'000));
    QVERIFY2(signalCount < 1000, qPrintable(QString::number(signalCount)));
}

void tst_Job::stopIsAResultOfItsOwn()
{
    Job job(
        [](JobContext &context) -> Result<JobReport> {
            while (!context.stopRequested())
                QThread::yieldCurrentThread();
            MASCLET_TRY(context.proceed());
            return JobReport{};
        },
        m_clock, m_log);
    Result<JobReport> outcome = JobReport{};
    bool done = false;
    connect(&job, &Job::finished, this, [&](const Result<JobReport> &result) {
        outcome = result;
        done = true;
    });
    job.start();
    job.requestStop();
    QTRY_VERIFY(done);
    QVERIFY_FAILS(outcome, ErrorKind::Stopped);
}

void tst_Job::deletingARunningJobStopsIt()
{
    std::atomic<bool> ended = false;
    {
        Job job(
            [&](JobContext &context) -> Result<JobReport> {
                while (!context.stopRequested())
                    QThread::yieldCurrentThread();
                ended = true;
                return JobReport{};
            },
            m_clock, m_log);
        job.start();
    }
    QVERIFY(ended);
}

void tst_Job::itIsSeenThatAJobPutsSomethingBack()
{
    std::atomic<int> step = 0;
    const auto waitFor = [&](int wanted) {
        while (step < wanted)
            QThread::yieldCurrentThread();
    };
    Job job(
        [&](JobContext &context) -> Result<JobReport> {
            {
                const PutsBack outer(context);
                const PutsBack inner(context);
                step = 1;
                waitFor(2);
            }
            step = 3;
            waitFor(4);
            return JobReport{};
        },
        m_clock, m_log);
    bool done = false;
    connect(&job, &Job::finished, this, [&] { done = true; });
    QVERIFY(!job.putsBack());
    job.start();
    waitFor(1);
    QVERIFY(job.putsBack());
    step = 2;
    waitFor(3);
    QVERIFY(!job.putsBack());
    step = 4;
    QTRY_VERIFY(done);
}

void tst_Job::onlyTheJobThatWaitsForADiskIsHeldByIt()
{
    std::counting_semaphore<2> goOn(0);
    std::counting_semaphore<2> begun(0);
    const auto held = [&](JobContext &context) -> Result<JobReport> {
        context.limitDiskWait(std::chrono::milliseconds(1));
        begun.release();
        goOn.acquire();
        return JobReport{};
    };
    const auto heldByDisk = [&](JobContext &context) -> Result<JobReport> {
        const DiskCall call;
        return held(context);
    };
    QThreadPool pool;
    pool.setMaxThreadCount(2);
    Job silent(heldByDisk, m_clock, m_log, &pool);
    Job healthy(held, m_clock, m_log, &pool);
    const auto atLast = qScopeGuard([&] { goOn.release(2); });
    for (Job *job : {&silent, &healthy}) {
        job->start();
        begun.acquire();
    }
    QTRY_VERIFY(silent.waitsForDisk());
    QVERIFY(silent.diskWait() > std::chrono::milliseconds(1));
    QVERIFY(!healthy.waitsForDisk());
    QCOMPARE(healthy.diskWait(), std::chrono::milliseconds(0));
    { // of a thread that nobody sent: it may work for any of them
        const DiskCall call;
        QTRY_VERIFY(healthy.waitsForDisk());
    }
    QVERIFY(!healthy.waitsForDisk());
}

void tst_Job::exceptionsBecomeInternalErrors()
{
    Job job([](JobContext &) -> Result<JobReport> { throw std::runtime_error("boom"); }, m_clock, m_log);
    Result<JobReport> outcome = JobReport{};
    bool done = false;
    connect(&job, &Job::finished, this, [&](const Result<JobReport> &result) {
        outcome = result;
        done = true;
    });
    job.start();
    QTRY_VERIFY(done);
    QVERIFY_FAILS(outcome, ErrorKind::Internal);
    QCOMPARE(outcome.error().detail, QStringLiteral("boom"));
}
