#include "tests/core/profile/tst_ClockChanges.h"

#include "core/profile/ClockChanges.h"

#include <QtTest>

using namespace masclet;

namespace
{

using Kind = ClockConflict::Kind;

/// "skipped 2025-03-30, better 03:00", or nothing.
QString found(const char *at, const char *zone, const QDate &today)
{
    const QList<ClockConflict> conflicts = findClockConflicts({QString::fromLatin1(at)}, QTimeZone(zone),
                                                              QDateTime(today, QTime(12, 0), Qt::UTC));
    if (conflicts.isEmpty())
        return {};
    const ClockConflict &first = conflicts.first();
    return QStringLiteral("%1 %2, better %3")
        .arg(first.kind == Kind::Skipped ? QStringLiteral("skipped") : QStringLiteral("twice"),
             first.day.toString(Qt::ISODate), first.better);
}

} // namespace

void tst_ClockChanges::theNextConflictIsFound_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *zone, const char *at, const QDate &today, const char *expected) {
        QTest::addRow("%s %s %s", zone, at, qPrintable(today.toString(Qt::ISODate)))
            << QByteArray(zone) << QByteArray(at) << today << QString::fromLatin1(expected);
    };
    const QDate winter(2025, 2, 18);
    const QDate summer(2025, 7, 1);
    row("Europe/Madrid", "02:00", winter, "skipped 2025-03-30, better 03:00");
    row("Europe/Madrid", "02:59", winter, "skipped 2025-03-30, better 03:59");
    row("Europe/Madrid", "02:00", summer, "twice 2025-10-26, better 03:00");
    row("Europe/Madrid", "03:00", winter, "");
    row("Europe/Madrid", "01:59", winter, "");
    row("Atlantic/Canary", "01:30", winter, "skipped 2025-03-30, better 02:30");
    row("America/New_York", "02:30", winter, "skipped 2025-03-09, better 03:30");
    row("America/New_York", "01:30", winter, "twice 2025-11-02, better 03:30");
    // Half an hour only.
    row("Australia/Lord_Howe", "02:00", summer, "skipped 2025-10-05, better 02:30");
    row("Europe/Madrid", "02:30", QDate(2051, 1, 15),
        "skipped 2051-03-26, better 03:30"); // by the rule alone
    row("UTC", "02:00", winter, "");
    row("Asia/Tokyo", "02:00", winter, "");
}

void tst_ClockChanges::theNextConflictIsFound()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, at);
    QFETCH(const QDate, today);
    QFETCH(const QString, expected);
    QCOMPARE(found(at.constData(), zone.constData(), today), expected);
}

void tst_ClockChanges::theBetterTimeHasNoConflictItself()
{
    const QDate today(2025, 2, 18);
    for (const char *zone : {"Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "America/Havana"}) {
        for (int minute = 0; minute < 24 * 60; ++minute) {
            const QString at = QTime(0, 0).addSecs(minute * 60).toString(QStringLiteral("HH:mm"));
            const QList<ClockConflict> conflicts =
                findClockConflicts({at}, QTimeZone(zone), QDateTime(today, QTime(12, 0), Qt::UTC));
            if (!conflicts.isEmpty())
                QCOMPARE(found(qPrintable(conflicts.first().better), zone, today), QString());
        }
    }
}

void tst_ClockChanges::whatIsNoTimeIsPassedOver()
{
    const QStringList times{QStringLiteral("soon"), QStringLiteral("02:15"), QString()};
    const QList<ClockConflict> conflicts = findClockConflicts(
        times, QTimeZone("Europe/Madrid"), QDateTime(QDate(2025, 2, 18), QTime(12, 0), Qt::UTC));
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(
        describe(conflicts.first()),
        QStringLiteral("On 2025-03-30 the clocks skip 02:15: the backup of that day starts at the change. "
                       "Better: 03:15."));
}
