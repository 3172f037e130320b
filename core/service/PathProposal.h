#pragma once

#include "core/profile/ProfileToml.h"

namespace masclet
{

/// Where files are looked for that a new profile should protect. A value; tests give a folder of their own as
/// `root`.
struct FilePlaces {
    QString root;          ///< in front of every path; empty: the machine itself
    QString workingFolder; ///< where the program was started: often that of a compose file
};

/// What exists of the usual places: PostgreSQL, nginx, cron, own units, compose files with their `.env`;
/// logs, of the kinds that the profile has. Given paths stay. Looks at the disk, reads nothing.
void proposeFiles(StoredProfile &stored, const FilePlaces &places);

} // namespace masclet
