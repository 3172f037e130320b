#pragma once

#include "core/base/Clock.h"
#include "core/repository/Evidence.h"
#include "core/repository/Journal.h"
#include "core/repository/RepositoryLock.h"
#include "core/repository/Staging.h"
#include "core/repository/StoredSet.h"

#include <QTimeZone>

#include <chrono>
#include <stop_token>

namespace masclet
{

/// Whether a run may start, found out before the server is touched.
struct Preflight {
    qint64 freeBytes = 0;
    QStringList warnings; ///< foreign owner, folders others may write, a mount without full guarantees
};

struct StageRequest {
    QString runId;
    QString profile;
    QString profileId;
    Layout layout = Layout::Flat;
    QTimeZone zone; ///< names the set by its local date
};

struct RecoveryReport {
    QStringList lines; ///< what was found and done, for the run's log
    QList<RunRecord> interrupted;
    Result<> problem; ///< the journal could not be read or written: a warning, the run goes on
};

struct PublishReport {
    QStringList warnings; ///< durability the mount does not give
};

/// The folder that holds backup sets (design section 4): layout, lock, staging, publishing, recovery, lists.
/// The files are the truth; everything is done through one folder descriptor without following links. Reading
/// needs no lock; what changes something asks for it. Owned by the run; one thread at a time.
///
///     MASCLET_TRY_ASSIGN(Repository repository, Repository::open(path, clock));
///     MASCLET_TRY_ASSIGN(RepositoryLock lock, repository.lock({verb, runId, author}, wait, stop));
///     MASCLET_TRY_ASSIGN(RecoveryReport before, repository.recover(lock));
///     MASCLET_TRY_ASSIGN(Preflight flight, repository.preflight(lock, estimate));
///     MASCLET_TRY(repository.journal().runStarted(lock, run));
///     MASCLET_TRY_ASSIGN(StagedRun staged, repository.stage(lock, {runId, profile, profileId, layout,
///     zone})); const StagedFile file = staged.addFile("db", ".sql.gz"); …
///     DurableFile::create(staged.directory(), file.name), write, syncAndClose, read back … Manifest manifest
///     = staged.manifest();   // ids and sequence filled in; add the rest MASCLET_TRY_ASSIGN(PublishReport
///     report, repository.publish(lock, std::move(staged), manifest));
///     MASCLET_TRY(repository.appendEvidence(lock, manifest.setId, {EvidenceType::Verified, …}));
///     MASCLET_TRY(repository.journal().runFinished(lock, run));
class Repository
{
public:
    /// Makes the folders and the marker. A folder that is a repository already, or holds sets without a
    /// marker, is a Config error and stays as it is.
    static Result<Repository> init(const QString &path, const Clock &clock);
    /// Storage when there is no marker: not a repository, or its disk is not mounted (fault S06).
    static Result<Repository> open(const QString &path, const Clock &clock);

    const QString &id() const { return m_id; }
    const QDateTime &created() const { return m_created; }
    const Directory &root() const { return *m_root; }
    Journal &journal() { return m_journal; }
    const Journal &journal() const { return m_journal; }

    Result<RepositoryLock> lock(const LockHolder &holder, std::chrono::milliseconds wait,
                                const std::stop_token &stop) const;
    /// Undoes what dead runs left: staged and half-published files, half-deleted sets; marks their runs
    /// interrupted. Comes before stage().
    Result<RecoveryReport> recover(const RepositoryLock &lock);
    /// Space (`needed` bytes and some inodes), rights, one file system, and a real write in the staging
    /// folder. Storage or Config.
    Result<Preflight> preflight(const RepositoryLock &lock, qint64 needed) const;

    /// Names the set by its local date ("…-2" when taken), the next sequence, the same profile's set before
    /// it.
    Result<StagedRun> stage(const RepositoryLock &lock, const StageRequest &request) const;
    /// Checksums file, manifest last, renames that never replace, folders synced. On failure nothing of the
    /// set remains.
    Result<PublishReport> publish(const RepositoryLock &lock, StagedRun staged,
                                  const Manifest &manifest) const;

    /// All sets, newest first by sequence, those with a broken manifest at the end with the reason.
    Result<QList<StoredSet>> sets() const;
    /// Usage when there is no such set.
    Result<StoredSet> set(const QString &setId) const;
    Result<Manifest> manifest(const QString &setId) const;
    /// A file of a set for reading, by its path in the manifest.
    Result<Fd> openFile(const QByteArray &path) const;

    Result<EvidenceFile> evidence(const QString &setId) const;
    Result<> appendEvidence(const RepositoryLock &lock, const QString &setId, const Evidence &evidence) const;

private:
    Repository(Directory root, QString id, QDateTime created, const Clock &clock);

    Result<> recoverRecords(const RepositoryLock &lock, RecoveryReport &report);

    std::shared_ptr<const Directory> m_root;
    QString m_id;
    QDateTime m_created;
    const Clock *m_clock;
    Journal m_journal;
};

} // namespace masclet
