#include "tests/core/checks/tst_WindowCheck.h"

#include "core/base/LocalTime.h"
#include "core/checks/DaySet.h"
#include "core/checks/Evaluators.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

DayFacts dayWith(const StoredSet &set)
{
    DayFacts facts = emptyDay();
    facts.sets = {set};
    facts.set = setOfDay(facts.sets, facts.day, facts.zone);
    return facts;
}

const QString setOfToday = QStringLiteral("masclet_imperi_20250218");

} // namespace

void tst_WindowCheck::whenASetCountsForTheWindow_data()
{
    QTest::addColumn<QByteArray>("started");
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<int>("result");
    const auto row = [](const char *name, const char *started, const char *trigger, CheckResult result) {
        QTest::newRow(name) << QByteArray(started) << QString::fromLatin1(trigger) << int(result);
    };
    row("at the due time", "2025-02-18T01:00", "schedule", CheckResult::Pass);
    row("at the window's end", "2025-02-18T03:00", "schedule", CheckResult::Pass);
    row("by hand within the window", "2025-02-18T02:00", "manual", CheckResult::Pass);
    row("a minute too late", "2025-02-18T03:01", "schedule", CheckResult::Warn);
    row("by hand at noon", "2025-02-18T11:00", "manual", CheckResult::Warn);
    row("by hand before the due time", "2025-02-18T00:10", "manual", CheckResult::Warn);
    row("the evening before", "2025-02-17T20:00", "manual", CheckResult::Fail);
}

void tst_WindowCheck::whenASetCountsForTheWindow()
{
    QFETCH(QByteArray, started);
    QFETCH(QString, trigger);
    QFETCH(int, result);
    StoredSet set = sampleSet(setOfToday, started.constData(), SetState::Verified);
    set.trigger = trigger;
    DayFacts facts = dayWith(set);
    facts.now = utc("2025-02-18T22:00");
    const Check check = checkWindow(facts);
    QCOMPARE(int(check.result), result);
    if (check.result == CheckResult::Warn) {
        QVERIFY2(check.finding.contains(timeText(set.started, facts.zone)), qPrintable(check.finding));
        QCOMPARE(check.finding.contains(QStringLiteral("by hand")), trigger == QStringLiteral("manual"));
    }
}

void tst_WindowCheck::beforeTheFirstDueTimeNothingIsMissed()
{
    DayFacts facts = emptyDay();
    facts.now = utc("2025-02-18T00:30");
    QCOMPARE(checkWindow(facts).result, CheckResult::NotChecked);
    QVERIFY(checkWindow(facts).finding.contains(QStringLiteral("02:00 CET")));
    facts.day = facts.day.addDays(1);
    QCOMPARE(checkWindow(facts).result, CheckResult::NotChecked);
}

void tst_WindowCheck::aRepositoryNewerThanTheDueTimeMissedNothing()
{
    DayFacts facts = emptyDay();
    facts.since = utc("2025-02-18T07:30");
    QCOMPARE(checkWindow(facts).result, CheckResult::NotChecked);
    StoredSet set = sampleSet(setOfToday, "2025-02-18T07:40");
    set.trigger = QStringLiteral("manual");
    facts.sets = {set};
    const Check check = checkWindow(facts);
    QCOMPARE(check.result, CheckResult::Warn);
    QVERIFY2(check.finding.contains(QStringLiteral("08:40 CET")), qPrintable(check.finding));
}

void tst_WindowCheck::anOpenWindowIsNotCheckedYet()
{
    DayFacts facts = emptyDay();
    facts.now = utc("2025-02-18T02:59");
    QCOMPARE(checkWindow(facts).result, CheckResult::NotChecked);
    facts.now = utc("2025-02-18T03:01");
    QCOMPARE(checkWindow(facts).result, CheckResult::Fail);
}

void tst_WindowCheck::anUnverifiedSetDoesNotCount_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("problem");
    QTest::newRow("complete only") << int(SetState::Complete) << QString();
    QTest::newRow("damaged since") << int(SetState::Damaged) << QString();
    QTest::newRow("a file is missing") << int(SetState::Verified) << QStringLiteral("archive missing");
}

