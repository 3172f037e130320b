#pragma once

#include "core/procedure/ServiceController.h"
#include "core/process/ToolProcess.h"

namespace masclet
{

// What the controllers share; only they and controllerOf() include this.

std::unique_ptr<ServiceController> systemdController(const QString &systemctl,
                                                     const Profile::Service &service);
std::unique_ptr<ServiceController> dockerController(const QString &docker, const Profile::Service &service);
std::unique_ptr<ServiceController> composeController(const QString &docker, const Profile::Service &service);
std::unique_ptr<ServiceController> commandController(const Profile::Service &service);

/// A call of `program` in the clean environment.
ToolCommand serviceCommand(const QString &program, const QStringList &arguments);

/// Runs it and gives its output, or an error in words.
Result<QByteArray> ask(const ToolCommand &command, std::chrono::milliseconds limit,
                       const std::stop_token &stop);
/// Runs it and waits for its end alone: a service that was started may keep the output open.
Result<ToolOutcome> endOf(const ToolCommand &command, std::chrono::milliseconds limit,
                          const std::stop_token &stop);
/// The same where every end but a good one is an error.
Result<> tell(const ToolCommand &command, std::chrono::milliseconds limit, const std::stop_token &stop);

/// What docker calls a container's state ("running", "exited", …) in our terms.
ServiceState containerState(const QByteArray &status);

inline std::chrono::milliseconds limitOf(const Profile::Service &service)
{
    return std::chrono::milliseconds(service.timeLimit);
}

} // namespace masclet
