#include "core/service/ServiceEnvironment.h"

#include "core/profile/OptionTable.h"

namespace masclet
{

ToolSearch toolSearch(const ServiceEnvironment &environment, const Profile &profile)
{
    ToolSearch search{.folder = profile.connection.tools, .path = environment.toolRoots, .container = {}};
    if (const std::optional<QString> container = containerOf(profile.connection.tools)) {
        search.folder.clear();
        search.container = ToolContainer{profile.programs.docker, *container};
    }
    return search;
}

Result<> checkRight(const ServiceEnvironment &environment, Right right)
{
    MASCLET_TRY_ASSIGN(const Policy policy, Policy::read(environment.policyFile));
    return policy.check(right, environment.who);
}

} // namespace masclet
