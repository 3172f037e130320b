#pragma once

#include "core/archive/ArchiveIndex.h"
#include "core/archive/Buffer.h"

namespace masclet
{

/// Inflates member `number` of `index` from its stored bytes into `raw`. Everything must be exactly as our
/// writer makes it: header, lengths, checksum, nothing left over. Verification errors name member and byte.
Result<> inflateMember(const ArchiveIndex &index, qsizetype number, std::span<const std::byte> stored,
                       Buffer &raw);

} // namespace masclet
