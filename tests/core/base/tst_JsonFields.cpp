#include "tests/core/base/tst_JsonFields.h"

#include "core/base/Json.h"
#include "core/base/JsonFields.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

JsonFields fieldsOf(const QByteArray &text)
{
    return JsonFields(*parseJsonObject(text, ErrorKind::Config), QStringLiteral("plan"), ErrorKind::Config);
}

} // namespace

void tst_JsonFields::readsWhatIsThere()
{
    JsonFields fields =
        fieldsOf(R"({"w":"x","e":"","n":7,"b":true,"t":"2025-02-18T01:00:07.123Z","none":"","l":["a","b"],)"
                 R"("o":{"k":1},"a":[1,2]})");
    QCOMPARE(fields.word("w"), QStringLiteral("x"));
    QCOMPARE(fields.text("e"), QString());
    QCOMPARE(fields.integer("n"), 7);
    QCOMPARE(fields.optionalInteger("absent"), std::nullopt);
    QVERIFY(fields.flag("b"));
    QCOMPARE(utcText(fields.utc("t")), QStringLiteral("2025-02-18T01:00:07.123Z"));
    QVERIFY(!fields.optionalUtc("none").isValid());
    QCOMPARE(fields.texts("l"), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(fields.object("o").size(), 1);
    QCOMPARE(fields.array("a").size(), 2);
    QVERIFY_RESULT(fields.finish());
}

void tst_JsonFields::refusesWhatIsMissingWrongOrSurplus_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("missing") << QByteArray(R"({"time":"2025-02-18T01:00:07.123Z"})");
    QTest::newRow("text for a number") << QByteArray(R"({"number":"1","time":"2025-02-18T01:00:07.123Z"})");
    QTest::newRow("a fraction") << QByteArray(R"({"number":1.5,"time":"2025-02-18T01:00:07.123Z"})");
    QTest::newRow("below the range") << QByteArray(R"({"number":-1,"time":"2025-02-18T01:00:07.123Z"})");
    QTest::newRow("too large to be exact")
        << QByteArray(R"({"number":9007199254740993,"time":"2025-02-18T01:00:07.123Z"})");
    QTest::newRow("huge") << QByteArray(R"({"number":1e300,"time":"2025-02-18T01:00:07.123Z"})");
    QTest::newRow("local time") << QByteArray(R"({"number":1,"time":"2025-02-18T01:00:07.123"})");
    QTest::newRow("no time") << QByteArray(R"({"number":1,"time":"yesterday"})");
    QTest::newRow("empty time") << QByteArray(R"({"number":1,"time":""})");
    QTest::newRow("surplus key") << QByteArray(R"({"number":1,"time":"2025-02-18T01:00:07.123Z","x":1})");
}

void tst_JsonFields::refusesWhatIsMissingWrongOrSurplus()
{
    QFETCH(QByteArray, text);
    JsonFields fields = fieldsOf(text);
    fields.integer("number");
    fields.utc("time");
    QVERIFY_FAILS(fields.finish(), ErrorKind::Config);
}

void tst_JsonFields::theFirstProblemIsTheOneReported()
{
    JsonFields fields = fieldsOf(R"({"b":1,"c":1})");
    fields.text("a");
    fields.text("b");
    const Result<> result = fields.finish();
    QVERIFY_FAILS(result, ErrorKind::Config);
    QCOMPARE(result.error().message, QStringLiteral("plan: \"a\" is missing."));
}
