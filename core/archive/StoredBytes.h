#pragma once

#include "core/base/Result.h"

#include <QtGlobal>

#include <cstddef>
#include <span>

namespace masclet
{

/// Where the bytes of a stored file come from, once and in order: the file itself, or what a decrypting
/// program makes of it. From the first read() to the destructor in one thread.
class StoredBytes
{
public:
    virtual ~StoredBytes() = default;
    /// Whether there is as much as there must be; before the first read().
    virtual Result<> checkSize() const = 0;
    /// Fills all of `bytes`; Verification ("cut at byte N") where there are not so many left.
    virtual Result<> read(std::span<std::byte> bytes) = 0;
    /// After the last byte, any number of times: nothing follows, and what was read was right.
    virtual Result<> finish() = 0;
};

/// A file of `size` bytes, read with pread; `fd` must stay open.
class FileBytes final : public StoredBytes
{
public:
    FileBytes(int fd, qint64 size);

    Result<> checkSize() const override;
    Result<> read(std::span<std::byte> bytes) override;
    Result<> finish() override { return {}; } // checkSize() has seen what follows

private:
    int m_fd;
    qint64 m_size;
    qint64 m_done = 0;
};

/// Verification when an open file has not exactly `size` bytes.
Result<> checkFileSize(int fd, qint64 size);

/// Reads exactly `bytes.size()` bytes at `offset`; a short file is "cut at byte N".
Result<> readAt(int fd, qint64 offset, std::span<std::byte> bytes);

} // namespace masclet
