#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace masclet
{

/// Where a long work is. Plain data.
struct Progress {
    QString phase;               ///< translated ("Dumping")
    QString object;              ///< what is being worked on; foreign text; may be empty
    qint64 bytes = 0;            ///< raw bytes done in this phase
    std::optional<qint64> total; ///< raw bytes of the phase, only when really known
    double bytesPerSecond = 0;   ///< over the phase so far

    friend bool operator==(const Progress &, const Progress &) = default;
};

/// When a phase began, on the clock that only goes on. Plain data.
struct PhaseStart {
    QString name;
    std::chrono::nanoseconds at{}; ///< of Clock::monotonic()
};

} // namespace masclet
