#include "tests/core/archive/tst_StoredStream.h"

#include "core/archive/StoredStream.h"
#include "core/base/Fd.h"
#include "core/base/Hash.h"
#include "tests/core/archive/Dumps.h"
#include "tests/support/TestMain.h"

#include <zlib.h>

#include <sys/mman.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

QByteArray numbersText()
{
    QByteArray text;
    for (int i = 0; i < 300; ++i)
        text += QByteArray::number(i * 7919 % 10'007) + '\n';
    return text;
}

StoredExpectation expectationOf(const QByteArray &stored, const QByteArray &raw)
{
    const bool plain = stored == raw;
    return {plain ? StoredExpectation::Form::Plain : StoredExpectation::Form::Gzip, stored.size(),
            Sha256::hexOf(stored), raw.size(), Sha256::hexOf(raw)};
}

Result<QByteArray> read(const QByteArray &stored, const StoredExpectation &expected,
                        const std::stop_token &stop = {})
{
    const Fd fd(::memfd_create("stored", MFD_CLOEXEC));
    if (::write(fd.get(), stored.constData(), size_t(stored.size())) != stored.size())
        qFatal("cannot write");
    StoredStream stream(fd.get(), expected, stop);
    QByteArray raw;
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> part, stream.next());
        if (part.empty())
            return raw;
        raw.append(reinterpret_cast<const char *>(part.data()), qsizetype(part.size()));
    }
}

} // namespace

void tst_StoredStream::aGoodFileComesOutWhole_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("raw");
    const QByteArray text = numbersText();
    const QByteArray large = text.repeated(2000);
    QTest::newRow("gzip") << gzip(text) << text;
    QTest::newRow("members") << gzip(text) + gzip("more") << text + "more";
    QTest::newRow("large") << gzip(large) << large;
    QTest::newRow("plain") << large << large;
    QTest::newRow("gzip of nothing") << gzip({}) << QByteArray();
}

void tst_StoredStream::aGoodFileComesOutWhole()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, raw);
    const auto found = read(stored, expectationOf(stored, raw));
    QVERIFY_RESULT(found);
    QVERIFY(*found == raw);
}

void tst_StoredStream::everyFlippedByteIsSeen_G03()
{
    for (const QByteArray &stored : {gzip(numbersText()), numbersText()}) {
        const StoredExpectation expected = expectationOf(stored, numbersText());
        for (qsizetype at = 0; at < stored.size(); ++at) {
            QByteArray bad = stored;
            bad[at] = char(bad[at] ^ 1);
            QVERIFY_FAILS(read(bad, expected), ErrorKind::Verification);
        }
    }
}

void tst_StoredStream::everyCutAndEveryTailIsSeen_G01_G04()
{
    const QByteArray stored = gzip(numbersText());
    const StoredExpectation expected = expectationOf(stored, numbersText());
    for (qsizetype at = 0; at < stored.size(); ++at)
        QVERIFY_FAILS(read(stored.left(at), expected), ErrorKind::Verification);
    QVERIFY_FAILS(read(stored + '\0', expected), ErrorKind::Verification);
    QVERIFY_FAILS(read(stored + gzip("more"), expected), ErrorKind::Verification);
}

void tst_StoredStream::anotherGoodFileIsRefused_X03()
{
    // Same sizes everywhere: only the hashes differ.
    const StoredExpectation expected = expectationOf("abc", "abc");
    QVERIFY_FAILS(read("abd", expected), ErrorKind::Verification);
    StoredExpectation other = expectationOf(gzip("abc"), "abc");
    other.rawSha256 = Sha256::hexOf("abd");
    QVERIFY_FAILS(read(gzip("abc"), other), ErrorKind::Verification);
    other = expectationOf(gzip("abc"), "abc");
    other.rawSize = 2;
    QVERIFY_FAILS(read(gzip("abc"), other), ErrorKind::Verification);
}

void tst_StoredStream::zerosAreNoBomb()
{
    const QByteArray zeros(64 * 1024 * 1024, '\0');
    const QByteArray stored = gzip(zeros);
    const auto found = read(stored, expectationOf(stored, zeros));
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), zeros.size());
}

void tst_StoredStream::stopEndsIt()
{
    std::stop_source stop;
    stop.request_stop();
    const QByteArray stored = gzip("abc");
    QVERIFY_FAILS(read(stored, expectationOf(stored, "abc"), stop.get_token()), ErrorKind::Stopped);
}
