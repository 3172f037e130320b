#pragma once

#include "core/job/JobContext.h"
#include "core/repository/Manifest.h"
#include "core/restore/Comparison.h"
#include "core/restore/Loader.h"
#include "core/server/ScratchDatabase.h"

namespace masclet
{

/// A set that is open for reading. Each source is read once, to its end.
struct TestedSet {
    const Manifest &manifest;
    RawSource archive;
    RawSource globals; ///< roles and tablespaces; used in a sandbox only
    /// What the manifest can promise: of a file from elsewhere only rows are known.
    ComparedScope::Objects known = ComparedScope::Objects::All;
};

/// Whose a scratch database is, and which runs may have left one.
struct TestRun {
    ScratchTag tag;
    QList<QByteArray> earlierRuns; ///< ids of runs of this repository that died
};

/// A copy that was loaded and held against its manifest.
struct CopyOutcome {
    Comparison comparison;
    QStringList warnings; ///< left out of the globals, weak isolation, a scratch database that stayed
    qint64 loadMs = 0;
};

/// Loads the set into the empty database that `settings` name and compares it, in a session each: all of it,
/// or with a selection the rows that were taken. Differences are a good result.
Result<CopyOutcome> loadAndCompare(const ConnectionSettings &settings, const TestedSet &set,
                                   const LoadOptions &options, JobContext &context);

/// Drops the unfinished databases that dead runs of this repository left on the server (faults V01); the
/// caller holds the repository's lock, so none of them is in use. `admin` is a session with `settings`. What
/// resists hinders nobody: a sentence each.
Result<QStringList> dropLeftovers(Connection &admin, const ConnectionSettings &settings, const TestRun &run,
                                  JobContext &context);

/// Drops an unfinished database in a session of its own, whatever became of the others, also after a stop.
Result<> dropUnfinished(const ConnectionSettings &settings, const QByteArray &name, const ScratchTag &tag);

} // namespace masclet
