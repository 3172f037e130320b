#include "core/service/ServiceEnvironment.h"

namespace masclet
{

ToolSearch toolSearch(const ServiceEnvironment &environment, const Profile &profile)
{
    return {.folder = profile.connection.tools, .path = environment.toolRoots};
}

} // namespace masclet
