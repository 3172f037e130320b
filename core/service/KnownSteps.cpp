#include "core/service/KnownSteps.h"

#include "core/procedure/CloseDatabaseStep.h"
#include "core/procedure/ServiceSteps.h"

namespace masclet
{

StepKinds knownSteps(const SecretSources &secrets)
{
    StepKinds kinds;
    kinds.add(stopServiceKind());
    kinds.add(closeDatabaseKind(secrets));
    return kinds;
}

} // namespace masclet
