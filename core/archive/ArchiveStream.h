#pragma once

#include "core/archive/ArchiveIndex.h"
#include "core/archive/StoredBytes.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace masclet
{

/// What one of our archives must be, byte for byte; from the manifest. Of an encrypted one, stored means
/// what it is once decrypted: the source of the bytes looks at the rest.
struct ArchiveExpectation {
    qint64 storedSize = 0;
    QByteArray storedSha256; ///< lower-case hexadecimal
    qint64 rawSize = 0;
    QByteArray rawSha256;
    ArchiveIndex index; ///< without members: the file is stored as it is
    /// Of the dump's first and last line; compared when known.
    std::optional<QByteArray> restrictKey = std::nullopt;
};

/// Reads one of our archives back, in the order of its raw bytes, and believes nothing: size, both SHA-256,
/// every member's header, length, CRC and rows must be as expected, and scanning the dump again must find it
/// whole, with the tables, rows and sections of the index. The end is reported only when all of it was; so to
/// verify is to read to the end, and a loader knows at the end whether what it loaded was right, from the
/// very bytes that were hashed. Members are inflated by `threads` workers ahead of the reader, in bounded
/// memory (about 32 MiB). Create, read and destroy in one thread.
class ArchiveStream
{
public:
    /// `stored` is read in one thread of the stream.
    ArchiveStream(std::unique_ptr<StoredBytes> stored, const ArchiveExpectation &expected, int threads,
                  std::stop_token stop);
    /// Of a file; `fd` must stay open and is read with pread only.
    ArchiveStream(int fd, const ArchiveExpectation &expected, int threads, std::stop_token stop);
    ~ArchiveStream();

    /// The next raw bytes, valid until the next call; empty at the good end. Verification names the place,
    /// Storage when reading fails, Stopped when asked.
    Result<std::span<const std::byte>> next();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Raw bytes [from, to) of an archive through its index, without reading the rest: one table's rows for a
/// preview. Only the members' own CRC protects them. The members must not be empty.
Result<QByteArray> readRaw(int fd, const ArchiveIndex &index, qint64 from, qint64 to);

} // namespace masclet
