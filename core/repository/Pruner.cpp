#include "core/repository/Pruner.h"

#include "core/repository/Deletion.h"
#include "core/repository/Reserve.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Retention)
};

/// The decision was made from what was true then; a person may have pinned the set since.
QString changeSince(const StoredSet &then, const StoredSet &now)
{
    if (now.sequence != then.sequence || now.profileId != then.profileId || now.runId != then.runId)
        return Tr::tr("%1 is not the set it was.").arg(now.id);
    if (now.evidence.pinned && !then.evidence.pinned)
        return Tr::tr("%1 was pinned meanwhile.").arg(now.id);
    if (now.state != then.state || now.evidence.unreadable != 0)
        return Tr::tr("The state of %1 changed meanwhile.").arg(now.id);
    return {};
}

/// Whatever was decided: a profile's last verified set stays.
Result<> refuseTheLastOne(const RetentionDecision &decision)
{
    const bool oneStays =
        std::any_of(decision.items.begin(), decision.items.end(), [](const RetentionDecision::Item &item) {
            return item.verdict == RetentionVerdict::Keep &&
                   (item.set.state == SetState::Verified || item.set.state == SetState::RestoreTested);
        });
    if (oneStays || decision.setsToDelete().isEmpty())
        return {};
    return fail(ErrorKind::Internal, Tr::tr("The decision would delete every verified set."));
}

Result<> deleteOne(Repository &repository, const RepositoryLock &lock, const RetentionDecision::Item &item,
                   PruneReport &report)
{
    const Result<StoredSet> now = repository.set(item.set.id);
    const QString change = now ? changeSince(item.set, *now) : now.error().message;
    if (!change.isEmpty()) {
        report.skipped << change;
        return {};
    }
    MASCLET_TRY_ASSIGN(const Manifest manifest, repository.manifest(item.set.id));
    Result<> deleted =
        deleteSet(repository.root(), lock, repository.journal(), manifest, item.reasons.first().code);
    if (!deleted)
        return fail(std::move(deleted)
                        .error()
                        .as(ErrorKind::AfterBackup)
                        .during(Tr::tr("deleting %1").arg(item.set.id)));
    report.deleted << item.set.id;
    report.freedBytes += item.set.storedBytes;
    return {};
}

} // namespace

Result<PruneReport> applyRetention(Repository &repository, const RepositoryLock &lock,
                                   const RetentionDecision &decision,
                                   const std::function<Result<>(const QString &setId)> &proceed)
{
    MASCLET_TRY(refuseTheLastOne(decision));
    PruneReport report;
    for (auto item = decision.items.crbegin(); item != decision.items.crend(); ++item) {
        if (item->verdict != RetentionVerdict::Delete)
            continue;
        MASCLET_TRY(proceed(item->set.id));
        MASCLET_TRY(deleteOne(repository, lock, *item, report));
    }
    MASCLET_TRY(keepReserve(repository.root()));
    return report;
}

} // namespace masclet
