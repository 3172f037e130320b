#pragma once

#include "core/archive/BlockPress.h"
#include "core/archive/SqlScanner.h"
#include "core/base/Hash.h"

#include <functional>

namespace masclet
{

/// What an archive turned out to be.
struct ArchiveSummary {
    SqlReport sql; ///< its index has the members
    qint64 rawSize = 0;
    QByteArray rawSha256; ///< lower-case hexadecimal
};

/// Makes an archive of a plain dump in one pass: scans, hashes, divides at row and statement ends,
/// compresses in threads, and hands stored bytes to the sink in order. The same dump gives the same bytes,
/// whatever chunks it comes in. Used from one thread, in which the sink is called; memory stays below
/// 64 MiB. Whether the dump was complete is told, not judged: that is for the caller, who also knows how
/// pg_dump ended.
class ArchiveWriter final : private SqlCuts
{
public:
    using Sink = std::function<Result<>(std::span<const std::byte>)>;

    static Result<std::unique_ptr<ArchiveWriter>> create(Compression compression, int threads, Sink sink);

    Result<> write(std::span<const std::byte> bytes);
    /// Call once, behind the last byte.
    Result<ArchiveSummary> finish();

private:
    ArchiveWriter(Sink sink, std::unique_ptr<BlockPress> press);

    Result<> statementEnded(qint64 at) override;
    Result<> rowsBegin(qint64 at) override;
    Result<> rows(qint64 at, std::span<const char> bytes, qint64 lineEnds) override;

    Result<> takeUpTo(qint64 at);
    Result<> take(const char *begin, const char *end, qint64 lineEnds);
    Result<> closeFullBlock();
    Result<> closeBlock();
    Result<> store(Result<PackedBlock> block);

    Sink m_sink;
    std::unique_ptr<BlockPress> m_press; // none: stored as it is
    SqlScanner m_scanner;
    Sha256 m_hash;
    const char *m_chunk = nullptr; // being written
    qint64 m_chunkAt = 0;          // its raw offset
    qint64 m_taken = 0;            // raw bytes that are in a block
    qint64 m_stored = 0;
    RawBlock m_block;
    QList<ArchiveMember> m_members;
};

} // namespace masclet