void tst_WindowCheck::anUnverifiedSetDoesNotCount()
{
    QFETCH(int, state);
    QFETCH(QString, problem);
    StoredSet set = sampleSet(setOfToday, "2025-02-18T01:00", SetState(state));
    set.problem = problem;
    const Check check = checkWindow(dayWith(set));
    QCOMPARE(check.result, CheckResult::Fail);
    QVERIFY2(check.finding.contains(setOfToday), qPrintable(check.finding));
}

void tst_WindowCheck::aFailedRunIsNamed()
{
    DayFacts facts = emptyDay();
    RunRecord run = runOf(sampleSet(QString(), "2025-02-18T01:00"));
    run.state = RunState::Failed;
    run.message = QStringLiteral("The disk is full.\nSecond line");
    facts.runs = {run};
    const Check check = checkWindow(facts);
    QCOMPARE(check.result, CheckResult::Fail);
    QVERIFY2(check.finding.contains(QStringLiteral("The disk is full.")), qPrintable(check.finding));
    QVERIFY(!check.finding.contains(QChar(u'\n')));
}

void tst_WindowCheck::everyDueTimeOfTheDayCounts()
{
    DayFacts facts = dayWith(sampleSet(setOfToday, "2025-02-18T01:00"));
    facts.profile.schedule.at = {QStringLiteral("14:00"), QStringLiteral("02:00")};
    facts.now = utc("2025-02-18T12:00");
    QCOMPARE(checkWindow(facts).result, CheckResult::Pass);
    facts.now = utc("2025-02-18T14:00");
    QCOMPARE(checkWindow(facts).result, CheckResult::Pass);
    QVERIFY(!checkWindow(facts).unchecked.isEmpty());
    facts.now = utc("2025-02-18T16:00");
    QCOMPARE(checkWindow(facts).result, CheckResult::Fail);
    facts.sets.prepend(sampleSet(setOfToday + QStringLiteral("-2"), "2025-02-18T13:30"));
    QCOMPARE(checkWindow(facts).result, CheckResult::Pass);
    facts.sets.removeLast();
    QCOMPARE(checkWindow(facts).result, CheckResult::Fail);
}

void tst_WindowCheck::aWindowMayReachIntoTheNextDay()
{
    DayFacts facts = emptyDay();
    facts.profile.schedule.at = {QStringLiteral("23:30")};
    facts.now = utc("2025-02-19T08:00");
    facts.sets = {sampleSet(QStringLiteral("masclet_imperi_20250219"), "2025-02-18T23:10")}; // 00:10 CET
    QCOMPARE(checkWindow(facts).result, CheckResult::Pass);
}

// L05: 02:00 does not exist on 28 March 2027 and comes twice on 31 October 2027 in Madrid.
void tst_WindowCheck::daylightSavingDays_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QByteArray>("started");
    QTest::addColumn<int>("result");
    const auto row = [](const char *name, const QDate &day, const char *at, const char *started,
                        CheckResult result) {
        QTest::newRow(name) << day << QString::fromLatin1(at) << QByteArray(started) << int(result);
    };
    const QDate spring(2027, 3, 28);
    const QDate autumn(2027, 10, 31);
    row("spring, right after the gap", spring, "02:00", "2027-03-28T01:00", CheckResult::Pass);
    row("spring, window's end", spring, "02:00", "2027-03-28T03:00", CheckResult::Pass);
    row("spring, behind the window", spring, "02:00", "2027-03-28T03:01", CheckResult::Warn);
    row("spring, before the gap", spring, "02:00", "2027-03-28T00:59", CheckResult::Warn);
    row("spring, half past in the gap", spring, "02:30", "2027-03-28T01:00", CheckResult::Pass);
    row("spring, before the gap for half past", spring, "02:30", "2027-03-28T00:59", CheckResult::Warn);
    row("spring, a time before the gap", spring, "01:30", "2027-03-28T00:30", CheckResult::Pass);
    row("autumn, first 02:00", autumn, "02:00", "2027-10-31T00:00", CheckResult::Pass);
    row("autumn, second 02:00", autumn, "02:00", "2027-10-31T01:00", CheckResult::Pass);
    row("autumn, window's end", autumn, "02:00", "2027-10-31T02:00", CheckResult::Pass);
    row("autumn, behind the window", autumn, "02:00", "2027-10-31T02:01", CheckResult::Warn);
    row("autumn, before the first", autumn, "02:00", "2027-10-30T23:59", CheckResult::Warn);
}

