#pragma once

#include "core/base/Log.h"
#include "core/profile/Profile.h"
#include "core/repository/Repository.h"
#include "core/service/ServiceEnvironment.h"

#include <optional>
#include <stop_token>

namespace masclet
{

// What a repository remembers, read from its files (the catalog is only a faster copy of them). Reading needs
// no lock and works on a read-only mount. Plain functions; they block on the disk only.

/// Sets of one profile, newest first; of all profiles when `profile` has no id. Sets whose manifest is broken
/// come last and go by their name.
Result<QList<StoredSet>> readSets(const Repository &repository, const Profile &profile);
/// Those of the profile among all.
QList<StoredSet> setsOf(const QList<StoredSet> &all, const Profile &profile);
/// The newest `most` runs of one profile, or of all, newest first.
Result<QList<RunRecord>> readRuns(const Repository &repository, const Profile &profile, int most);

/// A set by its id, or with an empty id the profile's newest one, whatever its state: also one whose manifest
/// is broken, when its name says that it is the newest. Usage when there is none.
Result<StoredSet> findSet(const Repository &repository, const Profile &profile, const QString &setId);

/// The run that made the set; none when the journal does not know it.
Result<std::optional<RunRecord>> runThatMade(const Repository &repository, const StoredSet &set);

/// One line of a run's log; a line that cannot be read is shown as it stands, as a warning.
struct RunLogLine {
    QDateTime time; ///< UTC
    LogLevel level = LogLevel::Info;
    QString text;
};
Result<QList<RunLogLine>> readRunLog(const Repository &repository, const QString &runId);

/// Which lines of a log somebody wants to see.
struct LogWish {
    LogLevel level = LogLevel::Debug; ///< this one and graver ones
    QString text;                     ///< that they hold, whatever the case; empty: any
    qsizetype most = 5000;            ///< the newest of them
};
struct LogExtract {
    QList<RunLogLine> lines; ///< oldest first
    qsizetype matching = 0;  ///< also those beyond the limit
    qsizetype errors = 0;    ///< of the whole log
    qsizetype warnings = 0;
};
LogExtract extractLog(const QList<RunLogLine> &log, const LogWish &wish);

enum class Pin { Set, Lift };
/// Keeps a set from retention, or gives it free. The journal records it before it holds (SR25). Usage when
/// there is no such set, Locked while a run holds the repository. Lifting is for who may delete.
Result<> changePin(const ServiceEnvironment &environment, const QString &repositoryPath, const QString &setId,
                   Pin pin, const QString &note, const std::stop_token &stop);

} // namespace masclet
