#include "core/service/BackupService.h"

#include "core/archive/ArchiveStream.h"
#include "core/base/LocalTime.h"
#include "core/base/Text.h"
#include "core/checks/SizeRules.h"
#include "core/procedure/ServiceSteps.h"
#include "core/process/Priority.h"
#include "core/service/DueBackup.h"
#include "core/service/DumpSession.h"
#include "core/service/FileKinds.h"
#include "core/service/HistoryService.h"
#include "core/service/Pings.h"
#include "core/service/ReadBack.h"
#include "core/service/RetentionHold.h"
#include "core/service/RunProcedure.h"
#include "core/service/SetKey.h"
#include "core/service/SpaceEstimate.h"

#include <QCoreApplication>
#include <QStorageInfo>

#include <algorithm>
#include <thread>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(BackupService)
};

/// What the name of the archive ends with, before encryption.
QByteArray archiveSuffix(const Profile &profile, DumpFormat format)
{
    switch (format) {
    case DumpFormat::Custom:
        return ".dump";
    case DumpFormat::Directory:
        return ".dir";
    default:
        return profile.backup.compression == QStringLiteral("none") ? ".sql" : ".sql.gz";
    }
}

ManifestFile fileEntry(const StagedFile &file, const QString &role, DumpFormat format,
                       const DumpedArchive &archive, const Profile &profile)
{
    const bool packed = profile.backup.compression != QStringLiteral("none");
    ManifestFile entry;
    entry.path = file.path;
    entry.kind = QStringLiteral("db");
    entry.role = role;
    entry.format = nameOf(format);
    entry.compression = packed ? QStringLiteral("gzip") : QStringLiteral("none");
    setStored(entry, archive.stored, profile);
    entry.rawSize = archive.content.rawSize;
    entry.rawSha256 = archive.content.rawSha256;
    entry.restrictKey = archive.content.sql.restrictKey;
    entry.index = archive.content.sql.index;
    entry.members = archive.members;
    return entry;
}

/// What is unlike the set before: a replaced server or a sudden shrink holds retention until a person has
/// looked.
Result<> compareWithPrevious(RunScope &run, const std::optional<StoredSet> &previous,
                             const Manifest &manifest)
{
    if (!previous)
        return {};
    const QString before = previous->systemIdentifier;
    const QString now = QString::fromLatin1(manifest.database.systemIdentifier);
    QStringList reasons;
    if (!before.isEmpty() && !now.isEmpty() && before != now)
        reasons << Tr::tr("The server is another one than for %1 (system identifier %2, before %3).")
                       .arg(previous->id, now, before);
    MASCLET_TRY_ASSIGN(const Manifest previousManifest, run.repository().manifest(previous->id));
    JournalWish wish;
    wish.profileId = run.profile().id;
    wish.newestOfEach = SizeBand::mostSets;
    MASCLET_TRY_ASSIGN(const JournalFinds finds, run.journal().find(wish));
    const SizeBand band = sizeBand(finds.runs, manifest.sequence, run.profile().checks);
    reasons << shrinkAlarms(manifest.storedBytes(QStringLiteral("db")), band, rowFiguresOf(manifest),
                            rowFiguresOf(previousManifest), run.profile());
    for (const QString &reason : std::as_const(reasons)) {
        run.warn(reason);
        MASCLET_TRY(raiseHold(run.journal(), run.lock(), run.profile().id, manifest.setId, reason));
    }
    return {};
}

/// For reading back. Asked before the dump: a key that cannot be had, or opens nothing that is written for
/// the profile's public keys, must not cost a backup. The stored bytes are compared then.
Result<SetAccess> accessForReadingBack(RunScope &run)
{
    const Profile &profile = run.profile();
    SetAccess without{{}, toolSearch(run.environment(), profile)};
    if (profile.encryption.recipients.isEmpty())
        return without;
    auto access = findSetAccess(profile, run.environment(), run.job().stopToken());
    if (!access && access.error().kind != ErrorKind::Credentials)
        return access;
    const auto fits = [&](const QString &recipient) {
        return profile.encryption.recipients.contains(recipient);
    };
    if (access && (!access->key || std::any_of(access->key->identity.recipients.cbegin(),
                                               access->key->identity.recipients.cend(), fits)))
        return access;
    run.warn(Tr::tr("Only the stored bytes are read back, since the secret key here cannot be used: %1")
                 .arg(access ? Tr::tr("it opens none of what is encrypted for this profile.")
                             : access.error().message));
    return without;
}

