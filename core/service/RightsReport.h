#pragma once

#include "core/server/Snapshot.h"

namespace masclet
{

/// Dump, naming everything the role may not read at once, before pg_dump would find the first of it (faults
/// D15, C02).
Result<> refuseMissingRights(const MissingRights &missing, const QByteArray &role);

/// The warning for a role that may not read the hashes of passwords; the backup goes on without them.
QString unreadablePasswords(const QByteArray &role);

} // namespace masclet
