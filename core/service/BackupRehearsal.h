#pragma once

#include "core/service/BackupService.h"

namespace masclet
{

/// What a backup would have been. Plain data.
struct RehearsalReport {
    qint64 rows = 0;
    int tables = 0;
    qint64 rawBytes = 0;
    qint64 packedBytes = 0; ///< of database and globals, as they would have been stored
    qint64 durationMs = 0;
    QStringList warnings;
};

/// All of a backup but its set: the repository is asked whether it can take one, the database and its globals
/// are dumped in one snapshot, counted, packed and encrypted, and thrown away; the files of the other kinds
/// are looked for. Nothing is recorded. No retries: what is wrong is to be seen. Errors as a backup's.
/// Blocking; call it from a job.
Result<RehearsalReport> rehearseBackup(const ServiceEnvironment &environment, const BackupRequest &request,
                                       JobContext &job);

} // namespace masclet
