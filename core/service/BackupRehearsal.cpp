#include "core/service/BackupRehearsal.h"

#include "core/base/Clock.h"
#include "core/process/Priority.h"
#include "core/service/DumpSession.h"
#include "core/service/FileKinds.h"
#include "core/service/SpaceEstimate.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(BackupRehearsal)
};

/// A real write, and room for a set. The lock is held for no longer: a rehearsal stands in nobody's way.
Result<QStringList> tryRepository(const ServiceEnvironment &environment, const BackupRequest &request,
                                  const Repository &repository, const DumpSource &source, JobContext &job)
{
    MASCLET_TRY_ASSIGN(const qint64 needed, estimateSet(repository, request.profile, source.facts.bytes,
                                                        environment.clock, job.stopToken()));
    MASCLET_TRY_ASSIGN(
        const RepositoryLock lock,
        repository.lock({QStringLiteral("backup"), {}, environment.author}, request.wait, job.stopToken()));
    MASCLET_TRY_ASSIGN(const Preflight preflight, repository.preflight(lock, needed));
    return preflight.warnings;
}

} // namespace

Result<RehearsalReport> rehearseBackup(const ServiceEnvironment &environment, const BackupRequest &request,
                                       JobContext &job)
{
    const Profile &profile = request.profile;
    const std::chrono::nanoseconds start = environment.clock.monotonic();
    MASCLET_TRY(checkRight(environment, Right::BackUp));
    job.limitDiskWait(std::chrono::milliseconds(profile.backup.stallLimit));
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, environment.clock));
    MASCLET_TRY_ASSIGN(const DumpRequest dump, dumpRequest(environment, profile, job.stopToken()));
    MASCLET_TRY_ASSIGN(const DumpSource source, inspectSource(dump, job));
    RehearsalReport report;
    MASCLET_TRY_ASSIGN(report.warnings, tryRepository(environment, request, repository, source, job));
    const auto dumpAll = [&] {
        return withPriority(priorityOf(profile.backup),
                            [&] { return dumpDatabase(dump, nullptr, {}, {}, job); });
    };
    MASCLET_TRY_ASSIGN(const DumpedDatabase dumped, inTime(job, profile, dumpAll));
    report.warnings << dumped.source.warnings << dumped.warnings;
    job.phase(Tr::tr("Looking for the files of the backup"));
    MASCLET_TRY_ASSIGN(const KindsPlan kinds,
                       planKinds(profile, repository.root(), environment.clock, job.stopToken()));
    report.warnings << kinds.warnings;
    report.tables = int(dumped.content.tables.size());
    for (const ManifestTable &table : dumped.content.tables)
        report.rows += table.rows;
    report.rawBytes = dumped.database.content.rawSize + dumped.globals.content.rawSize;
    report.packedBytes = dumped.database.stored.storedSize + dumped.globals.stored.storedSize;
    report.durationMs = millisecondsSince(environment.clock, start);
    return report;
}

} // namespace masclet
