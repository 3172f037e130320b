#include "tests/core/archive/tst_ArchiveWriter.h"

#include "core/archive/ArchiveFormat.h"
#include "tests/core/archive/Dumps.h"
#include "tests/support/TestMain.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstring>

using namespace masclet;
using namespace masclet::test;
using Level = Completeness::Level;

namespace
{

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    const QByteArray errors = process.readAllStandardError();
    return errors.isEmpty() ? process.readAllStandardOutput() : "warned: " + errors;
}

QByteArray rawOf(const QByteArray &text, const ArchiveIndex &index, qsizetype number)
{
    qint64 at = 0;
    for (qsizetype i = 0; i < number; ++i)
        at += index.members[i].rawLength;
    return text.mid(at, index.members[number].rawLength);
}

/// Sums that hold for every good archive.
void checkSums(const QByteArray &text, const Archive &archive)
{
    const ArchiveIndex &index = archive.summary.sql.index;
    qint64 stored = 0, raw = 0, rows = 0;
    for (const ArchiveMember &member : index.members) {
        QCOMPARE(member.offset, stored);
        stored += member.storedLength;
        raw += member.rawLength;
        rows += member.rows;
        QVERIFY(member.rawLength <= memberLimit);
        QVERIFY(member.storedLength <= memberStoredLimit);
    }
    QCOMPARE(stored, archive.stored.size());
    QCOMPARE(raw, text.size());
    QCOMPARE(rows, index.rows());
    QCOMPARE(archive.summary.rawSize, text.size());
    QCOMPARE(archive.summary.rawSha256, Sha256::hexOf(text));
    QVERIFY_RESULT(archiveIndexFromJson(toJson(index)));
}

} // namespace

void tst_ArchiveWriter::namesOfCompressionsComeBack()
{
    for (const auto compression :
         {Compression::None, Compression::Fast, Compression::Auto, Compression::Small})
        QCOMPARE(compressionFromName(nameOf(compression)), compression);
    QVERIFY(!compressionFromName(QStringLiteral("zstd")));
    QVERIFY_FAILS(BlockCodec::create(Compression::None), ErrorKind::Internal);
}

void tst_ArchiveWriter::stockToolsReadWhatWeWrite_data()
{
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<QByteArray>("text");
    for (const auto compression : {Compression::Fast, Compression::Auto, Compression::Small}) {
        const QByteArray name = nameOf(compression).toLatin1();
        QTest::addRow("%s large", name.constData()) << compression << largeDump(9);
        QTest::addRow("%s odd objects", name.constData()) << compression << oddObjects();
    }
}

