#include "core/service/KnownSteps.h"

#include "core/procedure/CloseDatabaseStep.h"
#include "core/procedure/ServiceSteps.h"
#include "core/procedure/UnpackFilesStep.h"

namespace masclet
{

StepKinds knownSteps(const SecretSources &secrets, const QString &stateFolder)
{
    StepKinds kinds;
    kinds.add(stopServiceKind());
    kinds.add(closeDatabaseKind(secrets));
    kinds.add(unpackFilesKind(stateFolder));
    return kinds;
}

} // namespace masclet
