#pragma once

#include "app/cli/CommandContext.h"

namespace masclet
{

// The secret key of encrypted backups in the keychain: what `secret` does with --key-file and --key.

Result<int> setSecretKey(CommandContext &context);
Result<int> testSecretKey(CommandContext &context);
Result<int> removeSecretKey(CommandContext &context);

} // namespace masclet
