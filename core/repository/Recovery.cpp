#include "core/base/Text.h"
#include "core/repository/Deletion.h"
#include "core/repository/Repository.h"
#include "core/repository/Reserve.h"

#include <QCoreApplication>

// What is done under the lock before anything else: whatever is half there belongs to a run that is dead,
// since the lock was free.

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

constexpr qint64 maximumPlan = 1024 * 1024;
constexpr qint64 logsKeptSeconds = 400LL * 24 * 3600;

/// The plan of a dead run; none when it died before publishing began.
Result<std::optional<StagingPlan>> planOf(const Directory &staging)
{
    MASCLET_TRY_ASSIGN(const bool there, staging.exists("plan.json"));
    if (!there)
        return std::optional<StagingPlan>();
    MASCLET_TRY_ASSIGN(const QByteArray text, staging.readFile("plan.json", maximumPlan));
    // A plan that is not whole was never acted on: it is synced before the first rename.
    const Result<StagingPlan> plan = StagingPlan::parse(text);
    return plan ? std::optional(*plan) : std::nullopt;
}

/// True when the manifest is in its place, which it reaches last: the set exists. Still staged as well it is
/// the same file where a rename is a link and an unlink; another one there is not ours.
Result<bool> isPublished(const Directory &root, const Directory &staging, const StagingPlan &plan)
{
    MASCLET_TRY_ASSIGN(const Directory sets, root.openChild("sets"));
    MASCLET_TRY_ASSIGN(const bool placed, sets.exists(fileNameOf(plan.files.last().path)));
    MASCLET_TRY_ASSIGN(const bool staged, staging.exists(plan.files.last().name));
    if (!placed || !staged)
        return placed;
    MASCLET_TRY_ASSIGN(const Directory::Entry there, sets.stat(fileNameOf(plan.files.last().path)));
    MASCLET_TRY_ASSIGN(const Directory::Entry here, staging.stat(plan.files.last().name));
    return there.device == here.device && there.inode == here.inode;
}

Result<> recoverStaged(const Directory &root, const Directory &parent, const QByteArray &runId,
                       RecoveryReport &report)
{
    MASCLET_TRY_ASSIGN(const Directory staging, parent.openChild(runId));
    MASCLET_TRY_ASSIGN(const std::optional<StagingPlan> plan, planOf(staging));
    if (plan) {
        MASCLET_TRY_ASSIGN(const bool published, isPublished(root, staging, *plan));
        if (published) {
            report.lines
                << Tr::tr("%1 had been published; only its working folder was left.").arg(plan->setId);
        } else {
            MASCLET_TRY(undoPublishing(root, staging, *plan));
            report.lines
                << Tr::tr("%1 was half published by a run that died; it was removed.").arg(plan->setId);
        }
    }
    MASCLET_TRY(parent.removeTree(runId));
    report.lines << Tr::tr("The working folder of the dead run %1 was removed.").arg(oneLine(runId));
    return {};
}

Result<> recoverStaging(const Directory &root, RecoveryReport &report)
{
    MASCLET_TRY_ASSIGN(const Directory parent, root.openOrMakeChild(".staging"));
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, parent.entries());
    for (const Directory::Entry &entry : entries) {
        if (entry.type == Directory::Type::Directory && isRunId(QString::fromLatin1(entry.name)))
            MASCLET_TRY(recoverStaged(root, parent, entry.name, report));
    }
    MASCLET_TRY(parent.sync());
    return {};
}

Result<> removeOldLogs(const Directory &root, const QDateTime &now)
{
    MASCLET_TRY_ASSIGN(const Directory runs, root.openOrMakeChild("runs"));
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, runs.entries());
    for (const Directory::Entry &entry : entries) {
        if (entry.type == Directory::Type::File && entry.name.endsWith(".log") &&
            isRunId(QString::fromLatin1(entry.name.chopped(4))) &&
            now.toSecsSinceEpoch() - entry.modifiedSeconds > logsKeptSeconds)
            MASCLET_TRY(runs.removeFile(entry.name));
    }
    return {};
}

/// A run without an end in the journal is dead, unless it is the one that asks.
QList<RunRecord> interruptedRuns(QList<RunRecord> open, const QString &ownRunId, const QDateTime &now)
{
    QList<RunRecord> list;
    for (RunRecord &run : open) {
        if (run.id == ownRunId)
            continue;
        run.state = RunState::Interrupted;
        run.finished = now;
        run.exitCode = 1;
        run.message = Tr::tr("The run ended without saying how: it was killed, or the machine stopped.");
        list.prepend(run);
    }
    return list;
}

} // namespace

/// A journal that cannot be read or written does not stop a backup (fault X05): the report says so.
Result<> Repository::recoverRecords(const RepositoryLock &lock, RecoveryReport &report)
{
    MASCLET_TRY(finishDeletions(*m_root, m_id, lock, m_journal, report.lines));
    JournalWish wish;
    wish.states = {RunState::Running};
    MASCLET_TRY_ASSIGN(JournalFinds finds, m_journal.find(wish));
    for (const RunRecord &run : interruptedRuns(std::move(finds.runs), lock.holder().runId, m_clock->now())) {
        MASCLET_TRY(m_journal.runFinished(lock, run));
        report.interrupted << run;
        report.lines << Tr::tr("The run %1 (%2) was interrupted.").arg(run.id, run.verb);
    }
    return {};
}

Result<RecoveryReport> Repository::recover(const RepositoryLock &lock)
{
    RecoveryReport report;
    MASCLET_TRY(recoverStaging(*m_root, report));
    MASCLET_TRY(removeOldLogs(*m_root, m_clock->now()));
    MASCLET_TRY(keepReserve(*m_root));
    report.problem = recoverRecords(lock, report);
    return report;
}

} // namespace masclet
