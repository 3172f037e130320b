#pragma once

#include "core/server/DatabaseFacts.h"

namespace masclet
{

/// Which table a person means by "animals", "public.animals" or "\"odd.name\"": never a pattern (faults N04).
/// The name as it stands wins, with or without a schema before one of its dots; then SQL's own reading
/// (quotes, lower case). A name without schema that several schemas have means the one in public. Errors are
/// Config.
Result<const RelationFacts *> matchTable(const DatabaseFacts &facts, const QString &name);

} // namespace masclet
