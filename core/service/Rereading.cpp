#include "core/service/Rereading.h"

#include "core/process/Priority.h"
#include "core/service/HistoryService.h"
#include "core/service/KeptSets.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Rereading)
};

constexpr std::chrono::days rereadAfter{6};
constexpr std::chrono::days readWithin{7};
constexpr std::chrono::hours longestReading{2};

/// A set is read back before it is published, so one without any evidence was read then.
QDateTime lastReadOf(const StoredSet &set)
{
    const QDateTime read = set.evidence.lastRead();
    return read.isValid() ? read : set.finished;
}

Result<QList<StoredSet>> unreadFor(std::chrono::days age, const Repository &repository,
                                   const Profile &profile, const QDateTime &now)
{
    MASCLET_TRY_ASSIGN(const QList<StoredSet> stored, readSets(repository, profile));
    QList<StoredSet> sets;
    std::copy_if(stored.begin(), stored.end(), std::back_inserter(sets), [&](const StoredSet &set) {
        return set.readable && set.problem.isEmpty() && set.state != SetState::Damaged &&
               lastReadOf(set).addDuration(age) < now;
    });
    std::stable_sort(sets.begin(), sets.end(),
                     [](const StoredSet &a, const StoredSet &b) { return lastReadOf(a) < lastReadOf(b); });
    return sets;
}

Error damageIn(const QStringList &setIds)
{
    return {ErrorKind::AfterBackup,
            Tr::tr("%n older set(s) are damaged.", nullptr, int(setIds.size())),
            Tr::tr("The new backup is good. Look at the disk that holds them."),
            setIds.join(u'\n'),
            {}};
}

Result<RereadReport> reread(RunScope &run)
{
    RereadReport report;
    QStringList damaged;
    const QDateTime now = run.environment().clock.now();
    MASCLET_TRY_ASSIGN(const QStringList due, setsToReread(run.repository(), run.profile(), now));
    run.record().setId = due.value(0);
    for (const QString &setId : due) {
        if (std::chrono::milliseconds(run.elapsedMs()) > longestReading)
            break;
        MASCLET_TRY_ASSIGN(const bool good, readSetAgain(run, setId, Tr::tr("Reading %1 again").arg(setId)));
        (good ? report.read : damaged) << setId;
    }
    MASCLET_TRY_ASSIGN(const QList<StoredSet> late,
                       unreadFor(readWithin, run.repository(), run.profile(), now));
    if (!late.isEmpty())
        run.warn(Tr::tr("%n set(s) have not been read for more than seven days; there was no time for them.",
                        nullptr, int(late.size())));
    if (!damaged.isEmpty())
        report.failure = damageIn(damaged);
    return report;
}

} // namespace

Result<QStringList> setsToReread(const Repository &repository, const Profile &profile, const QDateTime &now)
{
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, unreadFor(rereadAfter, repository, profile, now));
    QStringList ids;
    for (const StoredSet &set : sets)
        ids << set.id;
    return ids;
}

Result<RereadReport> rereadSets(const ServiceEnvironment &environment, const Profile &profile,
                                const QString &trigger, std::chrono::milliseconds wait, JobContext &context)
{
    const RunRequest recordedAs{profile, QStringLiteral("verify"), Right::BackUp, trigger, {}, wait};
    return recorded<RereadReport>(environment, recordedAs, context, [&](RunScope &run) {
        return withPriority(priorityOf(profile.backup), [&] { return reread(run); });
    });
}

} // namespace masclet
