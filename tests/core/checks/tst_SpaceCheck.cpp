#include "tests/core/checks/tst_SpaceCheck.h"

#include "core/checks/Evaluators.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

#include <QStorageInfo>
#include <QTemporaryDir>

using namespace masclet;
using namespace masclet::test;

namespace
{
constexpr qint64 gigabyte = 1024LL * 1024 * 1024;
}

void tst_SpaceCheck::twiceTheLargestSetAndTheRestMustBeFree_data()
{
    QTest::addColumn<QList<qint64>>("sets");
    QTest::addColumn<qint64>("freeBytes");
    QTest::addColumn<int>("result");
    const QList<qint64> sets{gigabyte, 3 * gigabyte, 2 * gigabyte};
    QTest::newRow("exactly enough") << sets << 7 * gigabyte << int(CheckResult::Pass);
    QTest::newRow("a byte too little") << sets << 7 * gigabyte - 1 << int(CheckResult::Fail);
    QTest::newRow("full disk") << sets << qint64(0) << int(CheckResult::Fail);
    QTest::newRow("no set yet, enough") << QList<qint64>{} << gigabyte << int(CheckResult::Pass);
    QTest::newRow("no set yet, too little") << QList<qint64>{} << gigabyte - 1 << int(CheckResult::Fail);
}

void tst_SpaceCheck::twiceTheLargestSetAndTheRestMustBeFree()
{
    QFETCH(QList<qint64>, sets);
    QFETCH(qint64, freeBytes);
    QFETCH(int, result);
    DayFacts facts = emptyDay();
    for (const qint64 bytes : sets) {
        StoredSet set = sampleSet(QStringLiteral("masclet_imperi_20250218"), "2025-02-18T01:00");
        set.storedBytes = bytes;
        facts.sets << set;
    }
    facts.disk->freeBytes = freeBytes;
    const Check check = checkSpace(facts);
    QCOMPARE(int(check.result), result);
    QCOMPARE(check.command, QStringLiteral("df -h /backups"));
}

void tst_SpaceCheck::oneDiskIsAWarning_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("offSite");
    QTest::addColumn<int>("result");
    const auto row = [](const char *name, DataPlace place, OffSite offSite, CheckResult result) {
        QTest::newRow(name) << int(place) << int(offSite) << int(result);
    };
    row("same disk", DataPlace::SameDisk, OffSite::None, CheckResult::Warn);
    row("same disk, copied elsewhere too", DataPlace::SameDisk, OffSite::Copied, CheckResult::Warn);
    row("other disk", DataPlace::OtherDisk, OffSite::None, CheckResult::Warn);
    row("other disk, copied elsewhere", DataPlace::OtherDisk, OffSite::Copied, CheckResult::Pass);
    row("unknown", DataPlace::Unknown, OffSite::None, CheckResult::Warn);
    row("other machine", DataPlace::OtherMachine, OffSite::None, CheckResult::Pass);
}

void tst_SpaceCheck::oneDiskIsAWarning()
{
    QFETCH(int, place);
    QFETCH(int, offSite);
    QFETCH(int, result);
    DayFacts facts = emptyDay();
    facts.disk->dataPlace = DataPlace(place);
    facts.disk->offSite = OffSite(offSite);
    QCOMPARE(int(checkSpace(facts).result), result);
    facts.disk->freeBytes = 0;
    QCOMPARE(checkSpace(facts).result, CheckResult::Fail);
}

void tst_SpaceCheck::unknownSpaceIsNotChecked()
{
    DayFacts facts = emptyDay();
    facts.disk.reset();
    QCOMPARE(checkSpace(facts).result, CheckResult::NotChecked);
}

void tst_SpaceCheck::diskFactsAreThoseOfTheOpenFolder()
{
    QTemporaryDir temp;
    const auto facts = diskFacts(*Directory::open(temp.path()));
    QVERIFY_RESULT(facts);
    QCOMPARE(facts->totalBytes, QStorageInfo(temp.path()).bytesTotal());
    QVERIFY(facts->freeBytes > 0 && facts->freeBytes <= facts->totalBytes);
    // /proc is a mount of its own without any space.
    const auto proc = diskFacts(*Directory::open(QStringLiteral("/proc")));
    QVERIFY_RESULT(proc);
    QCOMPARE(proc->totalBytes, 0);
}

void tst_SpaceCheck::dataPlaceComparesDevices()
{
    QTemporaryDir temp;
    const auto folder = Directory::open(temp.path());
    QCOMPARE(dataPlaceOf(*folder, temp.path()), DataPlace::SameDisk);
    QCOMPARE(dataPlaceOf(*folder, QStringLiteral("/proc")), DataPlace::OtherDisk);
    QCOMPARE(dataPlaceOf(*folder, temp.filePath(QStringLiteral("absent"))), DataPlace::Unknown);
    QCOMPARE(dataPlaceOf(*folder, QString()), DataPlace::Unknown);
}
