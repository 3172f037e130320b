#include "core/base/DiskWait.h"

#include <algorithm>
#include <utility>

namespace masclet
{

namespace
{

thread_local DiskWaits *waitsOfThread = nullptr;

std::chrono::steady_clock::rep ticksNow()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

} // namespace

std::chrono::milliseconds DiskWaits::longest() const
{
    const Ticks now = ticksNow();
    Ticks longest = 0;
    for (const std::atomic<Ticks> &place : m_begun) {
        if (const Ticks since = place.load(std::memory_order_relaxed); since != 0)
            longest = std::max(longest, now - since);
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::duration(longest));
}

DiskWaits &DiskWaits::ofThread()
{
    return waitsOfThread ? *waitsOfThread : ofNobody();
}

DiskWaits &DiskWaits::ofNobody()
{
    static DiskWaits waits;
    return waits;
}

WaitsForDiskAs::WaitsForDiskAs(DiskWaits &waits)
    : m_before(std::exchange(waitsOfThread, &waits))
{
}

WaitsForDiskAs::~WaitsForDiskAs()
{
    waitsOfThread = m_before;
}

DiskCall::DiskCall()
    : m_waits(DiskWaits::ofThread())
    , m_place(int(m_waits.m_begun.size()) - 1)
{
    const DiskWaits::Ticks now = ticksNow();
    for (; m_place >= 0; --m_place) {
        DiskWaits::Ticks free = 0;
        if (m_waits.m_begun[size_t(m_place)].compare_exchange_strong(free, now, std::memory_order_relaxed))
            return;
    }
}

DiskCall::~DiskCall()
{
    if (m_place >= 0)
        m_waits.m_begun[size_t(m_place)].store(0, std::memory_order_relaxed);
}

} // namespace masclet