/// Reads the staged files from the disk before anything is called a set.
Result<> readBack(RunScope &run, const StagedRun &staged, const Manifest &manifest, const SetAccess &access)
{
    run.job().phase(Tr::tr("Reading back"), manifest.rawBytes());
    for (qsizetype i = 0; i < manifest.files.size(); ++i) {
        MASCLET_TRY_ASSIGN(const SetFile file, openSetFile(staged.directory(), staged.files()[i].name,
                                                           manifest, manifest.files[i]));
        MASCLET_TRY(verifyFile(file, access, run.job()));
    }
    return {};
}

/// A part of the work: a step of the procedure where there is one.
template <class Body>
std::invoke_result_t<Body> part(Procedure *procedure, const QString &title, const Body &body)
{
    return procedure ? procedure->perform(title, body) : body();
}

/// There is no set to go by, so the server is asked first how much there is. (The repository itself was found
/// usable before, without it.)
Result<> makeSureFirstFits(RunScope &run, const DumpRequest &request)
{
    MASCLET_TRY_ASSIGN(const DumpSource source, inspectSource(request, run.job()));
    MASCLET_TRY_ASSIGN(const qint64 needed, estimateSet(run.repository(), run.profile(), source.facts.bytes,
                                                        run.environment().clock, run.job().stopToken()));
    MASCLET_TRY(run.repository().preflight(run.lock(), needed));
    return {};
}

Result<BackupReport> backUp(RunScope &run, const DumpRequest &request, Procedure *procedure)
{
    const Profile &profile = run.profile();
    JobContext &job = run.job();
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, run.repository().sets());
    const std::optional<StoredSet> previous = previousSet(sets, profile);
    MASCLET_TRY_ASSIGN(const Preflight preflight,
                       run.repository().preflight(run.lock(), estimateBytes(previous, 0)));
    for (const QString &warning : preflight.warnings)
        run.warn(warning);
    if (!previous)
        MASCLET_TRY(makeSureFirstFits(run, request));

    MASCLET_TRY_ASSIGN(const Layout layout, layoutFromName(profile.repository.layout));
    MASCLET_TRY_ASSIGN(StagedRun staged,
                       run.repository().stage(run.lock(), {run.record().id, profile.name, profile.id, layout,
                                                           zoneNamed(profile.schedule.zone)}));
    const DumpFormat format = dumpFormatNamed(profile.backup.format);
    const QByteArray encrypted = encryptedSuffix(profile);
    const StagedFile databaseFile =
        staged.addFile(QStringLiteral("db"), archiveSuffix(profile, format) + encrypted);
    const StagedFile globalsFile = staged.addFile(
        QStringLiteral("db"), ".globals" + archiveSuffix(profile, DumpFormat::PlainSql) + encrypted);

    MASCLET_TRY_ASSIGN(const SetAccess access, accessForReadingBack(run));
    MASCLET_TRY_ASSIGN(const DumpedDatabase dumped, part(procedure, Tr::tr("Back up"), [&] {
                           return dumpDatabase(request, &staged.directory(), databaseFile.name,
                                               globalsFile.name, job);
                       }));
    run.record().load = dumped.load;
    for (const QString &warning : dumped.source.warnings + dumped.warnings)
        run.warn(warning);

    MASCLET_TRY_ASSIGN(const ArchivedKinds kinds, archiveKinds(run, staged, request, dumped.source.facts));
    Manifest manifest = staged.manifest();
    manifest.trigger = run.record().trigger;
    manifest.reason = run.record().reason;
    manifest.author = run.record().author;
    manifest.program = run.environment().program;
    manifest.dumpTool = oneLine(dumped.source.tools.versionText);
    manifest.options = dumped.arguments;
    manifest.contentHash = QString::fromLatin1(dumped.database.content.sql.contentHash);
    manifest.database = dumped.source.facts;
    manifest.files = {
        fileEntry(databaseFile, QStringLiteral("archive"), format, dumped.database, profile),
        fileEntry(globalsFile, QStringLiteral("globals"), DumpFormat::PlainSql, dumped.globals, profile)};
    manifest.files << kinds.files;
    manifest.tables = dumped.content.tables;
    manifest.omissions =
        dumped.content.omissions + dumped.source.omissions + kinds.omissions + kindsLeftOut(profile);

    MASCLET_TRY(part(procedure, Tr::tr("Verify"), [&] { return readBack(run, staged, manifest, access); }));
    MASCLET_TRY(job.proceed());
    job.phase(Tr::tr("Publishing"));
    manifest.finished = run.environment().clock.now();
    manifest.durationMs = run.elapsedMs();
    manifest.warnings = run.record().warnings;
    MASCLET_TRY_ASSIGN(const PublishReport published,
                       run.repository().publish(run.lock(), std::move(staged), manifest));
    // From here on the set exists; what follows must not make the run look failed.
    for (const QString &warning : published.warnings)
        run.warn(warning);
    run.record().setId = manifest.setId;
    run.record().sequence = manifest.sequence;
    run.record().storedBytes = manifest.storedBytes();
    run.record().databaseBytes = manifest.storedBytes(QStringLiteral("db"));
    run.record().rawBytes = manifest.rawBytes();
    run.record().rows = manifest.rows();
    Evidence verified;
    verified.time = run.environment().clock.now();
    verified.runId = run.record().id;
    verified.author = run.record().author;
    if (auto kept = run.repository().appendEvidence(run.lock(), manifest.setId, verified); !kept)
        run.warn(kept.error().message);
    if (auto compared = compareWithPrevious(run, previous, manifest); !compared)
        run.warn(compared.error().message);
    job.log().info(Tr::tr("%1 is complete and verified: %2 rows, %3 stored.")
                       .arg(manifest.setId)
                       .arg(manifest.rows())
                       .arg(sizeText(manifest.storedBytes())));
    return BackupReport{{}, manifest, {}};
}

