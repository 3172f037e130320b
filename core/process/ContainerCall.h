#pragma once

#include "core/base/Result.h"
#include "core/process/ToolCommand.h"

namespace masclet
{

// How a program is run inside a container. The engine's client neither hands files over nor passes signals
// on: a password goes in through standard input, and what runs inside outlives a client that was ended.
// Whoever starts a program that talks to a server therefore ends its session there.

/// The client's call ("docker exec …") that runs `command` in its container, without the password.
ToolCommand clientCall(const ToolCommand &command);

/// What libpq reads as a service file with the one entry's password, and `command` with the variables that
/// let it read that from standard input (libpq-pgservice; it asks of a service file neither a kind nor a
/// mode, other than of a pass file; tried with libpq 13 to 18). No file, argument or variable holds it, and
/// nothing is left in the container. Credentials for what a line of such a file cannot hold.
Result<Secret> passThroughInput(ToolCommand &command);

/// Longest password for a program in a container: libpq 13 reads lines of at most 255 bytes.
inline constexpr qsizetype longestContainerPassword = 240;

} // namespace masclet
