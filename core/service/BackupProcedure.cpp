#include "core/service/BackupProcedure.h"

#include "core/base/ExitCode.h"
#include "core/checks/DaySet.h"
#include "core/service/HistoryService.h"

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
    MASCLET_TRY_ASSIGN(const History history, readHistory(repository, profile));
    const QDateTime now = environment.clock.now();
    return std::none_of(history.sets.begin(), history.sets.end(), [&](const StoredSet &set) {
        const QDateTime &tested = set.evidence.restoreTested;
        return tested.isValid() && tested.msecsTo(now) <= period->count();
    });
}

const Error *failureOf(const std::optional<Result<RestoreTestReport>> &test)
{
    if (!test)
        return nullptr;
    if (!*test)
        return &test->error();
    return (*test)->failure ? &*(*test)->failure : nullptr;
}

} // namespace

const Error *BackupProcedureReport::failure() const
{
    if (backup.failure)
        return &*backup.failure;
    if (const Error *error = failureOf(test))
        return error;
    if (retention && !*retention)
        return &retention->error();
    return droppedKept && !*droppedKept ? &droppedKept->error() : nullptr;
}

int BackupProcedureReport::exitCode() const
{
    if (const Error *error = failure())
        return exitCodeOf(error->kind);
    int code = backup.run.exitCode;
    if (test && code == exitOk)
        code = (*test)->run.exitCode;
    if (retention && code == exitOk)
        code = (*retention)->run.exitCode;
    if (droppedKept && code == exitOk)
        code = (*droppedKept)->run.exitCode;
    return code;
}

Result<BackupProcedureReport> runBackupProcedure(const ServiceEnvironment &environment,
                                                 const BackupProcedureRequest &request, JobContext &context)
{
    const Profile &profile = request.backup.profile;
    BackupProcedureReport report;
    MASCLET_TRY_ASSIGN(report.backup, BackupService(environment).run(request.backup, context));
    if (report.failure())
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
                                      restorePlaceNamed(profile.schedule.restoreTestOn, profile,
                                                        environment.profiles,
                                                        environment.secrets.environment),
                                      request.backup.trigger, wait};
        report.test = RestoreTestService(environment).test(test, context);
    }
    if (request.retention == BackupProcedureRequest::Retention::Leave || report.failure())
        return report;
    MASCLET_TRY_ASSIGN(const Policy policy, Policy::read(environment.policyFile));
    if (const Result<> allowed = policy.check(Right::Delete, environment.who); !allowed) {
        context.log().info(Tr::tr("Nothing is deleted: %1").arg(allowed.error().message));
        return report;
    }
    report.retention = RetentionService(environment).apply({profile, request.backup.trigger, wait}, context);
    if (!*report.retention && report.retention->error().kind != ErrorKind::Stopped)
        report.retention->error().kind = ErrorKind::AfterBackup;
    if (report.failure())
        return report;
    const Result<bool> dropDue = isDropDue(environment, profile);
    if (!dropDue)
        report.droppedKept = fail(dropDue.error());
    else if (*dropDue)
        report.droppedKept = dropExpiredDatabases(environment, profile, request.backup.trigger, context);
    if (report.droppedKept && !*report.droppedKept && report.droppedKept->error().kind != ErrorKind::Stopped)
        report.droppedKept->error().kind = ErrorKind::AfterBackup;
    return report;
}

} // namespace masclet
