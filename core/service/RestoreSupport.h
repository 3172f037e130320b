#pragma once

#include "core/profile/Profile.h"
#include "core/repository/Journal.h"
#include "core/server/Connection.h"

namespace masclet
{

// What restore and restore test ask alike.

/// Runs that died, perhaps just after they made a database.
Result<QList<QByteArray>> interruptedRuns(const Journal &journal);

/// The server's data folder when it is on this machine and may be known; else empty.
Result<QString> localDataFolder(const Profile &server, const ConnectionSettings &settings,
                                const std::stop_token &stop);

} // namespace masclet
