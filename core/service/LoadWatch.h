#pragma once

#include "core/repository/RunRecord.h"
#include "core/server/Connection.h"

#include <chrono>
#include <thread>

namespace masclet
{

/// Looks at the server every few seconds while a backup is made, on a thread and a light session of its own.
/// What keeps it from looking is told and harms nothing. Any thread; the destructor ends it.
class LoadWatch
{
public:
    static constexpr std::chrono::seconds usualPause{5};

    explicit LoadWatch(const ConnectionSettings &settings, std::chrono::milliseconds pause = usualPause);
    ~LoadWatch();
    LoadWatch(const LoadWatch &) = delete;
    LoadWatch &operator=(const LoadWatch &) = delete;

    /// Looks once more and tells what it saw.
    RunLoad end();

private:
    void watch(const std::stop_token &ended);

    ConnectionSettings m_settings;
    const std::chrono::milliseconds m_pause;
    RunLoad m_load; ///< the watcher's, until it has ended
    std::jthread m_watcher;
};

} // namespace masclet
