#pragma once

#include "app/cli/CommandContext.h"

namespace masclet
{

// The password of the mail server in the keychain: what `secret` does with --mail.

Result<int> setMailPassword(CommandContext &context);
Result<int> testMailPassword(CommandContext &context);
Result<int> removeMailPassword(CommandContext &context);

} // namespace masclet
