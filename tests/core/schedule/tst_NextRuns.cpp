#include "tests/core/schedule/tst_NextRuns.h"

#include "core/schedule/NextRuns.h"
#include "tests/support/TestMain.h"

#include <QMap>
#include <QRandomGenerator>

using namespace masclet;

namespace
{

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QLatin1String(text) + QStringLiteral(":00Z"), Qt::ISODate);
}

Profile::Schedule scheduleOf(const char *zone, const QStringList &times)
{
    Profile::Schedule schedule;
    schedule.zone = QLatin1String(zone);
    schedule.at = times;
    return schedule;
}

Profile::Schedule nightly()
{
    return scheduleOf("Europe/Madrid", {QStringLiteral("02:00")});
}

/// "2027-03-28T01:00", each.
QStringList startsOf(const QList<PlannedRun> &runs)
{
    QStringList starts;
    for (const PlannedRun &run : runs)
        starts << run.start.toString(QStringLiteral("yyyy-MM-ddTHH:mm"));
    return starts;
}

/// 1,000 days and one, with six changes of the clocks in Madrid.
const QDateTime firstNight = QDateTime(QDate(2026, 9, 1), QTime(12, 0), Qt::UTC);
constexpr int nights = 1000;

} // namespace

/// The window is two hours: it ends at four, on the day of the spring change at five.
void tst_NextRuns::runsMayBeWantedInTheirWindowOnly()
{
    Profile::Schedule schedule = nightly();
    const QDateTime daysAgo = utc("2027-03-20T12:00");
    const QDateTime late = utc("2027-03-25T03:01");
    QVERIFY(NextRuns(schedule).isDue(daysAgo, late)); // made up for whenever the machine runs again
    schedule.windowOnly = true;
    QVERIFY(!NextRuns(schedule).isDue(daysAgo, late));
    QVERIFY(NextRuns(schedule).isDue(daysAgo, utc("2027-03-25T03:00")));
    QVERIFY(NextRuns(schedule).isDue(daysAgo, utc("2027-03-28T03:00")));
    QVERIFY(!NextRuns(schedule).isDue(daysAgo, utc("2027-03-28T03:01")));
}

// L05: 28 March and 31 October 2027 in Madrid.
void tst_NextRuns::theNextRunsAreThoseOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("at");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QStringList>("starts");
    const auto row = [](const char *name, const char *zone, const char *at, const char *now,
                        const char *starts) {
        QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(at).split(QChar(u' '))
                            << QByteArray(now) << QString::fromLatin1(starts).split(QChar(u' '));
    };
    row("winter", "Europe/Madrid", "02:00", "2027-01-10T12:00", "2027-01-11T01:00 2027-01-12T01:00");
    row("summer", "Europe/Madrid", "02:00", "2027-07-10T12:00", "2027-07-11T00:00 2027-07-12T00:00");
    row("at the very moment", "Europe/Madrid", "02:00", "2027-01-11T01:00", "2027-01-12T01:00");
    row("a second before would do", "Europe/Madrid", "02:00", "2027-01-11T00:59", "2027-01-11T01:00");
    row("spring", "Europe/Madrid", "02:00", "2027-03-27T00:00",
        "2027-03-27T01:00 2027-03-28T01:00 2027-03-29T00:00");
    row("spring, half past", "Europe/Madrid", "02:30", "2027-03-27T00:00",
        "2027-03-27T01:30 2027-03-28T01:00 2027-03-29T00:30");
    row("autumn", "Europe/Madrid", "02:00", "2027-10-29T23:00",
        "2027-10-30T00:00 2027-10-31T00:00 2027-11-01T01:00");
    row("autumn, between the two", "Europe/Madrid", "02:00", "2027-10-31T00:30", "2027-11-01T01:00");
    row("several times", "Europe/Madrid", "14:00 02:00", "2027-03-27T12:00",
        "2027-03-27T13:00 2027-03-28T01:00 2027-03-28T12:00");
    row("half an hour of daylight saving", "Australia/Lord_Howe", "02:15", "2027-10-02T12:00",
        "2027-10-02T15:30 2027-10-03T15:15");
    row("gap at midnight", "America/Havana", "00:00", "2027-03-13T12:00",
        "2027-03-14T05:00 2027-03-15T04:00");
    row("far from UTC", "Pacific/Kiritimati", "02:00", "2027-01-01T11:59",
        "2027-01-01T12:00 2027-01-02T12:00");
    row("UTC", "UTC", "02:00", "2027-03-27T23:00", "2027-03-28T02:00 2027-03-29T02:00");
}

void tst_NextRuns::theNextRunsAreThoseOfTheZone()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QStringList, at);
    QFETCH(const QByteArray, now);
    QFETCH(const QStringList, starts);
    const NextRuns runs(scheduleOf(zone.constData(), at));
    QCOMPARE(startsOf(runs.after(utc(now.constData()), int(starts.size()))), starts);
}