/// Faults that may pass by themselves; a refused password must not be tried again (it would lock the
/// account).
bool mayPass(ErrorKind kind)
{
    return kind == ErrorKind::Dump || kind == ErrorKind::Connection;
}

Result<> waitBeforeRetry(RunScope &run, const Error &error)
{
    const qint64 delay = run.profile().backup.retryDelay;
    run.warn(Tr::tr("Tried again after: %1").arg(error.message));
    run.job().phase(Tr::tr("Waiting to try again"));
    const std::chrono::nanoseconds start = run.environment().clock.monotonic();
    while (millisecondsSince(run.environment().clock, start) < delay) {
        MASCLET_TRY(run.job().proceed());
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return {};
}

Result<BackupReport> backUpWithRetries(RunScope &run, const BackupRequest &request, Procedure *procedure)
{
    const qint64 retries = request.trigger == QStringLiteral("schedule") ? request.profile.backup.retries : 0;
    for (qint64 attempt = 0;; ++attempt) {
        MASCLET_TRY_ASSIGN(const DumpRequest dump,
                           dumpRequest(run.environment(), request.profile, run.job().stopToken()));
        auto report =
            withPriority(priorityOf(request.profile.backup), [&] { return backUp(run, dump, procedure); });
        if (!report && report.error().kind == ErrorKind::Credentials &&
            request.trigger == QStringLiteral("schedule"))
            report.error().hint +=
                QChar(u' ') + Tr::tr("Scheduled runs do not try this login again before the "
                                     "profile, the password or the planned time is another "
                                     "one.");
        if (report || attempt >= retries || !mayPass(report.error().kind))
            return report;
        MASCLET_TRY(waitBeforeRetry(run, report.error()));
    }
}

Result<BackupReport> makeInTime(RunScope &run, const BackupRequest &request, Procedure *procedure)
{
    return inTime(run.job(), request.profile, [&] { return backUpWithRetries(run, request, procedure); });
}

/// Stopping services that the profile does not name is a wish that cannot be granted.
Result<> checkServices(const BackupRequest &request)
{
    if (request.services == BackupRequest::Services::Leave || !request.profile.services.isEmpty())
        return {};
    return fail(ErrorKind::Config, Tr::tr("The profile names no services to stop."),
                Tr::tr("Its file has a [[services]] table for each of them."));
}

} // namespace

