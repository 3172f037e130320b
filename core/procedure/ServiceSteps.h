#pragma once

#include "core/procedure/Procedure.h"

namespace masclet
{

/// The kind "stop-service": stops a service of the profile, and starts it again at the end when it was
/// running before. What was stopped already stays stopped.
std::unique_ptr<const StepKind> stopServiceKind();

/// Stops the profile's services in its order, one step each. A failure comes as `failureKind`; the
/// procedure's end starts again what was stopped.
Result<> stopServices(Procedure &procedure, const Profile &profile, ErrorKind failureKind);

/// The same as a dry run tells it: each service's state was looked at, nothing was changed.
struct ServicePlan {
    QStringList down;
    QStringList up;
    QStringList warnings; ///< services that cannot be asked
};
ServicePlan planServices(const Profile &profile, JobContext &job);

} // namespace masclet
