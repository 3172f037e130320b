#pragma once

#include "core/base/Clock.h"

#include <atomic>
#include <functional>

namespace masclet::test
{

/// A clock that stands still until a test moves it; wall time and monotonic time move apart on request
/// (a clock set back during a run). Any thread.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(const QDateTime &utc)
        : m_wall(utc.toMSecsSinceEpoch())
    {
    }
    QDateTime now() const override
    {
        if (whenAsked)
            whenAsked();
        return QDateTime::fromMSecsSinceEpoch(m_wall, Qt::UTC);
    }
    std::chrono::nanoseconds monotonic() const override { return std::chrono::milliseconds(m_monotonic); }

    void advance(std::chrono::milliseconds time)
    {
        m_wall += time.count();
        m_monotonic += time.count();
    }
    /// Called by whoever asks for the time; set it while nobody does.
    std::function<void()> whenAsked;
    void setWall(const QDateTime &utc) { m_wall = utc.toMSecsSinceEpoch(); }

private:
    std::atomic<qint64> m_wall;
    std::atomic<qint64> m_monotonic = 0;
};

} // namespace masclet::test
