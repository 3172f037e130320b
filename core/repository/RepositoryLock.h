#pragma once

#include "core/base/Clock.h"
#include "core/base/Directory.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <chrono>
#include <stop_token>

namespace masclet
{

/// Who holds a repository, for people only: flock decides, never the process number (fault L02).
struct LockHolder {
    QString verb;
    QString runId;
    QString author;
};

/// A part of the run that holds the lock.
struct HeldPhase {
    QString name;    ///< in the language of that run
    QDateTime begun; ///< UTC
};

/// The one exclusive lock of a repository, held until the object goes. Functions that change the repository
/// ask for it as proof. The kernel frees it when the process dies; the file is never deleted. The root folder
/// itself is locked as well where the mount can do that, so that somebody who deletes `.lock` does not let a
/// second run in (fault L03). Move only; any thread, one at a time.
class RepositoryLock
{
public:
    /// Tries until `wait` has passed (zero: once), polling the stop token. Locked names the holder.
    static Result<RepositoryLock> acquire(const Directory &root, const LockHolder &holder,
                                          std::chrono::milliseconds wait, const Clock &clock,
                                          const std::stop_token &stop);
    /// Whether somebody holds it now. Only a look, but for its moment it would keep another run out: ask when
    /// the answer matters.
    static Result<bool> isHeld(const Directory &root);
    /// What its holder has shown of itself, the newest phases last; empty when nothing can be read. For
    /// people only: who really holds it, the kernel knows.
    static QList<HeldPhase> phasesShown(const Directory &root, const QString &runId);
    RepositoryLock(RepositoryLock &&) noexcept = default;
    RepositoryLock &operator=(RepositoryLock &&) noexcept = delete;
    ~RepositoryLock();

    const LockHolder &holder() const { return m_holder; }
    /// What the holder is doing now, for whoever finds it locked (fault L01).
    void showStep(const QString &step, const QDateTime &now);

private:
    RepositoryLock(Fd file, Fd folder, LockHolder holder);

    Fd m_file;
    Fd m_folder;
    LockHolder m_holder;
    QJsonObject m_shown; ///< what stands in the file
    qsizetype m_shownSize = 0;
};

} // namespace masclet
