#include "core/service/RestoreService.h"

#include "core/base/Text.h"
#include "core/notify/Message.h"
#include "core/procedure/ServiceSteps.h"
#include "core/service/BackupService.h"
#include "core/service/OpenSet.h"
#include "core/service/RestoreRun.h"
#include "core/service/RunProcedure.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RestoreService)
};

/// The copy of the database that gives way, made before anything is touched. A run of its own.
Result<QString> makeSafetyBackup(const ServiceEnvironment &environment, const RestoreRequest &request,
                                 JobContext &context)
{
    BackupRequest backup;
    backup.profile = request.profile;
    // A database that the profile does not protect has no place in its history, sizes and retention.
    if (request.target != request.profile.connection.dbname.toUtf8()) {
        backup.profile.id += QChar(u'/') + QString::fromLatin1(request.target.toHex());
        backup.profile.connection.dbname = QString::fromUtf8(request.target);
        backup.profile.backup.kinds = {QStringLiteral("db")};
        backup.profile.backup.criticalTables.clear();
    }
    backup.reason = Tr::tr("before the restore of %1").arg(request.setId);
    backup.wait = request.wait;
    auto made = BackupService(environment).run(backup, context);
    if (made)
        return made->manifest.setId;
    Error error = std::move(made).error();
    if (error.kind == ErrorKind::Stopped)
        return fail(std::move(error));
    error.kind = ErrorKind::RestoreUntouched;
    error.message = Tr::tr("The backup of the database before its replacement failed: %1").arg(error.message);
    error.hint = Tr::tr("Mend that, or leave it out by its name (--no-safety-backup NAME).");
    return fail(std::move(error));
}

/// How long loading took in the last restore test of a set; 0: there was none.
Result<qint64> loadTime(const Repository &repository, const QString &setId)
{
    MASCLET_TRY_ASSIGN(const EvidenceFile evidence, repository.evidence(setId));
    qint64 last = 0;
    for (const Evidence &record : evidence.records) {
        if (record.type == EvidenceType::RestoreTested)
            last = record.details.value(QStringLiteral("loadMs")).toInteger();
    }
    return last;
}

qint64 rawBytesToLoad(const StoredSet &set)
{
    qint64 bytes = 0;
    for (const StoredSet::File &file : set.files) {
        if (file.kind == QLatin1String("db"))
            bytes += file.rawSize;
    }
    return bytes;
}

/// The set's own test tells best; else the newest one of the same profile, for as much more or less data.
Result<> expect(const Repository &repository, RestorePlan &plan)
{
    MASCLET_TRY_ASSIGN(plan.expectedMs, loadTime(repository, plan.manifest.setId));
    if (plan.expectedMs > 0)
        return {};
    MASCLET_TRY_ASSIGN(const StoredSet wanted, repository.set(plan.manifest.setId));
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, repository.sets());
    for (const StoredSet &other : sets) {
        if (!other.readable || other.profileId != plan.manifest.profileId ||
            !other.evidence.restoreTested.isValid())
            continue;
        MASCLET_TRY_ASSIGN(const qint64 took, loadTime(repository, other.id));
        const qint64 size = rawBytesToLoad(other);
        if (took <= 0 || size <= 0)
            continue;
        plan.expectedMs =
            qMax<qint64>(1, qRound64(double(took) * double(rawBytesToLoad(wanted)) / double(size)));
        plan.expectedFrom = other.id;
        return {};
    }
    return {};
}

/// Whether a database will give way: only then, and when nothing speaks against it, one is backed up before.
Result<bool> willReplace(const ServiceEnvironment &environment, const RestoreRequest &request,
                         JobContext &context)
{
    MASCLET_TRY(checkRight(environment, Right::Replace));
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(request.profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(SetAccess access, findSetAccess(request.profile, environment, context.stopToken()));
    MASCLET_TRY_ASSIGN(const OpenSet set,
                       OpenSet::open(repository, request.setId, std::move(access), context.stopToken()));
    MASCLET_TRY(set.checkReadable());
    MASCLET_TRY_ASSIGN(const Looked looked, look(environment, request, set.manifest(), context));
    return !looked.gate.firstFailure() && looked.gate.target;
}

RunRequest recordedAs(const RestoreRequest &request)
{
    return {request.profile,
            QStringLiteral("restore"),
            request.mode == GateQuestion::Mode::Replace ? Right::Replace : Right::Restore,
            QStringLiteral("manual"),
            {},
            request.wait};
}

} // namespace

