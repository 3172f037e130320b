#pragma once

#include "core/server/DatabaseFacts.h"

namespace masclet::test
{

/// Facts about the sample database "masclet_imperi" with one table; they survive a round trip through JSON.
DatabaseFacts sampleFacts();

} // namespace masclet::test
