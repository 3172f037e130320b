#pragma once

#include "core/repository/Journal.h"
#include "core/repository/RunRecord.h"

namespace masclet
{

/// Records of runs whose repository could not take them (locked, full, not mounted), kept as small files in
/// the state folder until the next run of that repository appends them to its journal: a failed run is
/// recorded, never absent. Any thread; files are made and removed one by one.
class PendingRuns
{
public:
    explicit PendingRuns(QString stateFolder);

    /// As good as it can: a state folder that cannot be written either leaves only the printed result.
    void keep(const QString &repositoryPath, const RunRecord &record) const;
    /// Those that wait for this repository, oldest first.
    QList<RunRecord> records(const QString &repositoryPath) const;
    /// Ids of the runs that wait for this repository.
    QStringList waiting(const QString &repositoryPath) const;
    /// Appends what waits for this repository to the journal, oldest first, and removes it.
    Result<> handOver(const QString &repositoryPath, Journal &journal, const RepositoryLock &lock) const;

private:
    QString m_folder;
};

} // namespace masclet
