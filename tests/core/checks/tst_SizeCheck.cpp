#include "tests/core/checks/tst_SizeCheck.h"

#include "core/checks/Evaluators.h"
#include "core/checks/SizeRules.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using namespace masclet::test;

namespace
{

/// The day's set and archive with this size, whatever the history says.
void resize(DayFacts &facts, qint64 bytes)
{
    facts.set->storedBytes = bytes;
    facts.set->files[0].storedSize = bytes;
    facts.set->files[1].storedSize = 0;
}

/// Runs of sets before the day's, newest first, of these sizes.
QList<RunRecord> history(const QList<qint64> &sizes)
{
    QList<RunRecord> runs;
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        StoredSet set = sampleSet(QStringLiteral("masclet_imperi_old-%1").arg(i), "2025-02-17T01:00");
        set.sequence = 99 - i;
        set.storedBytes = sizes[i];
        set.files[0].storedSize = sizes[i];
        set.files[1].storedSize = 0;
        runs << runOf(set);
    }
    return runs;
}

constexpr qint64 megabyte = 1024 * 1024;

} // namespace

void tst_SizeCheck::minimumMeansGreaterThan_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("result");
    QTest::newRow("one byte more") << megabyte + 1 << int(CheckResult::Pass);
    QTest::newRow("exactly") << megabyte << int(CheckResult::Fail);
    QTest::newRow("less") << megabyte - 1 << int(CheckResult::Fail);
    QTest::newRow("empty") << qint64(0) << int(CheckResult::Fail);
}

void tst_SizeCheck::minimumMeansGreaterThan()
{
    QFETCH(qint64, bytes);
    QFETCH(int, result);
    DayFacts facts = goodDay();
    facts.runs.clear();
    facts.set->state = SetState::Verified;
    resize(facts, bytes);
    QCOMPARE(int(checkSize(facts).result), result);
}

void tst_SizeCheck::smallDatabaseIsForgivenByItsOwnRestoreTest_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QList<qint64>>("history");
    QTest::addColumn<int>("result");
    const qint64 k = 1024;
    QTest::newRow("restored, in the band")
        << int(SetState::RestoreTested) << QList<qint64>{390 * k, 410 * k, 400 * k} << int(CheckResult::Warn);
    QTest::newRow("restored, first days")
        << int(SetState::RestoreTested) << QList<qint64>{} << int(CheckResult::Warn);
    QTest::newRow("restored, but it was larger")
        << int(SetState::RestoreTested) << QList<qint64>{2000 * k, 2000 * k, 2000 * k}
        << int(CheckResult::Fail);
    QTest::newRow("only verified") << int(SetState::Verified) << QList<qint64>{390 * k, 410 * k, 400 * k}
                                   << int(CheckResult::Fail);
    QTest::newRow("damaged") << int(SetState::Damaged) << QList<qint64>{390 * k, 410 * k, 400 * k}
                             << int(CheckResult::Fail);
}

void tst_SizeCheck::smallDatabaseIsForgivenByItsOwnRestoreTest()
{
    QFETCH(int, state);
    QFETCH(QList<qint64>, history);
    QFETCH(int, result);
    DayFacts facts = goodDay();
    facts.runs = ::history(history);
    facts.set->state = SetState(state);
    resize(facts, 400 * 1024);
    const Check check = checkSize(facts);
    QVERIFY2(int(check.result) == result, qPrintable(check.finding));
    if (check.result == CheckResult::Warn)
        QVERIFY2(check.hint.contains(QStringLiteral(
                     "masclet-backup profile set --profile masclet_imperi --minimum-size \"200 kB\"")),
                 qPrintable(check.hint));
}

void tst_SizeCheck::bandIsAroundTheMedianOfTheLastSevenVerified_data()
{
    QTest::addColumn<QList<qint64>>("history");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("result");
    const qint64 m = megabyte;
    const QList<qint64> odd{30 * m, 10 * m, 20 * m};
    QTest::newRow("the median") << odd << 20 * m << int(CheckResult::Pass);
    QTest::newRow("half of it") << odd << 10 * m << int(CheckResult::Pass);
    QTest::newRow("less than half") << odd << 10 * m - 1 << int(CheckResult::Warn);
    QTest::newRow("twice") << odd << 40 * m << int(CheckResult::Pass);
    QTest::newRow("more than twice") << odd << 40 * m + 1 << int(CheckResult::Warn);
    const QList<qint64> even{10 * m, 20 * m, 30 * m, 40 * m};
    QTest::newRow("mean of the middle two") << even << 50 * m << int(CheckResult::Pass);
    QTest::newRow("over the mean of the middle two") << even << 50 * m + 1 << int(CheckResult::Warn);
    const QList<qint64> many{10 * m, 10 * m, 10 * m, 10 * m, 10 * m, 10 * m, 10 * m, 90 * m,
                             90 * m, 90 * m, 90 * m, 90 * m, 90 * m, 90 * m, 90 * m};
    QTest::newRow("older than seven do not count") << many << 21 * m << int(CheckResult::Warn);
    QTest::newRow("very large") << QList<qint64>{qint64(1) << 60, qint64(1) << 60, qint64(1) << 60}
                                << (qint64(1) << 60) << int(CheckResult::Pass);
}

void tst_SizeCheck::bandIsAroundTheMedianOfTheLastSevenVerified()
{
    QFETCH(QList<qint64>, history);
    QFETCH(qint64, bytes);
    QFETCH(int, result);
    DayFacts facts = goodDay();
    facts.runs = ::history(history);
    resize(facts, bytes);
    const Check check = checkSize(facts);
    QVERIFY2(int(check.result) == result, qPrintable(check.finding));
    QCOMPARE(check.unchecked, QString());
}

