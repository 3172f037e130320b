#pragma once

#include "core/base/DiskWait.h"
#include "core/profile/Profile.h"

#include <optional>
#include <thread>
#include <type_traits>

namespace masclet
{

enum class IoPriority { Usual, Low, Idle };

/// How much of a busy machine a work takes. Plain data.
struct Priority {
    int niceness = 0; ///< 0 to 19
    IoPriority io = IoPriority::Usual;

    friend bool operator==(const Priority &, const Priority &) = default;
};
/// As the profile wants it.
Priority priorityOf(const Profile::Backup &backup);

/// Of the calling thread, and of all threads and children it starts from now on. An ordinary user cannot take
/// it back. Where the system allows it not, nothing changes.
void lowerPriority(const Priority &priority);

/// Runs `body` with that priority, on a thread of its own: what comes after it, such as a service that is
/// started again, must not be slow for ever. All that is started inside has to end inside.
template <class Body>
std::invoke_result_t<Body> withPriority(const Priority &priority, const Body &body)
{
    if (priority == Priority())
        return body();
    std::optional<std::invoke_result_t<Body>> result;
    std::thread worker([&, &waits = DiskWaits::ofThread()] {
        const WaitsForDiskAs as(waits);
        lowerPriority(priority);
        result.emplace(body());
    });
    worker.join();
    return *std::move(result);
}

} // namespace masclet
