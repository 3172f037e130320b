#pragma once

#include "core/pipeline/FileArchive.h"

namespace masclet
{

/// Writes the files and links at `paths` (relative to `root`) as a tar archive into a new file of `target`:
/// what is to be replaced, so that it can be put back. Any of them that cannot be read whole is
/// RestoreUntouched, and nothing is left behind.
Result<FileArchive> keepReplaced(const Directory &root, const QList<QByteArray> &paths,
                                 const Directory &target, const QByteArray &fileName, JobContext &context);

/// Where the files that a run replaced are kept.
QString keptArchiveFolder(const QString &stateFolder);
QString keptArchivePath(const QString &stateFolder, const QString &runId);
/// Nothing was replaced: the archive is of no use. A missing one is success.
Result<> forgetKept(const QString &stateFolder, const QString &runId);

} // namespace masclet
