#include "tests/core/archive/tst_StrictGunzip.h"

#include "core/archive/StrictGunzip.h"
#include "core/base/Fd.h"
#include "tests/core/archive/Dumps.h"
#include "tests/support/TestMain.h"

#include <zlib.h>

#include <sys/mman.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

QByteArray sampleText()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += QByteArray::number(i * 7919 % 10'007) + "\tMasclet\n";
    return text;
}

Result<QByteArray> inflated(const QByteArray &stored, const GunzipLimits &limits = {})
{
    const Fd file(::memfd_create("stored", MFD_CLOEXEC));
    if (::write(file.get(), stored.constData(), size_t(stored.size())) != stored.size())
        return fail(ErrorKind::Internal, QStringLiteral("memfd"));
    ::lseek(file.get(), 0, SEEK_SET);
    QByteArray raw;
    auto keep = [&](std::span<const std::byte> bytes) -> Result<> {
        raw.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        return {};
    };
    MASCLET_TRY(strictGunzip(file.get(), keep, limits, {}));
    return raw;
}

} // namespace

void tst_StrictGunzip::goodFilesComeOutWhole_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("raw");
    const QByteArray text = sampleText();
    QTest::newRow("one member") << gzip(text) << text;
    QTest::newRow("level 1") << gzip(text, 1) << text;
    QTest::newRow("two members (G05)") << gzip("first\n") + gzip(text) << "first\n" + text;
    QTest::newRow("an empty member") << gzip("") + gzip("x") << QByteArray("x");
}

void tst_StrictGunzip::goodFilesComeOutWhole()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, raw);
    auto result = inflated(stored);
    QVERIFY_RESULT(result);
    QCOMPARE(*result, raw);
}

void tst_StrictGunzip::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("stored");
    const QByteArray good = gzip(sampleText());
    QTest::newRow("empty file (G07)") << QByteArray();
    QTest::newRow("plain text (G07)") << QByteArray("-- PostgreSQL database dump\n");
    QTest::newRow("missing trailer (G02)") << good.chopped(8);
    QTest::newRow("trailing junk (G04)") << good + "junk";
    QTest::newRow("trailing zeros (G04)") << good + QByteArray(512, '\0');
    QTest::newRow("second member cut (G06)") << good + good.chopped(5);
    QTest::newRow("second member's header cut (G06)") << good + good.left(4);
    QTest::newRow("zlib instead of gzip") << qCompress(sampleText()).mid(4);
}

void tst_StrictGunzip::badFilesAreRefused()
{
    QFETCH(QByteArray, stored);
    QVERIFY_FAILS(inflated(stored), ErrorKind::Verification);
}

void tst_StrictGunzip::everyCutIsSeen_G01()
{
    const QByteArray good = gzip(sampleText());
    for (int i = 0; i < 64; ++i) {
        const qsizetype cut = good.size() * i / 64;
        auto result = inflated(good.left(cut));
        QVERIFY_FAILS(result, ErrorKind::Verification);
        if (cut > 0)
            QVERIFY2(result.error().message.contains(QString::number(cut)),
                     qPrintable(result.error().message));
    }
}

void tst_StrictGunzip::flipsInDataAndTrailerAreSeen_G03()
{
    const QByteArray good = gzip(sampleText());
    const QByteArray raw = sampleText();
    for (qsizetype at = 10; at < good.size(); at += qMax<qsizetype>(1, good.size() / 200)) {
        QByteArray bad = good;
        bad[at] = char(bad[at] ^ 0x10);
        QVERIFY_FAILS(inflated(bad), ErrorKind::Verification);
    }
}

void tst_StrictGunzip::bombsAreStopped_G08()
{
    const QByteArray bomb = gzip(QByteArray(64 * 1024 * 1024, '\0'), 9);
    QVERIFY_FAILS(inflated(bomb), ErrorKind::Verification);
    GunzipLimits small;
    small.rawBytes = 1000;
    QVERIFY_FAILS(inflated(gzip(sampleText()), small), ErrorKind::Verification);
}

void tst_StrictGunzip::failureOfTheSinkEndsIt()
{
    const Fd file(::memfd_create("stored", MFD_CLOEXEC));
    const QByteArray stored = gzip(sampleText());
    QCOMPARE(::write(file.get(), stored.constData(), size_t(stored.size())), ssize_t(stored.size()));
    ::lseek(file.get(), 0, SEEK_SET);
    auto refuse = [](std::span<const std::byte>) -> Result<> {
        return fail(ErrorKind::Storage, QStringLiteral("full"));
    };
    QVERIFY_FAILS(strictGunzip(file.get(), refuse, {}, {}), ErrorKind::Storage);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_FAILS(strictGunzip(file.get(), refuse, {}, stop.get_token()), ErrorKind::Stopped);
}
