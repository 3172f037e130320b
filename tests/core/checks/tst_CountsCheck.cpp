#include "tests/core/checks/tst_CountsCheck.h"

#include "core/checks/Evaluators.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

#include <functional>

using namespace masclet;
using namespace masclet::test;

namespace
{
using Change = std::function<void(DayFacts &)>;
}

Q_DECLARE_METATYPE(Change)

void tst_CountsCheck::countsMustAgree_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("result");
    const auto row = [](const char *name, CheckResult result, const Change &change) {
        QTest::newRow(name) << change << int(result);
    };
    row("all equal", CheckResult::Pass, [](DayFacts &) {});
    row("SQL counted another number", CheckResult::Fail,
        [](DayFacts &facts) { facts.manifest->tables[0].countedRows = 348; });
    row("SQL could not count", CheckResult::NotChecked,
        [](DayFacts &facts) { facts.manifest->tables[1].countedRows = {}; });
    row("a critical table is not in the backup", CheckResult::Fail,
        [](DayFacts &facts) { facts.profile.backup.criticalTables << QStringLiteral("owners"); });
    // V06
    row("the copy has another number", CheckResult::Fail,
        [](DayFacts &facts) { (*facts.restored)[2].rows = 10; });
    row("the copy lacks a table", CheckResult::Fail, [](DayFacts &facts) { facts.restored->removeLast(); });
    row("wrong beside not counted", CheckResult::Fail, [](DayFacts &facts) {
        facts.manifest->tables[0].countedRows = {};
        facts.manifest->tables[1].countedRows = 1;
    });
    row("not counted, equal in the copy", CheckResult::NotChecked,
        [](DayFacts &facts) { facts.manifest->tables[0].countedRows = {}; });
    row("empty critical table", CheckResult::Pass, [](DayFacts &facts) {
        facts.manifest->tables[0].rows = 0;
        facts.manifest->tables[0].countedRows = 0;
        (*facts.restored)[0].rows = 0;
    });
    row("the same name in two schemas, one wrong", CheckResult::Fail, [](DayFacts &facts) {
        facts.manifest->tables << ManifestTable{4, "archive", "animals", 5, 6};
        *facts.restored << TableRows{"archive", "animals", 5};
    });
}

void tst_CountsCheck::countsMustAgree()
{
    QFETCH(Change, change);
    QFETCH(int, result);
    DayFacts facts = goodDay();
    change(facts);
    const Check check = checkCounts(facts);
    QVERIFY2(int(check.result) == result, qPrintable(check.finding));
    QVERIFY(!check.finding.isEmpty());
}

void tst_CountsCheck::differencesNameTableAndBothCounts()
{
    DayFacts facts = goodDay();
    (*facts.restored)[0].rows = 346;
    const QString finding = checkCounts(facts).finding;
    for (const char *part : {"public.animals", "347", "346"})
        QVERIFY2(finding.contains(QLatin1String(part)), qPrintable(finding));
}

void tst_CountsCheck::aThousandDifferencesStayReadable()
{
    DayFacts facts = goodDay();
    for (quint32 i = 0; i < 1000; ++i)
        facts.manifest->tables << ManifestTable{100 + i, "public", "t" + QByteArray::number(i), 1, {}};
    const QString finding = checkCounts(facts).finding;
    QVERIFY2(finding.contains(QStringLiteral("995 more")), qPrintable(finding));
    QVERIFY(finding.size() < 1000);
}

void tst_CountsCheck::withoutARestoredCopyThatPartIsUnchecked()
{
    DayFacts facts = goodDay();
    facts.restored.reset();
    const Check check = checkCounts(facts);
    QCOMPARE(check.result, CheckResult::Pass);
    QVERIFY(!check.unchecked.isEmpty());
}

void tst_CountsCheck::withoutCriticalTablesOnlyARestoredCopyCounts()
{
    DayFacts facts = goodDay();
    facts.profile.backup.criticalTables.clear();
    QCOMPARE(checkCounts(facts).result, CheckResult::Pass);
    QVERIFY(!checkCounts(facts).unchecked.isEmpty());
    facts.restored.reset();
    QCOMPARE(checkCounts(facts).result, CheckResult::NotChecked);
}

// N03
void tst_CountsCheck::hostileTableNamesStayOnOneLine()
{
    DayFacts facts = goodDay();
    const QByteArray hostile = "a\n%1 %2\x1b[31m'; rm -rf $HOME \"x";
    facts.manifest->tables << ManifestTable{9, "public", hostile, 5, 6};
    facts.manifest->tables << ManifestTable{10, "My Schema", "it's \"odd\"", 1, 1};
    facts.profile.backup.criticalTables << QString::fromUtf8(hostile)
                                        << QStringLiteral("My Schema.it's \"odd\"");
    facts.restored = equalCopy(*facts.manifest);
    const Check check = checkCounts(facts);
    QCOMPARE(check.result, CheckResult::Fail);
    QVERIFY2(check.finding.contains(QStringLiteral("%1 %2")), qPrintable(check.finding));
    QVERIFY(!check.finding.contains(QChar(u'\n')));
    QVERIFY(!check.finding.contains(QChar(0x1b)));
    QVERIFY(!check.command.contains(QStringLiteral("rm -rf")));
    QVERIFY2(
        check.command.contains(QStringLiteral(R"('SELECT count(*) FROM "My Schema"."it'\''s ""odd""";')")),
        qPrintable(check.command));
    QVERIFY(check.command.endsWith(
        QStringLiteral("dropdb -h 127.0.0.1 -p 5432 -U postgres masclet_imperi_test")));
}

void tst_CountsCheck::withoutAManifestNothingIsGreen()
{
    DayFacts facts = goodDay();
    facts.manifest.reset();
    QCOMPARE(checkCounts(facts).result, CheckResult::NotChecked);
}
