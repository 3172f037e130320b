#pragma once

#include "core/base/Result.h"
#include "core/profile/Profile.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace masclet
{

/// Changing: between the two, or a state of its own (a paused container). Look again.
enum class ServiceState { Running, Stopped, Changing };
QString nameOf(ServiceState state); ///< "running", "stopped", "changing": stable

/// One service as what runs it sees it. Every call starts a program, takes at most the service's time limit
/// and watches the stop token. A service that is not there is an error. Errors are Config: the profile names
/// something that does not work here. Made for one thread, the one that calls.
class ServiceController
{
public:
    virtual ~ServiceController() = default;
    virtual Result<ServiceState> state(const std::stop_token &stop) const = 0;
    /// Ask only; whether it happened is for state() to say (see bring()).
    virtual Result<> stop(const std::stop_token &stop) const = 0;
    virtual Result<> start(const std::stop_token &stop) const = 0;
};

/// The controller the profile chose for this service. Refuses (Config) a program that is not there or that
/// every user could replace (SR8).
Result<std::unique_ptr<ServiceController>> controllerOf(const Profile::Service &service,
                                                        const Profile::Programs &programs);

/// The state once it is no longer changing, or Changing when it still is at the service's time limit.
Result<ServiceState> settledState(const ServiceController &controller, const Profile::Service &service,
                                  const std::stop_token &stop);

/// Stops or starts the service and waits until it is so.
Result<> bring(const ServiceController &controller, const Profile::Service &service, ServiceState wanted,
               const std::stop_token &stop);

} // namespace masclet
