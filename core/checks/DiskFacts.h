#pragma once

#include "core/base/Directory.h"

#include <QString>

namespace masclet
{

/// Where the server keeps its data, seen from the repository.
enum class DataPlace {
    Unknown,      ///< on this machine, but its folder is not known or not to be seen
    SameDisk,     ///< one failing disk takes both
    OtherDisk,    ///< of the same machine
    OtherMachine, ///< the repository is a copy elsewhere already
};

/// Whether sets are copied off this machine.
enum class OffSite { None, Copied };

/// The mount a repository lies on. Plain data.
struct DiskFacts {
    qint64 totalBytes = 0;
    qint64 freeBytes = 0; ///< for an ordinary user
    DataPlace dataPlace = DataPlace::Unknown;
    OffSite offSite = OffSite::None;
};

/// Asks the open folder itself, so it is the right mount whatever the path says meanwhile.
Result<DiskFacts> diskFacts(const Directory &repository);

/// For a server on this machine: compares the devices. Unknown when `dataFolder` is empty or cannot be seen.
DataPlace dataPlaceOf(const Directory &repository, const QString &dataFolder);

} // namespace masclet
