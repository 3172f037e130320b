#pragma once

#include "core/archive/StrictGunzip.h"
#include "core/archive/TarEntry.h"

#include <optional>

namespace masclet
{

/// Reads a tar archive from its uncompressed bytes, entry by entry, in constant memory. At its end the source
/// is read to its own end, so that one which checks hashes has its say. What is no tar, or cut inside an
/// entry, is Verification; failures of the source come back as they are. One thread.
class TarReader
{
public:
    static Result<std::unique_ptr<TarReader>> create(ByteSource source);
    ~TarReader();

    /// The next entry, the rest of the one before skipped; nothing at the good end.
    Result<std::optional<TarEntry>> next();
    /// The next part of the current file's content; nothing at its end.
    Result<std::optional<TarBlock>> block();

private:
    struct Private;
    explicit TarReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace masclet
