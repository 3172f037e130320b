#include "tests/cli/tst_JobRunner.h"

#include "app/cli/JobRunner.h"
#include "app/cli/ProgressPrinter.h"
#include "app/cli/StopSignals.h"
#include "tests/cli/ScriptedConsole.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"

#include <QThread>

#include <csignal>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QDateTime start(QDate(2025, 2, 18), QTime(1, 0), Qt::UTC);

/// Kills this process softly as soon as it runs, then works until it is asked to stop.
Result<JobReport> workUntilStopped(JobContext &context, int signal)
{
    ::kill(::getpid(), signal);
    while (!context.stopRequested())
        QThread::msleep(1);
    MASCLET_TRY(context.proceed());
    return JobReport{};
}

} // namespace

void tst_JobRunner::theResultOfTheWorkComesBack()
{
    FakeClock clock(start);
    ScriptedConsole console;
    const auto good = runJob(clock, console, [](JobContext &) -> Result<JobReport> { return JobReport{7}; });
    QVERIFY_RESULT(good);
    QCOMPARE(good->as<int>(), 7);
    const auto bad = runJob(clock, console, [](JobContext &) -> Result<JobReport> {
        return fail(ErrorKind::Dump, QStringLiteral("x"));
    });
    QVERIFY_FAILS(bad, ErrorKind::Dump);
}

void tst_JobRunner::aSignalStopsTheWork_data() // D23
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void tst_JobRunner::aSignalStopsTheWork()
{
    QFETCH(int, signal);
    FakeClock clock(start);
    ScriptedConsole console;
    const auto result =
        runJob(clock, console, [signal](JobContext &context) { return workUntilStopped(context, signal); });
    QVERIFY_FAILS(result, ErrorKind::Stopped);
    QCOMPARE(StopSignals::lastSignal(), signal);
    QVERIFY(console.errors.contains("Stopping"));
}

void tst_JobRunner::anIgnoredSignalStaysIgnored()
{
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    struct sigaction before = {};
    ::sigaction(SIGHUP, &ignore, &before);
    FakeClock clock(start);
    ScriptedConsole console;
    const auto result = runJob(clock, console, [](JobContext &) -> Result<JobReport> {
        ::kill(::getpid(), SIGHUP);
        return JobReport{};
    });
    struct sigaction after = {};
    ::sigaction(SIGHUP, &before, &after);
    QVERIFY_RESULT(result);
    QVERIFY(after.sa_handler == SIG_IGN);
}

void tst_JobRunner::warningsOfTheWorkAreShown()
{
    FakeClock clock(start);
    ScriptedConsole console;
    QVERIFY_RESULT(runJob(clock, console, [](JobContext &context) -> Result<JobReport> {
        context.log().info(QStringLiteral("not shown"));
        context.log().warning(QStringLiteral("low\nspace"));
        return JobReport{};
    }));
    QCOMPARE(console.errors, QByteArray("Warning: low\\nspace\n"));
}

void tst_JobRunner::progressIsALiveLineOnATerminal()
{
    FakeClock clock(start);
    ScriptedConsole console(ScriptedConsole::Streams::Terminal);
    ProgressPrinter printer(console, clock);
    printer.show({QStringLiteral("Dumping"), QStringLiteral("shop"), 2048, 4096, 1024.0});
    QCOMPARE(console.errors, QByteArray("\r\x1b[KDumping shop: 2.0 kB of 4.0 kB, 1.0 kB/s").left(4 + 39));
    console.errors.clear();
    printer.note(QStringLiteral("A note"));
    QCOMPARE(console.errors, QByteArray("\r\x1b[KA note\n"));
    console.errors.clear();
    printer.finish();
    QCOMPARE(console.errors, QByteArray());
}

void tst_JobRunner::progressIsPlainLinesInAPipe()
{
    FakeClock clock(start);
    ScriptedConsole console;
    ProgressPrinter printer(console, clock);
    Progress progress{QStringLiteral("Dumping"), {}, 0, {}, 0};
    printer.show(progress);
    progress.bytes = 5;
    printer.show(progress);
    QCOMPARE(console.errors, QByteArray("Dumping\n"));
    clock.advance(std::chrono::seconds(10));
    printer.show(progress);
    QCOMPARE(console.errors, QByteArray("Dumping\nDumping: 5 B, 0 B/s\n"));
    printer.show({QStringLiteral("Reading\nback"), {}, 0, {}, 0});
    QVERIFY(console.errors.endsWith("Reading\nback\n"));
}
