#pragma once

#include "core/repository/RetentionPolicy.h"

namespace masclet
{

class RunScope;

/// Before anything is deleted, the newest verified sets that `decision` relies on are read from the disk
/// again, byte for byte against the hashes of their manifests; no key is needed. What is damaged gets its
/// evidence, so that retention holds and everything that shows states tells it (fault T02). Ids of the
/// damaged ones; Storage when one cannot be read, Stopped.
Result<QStringList> readKeptSetsBack(RunScope &run, const RetentionDecision &decision);

} // namespace masclet
