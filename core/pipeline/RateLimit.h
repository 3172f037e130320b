#pragma once

#include "core/base/Clock.h"

namespace masclet
{

/// Says how long a reader has to pause so that it takes no more than so many bytes a second. What it did not
/// take for a while it may make up for, but only a second's worth. One thread; blocks nowhere.
class RateLimit
{
public:
    /// Zero: any rate.
    RateLimit(qint64 bytesPerSecond, const Clock &clock)
        : m_bytesPerSecond(bytesPerSecond)
        , m_clock(clock)
        , m_allowedUntil(clock.monotonic())
    {
    }

    /// What is best read at once: a tenth of a second's worth.
    size_t blockSize(size_t most) const;
    /// After that many bytes were read.
    std::chrono::nanoseconds pauseAfter(size_t bytes);

private:
    const qint64 m_bytesPerSecond;
    const Clock &m_clock;
    std::chrono::nanoseconds m_allowedUntil; ///< when all that was read has taken its time
};

} // namespace masclet
