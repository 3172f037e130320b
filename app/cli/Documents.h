#pragma once

#include "app/cli/Command.h"

namespace masclet
{

// What is generated from the verbs and the option table and committed under packaging/; a test compares. The
// hidden argument `--generate man|completion` prints them, the target update_documents writes them.

/// masclet-backup.1, in roff.
QString manPage(const std::vector<std::unique_ptr<Command>> &commands);
/// Completion for bash.
QString bashCompletion(const std::vector<std::unique_ptr<Command>> &commands);

} // namespace masclet