void tst_SizeCheck::onlyVerifiedSetsBeforeThisOneMakeTheBand()
{
    const DayFacts facts = goodDay();
    QList<RunRecord> runs = history({10, 20, 30, 40, 50, 60, 70, 80});
    runs[0].state = RunState::Failed;
    runs[1].state = RunState::Interrupted;
    runs[2].verb = QStringLiteral("verify");
    runs[3].sequence = facts.set->sequence;
    runs[4].sequence = facts.set->sequence + 1;
    runs[5].state = RunState::Warnings;
    runs[6].setId.clear();
    const SizeBand band = sizeBand(runs, facts.set->sequence, facts.profile.checks);
    QCOMPARE(band.sets, 2);
    QCOMPARE(band.median, 70); // of 60 and 80
    QVERIFY(!band.isKnown());
}

void tst_SizeCheck::fewSetsMakeNoBandAndDoNotLowerTheResult()
{
    DayFacts facts = goodDay();
    facts.runs = history({90 * megabyte, 90 * megabyte});
    const Check check = checkSize(facts);
    QCOMPARE(check.result, CheckResult::Pass);
    QVERIFY2(check.unchecked.contains(QStringLiteral("needs 1 more")), qPrintable(check.unchecked));
    facts.runs.clear();
    QVERIFY(checkSize(facts).unchecked.contains(QStringLiteral("needs 3 more")));
}

// C12, C13
void tst_SizeCheck::suddenShrinkOfRowsWarns_data()
{
    QTest::addColumn<qint64>("animalsBefore");
    QTest::addColumn<qint64>("farmsBefore");
    QTest::addColumn<int>("alarms");
    // The set has 347 animals, 1500 parts and 11 farms: 1858 rows.
    QTest::newRow("as before") << qint64(347) << qint64(11) << 0;
    QTest::newRow("grew") << qint64(1) << qint64(1) << 0;
    QTest::newRow("a critical table lost half") << qint64(694) << qint64(11) << 1;
    QTest::newRow("a critical table lost nearly half") << qint64(693) << qint64(11) << 0;
    QTest::newRow("another table lost nearly all") << qint64(347) << qint64(1800) << 0;
    QTest::newRow("the database lost half") << qint64(347) << qint64(1869) << 1;
    QTest::newRow("both") << qint64(694) << qint64(1869) << 2;
}

void tst_SizeCheck::suddenShrinkOfRowsWarns()
{
    QFETCH(qint64, animalsBefore);
    QFETCH(qint64, farmsBefore);
    QFETCH(int, alarms);
    DayFacts facts = goodDay();
    facts.before->tables[0].rows = animalsBefore;
    facts.before->tables[2].rows = farmsBefore;
    facts.before->total = animalsBefore + 1500 + farmsBefore;
    const SizeBand band = sizeBand(facts.runs, facts.set->sequence, facts.profile.checks);
    const QStringList found = shrinkAlarms(facts.set->databaseBytes(), band, rowFiguresOf(*facts.manifest),
                                           facts.before, facts.profile);
    QVERIFY2(found.size() == alarms, qPrintable(found.join(QChar(u'\n'))));
    const Check check = checkSize(facts);
    QCOMPARE(check.result, alarms > 0 ? CheckResult::Warn : CheckResult::Pass);
    QCOMPARE(check.hint.contains(QStringLiteral("--accept-server")), alarms > 0);
}

void tst_SizeCheck::alarmsNameWhatShrank()
{
    const DayFacts facts = goodDay();
    const SizeBand band{7, 1000, 500, 2000};
    // A database that had tables and now has none.
    const QStringList alarms = shrinkAlarms(499, band, RowFigures{}, facts.before, facts.profile);
    QCOMPARE(alarms.size(), 4);
    QVERIFY(alarms[0].contains(QStringLiteral("499 B")));
    QVERIFY(alarms[1].contains(QStringLiteral("masclet_imperi_20250217")));
    QVERIFY(alarms[2].contains(QStringLiteral("public.animals")));
    QVERIFY(alarms[3].contains(QStringLiteral("public.parts")));
    QCOMPARE(shrinkAlarms(500, band, RowFigures{}, {}, facts.profile), QStringList());
}

void tst_SizeCheck::otherKindsDoNotCount()
{
    DayFacts facts = goodDay();
    const CheckResult before = checkSize(facts).result;
    QCOMPARE(before, CheckResult::Pass);
    // Ten times as much, all of it logs; and logs alone hold no database.
    facts.set->files << StoredSet::File{"logs/x.tar.gz", QStringLiteral("logs"), QStringLiteral("files"),
                                        20'000'000, 90'000'000};
    facts.set->storedBytes += 20'000'000;
    QCOMPARE(checkSize(facts).result, CheckResult::Pass);
    facts.set->files = {StoredSet::File{"config/x.tar.gz", QStringLiteral("config"),
                                        QStringLiteral("archive"), 20'000'000, 90'000'000}};
    QCOMPARE(checkSize(facts).result, CheckResult::NotChecked);
    // The other way round: a dump that shrank is not made good by logs that grew.
    facts = goodDay();
    resize(facts, 300'000);
    facts.set->files << StoredSet::File{"logs/x.tar.gz", QStringLiteral("logs"), QStringLiteral("files"),
                                        20'000'000, 90'000'000};
    QCOMPARE(checkSize(facts).result, CheckResult::Fail);
}

void tst_SizeCheck::withoutAnArchiveNothingIsGreen()
{
    DayFacts facts = goodDay();
    facts.set->files.removeFirst();
    QCOMPARE(checkSize(facts).result, CheckResult::NotChecked);
    facts.set.reset();
    QCOMPARE(checkSize(facts).result, CheckResult::NotChecked);
}