void tst_WindowCheck::daylightSavingDays()
{
    QFETCH(QDate, day);
    QFETCH(QString, at);
    QFETCH(QByteArray, started);
    QFETCH(int, result);
    DayFacts facts = emptyDay();
    facts.day = day;
    facts.profile.schedule.at = {at};
    facts.now = instantOf(day, QTime(20, 0), facts.zone);
    facts.sets = {sampleSet(QStringLiteral("masclet_imperi_20270101"), started.constData())};
    const Check check = checkWindow(facts);
    QVERIFY2(int(check.result) == result, qPrintable(check.finding));
    const bool skipped = day.month() == 3 && at.startsWith(QStringLiteral("02"));
    QCOMPARE(check.threshold.contains(QStringLiteral("skip %1").arg(at)), skipped);
    // Without any set the day is a failure, not an accident of the calendar.
    facts.sets.clear();
    QCOMPARE(checkWindow(facts).result, CheckResult::Fail);
}

void tst_WindowCheck::exactlyOneGoodRunOnEachDayOfTheYear()
{
    DayFacts facts = emptyDay();
    for (QDate day(2027, 1, 1); day.year() == 2027; day = day.addDays(1)) {
        StoredSet set = sampleSet(QStringLiteral("masclet_imperi_x"), "2027-01-01T00:00");
        set.started = instantOf(day, QTime(2, 0), facts.zone);
        facts.sets.prepend(set);
    }
    facts.now = utc("2028-01-02T00:00");
    for (QDate day(2027, 1, 1); day.year() == 2027; day = day.addDays(1)) {
        facts.day = day;
        const Check check = checkWindow(facts);
        QVERIFY2(check.result == CheckResult::Pass, qPrintable(day.toString(Qt::ISODate)));
        QCOMPARE(check.figures.count(QChar(u'\n')), 0); // one set on that day
    }
}

void tst_WindowCheck::onADayThatIsNotPlannedNothingIsMissed()
{
    DayFacts facts = emptyDay(); // a Tuesday
    facts.profile.schedule.weekdays = {QStringLiteral("mon"), QStringLiteral("wed")};
    const Check check = checkWindow(facts);
    QCOMPARE(check.result, CheckResult::NotChecked);
    QCOMPARE(check.finding, QStringLiteral("No backup is planned on that day of the week."));
    facts.day = facts.day.addDays(-1);
    QCOMPARE(checkWindow(facts).result, CheckResult::Fail);
}

void tst_WindowCheck::withoutAScheduleNothingIsGreen()
{
    DayFacts facts = emptyDay();
    facts.profile.schedule.at = {};
    QCOMPARE(checkWindow(facts).result, CheckResult::NotChecked);
    facts.sets = {sampleSet(setOfToday, "2025-02-18T01:00")};
    QCOMPARE(checkWindow(facts).result, CheckResult::Warn);
}

void tst_WindowCheck::theCommandNamesTheRealFile()
{
    DayFacts facts = emptyDay();
    QCOMPARE(checkWindow(facts).command, QStringLiteral("ls -l /backups/db/masclet_imperi_20250218.sql.gz"));
    facts.profile.repository.layout = QStringLiteral("dated");
    facts.profile.backup.compression = QStringLiteral("none");
    QCOMPARE(checkWindow(facts).command,
             QStringLiteral("ls -l /backups/db/20250218/masclet_imperi_20250218.sql"));
    facts = dayWith(sampleSet(setOfToday + QStringLiteral("-2"), "2025-02-18T01:00"));
    QCOMPARE(checkWindow(facts).command,
             QStringLiteral("ls -l /backups/db/masclet_imperi_20250218-2.sql.gz"));
}
