#include "tests/core/archive/tst_ArchiveStream.h"

#include "core/archive/ArchiveStream.h"
#include "core/archive/ArchiveWriter.h"
#include "core/base/DiskWait.h"
#include "core/base/Fd.h"
#include "tests/core/archive/Dumps.h"
#include "tests/support/TestMain.h"

#include <sys/mman.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// A dump of `rows` rows in two tables, as pg_dump writes it.
QByteArray dumpText(int rows)
{
    QByteArray text =
        "--\n-- PostgreSQL database dump\n--\n\n\\restrict abcDEF123\n\nSET client_encoding = 'UTF8';\n"
        "CREATE TABLE public.animals (id integer, nom text);\n\n"
        "COPY public.animals (id, nom) FROM stdin;\n";
    for (int i = 0; i < rows; ++i)
        text +=
            QByteArray::number(i) + "\tMasclet " + QByteArray::number(qint64(i) * 7919 % 10'007) + "\\n\n";
    text += "\\.\n\n\nCOPY public.parts (id) FROM stdin;\n";
    for (int i = 0; i < rows / 10; ++i)
        text += QByteArray::number(i) + '\n';
    return text + "\\.\n\n\nALTER TABLE ONLY public.animals ADD PRIMARY KEY (id);\n\n"
                  "--\n-- PostgreSQL database dump complete\n--\n\n\\unrestrict abcDEF123\n\n";
}

struct Written {
    QByteArray raw;
    QByteArray stored;
    ArchiveExpectation expected;
};

Written write(const QByteArray &raw, Compression compression)
{
    Written written{raw, {}, {}};
    auto writer = ArchiveWriter::create(compression, 2, [&](std::span<const std::byte> bytes) -> Result<> {
        written.stored.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        return {};
    });
    if (!writer || !(*writer)->write(std::as_bytes(std::span(raw.constData(), size_t(raw.size())))))
        qFatal("cannot write the sample archive");
    const auto summary = (*writer)->finish();
    if (!summary)
        qFatal("cannot finish the sample archive");
    written.expected = {written.stored.size(), Sha256::hexOf(written.stored), summary->rawSize,
                        summary->rawSha256, summary->sql.index};
    return written;
}

Result<QByteArray> readBack(const QByteArray &stored, const ArchiveExpectation &expected,
                            const std::stop_token &stop = {})
{
    const Fd file = fileWith(stored);
    ArchiveStream stream(file.get(), expected, 2, stop);
    QByteArray raw;
    for (;;) {
        MASCLET_TRY_ASSIGN(const auto bytes, stream.next());
        if (bytes.empty())
            return raw;
        raw.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    }
}

/// Notes who waits for the disk.
class NotedBytes final : public StoredBytes
{
public:
    NotedBytes(int fd, qint64 size, std::atomic<const DiskWaits *> &seen)
        : m_bytes(fd, size)
        , m_seen(seen)
    {
    }
    Result<> checkSize() const override { return m_bytes.checkSize(); }
    Result<> read(std::span<std::byte> bytes) override
    {
        m_seen = &DiskWaits::ofThread();
        return m_bytes.read(bytes);
    }
    Result<> finish() override { return m_bytes.finish(); }

private:
    FileBytes m_bytes;
    std::atomic<const DiskWaits *> &m_seen;
};

const Written &sample()
{
    static const Written written = write(dumpText(300'000), Compression::Auto);
    return written;
}

} // namespace

void tst_ArchiveStream::whatWasWrittenComesBack_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("compression");
    for (const int rows : {0, 1, 1'000, 400'000}) {
        for (const Compression c :
             {Compression::None, Compression::Fast, Compression::Auto, Compression::Small})
            QTest::addRow("%d rows, %s", rows, qPrintable(nameOf(c))) << rows << int(c);
    }
}

void tst_ArchiveStream::whatWasWrittenComesBack()
{
    QFETCH(int, rows);
    QFETCH(int, compression);
    const Written written = write(dumpText(rows), Compression(compression));
    auto back = readBack(written.stored, written.expected);
    QVERIFY_RESULT(back);
    QVERIFY(*back == written.raw);
}

void tst_ArchiveStream::everyCutIsSeen_G01_G02()
{
    const Written &written = sample();
    QVERIFY(written.expected.index.members.size() > 2);
    for (int i = 0; i < 64; ++i)
        QVERIFY_FAILS(readBack(written.stored.left(written.stored.size() * i / 64), written.expected),
                      ErrorKind::Verification);
    QVERIFY_FAILS(readBack(written.stored.chopped(8), written.expected), ErrorKind::Verification);
    // A cut that the manifest agrees with still contradicts the index and the hashes.
    ArchiveExpectation shorter = written.expected;
    shorter.storedSize -= 8;
    QVERIFY_FAILS(readBack(written.stored.chopped(8), shorter), ErrorKind::Verification);
}

void tst_ArchiveStream::flipsAnywhereAreSeen_G03()
{
    const Written &written = sample();
    const qsizetype size = written.stored.size();
    QList<qsizetype> places;
    for (int i = 0; i < 30; ++i) // header of the first and of the second member, byte by byte
        places << i << written.expected.index.members[1].offset + i;
    for (int i = 1; i <= 10; ++i) // trailers
        places << size - i << written.expected.index.members[1].offset - i;
    while (places.size() < 200)
        places << places.size() * 104'729 % size;
    for (const qsizetype at : places) {
        QByteArray bad = written.stored;
        bad[at] = char(bad[at] ^ (1 << (at % 8)));
        auto result = readBack(bad, written.expected);
        QVERIFY2(!result, qPrintable(QStringLiteral("flip at %1 was not seen").arg(at)));
        QVERIFY_FAILS(result, ErrorKind::Verification);
    }
}

void tst_ArchiveStream::trailingBytesAreSeen_G04()
{
    const Written &written = sample();
    QVERIFY_FAILS(readBack(written.stored + "junk", written.expected), ErrorKind::Verification);
    QVERIFY_FAILS(readBack(written.stored + QByteArray(512, '\0'), written.expected),
                  ErrorKind::Verification);
    ArchiveExpectation longer = written.expected;
    longer.storedSize += 4;
    QVERIFY_FAILS(readBack(written.stored + "junk", longer), ErrorKind::Verification);
}

void tst_ArchiveStream::anotherArchivesManifestIsRefused_X03()
{
    const Written other = write(dumpText(300'000).replace("Masclet 0", "Masclet 1"), Compression::Auto);
    QVERIFY_FAILS(readBack(sample().stored, other.expected), ErrorKind::Verification);
}

void tst_ArchiveStream::wrongCountsAreSeen_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("rows of a part") << 0;
    QTest::newRow("raw hash") << 1;
    QTest::newRow("stored hash") << 2;
    QTest::newRow("raw size") << 3;
    QTest::newRow("end of a block") << 4;
}

void tst_ArchiveStream::wrongCountsAreSeen()
{
    QFETCH(int, what);
    ArchiveExpectation expected = sample().expected;
    switch (what) {
    case 0:
        expected.index.members[1].rows += 1;
        break;
    case 1:
        expected.rawSha256 = QByteArray(64, '0');
        break;
    case 2:
        expected.storedSha256 = QByteArray(64, '0');
        break;
    case 3:
        expected.rawSize -= 1;
        break;
    default:
        expected.index.tables[0].blocks[0].endAt += 2;
        break;
    }
    QVERIFY_FAILS(readBack(sample().stored, expected), ErrorKind::Verification);
}

void tst_ArchiveStream::stopEndsIt()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_FAILS(readBack(sample().stored, sample().expected, stop.get_token()), ErrorKind::Stopped);
}

/// The thread that reads ahead waits for the disk in the name of the one that began it.
void tst_ArchiveStream::aSilentDiskIsThatOfTheWorkThatReads()
{
    const Fd file = fileWith(sample().stored);
    std::atomic<const DiskWaits *> seen = nullptr;
    DiskWaits mine;
    const WaitsForDiskAs work(mine);
    ArchiveStream stream(std::make_unique<NotedBytes>(file.get(), sample().stored.size(), seen),
                         sample().expected, 2, {});
    QVERIFY_RESULT(stream.next());
    QCOMPARE(seen.load(), &mine);
}

void tst_ArchiveStream::oneTablesRowsAreReadAlone()
{
    const Written &written = sample();
    const CopyBlock block = written.expected.index.table("public", "parts")->blocks[0];
    const Fd file = fileWith(written.stored);
    auto rows = readRaw(file.get(), written.expected.index, block.dataAt, block.endAt);
    QVERIFY_RESULT(rows);
    QVERIFY(rows->startsWith("0\n1\n2\n"));
    QVERIFY(rows->endsWith("29999\n\\.\n"));
}
