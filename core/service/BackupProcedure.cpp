#include "core/service/BackupProcedure.h"

#include "core/base/ExitCode.h"
#include "core/base/Text.h"
#include "core/checks/DaySet.h"
#include "core/service/AlarmWatch.h"
#include "core/service/HistoryService.h"
#include "core/service/Pings.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(BackupProcedure)
};

/// Another program may hold the repository between two of our runs.
constexpr std::chrono::minutes waitBetweenRuns{1};

Result<bool> isTestDue(const ServiceEnvironment &environment, const Profile &profile)
{
    if (profile.schedule.restoreTest == QStringLiteral("never"))
        return false;
    const std::optional<std::chrono::milliseconds> period = restorePeriod(profile.schedule.restoreTest);
    if (!period)
        return true;
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(const QList<StoredSet> stored, readSets(repository, profile));
    const QDateTime now = environment.clock.now();
    return std::none_of(stored.begin(), stored.end(), [&](const StoredSet &set) {
        const QDateTime &tested = set.evidence.restoreTested;
        return tested.isValid() && tested.msecsTo(now) <= period->count();
    });
}

template <class Report>
const Error *failureOf(const std::optional<Result<Report>> &step)
{
    if (!step)
        return nullptr;
    if (!*step)
        return &step->error();
    if constexpr (requires { (*step)->failure; }) {
        if ((*step)->failure)
            return &*(*step)->failure;
    }
    return nullptr;
}

/// What goes wrong after the set was made is no fault of the set.
template <class Report>
std::optional<Result<Report>> afterBackup(Result<Report> step)
{
    if (!step && step.error().kind != ErrorKind::Stopped)
        step.error().kind = ErrorKind::AfterBackup;
    return step;
}

bool wasStopped(const Error *failure)
{
    return failure && failure->kind == ErrorKind::Stopped;
}

Result<RestorePlace> testPlaceOf(const ServiceEnvironment &environment, const Profile &profile)
{
    return restorePlaceNamed(profile.schedule.restoreTestOn, profile, environment.profiles,
                             environment.secrets.environment);
}

Result<QStringList> dueForReading(const ServiceEnvironment &environment, const Profile &profile)
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    return setsToReread(repository, profile, environment.clock.now());
}

/// Also with a restore test that failed, and where nothing is to be deleted.
std::optional<Result<RereadReport>> readOldSets(const ServiceEnvironment &environment,
                                                const BackupRequest &request, std::chrono::milliseconds wait,
                                                JobContext &context)
{
    const Result<QStringList> due = dueForReading(environment, request.profile);
    if (!due)
        return afterBackup<RereadReport>(fail(due.error()));
    if (due->isEmpty())
        return std::nullopt;
    return afterBackup(rereadSets(environment, request.profile, request.trigger, wait, context));
}

Result<> planTest(const ServiceEnvironment &environment, const Profile &profile, SetState &reached,
                  BackupPlan &plan)
{
    MASCLET_TRY_ASSIGN(const bool due, isTestDue(environment, profile));
    if (!due)
        return {};
    const Result<RestorePlace> place = testPlaceOf(environment, profile);
    if (!place) {
        plan.warnings << Tr::tr("The restore test will fail: %1").arg(place.error().message);
        return {};
    }
    reached = SetState::RestoreTested;
    const Profile::Connection &server = place->server.connection;
    plan.steps << (place->kind == RestorePlace::Kind::Sandbox
                       ? Tr::tr("Restore the set into a throw-away server on this machine and compare every "
                                "table")
                       : Tr::tr("Restore the set into a scratch database on %1, port %2, and compare every "
                                "table")
                             .arg(oneLine(server.host))
                             .arg(server.port));
    return {};
}

Result<> planRetention(const ServiceEnvironment &environment, const Profile &profile, SetState reached,
                       BackupProcedurePlan &plan)
{
    MASCLET_TRY_ASSIGN(const Policy policy, Policy::read(environment.policyFile));
    if (const Result<> allowed = policy.check(Right::Delete, environment.who); !allowed) {
        plan.backup.warnings << Tr::tr("Nothing is deleted: %1").arg(allowed.error().message);
        return {};
    }
    MASCLET_TRY_ASSIGN(const RetentionDecision decision,
                       RetentionService(environment).foresee(profile, reached));
    plan.setsToDelete = decision.setsToDelete();
    if (!decision.holds.isEmpty())
        plan.backup.steps << Tr::tr("Delete nothing: %1").arg(decision.holds.first().text);
    else if (plan.setsToDelete.isEmpty())
        plan.backup.steps << Tr::tr("Delete nothing: the rules keep every set there is");
    else
        plan.backup.steps << Tr::tr("Delete what the rules no longer keep: %1")
                                 .arg(plan.setsToDelete.join(QStringLiteral(", ")));
    MASCLET_TRY_ASSIGN(const bool dropDue, isDropDue(environment, profile));
    if (dropDue)
        plan.backup.steps << Tr::tr("Drop databases that restores kept aside and whose 7 days are over");
    return {};
}

} // namespace

const Error *BackupProcedureReport::failure() const
{
    if (backup.failure)
        return &*backup.failure;
    if (const Error *error = failureOf(test))
        return error;
    if (const Error *error = failureOf(reread))
        return error;
    if (const Error *error = failureOf(retention))
        return error;
    return failureOf(droppedKept);
}

