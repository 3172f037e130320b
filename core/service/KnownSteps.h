#pragma once

#include "core/procedure/StepKind.h"
#include "core/server/SecretSources.h"

namespace masclet
{

/// Every kind of step that may stand in a journal: what a run that died began, any later run can undo.
/// `secrets` are for those that reach a server; without a state folder they only have texts.
StepKinds knownSteps(const SecretSources &secrets, const QString &stateFolder);

} // namespace masclet
