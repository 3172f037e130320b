#pragma once

#include "core/base/Directory.h"

namespace masclet
{

/// `.reserve`: 64 KiB of the disk kept so that a full one can still be journalled and pruned.
/// Made again when there is room; a disk that is too full for it is not an error.
Result<> keepReserve(const Directory &root);

enum class Reserve { Released, Gone };
/// Gives the space back to the disk.
Result<Reserve> releaseReserve(const Directory &root);

} // namespace masclet
