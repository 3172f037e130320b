#include "tests/core/checks/tst_LogsCheck.h"

#include "core/checks/Evaluators.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

RunRecord run(RunState state, const char *started, const QString &verb = QStringLiteral("backup"))
{
    RunRecord record;
    record.verb = verb;
    record.state = state;
    record.started = utc(started);
    record.finished = record.started.addSecs(60);
    record.message = state == RunState::Failed ? QStringLiteral("The disk is full.") : QString();
    return record;
}

LogFileFindings file(qint64 matches, const QString &problem = {})
{
    return {QStringLiteral("/var/log/postgresql.log"), matches, {}, 1000, 0, false, problem};
}

constexpr const char *newer = "2025-02-18T01:10";
constexpr const char *older = "2025-02-18T01:00";

} // namespace

void tst_LogsCheck::runsSinceTheDayBeforeDecide_data()
{
    QTest::addColumn<QList<RunState>>("states"); // newest first
    QTest::addColumn<int>("result");
    using S = RunState;
    QTest::newRow("none") << QList<S>{} << int(CheckResult::NotChecked);
    QTest::newRow("good") << QList<S>{S::Ok} << int(CheckResult::Pass);
    QTest::newRow("with warnings") << QList<S>{S::Warnings} << int(CheckResult::Warn);
    QTest::newRow("failed") << QList<S>{S::Failed} << int(CheckResult::Fail);
    QTest::newRow("interrupted") << QList<S>{S::Interrupted} << int(CheckResult::Fail);
    QTest::newRow("failed, then good") << QList<S>{S::Ok, S::Failed} << int(CheckResult::Warn);
    QTest::newRow("good, then failed") << QList<S>{S::Failed, S::Ok} << int(CheckResult::Fail);
    QTest::newRow("stopped by a person") << QList<S>{S::Stopped, S::Ok} << int(CheckResult::Pass);
    QTest::newRow("a stop mends nothing") << QList<S>{S::Stopped, S::Failed} << int(CheckResult::Fail);
    QTest::newRow("running") << QList<S>{S::Running} << int(CheckResult::NotChecked);
    QTest::newRow("running after a failure") << QList<S>{S::Running, S::Failed} << int(CheckResult::Fail);
}

void tst_LogsCheck::runsSinceTheDayBeforeDecide()
{
    QFETCH(QList<RunState>, states);
    QFETCH(int, result);
    DayFacts facts = emptyDay();
    const char *const times[] = {newer, older};
    for (qsizetype i = 0; i < states.size(); ++i)
        facts.runs << run(states[i], times[i]);
    const Check check = checkLogs(facts);
    QVERIFY2(int(check.result) == result, qPrintable(check.finding));
    if (check.result == CheckResult::Fail && states.first() == RunState::Failed)
        QVERIFY(check.finding.contains(QStringLiteral("The disk is full.")));
}

void tst_LogsCheck::anotherVerbDoesNotMendAFailure()
{
    DayFacts facts = emptyDay();
    facts.runs = {run(RunState::Ok, newer, QStringLiteral("retention")), run(RunState::Failed, older)};
    QCOMPARE(checkLogs(facts).result, CheckResult::Fail);
}

void tst_LogsCheck::runsOutsideThePeriodDoNotCount()
{
    DayFacts facts = emptyDay(); // since 17 February 00:00 in Madrid
    facts.runs = {run(RunState::Failed, "2025-02-18T23:00"), run(RunState::Ok, older),
                  run(RunState::Failed, "2025-02-16T22:59")};
    QCOMPARE(checkLogs(facts).result, CheckResult::Pass);
    facts.runs[0].started = utc("2025-02-18T22:59");
    QCOMPARE(checkLogs(facts).result, CheckResult::Fail);
    facts.runs[0].state = RunState::Ok;
    facts.runs[2].started = facts.logs.since;
    QCOMPARE(checkLogs(facts).result, CheckResult::Warn);
}

void tst_LogsCheck::filesDecide_data()
{
    QTest::addColumn<qint64>("ownErrors");
    QTest::addColumn<qint64>("matches");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<int>("result");
    const QString unreadable = QStringLiteral("Cannot read x");
    QTest::newRow("clean") << qint64(0) << qint64(0) << QString() << int(CheckResult::Pass);
    QTest::newRow("errors in our logs") << qint64(1) << qint64(0) << QString() << int(CheckResult::Warn);
    QTest::newRow("matches in a file") << qint64(0) << qint64(3) << QString() << int(CheckResult::Warn);
    QTest::newRow("unreadable file") << qint64(0) << qint64(0) << unreadable << int(CheckResult::NotChecked);
    QTest::newRow("errors and an unreadable file")
        << qint64(1) << qint64(0) << unreadable << int(CheckResult::Warn);
}

void tst_LogsCheck::filesDecide()
{
    QFETCH(qint64, ownErrors);
    QFETCH(qint64, matches);
    QFETCH(QString, problem);
    QFETCH(int, result);
    DayFacts facts = emptyDay();
    facts.runs = {run(RunState::Ok, newer)};
    facts.logs.ownErrors = ownErrors;
    facts.logs.files = {file(matches, problem)};
    QCOMPARE(int(checkLogs(facts).result), result);
}

void tst_LogsCheck::aFileThatCouldNotBeReadIsSaidBesideErrors()
{
    DayFacts facts = emptyDay();
    facts.runs = {run(RunState::Ok, newer)};
    facts.logs.files = {file(1), file(0, QStringLiteral("Cannot read x"))};
    QVERIFY(checkLogs(facts).unchecked.contains(QStringLiteral("Cannot read x")));
    facts.logs.files = {file(0)};
    QCOMPARE(checkLogs(facts).unchecked, QString());
    facts.logs.files[0].bytesSkipped = 1;
    facts.logs.files[0].restarted = true;
    QCOMPARE(checkLogs(facts).result, CheckResult::Pass);
    QVERIFY(checkLogs(facts).unchecked.contains(QStringLiteral("rotated")));
    QVERIFY(checkLogs(facts).unchecked.contains(QStringLiteral("only the newest")));
}

void tst_LogsCheck::evidenceShowsFiguresAndExcerpts()
{
    DayFacts facts = emptyDay();
    facts.profile.checks.logFiles = {QStringLiteral("/var/log/my postgres.log")};
    facts.profile.checks.logPatterns = {QStringLiteral("ERROR:"), QStringLiteral("it's")};
    facts.runs = {run(RunState::Ok, newer)};
    LogFileFindings findings = file(7);
    for (int i = 0; i < 7; ++i)
        findings.excerpts << QStringLiteral("ERROR: number %1").arg(i);
    facts.logs.files = {findings};
    const Check check = checkLogs(facts);
    QVERIFY(check.figures.contains(QStringLiteral("ERROR: number 6")));
    QVERIFY(!check.figures.contains(QStringLiteral("ERROR: number 1")));
    QCOMPARE(check.command, QStringLiteral("masclet-backup logs --profile masclet_imperi\n"
                                           "grep -n -F -e ERROR: -e 'it'\\''s' '/var/log/my postgres.log'"));
}
