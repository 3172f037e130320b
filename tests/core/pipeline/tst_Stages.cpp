#include "tests/core/pipeline/tst_Stages.h"

#include "core/pipeline/ArchiveStage.h"
#include "core/pipeline/FileSink.h"
#include "core/pipeline/GzipStage.h"
#include "core/pipeline/RateLimit.h"
#include "core/pipeline/Tap.h"
#include "tests/support/FailingSink.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"

#include <QTemporaryDir>

using namespace masclet;
using namespace masclet::test;
using masclet::test::FailingSink;

namespace
{
QByteArray gzipped(const QByteArray &raw, qsizetype piece)
{
    FailingSink sink(100'000'000);
    auto stage = GzipStage::create(Compression::Auto, 2, sink);
    for (qsizetype at = 0; stage && at < raw.size(); at += piece) {
        if (!(*stage)->write(bytesOf(raw.mid(at, piece))))
            return {};
    }
    if (!stage || !(*stage)->finish() || !sink.finished)
        return {};
    return sink.taken;
}
} // namespace

void tst_Stages::tapMeasuresWhatPassesAndChangesNothing()
{
    FailingSink sink(100);
    Tap tap(sink);
    QVERIFY_RESULT(tap.write(bytesOf("ab")));
    QVERIFY_RESULT(tap.write(bytesOf("c")));
    QVERIFY(!sink.finished);
    QVERIFY_RESULT(tap.finish());
    QVERIFY(sink.finished);
    QCOMPARE(sink.taken, QByteArray("abc"));
    QCOMPARE(tap.size(), qint64(3));
    QCOMPARE(tap.sha256(), Sha256::hexOf("abc"));
}

void tst_Stages::failureOfTheSinkComesBackThroughTheTap()
{
    FailingSink sink(4);
    Tap tap(sink);
    QVERIFY_RESULT(tap.write(bytesOf("abc")));
    QVERIFY_FAILS(tap.write(bytesOf("def")), ErrorKind::Storage);
}

void tst_Stages::fileSinkLeavesNothingUnlessFinished()
{
    QTemporaryDir temp;
    auto folder = Directory::open(temp.path());
    {
        auto sink = FileSink::create(*folder, "half");
        QVERIFY_RESULT(sink);
        QVERIFY_RESULT(sink->write(bytesOf("abc")));
        QVERIFY(*folder->exists("half"));
    }
    QVERIFY(!*folder->exists("half"));
    auto sink = FileSink::create(*folder, "whole");
    QVERIFY_RESULT(sink->write(bytesOf("abc")));
    QVERIFY_RESULT(sink->finish());
    QCOMPARE(*folder->readFile("whole", 10), QByteArray("abc"));
}

void tst_Stages::fileSinkRefusesATakenName_S11()
{
    QTemporaryDir temp;
    auto folder = Directory::open(temp.path());
    QVERIFY_RESULT(folder->writeFile("taken", "old"));
    QVERIFY_FAILS(FileSink::create(*folder, "taken"), ErrorKind::Storage);
    QCOMPARE(*folder->readFile("taken", 10), QByteArray("old"));
}

void tst_Stages::archivePassesItsBytesOnAndFinishesTheNext()
{
    const QByteArray dump =
        "-- PostgreSQL database dump\nCOPY t FROM stdin;\n1\n\\.\n-- PostgreSQL database dump complete\n";
    FailingSink sink(1000);
    Tap stored(sink);
    auto stage = ArchiveStage::create(Compression::Auto, 1, stored);
    QVERIFY_RESULT(stage);
    QVERIFY_RESULT((*stage)->write(bytesOf(dump)));
    QVERIFY(!sink.finished);
    QVERIFY_RESULT((*stage)->finish());
    QVERIFY(sink.finished);
    const ArchiveSummary &summary = (*stage)->summary();
    QCOMPARE(summary.rawSize, dump.size());
    QCOMPARE(summary.sql.index.rows(), 1);
    QCOMPARE(summary.sql.index.members.size(), 1);
    QCOMPARE(summary.sql.index.members[0].storedLength, stored.size());
    QCOMPARE(stored.sha256(), Sha256::hexOf(sink.taken));
}

void tst_Stages::aFailureBehindTheArchiveComesBack()
{
    FailingSink sink(10);
    auto stage = ArchiveStage::create(Compression::Auto, 1, sink);
    QVERIFY_RESULT(stage);
    QVERIFY_RESULT((*stage)->write(bytesOf("SELECT 1;\n")));
    QVERIFY_FAILS((*stage)->finish(), ErrorKind::Storage);
    QVERIFY(!sink.finished);
}

void tst_Stages::gzipGivesTheSameBytesWhateverThePieces()
{
    QByteArray raw;
    for (qint64 i = 0; i < 1'000'000; ++i)
        raw += QByteArray::number(i * 7919 % 10'007) + '\n';
    const QByteArray once = gzipped(raw, raw.size());
    QVERIFY(once.size() > 1000 && once.size() < raw.size());
    QVERIFY(gzipped(raw, 4099) == once);
    QVERIFY(gzipped(raw, 2 * 1024 * 1024) == once);
}

void tst_Stages::gzipOfNothingIsStillGzip()
{
    const QByteArray empty = gzipped({}, 1);
    QVERIFY(empty.startsWith("\x1f\x8b"));
}

void tst_Stages::aFailureBehindGzipComesBack()
{
    FailingSink sink(10);
    auto stage = GzipStage::create(Compression::Auto, 1, sink);
    QVERIFY_RESULT(stage);
    QVERIFY_RESULT((*stage)->write(bytesOf("some bytes")));
    QVERIFY_FAILS((*stage)->finish(), ErrorKind::Storage);
    QVERIFY(!sink.finished);
}

void tst_Stages::aRateLimitGivesPauses()
{
    using namespace std::chrono_literals;
    FakeClock clock(QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC));
    RateLimit any(0, clock);
    QCOMPARE(any.blockSize(1'000'000), size_t(1'000'000));
    QVERIFY(any.pauseAfter(1'000'000'000) == 0ns);
    RateLimit limit(100'000, clock);
    QCOMPARE(limit.blockSize(1'000'000), size_t(10'000));
    QVERIFY(limit.pauseAfter(10'000) == 100ms);
    QVERIFY(limit.pauseAfter(10'000) == 200ms);
    clock.advance(200ms);
    QVERIFY(limit.pauseAfter(10'000) == 100ms);
    clock.advance(60s); // of which a second may be made up for
    QVERIFY(limit.pauseAfter(100'000) == 0ns);
    QVERIFY(limit.pauseAfter(10'000) == 100ms);
    QCOMPARE(RateLimit(1, clock).blockSize(1'000'000), size_t(4'096));
}
