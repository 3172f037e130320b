#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

namespace masclet
{

/// How an archive is compressed. Measured on pg_dump text (one core, 226 MB of text, jsonb, numbers, bytea;
/// gzip -6: 10.9 s, 83.5 MB): Fast 0.6 s, 1.06 of its size; Auto 1.2 s, 1.03; Small 6 s, 0.92.
enum class Compression {
    None,  ///< plain .sql
    Fast,  ///< ISA-L level 1
    Auto,  ///< ISA-L level 1, libdeflate level 4 where that pays
    Small, ///< libdeflate level 7
};

/// "none", "fast", "auto", "small": stable, used in profiles.
QString nameOf(Compression compression);
std::optional<Compression> compressionFromName(const QString &name);

/// Deflates blocks, each for itself. Keeps its working memory; one object per thread.
class BlockCodec
{
public:
    virtual ~BlockCodec() = default;
    /// Not for Compression::None.
    static Result<std::unique_ptr<BlockCodec>> create(Compression compression);

    /// Raw deflate data (RFC 1951) of `raw` into `out`, which has at least roomFor() bytes; its length.
    virtual Result<size_t> deflate(std::span<const std::byte> raw, std::span<std::byte> out) = 0;
    /// Enough for any block, compressible or not.
    static size_t roomFor(size_t rawLength) { return rawLength + rawLength / 1024 + 4096; }
};

} // namespace masclet
