#pragma once

#include "core/repository/RetentionPolicy.h"

namespace masclet
{

class RunScope;

/// Reads what is stored of a set from the disk again, byte for byte against the hashes of its manifest; no
/// key is needed. Keeps what was found as evidence: damage shows wherever states are shown, and holds
/// retention. Whether it is good; Storage when it cannot be read, Stopped.
Result<bool> readSetAgain(RunScope &run, const QString &setId, const QString &phase);

/// Before anything is deleted, the newest verified sets that `decision` relies on are read again (fault T02).
/// Ids of the damaged ones; errors as above.
Result<QStringList> readKeptSetsBack(RunScope &run, const RetentionDecision &decision);

} // namespace masclet
