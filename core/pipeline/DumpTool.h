#pragma once

#include "core/archive/ArchiveWriter.h"
#include "core/base/Directory.h"
#include "core/job/JobContext.h"
#include "core/pipeline/DumpMember.h"
#include "core/pipeline/PgRestore.h"
#include "core/pipeline/StoredFile.h"
#include "core/process/ToolCommand.h"
#include "core/server/Connection.h"

#include <chrono>
#include <functional>
#include <optional>

namespace masclet
{

/// What to dump with which tool, as a value: the review page, --dry-run and the log print command().forLog().
struct DumpPlan {
    ConnectionSettings connection;
    QString program;                             ///< absolute path of pg_dump or pg_dumpall
    std::optional<ToolContainer> container = {}; ///< where it runs; `connection` is as seen from there
    QByteArray encoding;                         ///< the database's own; never transcoded on the way
    QByteArray snapshot;                         ///< exported snapshot id; empty for globals
    qint64 lockWaitMs = 60'000;
    qint64 stallLimitMs = 900'000;
    bool rolePasswords = true;  ///< globals only
    QByteArray globalsDatabase; ///< to enter for the globals; empty: the tool's choice, postgres or template1
    DumpFormat format = DumpFormat::PlainSql;
    Compression compression = Compression::Auto; ///< pg_dump's own, of what is not plain
    QString folder;                              ///< of the directory format
    int jobs = 1;                                ///< that write into it at once

    /// pg_dump of one database in `snapshot`, on standard output or into `folder`.
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
    /// What the SQL was, pg_dump's own or what pg_restore makes of it: index, size and hash, completeness.
    ArchiveSummary content;
    StoredFigures stored;
    QList<DumpMember> members; ///< of the directory format, by name
    QByteArray toolWarnings;   ///< what the tool said on standard error with exit code 0
};

/// Dump when a tool that ended well has not written a whole dump.
Result<> refuseIncomplete(const ToolCommand &command, const ArchiveSummary &summary);

struct DumpLimits {
    std::chrono::milliseconds stall{900'000}; ///< without a byte
    qint64 bytesPerSecond = 0;                ///< read at most; 0: any
};

/// Runs `command` and writes its standard output as `fileName` into `directory` (null: nowhere, it is only
/// read, packed and counted): plain SQL packed by `codec`, or, with a `reader`, an archive in the custom
/// format as it comes. `atFirstBytes` is called
/// once, when the tool's first output has arrived (pg_dump then holds all its locks) and before anything is
/// written; its failure ends the tool. Good means: exit code 0, a whole stream, everything synced. On any
/// failure the file is gone. Runs in the calling thread (plus the codec's own); memory is bounded by the
/// codec's blocks.
Result<DumpedArchive> dumpToFile(const ToolCommand &command, const DumpLimits &limits,
                                 const Directory *directory, const QByteArray &fileName,
                                 const DumpCodec &codec, const PgRestore *reader,
                                 const std::function<Result<>()> &atFirstBytes, JobContext &context);

} // namespace masclet
