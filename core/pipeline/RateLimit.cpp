#include "core/pipeline/RateLimit.h"

#include <algorithm>

namespace masclet
{

namespace
{
using namespace std::chrono_literals;
constexpr size_t smallestBlock = 4096;
} // namespace

size_t RateLimit::blockSize(size_t most) const
{
    return m_bytesPerSecond == 0 ? most : std::clamp(size_t(m_bytesPerSecond / 10), smallestBlock, most);
}

std::chrono::nanoseconds RateLimit::pauseAfter(size_t bytes)
{
    if (m_bytesPerSecond == 0)
        return 0ns;
    const std::chrono::nanoseconds now = m_clock.monotonic();
    const auto cost = std::chrono::duration<double>(double(bytes) / double(m_bytesPerSecond));
    m_allowedUntil = std::max(m_allowedUntil, now - std::chrono::nanoseconds(1s)) +
                     std::chrono::duration_cast<std::chrono::nanoseconds>(cost);
    return std::max(0ns, m_allowedUntil - now);
}

} // namespace masclet