int BackupProcedureReport::exitCode() const
{
    if (const Error *error = failure())
        return exitCodeOf(error->kind);
    int code = backup.run.exitCode;
    if (test && code == exitOk)
        code = (*test)->run.exitCode;
    if (reread && code == exitOk)
        code = (*reread)->run.exitCode;
    if (retention && code == exitOk)
        code = (*retention)->run.exitCode;
    if (droppedKept && code == exitOk)
        code = (*droppedKept)->run.exitCode;
    if (!pingProblem.isEmpty() && code == exitOk)
        code = exitWarnings;
    return code;
}

namespace
{

/// What a server refused once it will refuse each hour, until something of it changes.
Result<BackupReport> makeSet(const ServiceEnvironment &environment, const BackupRequest &request,
                             JobContext &context)
{
    Result<BackupReport> made = BackupService(environment).run(request, context);
    if (made && made->wasMade())
        forgetRefusal(environment, request.profile);
    if (made || made.error().kind != ErrorKind::Credentials || request.trigger != QStringLiteral("schedule"))
        return made;
    if (const Result<> kept =
            rememberRefusal(environment, request.profile, made.error().message, context.stopToken());
        !kept)
        context.log().warning(kept.error().message);
    return made;
}

Result<BackupProcedureReport> runSteps(const ServiceEnvironment &environment,
                                       const BackupProcedureRequest &request, JobContext &context)
{
    const Profile &profile = request.backup.profile;
    BackupProcedureReport report;
    const bool isScheduled = request.backup.trigger == QStringLiteral("schedule");
    if (isScheduled && request.backup.when == BackupRequest::When::IfDue)
        report.refused = standingRefusal(environment, profile, context.stopToken());
    if (!report.refused) {
        MASCLET_TRY_ASSIGN(report.backup, makeSet(environment, request.backup, context));
    }
    if (!report.backup.wasMade() && isScheduled) {
        // The headless side looks in more often than it backs up: alarms go on from here.
        for (const QString &warning : lookAfterAlarms(environment, profile, context.stopToken()).warnings)
            context.log().warning(warning);
    }
    if (report.failure() || !report.backup.wasMade())
        return report;
    const std::chrono::milliseconds wait =
        std::max<std::chrono::milliseconds>(request.backup.wait, waitBetweenRuns);
    const Result<bool> due = isTestDue(environment, profile);
    if (!due) {
        report.test = fail(due.error());
    } else if (*due) {
        // Looked for only now: without a test it does not matter, and what is wrong with it is no fault of
        // the set.
        const RestoreTestRequest test{profile, report.backup.manifest.setId,
                                      testPlaceOf(environment, profile), request.backup.trigger, wait};
        report.test = RestoreTestService(environment).test(test, context);
    }
    if (!wasStopped(report.failure()))
        report.reread = readOldSets(environment, request.backup, wait, context);
    if (request.retention == BackupProcedureRequest::Retention::Leave || report.failure())
        return report;
    MASCLET_TRY_ASSIGN(const Policy policy, Policy::read(environment.policyFile));
    if (const Result<> allowed = policy.check(Right::Delete, environment.who); !allowed) {
        context.log().info(Tr::tr("Nothing is deleted: %1").arg(allowed.error().message));
        return report;
    }
    report.retention =
        afterBackup(RetentionService(environment).apply({profile, request.backup.trigger, wait}, context));
    if (report.failure())
        return report;
    const Result<bool> dropDue = isDropDue(environment, profile);
    if (!dropDue)
        report.droppedKept = afterBackup<DropKeptReport>(fail(dropDue.error()));
    else if (*dropDue)
        report.droppedKept =
            afterBackup(dropExpiredDatabases(environment, profile, request.backup.trigger, context));
    return report;
}

} // namespace

Result<BackupProcedureReport> runBackupProcedure(const ServiceEnvironment &environment,
                                                 const BackupProcedureRequest &request, JobContext &context)
{
    const Profile &profile = request.backup.profile;
    Result<BackupProcedureReport> report = runSteps(environment, request, context);
    if (report && !report->backup.wasMade())
        return report;
    const QString problem =
        pingEnd(environment, profile, report ? report->failure() : &report.error(), context.stopToken());
    if (problem.isEmpty())
        return report;
    context.log().warning(problem);
    noteUndelivered(environment, profile, problem, context.stopToken());
    if (report)
        report->pingProblem = problem;
    return report;
}

Result<BackupProcedurePlan> planBackupProcedure(const ServiceEnvironment &environment,
                                                const BackupProcedureRequest &request, JobContext &context)
{
    const Profile &profile = request.backup.profile;
    BackupProcedurePlan plan;
    MASCLET_TRY_ASSIGN(plan.backup, BackupService(environment).plan(request.backup, context));
    SetState reached = SetState::Verified;
    MASCLET_TRY(planTest(environment, profile, reached, plan.backup));
    MASCLET_TRY_ASSIGN(plan.setsToRead, dueForReading(environment, profile));
    if (!plan.setsToRead.isEmpty())
        plan.backup.steps << Tr::tr("Read older sets again that nobody has read for six days: %1")
                                 .arg(plan.setsToRead.join(QStringLiteral(", ")));
    if (request.retention == BackupProcedureRequest::Retention::Apply)
        MASCLET_TRY(planRetention(environment, profile, reached, plan));
    return plan;
}

} // namespace masclet