QString expectedText(const RestorePlan &plan)
{
    if (plan.expectedMs == 0)
        return Tr::tr("No backup of this profile was ever restore-tested: nobody knows how long it takes.");
    const QString duration = durationText(plan.expectedMs);
    return plan.expectedFrom.isEmpty()
               ? Tr::tr("Loading took %1 in the last restore test.").arg(duration)
               : Tr::tr("Loading will take about %1, going by the restore test of %2.")
                     .arg(duration, plan.expectedFrom);
}

RestoreService::RestoreService(const ServiceEnvironment &environment)
    : m_environment(environment)
{
}

Result<RestorePlan> RestoreService::plan(const RestoreRequest &request, JobContext &context) const
{
    RestorePlan plan;
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(request.profile.repository.path, m_environment.clock));
    MASCLET_TRY_ASSIGN(SetAccess access, findSetAccess(request.profile, m_environment, context.stopToken()));
    MASCLET_TRY_ASSIGN(const OpenSet set,
                       OpenSet::open(repository, request.setId, std::move(access), context.stopToken()));
    plan.manifest = set.manifest();
    MASCLET_TRY_ASSIGN(Looked looked, look(m_environment, request, set.manifest(), context));
    plan.gate = std::move(looked.gate);
    context.phase(Tr::tr("Validating %1").arg(request.setId), set.manifest().rawBytes());
    const Result<> verified = set.verify(context);
    if (!verified && verified.error().kind == ErrorKind::Stopped)
        return fail(verified.error());
    plan.gate.items.prepend(archiveItem(set.manifest(), verified));
    MASCLET_TRY(expect(repository, plan));
    const QString target = oneLine(request.target, 80);
    const bool replaces = plan.gate.target.has_value();
    if (replaces && request.safetyBackup == RestoreRequest::SafetyBackup::Make)
        plan.steps << Tr::tr("Back up %1 as it is now").arg(target);
    const ServicePlan services = replaces ? planServices(request.profile, context) : ServicePlan();
    plan.steps << services.down;
    plan.steps << Tr::tr("Validate %1").arg(request.setId)
               << Tr::tr("Restore it into a new database beside, and compare every table");
    if (replaces)
        plan.steps << Tr::tr(
                          "Close %1, end its sessions, and swap the names; the old one is kept as %1__old_…")
                          .arg(target);
    else
        plan.steps << Tr::tr("Name it %1").arg(target);
    plan.steps << services.up;
    plan.contacts = ladderLines(request.profile);
    return plan;
}

Error RestoreService::refuse(const RestoreRequest &request, const Result<RestorePlan> &plan,
                             JobContext &context) const
{
    const Error why = plan ? gateError(plan->gate) : plan.error();
    const auto refused = recorded<RestoreReport>(m_environment, recordedAs(request), context,
                                                 [&](RunScope &run) -> Result<RestoreReport> {
                                                     run.record().setId = request.setId;
                                                     return fail(why);
                                                 });
    return refused ? why : refused.error();
}

Result<RestoreReport> RestoreService::run(const RestoreRequest &request, JobContext &context) const
{
    // What the policy or the gate refuses must not cost a backup first; the run itself then tells and records
    // why.
    std::optional<Error> unsafe;
    QString safetySet;
    if (request.mode == GateQuestion::Mode::Replace &&
        request.safetyBackup == RestoreRequest::SafetyBackup::Make) {
        const Result<bool> replaces = willReplace(m_environment, request, context);
        if (replaces && *replaces) {
            auto made = makeSafetyBackup(m_environment, request, context);
            if (made)
                safetySet = *made;
            else
                unsafe = std::move(made).error();
        }
    }
    return recorded<RestoreReport>(
        m_environment, recordedAs(request), context, [&](RunScope &run) -> Result<RestoreReport> {
            if (unsafe)
                return fail(*unsafe);
            auto report = asProcedure<RestoreReport>(run, [&](Procedure &procedure) {
                return RestoreRun(run, request, procedure, safetySet).go();
            });
            // What the journal could not take changes nothing of a database that has its name.
            if (report && report->failure && report->failure->kind != ErrorKind::RestoreActionNeeded) {
                run.warn(report->failure->message);
                report->failure.reset();
            }
            return report;
        });
}

} // namespace masclet
