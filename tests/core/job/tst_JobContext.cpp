#include "tests/core/job/tst_JobContext.h"

#include "core/job/JobContext.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

#include <thread>
#include <vector>

using namespace masclet;
using namespace std::chrono_literals;

namespace
{

/// A context whose reports are kept and whose time a test moves.
struct Reports {
    test::FakeClock clock{QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC)};
    NullLog log;
    std::stop_source stop;
    QList<Progress> seen;
    JobContext context{stop.get_token(), clock, log, [this](const Progress &progress) {
                           seen << progress;
                       }};
};

class ListLog final : public Log
{
public:
    void write(LogLevel level, const QString &text) override { lines << nameOf(level) + QChar(u' ') + text; }
    QStringList lines;
};

} // namespace

void tst_JobContext::aTimeLimitAsksToStop()
{
    Reports reports;
    const auto stops = [&reports] {
        return reports.context.stopRequested();
    };
    {
        const TimeLimit none(reports.context, 0ms);
        const TimeLimit limit(reports.context, 1h);
        reports.clock.advance(59min);
        QVERIFY(!QTest::qWaitFor(stops, 300));
        reports.clock.advance(1min);
        QVERIFY(QTest::qWaitFor(stops, 20'000));
        QVERIFY(limit.isOver());
        QVERIFY(!reports.context.proceed());
    }
    QVERIFY(!reports.context.stopRequested()); // what comes after it may go on
}

void tst_JobContext::whoeverAsksWithinTheLimitIsHeard()
{
    Reports reports;
    const TimeLimit limit(reports.context, 1h);
    const std::stop_token early = reports.context.stopToken();
    reports.stop.request_stop();
    QVERIFY(QTest::qWaitFor([&] { return early.stop_requested(); }, 20'000));
    reports.clock.advance(2h);
    QTest::qWait(300); // three looks at the clock
    QVERIFY(!limit.isOver());
}

void tst_JobContext::phasesAreAlwaysReported()
{
    Reports reports;
    reports.context.phase(QStringLiteral("Dumping"), 100);
    reports.context.phase(QStringLiteral("Verifying"));
    QCOMPARE(reports.seen.size(), 2);
    QCOMPARE(reports.seen[0].phase, QStringLiteral("Dumping"));
    QCOMPARE(reports.seen[0].total, std::optional<qint64>(100));
    QCOMPARE(reports.seen[1].phase, QStringLiteral("Verifying"));
    QCOMPARE(reports.seen[1].total, std::nullopt);
    QCOMPARE(reports.seen[1].bytes, 0);
}

void tst_JobContext::bytesAreReportedAtMostTenTimesASecond()
{
    Reports reports;
    reports.context.phase(QStringLiteral("Dumping"));
    for (int i = 0; i < 1000; ++i) {
        reports.clock.advance(1ms);
        reports.context.advance(1);
    }
    QCOMPARE(reports.seen.size(), 1 + 10);
    QCOMPARE(reports.seen.last().bytes, 1000);
}

void tst_JobContext::whatWasHeldBackComesWithTheNextPhaseAndTheEnd()
{
    Reports reports;
    reports.context.phase(QStringLiteral("Dumping"));
    reports.context.advance(7);
    QCOMPARE(reports.seen.size(), 1);
    reports.context.phase(QStringLiteral("Verifying"));
    QCOMPARE(reports.seen.size(), 3);
    QCOMPARE(reports.seen[1].phase, QStringLiteral("Dumping"));
    QCOMPARE(reports.seen[1].bytes, 7);
    reports.context.advance(5);
    reports.context.finish();
    QCOMPARE(reports.seen.last().bytes, 5);
    const qsizetype count = reports.seen.size();
    reports.context.finish(); // nothing new
    QCOMPARE(reports.seen.size(), count);
}

void tst_JobContext::phasesAreKeptWithTheirStarts()
{
    Reports reports;
    const std::chrono::nanoseconds start = reports.clock.monotonic();
    reports.context.phase(QStringLiteral("Dumping"));
    reports.clock.advance(3s);
    for (int part = 0; part < 3; ++part)
        reports.context.phase(QStringLiteral("Verifying"));
    const QList<PhaseStart> phases = reports.context.phases();
    QCOMPARE(phases.size(), 2);
    QCOMPARE(phases[0].name, QStringLiteral("Dumping"));
    QVERIFY(phases[0].at == start);
    QCOMPARE(phases[1].name, QStringLiteral("Verifying"));
    QVERIFY(phases[1].at == start + 3s);
}

void tst_JobContext::rateIsThatOfThePhase()
{
    Reports reports;
    reports.context.phase(QStringLiteral("Dumping"));
    QCOMPARE(reports.seen.last().bytesPerSecond, 0.0);
    reports.clock.advance(2s);
    reports.context.advance(1000);
    QCOMPARE(reports.seen.last().bytesPerSecond, 500.0);
    reports.context.phase(QStringLiteral("Verifying"));
    reports.clock.advance(1s);
    reports.context.advance(10);
    QCOMPARE(reports.seen.last().bytesPerSecond, 10.0);
}

void tst_JobContext::objectStaysUntilAnotherIsNamed()
{
    Reports reports;
    reports.context.phase(QStringLiteral("Dumping"));
    reports.context.advance(1, QStringLiteral("public.animals"));
    reports.context.advance(1);
    reports.context.finish();
    QCOMPARE(reports.seen.last().object, QStringLiteral("public.animals"));
    reports.context.phase(QStringLiteral("Verifying"));
    QCOMPARE(reports.seen.last().object, QString());
}

// L09
void tst_JobContext::clockSetBackDoesNotStopReports()
{
    Reports reports;
    reports.context.phase(QStringLiteral("Dumping"));
    reports.clock.setWall(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    reports.clock.advance(200ms);
    reports.context.advance(100);
    QCOMPARE(reports.seen.size(), 2);
    QCOMPARE(reports.seen.last().bytesPerSecond, 500.0);
}

void tst_JobContext::stopIsAnOutcomeOfItsOwn()
{
    Reports reports;
    QVERIFY_RESULT(reports.context.proceed());
    QVERIFY(!reports.context.stopRequested());
    reports.stop.request_stop();
    QVERIFY(reports.context.stopRequested());
    QVERIFY_FAILS(reports.context.proceed(), ErrorKind::Stopped);
    QVERIFY(reports.context.stopToken().stop_requested());
}

void tst_JobContext::logGoesToTheSecondPlaceWhileItIsAttached()
{
    const test::FakeClock clock(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    ListLog first;
    ListLog second;
    JobContext context({}, clock, first, {});
    context.log().info(QStringLiteral("before"));
    context.attachLog(&second);
    context.log().warning(QStringLiteral("during"));
    context.attachLog(nullptr);
    context.log().error(QStringLiteral("after"));
    QCOMPARE(first.lines, QStringList({QStringLiteral("info before"), QStringLiteral("warning during"),
                                       QStringLiteral("error after")}));
    QCOMPARE(second.lines, QStringList({QStringLiteral("warning during")}));
    context.phase(QStringLiteral("nobody listens")); // without a sink
}

void tst_JobContext::manyThreadsMayReportAndLog()
{
    const SystemClock clock;
    ListLog log; // guarded by the context
    qint64 last = 0;
    JobContext context({}, clock, log, [&](const Progress &progress) { last = progress.bytes; });
    context.phase(QStringLiteral("Counting"));
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 1000; ++n) {
                context.advance(1);
                context.log().debug(QStringLiteral("x"));
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    context.finish();
    QCOMPARE(last, 4000);
    QCOMPARE(log.lines.size(), 4000);
}
