#include "core/base/DiskWait.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace masclet
{

namespace
{

using Ticks = std::chrono::steady_clock::rep;

/// More threads at the disk at once than there are places: the rest is not watched, which those watched make
/// up for, since they wait for the same disk.
std::array<std::atomic<Ticks>, 64> begun; // 0: free

Ticks ticksNow()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

} // namespace

DiskCall::DiskCall()
    : m_place(int(begun.size()) - 1)
{
    const Ticks now = ticksNow();
    for (; m_place >= 0; --m_place) {
        Ticks free = 0;
        if (begun[size_t(m_place)].compare_exchange_strong(free, now, std::memory_order_relaxed))
            return;
    }
}

DiskCall::~DiskCall()
{
    if (m_place >= 0)
        begun[size_t(m_place)].store(0, std::memory_order_relaxed);
}

std::chrono::milliseconds longestDiskWait()
{
    const Ticks now = ticksNow();
    Ticks longest = 0;
    for (const std::atomic<Ticks> &place : begun) {
        if (const Ticks since = place.load(std::memory_order_relaxed); since != 0)
            longest = std::max(longest, now - since);
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::duration(longest));
}

} // namespace masclet