void tst_ArchiveWriter::stockToolsReadWhatWeWrite()
{
    QFETCH(Compression, compression);
    QFETCH(QByteArray, text);
    const auto archive = archiveOf(text, compression);
    QVERIFY_RESULT(archive);
    checkSums(text, *archive);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("dump.sql.gz"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(archive->stored);
    file.close();
    QCOMPARE(outputOf(QStringLiteral("gzip"), {QStringLiteral("-t"), path}), QByteArray());
    QVERIFY(outputOf(QStringLiteral("gunzip"), {QStringLiteral("-c"), path}) == text);
    QVERIFY(outputOf(QStringLiteral("zcat"), {path}) == text);
}

void tst_ArchiveWriter::withoutCompressionTheDumpIsStoredAsItIs()
{
    const QByteArray text = oddObjects();
    const auto archive = archiveOf(text, Compression::None, 100);
    QVERIFY_RESULT(archive);
    QVERIFY(archive->stored == text);
    QVERIFY(archive->summary.sql.index.members.isEmpty());
    QVERIFY(archive->summary.sql.index.tables == scan(text)->index.tables);
    QCOMPARE(archive->summary.rawSha256, Sha256::hexOf(text));
    QCOMPARE(archive->summary.sql.completeness.level, Level::Strong);
}

void tst_ArchiveWriter::theFileCanBeIndexedByHopping()
{
    const auto archive = archiveOf(largeDump(9));
    QVERIFY_RESULT(archive);
    const QByteArray &stored = archive->stored;
    QList<qint64> found;
    qsizetype at = 0;
    while (at < stored.size()) {
        QCOMPARE(stored.mid(at, 4), QByteArray("\x1f\x8b\x08\x04", 4));
        QCOMPARE(stored.mid(at + 12, 2), QByteArray("MB"));
        quint32 length = 0;
        std::memcpy(&length, stored.constData() + at + 16, 4);
        QVERIFY(length > 0);
        found << at;
        at += length;
    }
    QCOMPARE(at, stored.size());
    QList<qint64> expected;
    for (const ArchiveMember &member : archive->summary.sql.index.members)
        expected << member.offset;
    QVERIFY(expected.size() > 3);
    QCOMPARE(found, expected);
}

void tst_ArchiveWriter::membersBeginAtRowsAndStatements()
{
    const QByteArray text = largeDump(9);
    const auto archive = archiveOf(text);
    QVERIFY_RESULT(archive);
    const ArchiveIndex &index = archive->summary.sql.index;
    for (qsizetype i = 0; i + 1 < index.members.size(); ++i) {
        const QByteArray raw = rawOf(text, index, i);
        QVERIFY(raw.endsWith('\n'));
        QVERIFY(raw.size() >= memberMinimum);
        QVERIFY(raw.size() < memberTarget + 1000);
        QCOMPARE(raw.count('\n') - index.members[i].rows < 25, true); // the rest are lines around rows
    }
}

void tst_ArchiveWriter::aTableOfSomeSizeBeginsItsOwnMember()
{
    const QByteArray text = largeDump(10);
    const auto archive = archiveOf(text);
    QVERIFY_RESULT(archive);
    const ArchiveIndex &index = archive->summary.sql.index;
    const qint64 dataAt = index.table("public", "parts")->blocks[0].dataAt;
    qint64 at = 0;
    bool found = false;
    for (const ArchiveMember &member : index.members) {
        found = found || at == dataAt;
        at += member.rawLength;
    }
    QVERIFY(found);
}

void tst_ArchiveWriter::rowsLongerThanAMemberAreCut()
{
    const QByteArray row(20'000'000, 'z');
    const QByteArray text =
        dumpOf("COPY a (b) FROM stdin;\n1\n" + row + "\n" + row + "\n2\n\\.\nSELECT '" + row + "';\n");
    const auto archive = archiveOf(text);
    QVERIFY_RESULT(archive);
    checkSums(text, *archive);
    QCOMPARE(archive->summary.sql.index.rows(), 4);
    QVERIFY(archive->summary.sql.index.members.size() >= 8);
}

void tst_ArchiveWriter::rowsThatFitAreNeverCut()
{
    QByteArray body = "COPY a (b) FROM stdin;\n";
    for (int i = 0; i < 6; ++i)
        body += QByteArray(5'000'000, char('a' + i)) + "\n";
    const QByteArray text = dumpOf(body + "\\.\n");
    const auto archive = archiveOf(text);
    QVERIFY_RESULT(archive);
    checkSums(text, *archive);
    const ArchiveIndex &index = archive->summary.sql.index;
    for (qsizetype i = 0; i < index.members.size(); ++i) {
        QVERIFY(rawOf(text, index, i).endsWith('\n'));
        QVERIFY(index.members[i].rows <= 1);
    }
}

void tst_ArchiveWriter::incompressibleBytesFit()
{
    QByteArray noise(memberLimit + 1'000'000, '\0');
    QRandomGenerator random(1);
    for (char &c : noise)
        c = char(11 + random.bounded(245)); // neither zero nor a line end
    const QByteArray text = dumpOf("COPY a (b) FROM stdin;\n" + noise + "\n\\.\n");
    for (const auto compression : {Compression::Fast, Compression::Auto, Compression::Small}) {
        const auto archive = archiveOf(text, compression);
        QVERIFY_RESULT(archive);
        checkSums(text, *archive);
        QVERIFY(archive->stored.size() < text.size() + 10'000);
    }
}

void tst_ArchiveWriter::chunksDoNotChangeTheBytes()
{
    const QByteArray row(3'000'000, 'y');
    const QByteArray text =
        largeDump(5) + "COPY z FROM stdin;\n\\N\n" + row + row + row + "\n\\\\.\n" + row + "\n\\.\n";
    const auto whole = archiveOf(text, Compression::Fast, text.size());
    QVERIFY_RESULT(whole);
    for (const qsizetype size : {4096, 65536, 100'003, 3'000'017}) {
        const auto pieces = archiveOf(text, Compression::Fast, size);
        QVERIFY_RESULT(pieces);
        QVERIFY(pieces->stored == whole->stored);
        QVERIFY(pieces->summary.sql.index == whole->summary.sql.index);
    }
}

void tst_ArchiveWriter::smallDumpsInAnyChunks()
{
    const QByteArray text = oddObjects();
    const auto whole = archiveOf(text);
    QVERIFY_RESULT(whole);
    for (const qsizetype size : {1, 2, 3, 7}) {
        const auto pieces = archiveOf(text, Compression::Auto, size);
        QVERIFY_RESULT(pieces);
        QVERIFY(pieces->stored == whole->stored);
        QVERIFY(pieces->summary.sql == whole->summary.sql);
    }
}

void tst_ArchiveWriter::threadsDoNotChangeTheBytes()
{
    const QByteArray text = largeDump(15);
    const auto one = archiveOf(text, Compression::Auto, 65536, 1);
    const auto four = archiveOf(text, Compression::Auto, 65536, 4);
    QVERIFY_RESULT(one);
    QVERIFY_RESULT(four);
    QVERIFY(one->stored == four->stored);
}

void tst_ArchiveWriter::manyTablesAreIndexed()
{
    QByteArray body;
    for (int i = 0; i < 10'000; ++i)
        body += "COPY public.t" + QByteArray::number(i) + " (a) FROM stdin;\n" + (i % 2 ? "1\n" : "") +
                "\\.\n\n\n";
    const QByteArray text = dumpOf(body);
    const auto archive = archiveOf(text);
    QVERIFY_RESULT(archive);
    checkSums(text, *archive);
    QCOMPARE(archive->summary.sql.index.tables.size(), 10'000);
    QCOMPARE(archive->summary.sql.index.rows(), 5'000);
}

void tst_ArchiveWriter::cutDumpsAreToldNotHidden()
{
    const QByteArray text = largeDump(3);
    for (const qsizetype size : {qsizetype(0), qsizetype(100), text.size() / 2, text.size() - 20}) {
        const auto archive = archiveOf(text.left(size));
        QVERIFY_RESULT(archive);
        QCOMPARE(archive->summary.sql.completeness.level, Level::Incomplete);
        QCOMPARE(archive->stored.isEmpty(), size == 0);
    }
}

void tst_ArchiveWriter::aFailingSinkEndsTheWriting_data()
{
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<qint64>("room");
    for (const qint64 room : {0, 1, 1'000'000, 2'000'000}) {
        QTest::addRow("compressed, %lld", room) << Compression::Fast << room;
        QTest::addRow("plain, %lld", room) << Compression::None << room;
    }
}

void tst_ArchiveWriter::aFailingSinkEndsTheWriting()
{
    QFETCH(Compression, compression);
    QFETCH(qint64, room);
    auto writer = ArchiveWriter::create(compression, 2, [&](std::span<const std::byte> bytes) -> Result<> {
        room -= qint64(bytes.size());
        return room < 0 ? Result<>(fail(ErrorKind::Storage, QStringLiteral("full"))) : Result<>();
    });
    QVERIFY_RESULT(writer);
    const QByteArray text = largeDump(9);
    Result<> result;
    for (qsizetype at = 0; at < text.size() && result; at += 65536)
        result = (*writer)->write(bytesOf(text.mid(at, 65536)));
    if (result)
        QVERIFY_FAILS((*writer)->finish(), ErrorKind::Storage);
    else
        QVERIFY_FAILS(result, ErrorKind::Storage);
}

void tst_ArchiveWriter::anAbandonedWriterEndsItsThreads()
{
    const QByteArray text = largeDump(9);
    auto writer =
        ArchiveWriter::create(Compression::Small, 3, [](std::span<const std::byte>) { return Result<>(); });
    QVERIFY_RESULT(writer);
    QVERIFY_RESULT((*writer)->write(bytesOf(text)));
    writer->reset(); // hangs, or is caught by the sanitizers, when a thread outlives what it uses
}

void tst_ArchiveWriter::zeroBytesAreRefused()
{
    QVERIFY_FAILS(archiveOf(QByteArray("-- a\n\0", 6)), ErrorKind::Verification);
}
