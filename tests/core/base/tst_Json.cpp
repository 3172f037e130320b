#include "tests/core/base/tst_Json.h"

#include "core/base/Json.h"
#include "tests/support/TestMain.h"

#include <random>

using namespace masclet;

void tst_Json::sizeLimitIsKept()
{
    const QByteArray text(R"({"a":1})");
    QVERIFY_RESULT(parseJsonObject(text, ErrorKind::Verification, {7, 32}));
    QVERIFY_FAILS(parseJsonObject(text, ErrorKind::Verification, {6, 32}), ErrorKind::Verification);
}

void tst_Json::depthLimitIsKept_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("as deep as allowed") << QByteArray(R"({"a":[{"b":1}]})") << true;
    QTest::newRow("an object too deep") << QByteArray(R"({"a":[{"b":{}}]})") << false;
    QTest::newRow("a list too deep") << QByteArray(R"({"a":[{"b":[]}]})") << false;
    QTest::newRow("wide is not deep") << QByteArray(R"({"a":[{},{},{},{},{}],"b":[[],[],[]]})") << true;
    QTest::newRow("brackets in a text") << QByteArray(R"({"a":"[[[[[{{{{{"})") << true;
}

void tst_Json::depthLimitIsKept()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QCOMPARE(parseJsonObject(text, ErrorKind::Verification, {1000, 3}).has_value(), good);
}

void tst_Json::kindOfTheErrorIsTheCallers()
{
    QVERIFY_FAILS(parseJsonObject("{", ErrorKind::Config), ErrorKind::Config);
    QVERIFY_FAILS(parseJsonObject("", ErrorKind::Storage), ErrorKind::Storage);
}

// X02, in small: what comes out is an object or an error. The seed is fixed, so a failure comes back.
void tst_Json::randomDamageNeverCrashes()
{
    const QByteArray good(R"({"a":"x\u00e9\"","b":[1,2.5e3,null,true],"c":{"d":{},"e":"\ud83d\ude00"}})");
    QVERIFY_RESULT(parseJsonObject(good, ErrorKind::Verification));
    std::mt19937 random(20250218);
    constexpr char damage[] = "{}[]\":,\\u0123eE+-. \n\0\xff\xc3"; // holds a NUL
    const QByteArray letters(damage, sizeof damage - 1);
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray text = good;
        for (quint32 change = random() % 4; change < 4; ++change) {
            const qsizetype at = qsizetype(random() % quint32(text.size()));
            text[at] = letters[qsizetype(random() % quint32(letters.size()))];
        }
        if (random() % 4 == 0)
            text.truncate(qsizetype(random() % quint32(text.size())));
        refused += parseJsonObject(text, ErrorKind::Verification) ? 0 : 1;
    }
    QVERIFY(refused > 10'000);
    QVERIFY(refused < 20'000);
}
