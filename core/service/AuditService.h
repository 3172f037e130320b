#pragma once

#include "core/repository/Repository.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

/// The journal's chain finds every change but one: records cut off at its end. So each run leaves the head of
/// the journal in the state folder of its machine, as good as it can, once the journal has it.
void rememberHead(const QString &stateFolder, const QString &repositoryId, const Journal &journal);

struct AuditReport {
    JournalAudit journal;
    /// Sets whose evidence names a run that no record speaks of, oldest first.
    QStringList setsWithoutRun;
};

/// Reads the journal and compares it with what else is known: the head this machine remembers, and the runs
/// that made and tried the sets. A run whose record still waits in the state folder is not missing. Reads
/// only, needs no lock; blocking.
Result<AuditReport> auditJournal(const ServiceEnvironment &environment, const Repository &repository);

} // namespace masclet
