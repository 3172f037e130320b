#include "core/base/Clock.h"

namespace masclet
{

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::nanoseconds SystemClock::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

qint64 millisecondsSince(const Clock &clock, std::chrono::nanoseconds start)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock.monotonic() - start).count();
}

} // namespace masclet
