#pragma once

#include "core/profile/Profile.h"
#include "core/repository/Repository.h"

#include <stop_token>

namespace masclet
{

// How much room the next set of a profile needs: the run, its dry run and `profile check` ask the same.

/// The newest usable set of the profile in `sets` (newest first); nullopt when the next one is its first.
std::optional<StoredSet> previousSet(const QList<StoredSet> &sets, const Profile &profile);

/// Generous: half as much again as the last set; for the first one what it will hold, unpacked.
qint64 estimateBytes(const std::optional<StoredSet> &previous, qint64 rawBytes);

/// The same, with the files of the other kinds measured where there is no set to go by.
Result<qint64> estimateSet(const Repository &repository, const Profile &profile, qint64 databaseBytes,
                           const Clock &clock, const std::stop_token &stop);

} // namespace masclet
