#include "tests/core/checks/tst_Check.h"

#include "core/checks/Evaluators.h"
#include "tests/core/checks/Facts.h"
#include "tests/support/TestMain.h"

#include <algorithm>

using namespace masclet;
using namespace masclet::test;

namespace
{

QList<Check> allWith(CheckResult result)
{
    QList<Check> checks;
    for (const CheckItemRow &row : checkItems())
        checks << Check{row.item, result, {}, {}, {}, {}, {}, {}};
    return checks;
}

Check sampleCheck()
{
    return {CheckItem::Size,        CheckResult::Warn,     QStringLiteral("finding"), QStringLiteral("limit"),
            QStringLiteral("ls\n"), QStringLiteral("1 B"), QStringLiteral("band"),    QStringLiteral("hint")};
}

} // namespace

void tst_Check::itemsStandInTheOrderOfTheChecklist()
{
    QStringList names;
    for (const CheckItemRow &row : checkItems())
        names << nameOf(row.item);
    QCOMPARE(names.join(QChar(u' ')), QStringLiteral("window size integrity restore counts logs space"));
}

void tst_Check::namesAreReadBack()
{
    for (const CheckItemRow &row : checkItems()) {
        QCOMPARE(checkItemFromName(nameOf(row.item)), row.item);
        QVERIFY(!titleOf(row.item).isEmpty());
    }
    for (const CheckResult result :
         {CheckResult::Pass, CheckResult::Warn, CheckResult::Fail, CheckResult::NotChecked}) {
        QCOMPARE(checkResultFromName(nameOf(result)), result);
        QVERIFY(!titleOf(result).isEmpty());
    }
    QCOMPARE(checkItemFromName(QStringLiteral("Window")), std::nullopt);
    QCOMPARE(checkResultFromName(QStringLiteral("green")), std::nullopt);
}

void tst_Check::overallIsTheWorst_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<int>("overall");
    const auto row = [](const char *name, CheckResult first, CheckResult second, CheckResult overall) {
        QTest::newRow(name) << int(first) << int(second) << int(overall);
    };
    row("all pass", CheckResult::Pass, CheckResult::Pass, CheckResult::Pass);
    row("one could not be checked", CheckResult::NotChecked, CheckResult::Pass, CheckResult::NotChecked);
    row("warning beside not checked", CheckResult::NotChecked, CheckResult::Warn, CheckResult::Warn);
    row("failure beside warning", CheckResult::Fail, CheckResult::Warn, CheckResult::Fail);
    row("failure beside not checked", CheckResult::NotChecked, CheckResult::Fail, CheckResult::Fail);
}

void tst_Check::overallIsTheWorst()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(int, overall);
    QList<Check> checks = allWith(CheckResult::Pass);
    checks[1].result = CheckResult(first);
    checks[5].result = CheckResult(second);
    QCOMPARE(int(overallResult(checks)), overall);
    std::reverse(checks.begin(), checks.end());
    QCOMPARE(int(overallResult(checks)), overall);
}

void tst_Check::aMissingItemIsNotGreen()
{
    QList<Check> checks = allWith(CheckResult::Pass);
    checks.removeAt(3);
    QCOMPARE(overallResult(checks), CheckResult::NotChecked);
    QCOMPARE(overallResult({}), CheckResult::NotChecked);
}

void tst_Check::checksSurviveJson()
{
    const auto back = checkFromJson(toJson(sampleCheck()));
    QVERIFY_RESULT(back);
    QCOMPARE(*back, sampleCheck());
}

void tst_Check::foreignJsonIsRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown item") << QStringLiteral("item") << QJsonValue(QStringLiteral("weather"));
    QTest::newRow("unknown result") << QStringLiteral("result") << QJsonValue(QStringLiteral("green"));
    QTest::newRow("number for a text") << QStringLiteral("finding") << QJsonValue(1);
    QTest::newRow("surplus key") << QStringLiteral("more") << QJsonValue(1);
}

void tst_Check::foreignJsonIsRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = toJson(sampleCheck());
    object.insert(key, value);
    QVERIFY_FAILS(checkFromJson(object), ErrorKind::Verification);
}

void tst_Check::aGoodDayIsGreen()
{
    const QList<Check> checks = evaluateAll(goodDay());
    for (const Check &check : checks) {
        QVERIFY2(check.result == CheckResult::Pass, qPrintable(check.finding));
        QVERIFY2(!check.finding.isEmpty() && !check.threshold.isEmpty() && !check.command.isEmpty(),
                 qPrintable(nameOf(check.item)));
        QCOMPARE(check.unchecked, QString());
    }
    QCOMPARE(overallResult(checks), CheckResult::Pass);
}

void tst_Check::anEmptyDayIsNeverGreen()
{
    for (const Check &check : evaluateAll(emptyDay())) {
        QVERIFY2(!check.finding.isEmpty(), qPrintable(nameOf(check.item)));
        if (check.item != CheckItem::Space)
            QVERIFY2(check.result != CheckResult::Pass, qPrintable(nameOf(check.item)));
    }
}

void tst_Check::rowCountsSurviveJson()
{
    const QList<TableRows> tables{{"public", "animals", 347}, {"odd\xff", "na\nme", 0}};
    const auto back = tableRowsFromJson(toJson(tables));
    QVERIFY_RESULT(back);
    QCOMPARE(*back, tables);
    QVERIFY_FAILS(tableRowsFromJson(QJsonArray{1}), ErrorKind::Verification);
    QJsonArray negative = toJson(tables);
    negative[0] = QJsonObject{{QStringLiteral("schema"), QStringLiteral("s")},
                              {QStringLiteral("name"), QStringLiteral("n")},
                              {QStringLiteral("rows"), -1}};
    QVERIFY_FAILS(tableRowsFromJson(negative), ErrorKind::Verification);
}

// N04
void tst_Check::criticalTablesAreNamedExactly_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *title, const char *wanted, const char *schema, const char *name,
                        bool same) {
        QTest::newRow(title) << QString::fromUtf8(wanted) << QByteArray(schema) << QByteArray(name) << same;
    };
    row("plain", "animals", "public", "animals", true);
    row("in any schema", "animals", "farm", "animals", true);
    row("with schema", "public.animals", "public", "animals", true);
    row("other schema", "public.animals", "farm", "animals", false);
    row("other case", "Animals", "public", "animals", false);
    row("no pattern", "anim*", "public", "animals", false);
    row("only a part", "animal", "public", "animals", false);
    row("dot in the name", "a.b", "public", "a.b", true);
    row("accents", "anim\u00e0ls", "public", "anim\u00e0ls", true);
}

void tst_Check::criticalTablesAreNamedExactly()
{
    QFETCH(QString, wanted);
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, name);
    QFETCH(bool, same);
    QCOMPARE(namesTable(wanted, schema, name), same);
}
