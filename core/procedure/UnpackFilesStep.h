#pragma once

#include "core/procedure/StepKind.h"

namespace masclet
{

/// The kind "unpack-files": files are being restored into a folder. Acting is only the mark; should the
/// program be killed, undoing ends what its UnpackRecord in the state folder says was under way.
std::unique_ptr<const StepKind> unpackFilesKind(const QString &stateFolder);

/// The step of the run for `folder`.
struct ProcedureStep;
ProcedureStep unpackFilesStep(const QString &runId, const QString &folder);

} // namespace masclet
