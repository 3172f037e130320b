#pragma once

#include "core/archive/ArchiveWriter.h"
#include "core/base/Directory.h"
#include "core/job/JobContext.h"
#include "core/pipeline/StoredFile.h"
#include "core/process/ToolCommand.h"
#include "core/server/Connection.h"

#include <functional>

namespace masclet
{

/// What to dump with which tool, as a value: the review page, --dry-run and the log print command().forLog().
struct DumpPlan {
    ConnectionSettings connection;
    QString program;     ///< absolute path of pg_dump or pg_dumpall
    QByteArray encoding; ///< the database's own; never transcoded on the way
    QByteArray snapshot; ///< exported snapshot id; empty for globals
    qint64 lockWaitMs = 60'000;
    qint64 stallLimitMs = 900'000;
    bool rolePasswords = true; ///< globals only

    /// pg_dump of one database in `snapshot`, plain text on standard output.
    ToolCommand databaseCommand() const;
    /// pg_dumpall --globals-only.
    ToolCommand globalsCommand() const;
};

struct DumpCodec {
    Compression compression = Compression::Auto;
    int threads = 0; ///< 0: one per core, at most 4
    Encryption encryption = {};
};
/// The number that `threads` stands for.
int codecThreads(const DumpCodec &codec);

/// One archive on the disk, synced, not yet published.
struct DumpedArchive {
    ArchiveSummary content; ///< what the stream was: index, raw size and hash, completeness
    StoredFigures stored;
    QByteArray toolWarnings; ///< what the tool said on standard error with exit code 0
};

/// Runs `command` and writes its standard output as `fileName` into `directory`. `atFirstBytes` is called
/// once, when the tool's first output has arrived (pg_dump then holds all its locks) and before anything is
/// written; its failure ends the tool. Good means: exit code 0, a whole stream, everything synced. On any
/// failure the file is gone. Runs in the calling thread (plus the codec's own); memory is bounded by the
/// codec's blocks.
Result<DumpedArchive> dumpToFile(const ToolCommand &command, qint64 stallLimitMs, const Directory &directory,
                                 const QByteArray &fileName, const DumpCodec &codec,
                                 const std::function<Result<>()> &atFirstBytes, JobContext &context);

} // namespace masclet
