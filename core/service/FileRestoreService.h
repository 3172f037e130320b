#pragma once

#include "core/job/JobContext.h"
#include "core/profile/Profile.h"
#include "core/repository/RunRecord.h"
#include "core/service/ServiceEnvironment.h"

#include <chrono>
#include <optional>

namespace masclet
{

struct FileRestoreRequest {
    Profile profile; ///< its repository has the set
    QString setId;
    QStringList kinds; ///< config, logs, state; empty: all the set has, with InPlace config alone
    QString folder;
    enum class Mode {
        Beside,  ///< a folder of each kind in `folder`, which is empty or not there
        InPlace, ///< `folder` is what stands for the root ("/"): files in it are replaced
    };
    Mode mode = Mode::Beside;
    std::chrono::milliseconds wait{0};
};

/// What one archive of the set comes to.
struct RestoredKind {
    QString kind;
    qint64 entries = 0; ///< files, folders and links
    qint64 bytes = 0;
    qint64 linksElsewhere = 0; ///< symbolic links to absolute paths, kept as they are
};

/// What would be done: for --dry-run and a review page.
struct FileRestorePlan {
    QList<RestoredKind> kinds;
    QStringList replaced; ///< files that would give way
};

struct FileRestoreReport {
    RunRecord run;
    QList<RestoredKind> kinds;
    QString folder;
    qint64 replaced = 0;
    QString replacedArchive;      ///< what the replaced files were, as a tar archive; empty: none gave way
    std::optional<Error> failure; ///< all was restored, and the journal could not take it
};

/// Restores the files of a set. Every archive is read whole first, hashes and entries, and refused with
/// Verification when any entry could land elsewhere; only then something is written. Beside leaves nothing
/// behind after a failure. InPlace keeps what it replaces in the state folder, writes all new files beside
/// the old ones and then swaps them by renaming: errors are RestoreUntouched before that,
/// RestoreActionNeeded in it. Usage when `folder` is not fit. Blocking; call it from a job.
class FileRestoreService
{
public:
    explicit FileRestoreService(const ServiceEnvironment &environment);

    /// Reads the archives and looks at the folder; writes nothing.
    Result<FileRestorePlan> plan(const FileRestoreRequest &request, JobContext &context) const;
    Result<FileRestoreReport> run(const FileRestoreRequest &request, JobContext &context) const;

private:
    const ServiceEnvironment &m_environment;
};

} // namespace masclet
