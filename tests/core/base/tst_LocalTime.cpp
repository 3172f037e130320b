#include "tests/core/base/tst_LocalTime.h"

#include "core/base/LocalTime.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

const QTimeZone madrid("Europe/Madrid");

} // namespace

// L05
void tst_LocalTime::wallTimesBecomeInstants_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("wall");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char *name, const char *zone, const char *wall, const char *utc) {
        QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(wall) << QString::fromLatin1(utc);
    };
    row("winter", "Europe/Madrid", "2025-02-18T02:00", "2025-02-18T01:00");
    row("summer", "Europe/Madrid", "2025-07-18T02:00", "2025-07-18T00:00");
    row("last minute before the gap", "Europe/Madrid", "2027-03-28T01:59", "2027-03-28T00:59");
    row("start of the gap", "Europe/Madrid", "2027-03-28T02:00", "2027-03-28T01:00");
    row("in the gap", "Europe/Madrid", "2027-03-28T02:30", "2027-03-28T01:00");
    row("in a gap that only the rule knows", "Europe/Madrid", "2051-03-26T02:30", "2051-03-26T01:00");
    row("behind the gap", "Europe/Madrid", "2027-03-28T03:00", "2027-03-28T01:00");
    row("first of two", "Europe/Madrid", "2027-10-31T02:00", "2027-10-31T00:00");
    row("first of two half past", "Europe/Madrid", "2027-10-31T02:30", "2027-10-31T00:30");
    row("behind the overlap", "Europe/Madrid", "2027-10-31T03:00", "2027-10-31T02:00");
    row("midnight of the changing day", "Europe/Madrid", "2027-10-31T00:00", "2027-10-30T22:00");
    row("no daylight saving", "UTC", "2027-03-28T02:30", "2027-03-28T02:30");
    row("half an hour of daylight saving, gap", "Australia/Lord_Howe", "2027-10-03T02:15",
        "2027-10-02T15:30");
    row("half an hour of daylight saving, overlap", "Australia/Lord_Howe", "2027-04-04T01:45",
        "2027-04-03T14:45");
    row("far from UTC", "Pacific/Kiritimati", "2027-01-01T02:00", "2026-12-31T12:00");
    row("gap at midnight", "America/Havana", "2027-03-14T00:30", "2027-03-14T05:00");
}

void tst_LocalTime::wallTimesBecomeInstants()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, wall);
    QFETCH(QString, utc);
    const QTimeZone timeZone(zone);
    QVERIFY(timeZone.isValid());
    const QDateTime asked = QDateTime::fromString(wall + QStringLiteral(":00Z"), Qt::ISODate);
    const QDateTime instant = instantOf(asked.date(), asked.time(), timeZone);
    QCOMPARE(instant.timeSpec(), Qt::UTC);
    QCOMPARE(instant.toString(QStringLiteral("yyyy-MM-ddTHH:mm")), utc);
}

void tst_LocalTime::everyHalfHourOfTheChangingDaysIsTheWallTimeOrTheChange()
{
    for (const QDate &day : {QDate(2027, 3, 28), QDate(2027, 10, 31)}) {
        for (int minutes = 0; minutes < 24 * 60; minutes += 30) {
            const QTime wall = QTime(0, 0).addSecs(minutes * 60);
            const bool skipped = day.month() == 3 && wall.hour() == 2;
            const QDateTime shown = instantOf(day, wall, madrid).toTimeZone(madrid);
            QCOMPARE(shown.date(), day);
            QCOMPARE(shown.time(), skipped ? QTime(3, 0) : wall);
            const bool twice = day.month() == 10 && wall.hour() == 2;
            QCOMPARE(wallTimeOn(day, wall, madrid), skipped ? WallTime::Skipped
                                                    : twice ? WallTime::Twice
                                                            : WallTime::Once);
        }
    }
}

void tst_LocalTime::textsNameTheZone()
{
    const QDateTime utc = QDateTime::fromString(QStringLiteral("2025-02-18T01:07:00Z"), Qt::ISODate);
    QCOMPARE(momentText(utc, madrid), QStringLiteral("2025-02-18 02:07 CET"));
    QCOMPARE(timeText(utc, QTimeZone("UTC")), QStringLiteral("01:07 UTC"));
    QCOMPARE(dayText(QDate(2025, 2, 18)), QStringLiteral("2025-02-18"));
    QCOMPARE(localDay(QDateTime::fromString(QStringLiteral("2025-02-17T23:30:00Z"), Qt::ISODate), madrid),
             QDate(2025, 2, 18));
}
