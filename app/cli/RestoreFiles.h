#pragma once

#include "app/cli/CommandContext.h"

namespace masclet
{

/// `restore SET --files FOLDER`: the part of the verb that brings back files instead of the database.
Result<int> restoreFiles(CommandContext &context);

} // namespace masclet