Error tookTooLong(const Profile &profile)
{
    return {ErrorKind::Dump,
            Tr::tr("The backup was ended since it took longer than %1, as the profile allows.")
                .arg(durationText(profile.backup.maximumDuration)),
            Tr::tr("Look for load on server and disk, or allow it more time: backup.max_duration."),
            {},
            {}};
}

BackupService::BackupService(const ServiceEnvironment &environment)
    : m_environment(environment)
{
}

Result<BackupPlan> BackupService::plan(const BackupRequest &request, JobContext &context) const
{
    const Profile &profile = request.profile;
    BackupPlan plan;
    MASCLET_TRY(checkServices(request));
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(profile.repository.path, m_environment.clock));
    MASCLET_TRY_ASSIGN(const QList<StoredSet> sets, repository.sets());
    MASCLET_TRY_ASSIGN(const DumpRequest dump, dumpRequest(m_environment, profile, context.stopToken()));
    MASCLET_TRY_ASSIGN(const DumpSource source, inspectSource(dump, context));
    plan.warnings = source.warnings;
    MASCLET_TRY_ASSIGN(const KindsPlan kinds,
                       planKinds(profile, repository.root(), m_environment.clock, context.stopToken()));
    plan.warnings << kinds.warnings;
    plan.estimate = estimateBytes(previousSet(sets, profile), source.facts.bytes + kinds.bytes);
    plan.freeBytes = QStorageInfo(profile.repository.path).bytesAvailable();
    plan.omissions = source.omissions + kindsLeftOut(profile);
    DumpPlan tool = planOf(dump, source);
    tool.folder = profile.repository.path + QStringLiteral("/.staging/…");
    plan.command = tool.databaseCommand().forLog();
    plan.steps = {
        Tr::tr("Lock the repository %1 and clean up after runs that died")
            .arg(oneLine(profile.repository.path)),
        Tr::tr("Dump the database %1 (%2) in one snapshot, counting every row")
            .arg(oneLine(source.facts.database), sizeText(source.facts.bytes)),
        Tr::tr("Dump roles and tablespaces"),
    };
    plan.steps << kinds.steps << Tr::tr("Read all files back and compare hashes and counts")
               << Tr::tr("Write the manifest and publish the set");
    if (request.services == BackupRequest::Services::Stop) {
        const ServicePlan services = planServices(profile, context);
        plan.steps = plan.steps.mid(0, 1) + services.down + plan.steps.mid(1) + services.up;
        plan.warnings << services.warnings;
    }
    return plan;
}

Result<BackupReport> BackupService::run(const BackupRequest &request, JobContext &context) const
{
    RunRequest recordedAs{request.profile, QStringLiteral("backup"), Right::BackUp,
                          request.trigger, request.reason,           request.wait};
    if (request.when == BackupRequest::When::IfDue) {
        // Asked twice: where none is due nobody waits for the lock, and what cannot be found out fails as a
        // run that is recorded.
        const Result<bool> due = isBackupDue(m_environment, request.profile);
        if (due && !*due)
            return BackupReport{};
        recordedAs.isNeeded = [&](const Repository &repository) {
            return dueBackup(repository, request.profile, m_environment.clock.now())
                .map([](const std::optional<PlannedRun> &run) { return run.has_value(); });
        };
    }
    return recorded<BackupReport>(
        m_environment, recordedAs, context, [&](RunScope &run) -> Result<BackupReport> {
            if (const QString problem = pingStart(m_environment, request.profile, context.stopToken());
                !problem.isEmpty())
                run.warn(problem);
            MASCLET_TRY(checkServices(request));
            if (request.services == BackupRequest::Services::Leave)
                return makeInTime(run, request, nullptr);
            return asProcedure<BackupReport>(run, [&](Procedure &procedure) -> Result<BackupReport> {
                MASCLET_TRY(stopServices(procedure, request.profile, ErrorKind::Dump));
                return makeInTime(run, request, &procedure);
            });
        });
}

} // namespace masclet
