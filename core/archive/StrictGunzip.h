#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>

namespace masclet
{

/// What a gzip file from anywhere may be at most: a bomb of 2 GB of zeros is 1.9 MB small.
struct GunzipLimits {
    qint64 rawBytes = 16LL * 1024 * 1024 * 1024 * 1024;
    /// Raw bytes per stored byte, looked at once a megabyte has come out. Deflate itself can do 1032.
    qint64 ratio = 500;
};

struct GunzipReport {
    qint64 storedBytes = 0;
    qint64 rawBytes = 0;
    qint64 members = 0;
};

/// Where bytes come from: the next ones, valid until the next call; empty at the end, however often asked.
using ByteSource = std::function<Result<std::span<const std::byte>>()>;

/// Inflates gzip strictly, in constant memory: every member whole with its CRC and length, nothing between or
/// behind them. Other checkers let some of that pass: gzread takes plain text, an empty file and a missing
/// trailer for data, pigz trailing junk, all of them trailing zeros. Nothing may be believed before the end
/// was reported. One thread.
class GunzipStream
{
public:
    GunzipStream(ByteSource stored, const GunzipLimits &limits);
    ~GunzipStream();

    /// The next raw bytes, valid until the next call; empty at the good end. Verification errors name the
    /// byte.
    Result<std::span<const std::byte>> next();
    /// So far.
    const GunzipReport &report() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Inflates a file from its current position to its end. The caller's `sink` gets the raw bytes in order and
/// must not believe them before this returned. Storage when reading fails.
Result<GunzipReport> strictGunzip(int fd, const std::function<Result<>(std::span<const std::byte>)> &sink,
                                  const GunzipLimits &limits, const std::stop_token &stop);

} // namespace masclet
