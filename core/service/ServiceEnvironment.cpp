#include "core/service/ServiceEnvironment.h"

namespace masclet
{

ToolSearch toolSearch(const ServiceEnvironment &environment, const Profile &profile)
{
    return {.folder = profile.connection.tools, .path = environment.toolRoots};
}

Result<> checkRight(const ServiceEnvironment &environment, Right right)
{
    MASCLET_TRY_ASSIGN(const Policy policy, Policy::read(environment.policyFile));
    return policy.check(right, environment.who);
}

} // namespace masclet
