#pragma once

#include "core/repository/Journal.h"
#include "core/repository/Manifest.h"

namespace masclet
{

/// Deletes a set in two phases: a journal record, the manifest renamed away (from then on the set is listed
/// no more), the files that the manifest names, checksums and evidence, the renamed manifest, a second
/// record. A crash anywhere is finished by finishDeletions(). A link or folder in the place of a file is left
/// alone. Without the first record nothing is deleted (SR25).
Result<> deleteSet(const Directory &root, const RepositoryLock &lock, Journal &journal,
                   const Manifest &manifest, const QString &reason);

/// Finishes what deleteSet() could not; says so in `lines`.
Result<> finishDeletions(const Directory &root, const QString &repositoryId, const RepositoryLock &lock,
                         Journal &journal, QStringList &lines);

} // namespace masclet
