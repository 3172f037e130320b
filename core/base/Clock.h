#pragma once

#include <QDateTime>

#include <chrono>

namespace masclet
{

/// Time as core functions see it, so that tests decide what time it is.
class Clock
{
public:
    virtual ~Clock() = default;
    /// UTC.
    virtual QDateTime now() const = 0;
    /// Never goes back; only differences mean something. Durations come from here, never from now().
    virtual std::chrono::nanoseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::nanoseconds monotonic() const override;
};

/// Milliseconds since `start` (a value of clock.monotonic()).
qint64 millisecondsSince(const Clock &clock, std::chrono::nanoseconds start);

} // namespace masclet
