#pragma once

#include "core/server/Connection.h"

namespace masclet
{

/// What the server has to do besides us, at one moment.
struct LoadSample {
    int activeSessions = 0;   ///< of others, running a statement
    qint64 longestWaitMs = 0; ///< of the one whose statement waits for a lock longest
    qint64 walPosition = 0;   ///< bytes of WAL ever written (or replayed, by a standby)
};

/// Whether a session that only looks is welcome: the role must see what others do (pg_read_all_stats), and
/// there must be room for a session more than those that do the work.
enum class LoadAccess { Yes, NoRight, NoRoom };
Result<LoadAccess> readLoadAccess(Connection &connection);
/// Servers 13 to 18. Sessions of this program and of the tools it runs are not counted.
Result<LoadSample> readLoad(Connection &connection);

} // namespace masclet
