#pragma once

#include <optional>

#include <sys/types.h>

namespace masclet
{

/// kill(2) of a process, or with a negative number of a group. Where root lacks the right to signal everybody
/// (CAP_KILL, which a hardened unit takes away), as the user `owner` that it may become.
void sendSignal(pid_t process, int number, const std::optional<uid_t> &owner);
/// The same by a pidfd.
void sendSignalTo(int pidfd, int number, const std::optional<uid_t> &owner);

} // namespace masclet
