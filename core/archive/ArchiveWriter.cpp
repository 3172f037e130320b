#include "core/archive/ArchiveWriter.h"

#include "core/archive/ArchiveFormat.h"
#include "core/archive/CopyRows.h"

#include <algorithm>

namespace masclet
{

ArchiveWriter::ArchiveWriter(Sink sink, std::unique_ptr<BlockPress> press)
    : m_sink(std::move(sink))
    , m_press(std::move(press))
    , m_scanner(m_press ? this : nullptr)
{
}

Result<std::unique_ptr<ArchiveWriter>> ArchiveWriter::create(Compression compression, int threads, Sink sink)
{
    std::unique_ptr<BlockPress> press;
    if (compression != Compression::None) {
        MASCLET_TRY_ASSIGN(press, BlockPress::create(compression, threads));
    }
    return std::unique_ptr<ArchiveWriter>(new ArchiveWriter(std::move(sink), std::move(press)));
}

Result<> ArchiveWriter::write(std::span<const std::byte> bytes)
{
    m_hash.add(bytes);
    m_chunk = reinterpret_cast<const char *>(bytes.data());
    const qint64 end = m_chunkAt + qint64(bytes.size());
    MASCLET_TRY(m_scanner.feed(bytes));
    if (m_press)
        MASCLET_TRY(takeUpTo(end));
    else
        MASCLET_TRY(m_sink(bytes));
    m_chunkAt = end;
    return {};
}

Result<ArchiveSummary> ArchiveWriter::finish()
{
    ArchiveSummary summary;
    MASCLET_TRY_ASSIGN(summary.sql, m_scanner.finish());
    if (m_block.bytes.size() > 0)
        MASCLET_TRY(closeBlock());
    while (m_press && !m_press->isEmpty())
        MASCLET_TRY(store(*m_press->take(BlockPress::Wait::Yes)));
    summary.sql.index.members = m_members;
    summary.rawSize = summary.sql.index.rawLength;
    summary.rawSha256 = m_hash.hex();
    return summary;
}

Result<> ArchiveWriter::statementEnded(qint64 at)
{
    MASCLET_TRY(takeUpTo(at));
    return closeFullBlock();
}

Result<> ArchiveWriter::rowsBegin(qint64 at)
{
    MASCLET_TRY(takeUpTo(at));
    return qint64(m_block.bytes.size()) >= memberMinimum ? closeBlock() : Result<>();
}

Result<> ArchiveWriter::rows(qint64 at, std::span<const char> bytes, qint64 lineEnds)
{
    MASCLET_TRY(takeUpTo(at));
    // Bytes that looked like the end of the rows were taken with the chunk before; no line end is among them.
    const char *begin = bytes.data() + std::min<qint64>(m_taken - at, qint64(bytes.size()));
    const char *const end = bytes.data() + bytes.size();
    while (begin < end) {
        // The first row end that makes the block large enough.
        const qint64 missing = std::max<qint64>(memberTarget - qint64(m_block.bytes.size()) - 1, 0);
        const char *const rowEnd = missing < end - begin ? std::find(begin + missing, end, '\n') : end;
        if (rowEnd == end)
            return take(begin, end, lineEnds);
        const qint64 inBlock = countLineEnds(begin, rowEnd + 1);
        MASCLET_TRY(take(begin, rowEnd + 1, inBlock));
        MASCLET_TRY(closeFullBlock()); // not full when the row was so long that it was cut
        lineEnds -= inBlock;
        begin = rowEnd + 1;
    }
    return {};
}

/// Bytes of the current chunk that are not rows.
Result<> ArchiveWriter::takeUpTo(qint64 at)
{
    if (at <= m_taken)
        return {};
    return take(m_chunk + (m_taken - m_chunkAt), m_chunk + (at - m_chunkAt), 0);
}

/// Puts bytes into the block; what is longer than a member may be is cut anywhere.
Result<> ArchiveWriter::take(const char *begin, const char *end, qint64 lineEnds)
{
    for (;;) {
        const qint64 room = memberLimit - qint64(m_block.bytes.size());
        const char *const stop = end - begin > room ? begin + room : end;
        m_block.bytes.append(std::as_bytes(std::span(begin, stop)));
        m_taken += stop - begin;
        const qint64 inBlock = stop == end || lineEnds == 0 ? lineEnds : countLineEnds(begin, stop);
        m_block.rows += inBlock;
        lineEnds -= inBlock;
        if (stop == end)
            return {};
        MASCLET_TRY(closeBlock());
        begin = stop;
    }
}

Result<> ArchiveWriter::closeFullBlock()
{
    return qint64(m_block.bytes.size()) >= memberTarget ? closeBlock() : Result<>();
}

Result<> ArchiveWriter::closeBlock()
{
    while (!m_press->hasRoomFor(m_block.bytes.size()))
        MASCLET_TRY(store(*m_press->take(BlockPress::Wait::Yes)));
    m_press->put(std::exchange(m_block, {}));
    m_block.bytes = m_press->spareBuffer();
    m_block.bytes.reserve(size_t(memberTarget) + 256 * 1024);
    while (auto block = m_press->take(BlockPress::Wait::No))
        MASCLET_TRY(store(std::move(*block)));
    return {};
}

Result<> ArchiveWriter::store(Result<PackedBlock> block)
{
    if (!block)
        return fail(std::move(block).error());
    ArchiveMember &member = block->member;
    member.offset = m_stored;
    m_stored += member.storedLength;
    m_members.append(member);
    return m_sink(block->bytes.bytes());
}

} // namespace masclet
