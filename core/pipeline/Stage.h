#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <span>

namespace masclet
{

/// One step of the dump pipeline, push model: source -> Tap(raw) -> archive writer -> Tap(stored) ->
/// FileSink. Memory is bounded because write() returns only when the bytes have been taken. A stage that
/// failed or was not finished leaves nothing behind. Called from one thread; a stage may use threads inside.
class Stage
{
public:
    virtual ~Stage() = default;
    /// May call the next stage any number of times. `bytes` is only valid during the call.
    virtual Result<> write(std::span<const std::byte> bytes) = 0;
    /// Flushes what is held back, then finishes the next stage. Called once, and only after a good source.
    virtual Result<> finish() = 0;
};

} // namespace masclet
