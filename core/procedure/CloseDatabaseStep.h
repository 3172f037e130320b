#pragma once

#include "core/procedure/StepKind.h"
#include "core/server/SecretSources.h"

namespace masclet
{

/// The kind "close-database": lets nobody into a database that is about to give way. After a failure or a
/// crash it is opened again, unless it was closed before. Parameter "database" (hexadecimal, for names are
/// bytes); the profile of the step says how to reach the server.
std::unique_ptr<const StepKind> closeDatabaseKind(SecretSources secrets);

/// The step for `database`.
struct ProcedureStep;
ProcedureStep closeDatabaseStep(const QByteArray &database);

} // namespace masclet
