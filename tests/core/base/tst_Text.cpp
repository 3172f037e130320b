#include "tests/core/base/tst_Text.h"

#include "core/base/ExitCode.h"
#include "core/base/Hash.h"
#include "core/base/Json.h"
#include "core/base/Log.h"
#include "core/base/Secret.h"
#include "core/base/Text.h"
#include "tests/support/TestMain.h"

#include <QJsonDocument>

using namespace masclet;

void tst_Text::foreignTextStaysOnOneLine()
{
    const QString hostile = QStringLiteral("a\nb\x1b[31mred\u202egnp.exe\tß日\U0001F404");
    const QString line = oneLine(hostile);
    QVERIFY(!line.contains(u'\n'));
    QVERIFY(!line.contains(QChar(0x1b)));
    QVERIFY(!line.contains(QChar(0x202e)));
    QVERIFY(line.contains(QStringLiteral("ß日\U0001F404")));
    QVERIFY(oneLine(QString(100'000, u'x'), 50).size() < 80);
    QVERIFY(oneLine(QByteArray("\xff\xfe")).startsWith(QStringLiteral("\\u{fffd}")));
}

void tst_Text::sizesAreParsedAndShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("megabyte") << QStringLiteral("1 MB") << qint64(1048576);
    QTest::newRow("no space, lower case") << QStringLiteral("64kb") << qint64(65536);
    QTest::newRow("bytes") << QStringLiteral("512") << qint64(512);
    QTest::newRow("fraction") << QStringLiteral("1.5 GB") << qint64(1610612736);
    QTest::newRow("negative") << QStringLiteral("-1 MB") << qint64(-1);
    QTest::newRow("unknown unit") << QStringLiteral("1 XB") << qint64(-1);
    QTest::newRow("words") << QStringLiteral("big") << qint64(-1);
    QTest::newRow("too large") << QStringLiteral("999999999999999 TB") << qint64(-1);
}

void tst_Text::sizesAreParsedAndShown()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(parseSize(text), bytes);
}

void tst_Text::durationsAreParsed()
{
    QCOMPARE(parseDuration(QStringLiteral("4h")), qint64(4) * 3'600'000);
    QCOMPARE(parseDuration(QStringLiteral("90 min")), qint64(90) * 60'000);
    QCOMPARE(parseDuration(QStringLiteral("soon")), qint64(-1));
    QCOMPARE(durationText(3'400), QStringLiteral("3.4 s"));
    QCOMPARE(durationText(7'500'000), QStringLiteral("2 h 5 min"));
}

void tst_Text::logLinesCannotBeInjected()
{
    const QString hostile =
        QStringLiteral("x\n{\"level\":\"info\",\"text\":\"all good\"}") + QString(10'000'000, u'A');
    const QByteArray line = logLine(QDateTime::fromSecsSinceEpoch(0, Qt::UTC), LogLevel::Warning, hostile);
    QVERIFY(!line.contains('\n'));
    QVERIFY(line.size() < 20'000);
    QCOMPARE(QJsonDocument::fromJson(line)[QStringLiteral("level")].toString(), QStringLiteral("warning"));
}

void tst_Text::everyErrorKindHasItsOwnRow()
{
    QSet<int> seen;
    for (int kind = 0; kind <= int(ErrorKind::Stopped); ++kind) {
        const int code = exitCodeOf(ErrorKind(kind));
        QVERIFY2(!seen.contains(code), qPrintable(QString::number(code)));
        seen.insert(code);
        QVERIFY(!nameOf(ErrorKind(kind)).isEmpty());
    }
    // Every row but "ok" and "warnings" belongs to a kind.
    QCOMPARE(int(exitCodes().size()), int(seen.size()) + 2);
}

void tst_Text::jsonRefusesWhatQtAccepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QByteArray(R"({"a":1,"b":{"a":[1,{"a":2}]}})") << true;
    QTest::newRow("same key in two objects of a list") << QByteArray(R"({"l":[{"a":1},{"a":2}]})") << true;
    QTest::newRow("string with braces") << QByteArray(R"({"a":"}{\"","b":1})") << true;
    QTest::newRow("duplicate") << QByteArray(R"({"a":1,"a":2})") << false;
    QTest::newRow("duplicate behind an escape") << QByteArray("{\"a\":1,\"\\u0061\":2}") << false;
    QTest::newRow("duplicate after a nested object") << QByteArray(R"({"a":{"x":1},"a":2})") << false;
    QTest::newRow("NUL") << QByteArray("{\"a\":1}\0", 8) << false;
    QTest::newRow("deep") << QByteArray(100, '[') << false;
    QTest::newRow("trailing") << QByteArray(R"({"a":1} x)") << false;
    QTest::newRow("array") << QByteArray("[1]") << false;
    QTest::newRow("invalid UTF-8") << QByteArray("{\"a\":\"\xff\"}") << false;
    QTest::newRow("cut in a string") << QByteArray("{\"a") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void tst_Text::jsonRefusesWhatQtAccepts()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QCOMPARE(parseJsonObject(text, ErrorKind::Verification).has_value(), good);
}

void tst_Text::secretsWipeTheirSource()
{
    QByteArray typed("hunter2");
    typed.detach();
    const Secret secret = Secret::take(typed);
    QCOMPARE(secret.bytes(), std::string_view("hunter2"));
    QVERIFY(typed.isEmpty());
    QVERIFY(Secret().isEmpty());
}

void tst_Text::sha256MatchesTheKnownVector()
{
    // FIPS 180-2, appendix B.1.
    QCOMPARE(Sha256::hexOf("abc"),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QVERIFY(randomHex(8) != randomHex(8));
    QCOMPARE(randomHex(8).size(), 16);
}

void tst_Text::sizesAreShownInPowersOf1024_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 B");
    QTest::newRow("below a kB") << qint64(1023) << QStringLiteral("1023 B");
    QTest::newRow("a kB") << qint64(1024) << QStringLiteral("1.0 kB");
    QTest::newRow("a MB and a half") << qint64(1536 * 1024) << QStringLiteral("1.5 MB");
    QTest::newRow("GB") << (qint64(3) << 30) << QStringLiteral("3.0 GB");
    QTest::newRow("thousands of TB") << (qint64(2000) << 40) << QStringLiteral("2000.0 TB");
}

void tst_Text::sizesAreShownInPowersOf1024()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(sizeText(bytes), text);
}

void tst_Text::cutTextKeepsWholeCharacters()
{
    // The limit falls between the two halves of a surrogate pair: half of it becomes a visible escape.
    const QString line = oneLine(QStringLiteral("ab\U0001F404cd"), 3);
    QVERIFY2(line.isValidUtf16(), qPrintable(line));
    QVERIFY(line.startsWith(QStringLiteral("ab")));
    QVERIFY(line.endsWith(QStringLiteral("(+3)")));
    QCOMPARE(oneLine(QString()), QString());
    QCOMPARE(oneLine(QStringLiteral("abc"), 3), QStringLiteral("abc"));
}

void tst_Text::secretsShareOneBuffer()
{
    Secret first = Secret::fromView("hunter2");
    const char *const place = first.bytes().data();
    const Secret second = first;
    first = Secret();
    QVERIFY(first.isEmpty());
    QCOMPARE(static_cast<const void *>(second.bytes().data()), static_cast<const void *>(place));
    QCOMPARE(second.bytes(), std::string_view("hunter2"));
    QCOMPARE(Secret::fromView({"a\0b", 3}).bytes().size(), size_t(3));
    QVERIFY(Secret::fromView("").isEmpty());
}

void tst_Text::sha256InPiecesIsThatOfTheWhole()
{
    Sha256 hash;
    hash.add("a");
    hash.add(QByteArray());
    hash.add("bc");
    QCOMPARE(hash.hex(), Sha256::hexOf("abc"));
    QCOMPARE(Sha256::hexOf(QByteArray()),
             QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void tst_Text::logLevelsHaveStableNames()
{
    QCOMPARE(nameOf(LogLevel::Debug), QStringLiteral("debug"));
    QCOMPARE(nameOf(LogLevel::Info), QStringLiteral("info"));
    QCOMPARE(nameOf(LogLevel::Warning), QStringLiteral("warning"));
    QCOMPARE(nameOf(LogLevel::Error), QStringLiteral("error"));
}