void tst_NextRuns::onlyPlannedDaysCount()
{
    Profile::Schedule schedule = nightly();
    schedule.weekdays = {QStringLiteral("fri")};
    const NextRuns fridays(schedule);
    const QDateTime friday = utc("2027-01-15T01:00");
    QCOMPARE(startsOf(fridays.after(friday, 3)),
             (QStringList{QStringLiteral("2027-01-22T01:00"), QStringLiteral("2027-01-29T01:00"),
                          QStringLiteral("2027-02-05T01:00")}));
    QCOMPARE(fridays.latest(friday.addSecs(-1))->start, friday.addDays(-7));
}

void tst_NextRuns::whatTheClocksDoIsTold()
{
    const NextRuns runs(nightly());
    const PlannedRun spring = runs.after(utc("2027-03-28T00:00"), 1).first();
    QCOMPARE(spring.clocks, WallTime::Skipped);
    QCOMPARE(spring.day, QDate(2027, 3, 28));
    QCOMPARE(spring.time, QTime(2, 0));
    QCOMPARE(clockRemark(spring),
             QStringLiteral("The clocks skip 02:00 on that day; it runs at the change."));
    const PlannedRun autumn = runs.after(utc("2027-10-30T12:00"), 1).first();
    QCOMPARE(autumn.clocks, WallTime::Twice);
    QCOMPARE(clockRemark(autumn),
             QStringLiteral("The clocks show 02:00 twice on that day; it runs the first time."));
    const PlannedRun other = runs.after(utc("2027-05-01T12:00"), 1).first();
    QCOMPARE(other.clocks, WallTime::Once);
    QCOMPARE(clockRemark(other), QString());
}

void tst_NextRuns::timesThatFallTogetherAreOneRun()
{
    const NextRuns runs(scheduleOf("Europe/Madrid", {QStringLiteral("02:00"), QStringLiteral("02:45"),
                                                     QStringLiteral("03:00"), QStringLiteral("03:15")}));
    QCOMPARE(startsOf(runs.after(utc("2027-03-28T00:00"), 2)),
             (QStringList{QStringLiteral("2027-03-28T01:00"), QStringLiteral("2027-03-28T01:15")}));
    QCOMPARE(runs.after(utc("2027-03-29T12:00"), 4).size(), 4);
}

void tst_NextRuns::aDayThatNeverWasHasNoRunOfItsOwn()
{
    // Samoa went over the date line: after 29 December 2011 came the 31st.
    const NextRuns runs(scheduleOf("Pacific/Apia", {QStringLiteral("02:00")}));
    QCOMPARE(startsOf(runs.after(utc("2011-12-29T00:00"), 3)),
             (QStringList{QStringLiteral("2011-12-29T12:00"), QStringLiteral("2011-12-30T10:00"),
                          QStringLiteral("2011-12-30T12:00")}));
}

void tst_NextRuns::withoutATimeNothingIsDue()
{
    const NextRuns runs(scheduleOf("Europe/Madrid", {}));
    QCOMPARE(runs.after(utc("2027-03-28T00:00"), 3), QList<PlannedRun>());
    QVERIFY(!runs.latest(utc("2027-03-28T00:00")));
    QVERIFY(!runs.isDue({}, utc("2027-03-28T00:00")));
}

void tst_NextRuns::theLatestRunIsTheLastOneDue_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char *name, const char *now, const char *start) {
        QTest::newRow(name) << QByteArray(now) << QByteArray(start);
    };
    row("at the moment", "2027-01-11T01:00", "2027-01-11T01:00");
    row("a minute before", "2027-01-11T00:59", "2027-01-10T01:00");
    row("before the gap", "2027-03-28T00:59", "2027-03-27T01:00");
    row("at the gap", "2027-03-28T01:00", "2027-03-28T01:00");
    row("at the first of two", "2027-10-31T00:00", "2027-10-31T00:00");
    row("at the second of two", "2027-10-31T01:00", "2027-10-31T00:00");
    row("late in the evening", "2027-10-31T22:59", "2027-10-31T00:00");
}

void tst_NextRuns::theLatestRunIsTheLastOneDue()
{
    QFETCH(const QByteArray, now);
    QFETCH(const QByteArray, start);
    const std::optional<PlannedRun> latest = NextRuns(nightly()).latest(utc(now.constData()));
    QVERIFY(latest);
    QCOMPARE(latest->start, utc(start.constData()));
}

void tst_NextRuns::aRunIsDueUntilAGoodSetWasStarted_data()
{
    QTest::addColumn<QByteArray>("lastGood");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<bool>("due");
    const auto row = [](const char *name, const char *lastGood, const char *now, bool due) {
        QTest::newRow(name) << QByteArray(lastGood) << QByteArray(now) << due;
    };
    row("last night's, before tonight", "2027-01-10T01:00", "2027-01-11T00:59", false);
    row("last night's, at two", "2027-01-10T01:00", "2027-01-11T01:00", true);
    row("made at the very moment", "2027-01-11T01:00", "2027-01-11T01:00", false);
    row("made tonight", "2027-01-11T01:00", "2027-01-11T22:00", false);
    row("by hand an hour before", "2027-01-11T00:00", "2027-01-11T01:00", true);
    row("by hand after a missed night", "2027-01-11T09:00", "2027-01-11T10:00", false);
    row("off at two, on at nine", "2027-01-10T01:00", "2027-01-11T08:00", true); // L06
    row("off for a week", "2027-01-03T01:00", "2027-01-10T00:30", true);
    row("spring, before the gap", "2027-03-27T01:00", "2027-03-28T00:59", false);
    row("spring, right after it", "2027-03-27T01:00", "2027-03-28T01:00", true);
    row("autumn, the second two o'clock", "2027-10-31T00:00", "2027-10-31T01:00", false);
    row("a set of the future counts for nothing", "2028-01-01T01:00", "2027-01-11T10:00", true); // T07
    row("no set ever", "", "2027-01-11T00:30", true);
}

void tst_NextRuns::aRunIsDueUntilAGoodSetWasStarted()
{
    QFETCH(const QByteArray, lastGood);
    QFETCH(const QByteArray, now);
    QFETCH(const bool, due);
    const QDateTime good = lastGood.isEmpty() ? QDateTime() : utc(lastGood.constData());
    QCOMPARE(NextRuns(nightly()).isDue(good, utc(now.constData())), due);
}

void tst_NextRuns::aThousandNightsHaveOneRunEach_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("at");
    const auto row = [](const char *zone, const char *at) {
        QTest::addRow("%s %s", zone, at) << QByteArray(zone) << QString::fromLatin1(at);
    };
    row("Europe/Madrid", "02:00");
    row("Europe/Madrid", "02:30");
    row("America/Havana", "00:00");
    row("Australia/Lord_Howe", "02:00");
    row("UTC", "02:00");
}

/// A check every half hour decides alone; every local day gets one run, which starts at its planned time.
void tst_NextRuns::aThousandNightsHaveOneRunEach()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, at);
    const NextRuns runs(scheduleOf(zone.constData(), {at}));
    QDateTime lastGood = firstNight;
    QMap<QDate, int> made;
    const QDateTime end = firstNight.addDays(nights);
    for (QDateTime now = firstNight; now < end; now = now.addSecs(1800)) {
        const std::optional<PlannedRun> run = runs.due(lastGood, now);
        if (!run)
            continue;
        QCOMPARE(run->start, now);
        QCOMPARE(localDay(now, runs.zone()), run->day);
        lastGood = now;
        ++made[run->day];
    }
    const QDate first = runs.after(firstNight, 1).first().day;
    const QDate last = runs.latest(end.addSecs(-1))->day;
    QCOMPARE(made.size(), first.daysTo(last) + 1);
    QVERIFY(made.size() >= nights - 1);
    for (auto day = made.cbegin(); day != made.cend(); ++day)
        QVERIFY2(day.value() == 1, qPrintable(day.key().toString(Qt::ISODate)));
}

/// The machine is off for hours or days and runs fail: the latest planned run is made up for once, and no run
/// is made twice.
void tst_NextRuns::nightsWithFaultsAreCaughtUpOnce()
{
    QRandomGenerator random(masclet::test::seed());
    const NextRuns runs(nightly());
    QDateTime lastGood = firstNight;
    QDateTime offUntil;
    QMap<QDate, int> good;
    QMap<QDate, int> checked; // days whose run could have been made
    for (QDateTime now = firstNight; now < firstNight.addDays(nights); now = now.addSecs(3600)) {
        if (random.bounded(100) == 0)
            offUntil = now.addSecs(3600 * random.bounded(1, 72));
        if (offUntil.isValid() && now < offUntil)
            continue;
        const bool fails = random.bounded(3) == 0;
        const QDate day = runs.latest(now)->day;
        if (const std::optional<PlannedRun> run = runs.due(lastGood, now)) {
            QCOMPARE(run->day, day);
            if (fails)
                continue;
            lastGood = now;
            ++good[run->day];
        }
        if (runs.latest(now)->start >= firstNight)
            ++checked[day];
    }
    QVERIFY(good.size() > nights / 2);
    QCOMPARE(good.keys(), checked.keys());
    for (auto day = good.cbegin(); day != good.cend(); ++day)
        QVERIFY2(day.value() == 1, qPrintable(day.key().toString(Qt::ISODate)));
}
