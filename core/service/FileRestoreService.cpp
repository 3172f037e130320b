#include "core/service/FileRestoreService.h"

#include "core/base/Text.h"
#include "core/procedure/UnpackFilesStep.h"
#include "core/restore/FileUnpacker.h"
#include "core/restore/NewFolder.h"
#include "core/restore/Occupancy.h"
#include "core/restore/ReplacedFiles.h"
#include "core/restore/TarRules.h"
#include "core/restore/UnpackRecord.h"
#include "core/service/ReadBack.h"
#include "core/service/RunProcedure.h"
#include "core/service/RunScope.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <vector>

#include <sys/statvfs.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FileRestoreService)
};

using Mode = FileRestoreRequest::Mode;

const QString stateFiles = QStringLiteral("state");

/// An archive of the set; its descriptor is read twice, to check and to unpack (faults R11).
struct OpenArchive {
    const ManifestFile *entry = nullptr;
    Fd fd;
    TarRules rules;
    std::optional<SetKey> key; ///< opens it when it is encrypted
};

QStringList kindsOf(const FileRestoreRequest &request, const Manifest &manifest)
{
    if (!request.kinds.isEmpty())
        return request.kinds;
    if (request.mode == Mode::InPlace)
        return {QStringLiteral("config")};
    QStringList kinds;
    for (const ManifestFile &file : manifest.files) {
        if (file.format == QLatin1String("tar"))
            kinds << file.kind;
    }
    return kinds;
}

Result<std::vector<OpenArchive>> openArchives(const ServiceEnvironment &environment,
                                              const FileRestoreRequest &request, const Repository &repository,
                                              const Manifest &manifest, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const std::optional<SetKey> key,
                       findSetKey(request.profile, environment.secrets, stop));
    std::vector<OpenArchive> archives;
    for (const QString &kind : kindsOf(request, manifest)) {
        const ManifestFile *file = manifest.file(kind, QStringLiteral("files"));
        if (!file)
            return fail(
                ErrorKind::Usage,
                Tr::tr("The backup %1 has no files of the kind %2.").arg(manifest.setId, oneLine(kind, 40)),
                Tr::tr("\"masclet-backup show %1\" lists what it has.").arg(manifest.setId));
        if (kind == stateFiles && request.mode == Mode::InPlace)
            return fail(ErrorKind::Usage,
                        Tr::tr("The kind state is an inventory: there is no place to put it back to."));
        auto fd = repository.openFile(file->path);
        if (!fd) // a file that is missing or a link is as bad as a damaged one
            return fail(std::move(fd).error().as(ErrorKind::Verification));
        archives.push_back({file, std::move(*fd), {}, key});
    }
    if (archives.empty())
        return fail(ErrorKind::Usage,
                    Tr::tr("The backup %1 has no files but its database.").arg(manifest.setId));
    return archives;
}

/// Reads an archive whole; nothing is written. `occupancy` is null where nothing is there.
Result<RestoredKind> check(OpenArchive &archive, Occupancy *occupancy, JobContext &job)
{
    RestoredKind kind{archive.entry->kind};
    const auto visit = [&](const TarEntry &entry, TarReader &) -> Result<> {
        MASCLET_TRY(archive.rules.check(entry));
        if (occupancy && !archive.rules.isOfMachine(entry.path))
            return {};
        ++kind.entries;
        kind.bytes += entry.size;
        kind.linksElsewhere += entry.type == TarEntry::Type::Link && entry.target.startsWith('/') ? 1 : 0;
        return occupancy ? occupancy->look(entry) : Result<>();
    };
    MASCLET_TRY(readEntries(archive.fd.get(), *archive.entry, archive.key, job, visit));
    return kind;
}

Result<QList<RestoredKind>> checkAll(std::vector<OpenArchive> &archives, Occupancy *occupancy,
                                     JobContext &job)
{
    QList<RestoredKind> kinds;
    for (OpenArchive &archive : archives) {
        job.phase(Tr::tr("Validating %1").arg(archive.entry->kind), archive.entry->rawSize);
        MASCLET_TRY_ASSIGN(const RestoredKind kind, check(archive, occupancy, job));
        kinds << kind;
    }
    return kinds;
}

Result<> unpack(const OpenArchive &archive, Mode mode, FileUnpacker &unpacker, JobContext &job)
{
    job.phase(Tr::tr("Restoring %1").arg(archive.entry->kind), archive.entry->rawSize);
    // The file may have been changed since it was checked, and its hashes are known at its end only.
    TarRules again;
    return readEntries(archive.fd.get(), *archive.entry, archive.key, job,
                       [&](const TarEntry &entry, TarReader &content) {
                           if (auto fit = again.check(entry); !fit)
                               return fit;
                           if (mode == Mode::InPlace && !archive.rules.isOfMachine(entry.path))
                               return Result<>();
                           return unpacker.add(entry, content);
                       });
}

Result<> checkSpace(const Directory &folder, const std::vector<OpenArchive> &archives)
{
    qint64 needed = 0;
    for (const OpenArchive &archive : archives)
        needed += archive.entry->rawSize;
    struct statvfs space = {};
    if (::fstatvfs(folder.fd(), &space) != 0)
        return fail(systemError(ErrorKind::RestoreUntouched, Tr::tr("Cannot look at the folder"), errno));
    const qint64 free = qint64(space.f_bavail) * qint64(space.f_frsize);
    if (free >= needed)
        return {};
    return fail(ErrorKind::RestoreUntouched,
                Tr::tr("Not enough space in %1: %2 needed, %3 free.")
                    .arg(oneLine(folder.path()), sizeText(needed), sizeText(free)),
                Tr::tr("Nothing was written. Name a folder on another disk."));
}

/// What is restored must not become part of the repository.
Result<> refuseInside(const QString &folder, const QString &repository)
{
    const QFileInfo info(folder);
    const QString real =
        info.exists() ? info.canonicalFilePath() : QFileInfo(info.path()).canonicalFilePath();
    const QString root = QFileInfo(repository).canonicalFilePath();
    if (real != root && !real.startsWith(root + QChar(u'/')))
        return {};
    return fail(ErrorKind::Usage, Tr::tr("%1 lies in the repository.").arg(oneLine(folder)),
                Tr::tr("Nothing was touched. Name a folder outside of it."));
}

Error asUntouched(Error error)
{
    if (error.kind == ErrorKind::Storage || error.kind == ErrorKind::Internal)
        error.kind = ErrorKind::RestoreUntouched;
    return error;
}

/// One restore inside a recorded run.
class FileRestore
{
public:
    FileRestore(RunScope &run, Procedure &procedure, const FileRestoreRequest &request,
                FileAttributes &attributes)
        : m_run(run)
        , m_procedure(procedure)
        , m_request(request)
        , m_attributes(attributes)
    {
    }

    Result<FileRestoreReport> go();

private:
    JobContext &job() { return m_run.job(); }
    Result<> beside(std::vector<OpenArchive> &archives);
    Result<> inPlace(std::vector<OpenArchive> &archives);
    /// Before anything is written.
    Result<UnpackRecord> note(UnpackRecord::Place place);
    Result<> keep(const Directory &root, const QList<QByteArray> &replaced);

    RunScope &m_run;
    Procedure &m_procedure;
    const FileRestoreRequest &m_request;
    FileAttributes &m_attributes;
    FileRestoreReport m_report;
};

Result<FileRestoreReport> FileRestore::go()
{
    m_run.record().setId = m_request.setId;
    m_report.folder = m_request.folder;
    MASCLET_TRY_ASSIGN(const Manifest manifest, m_run.repository().manifest(m_request.setId));
    m_run.record().sequence = manifest.sequence;
    MASCLET_TRY_ASSIGN(
        std::vector<OpenArchive> archives,
        openArchives(m_run.environment(), m_request, m_run.repository(), manifest, job().stopToken()));
    MASCLET_TRY(refuseInside(m_request.folder, m_request.profile.repository.path));
    MASCLET_TRY(m_request.mode == Mode::Beside ? beside(archives) : inPlace(archives));
    for (const QString &problem : m_attributes.problems())
        m_run.warn(problem);
    for (const RestoredKind &kind : std::as_const(m_report.kinds))
        m_run.record().rawBytes += kind.bytes;
    return std::move(m_report);
}

Result<UnpackRecord> FileRestore::note(UnpackRecord::Place place)
{
    const QString &id = m_run.record().id;
    MASCLET_TRY(m_procedure.take(unpackFilesStep(id, m_request.folder)));
    return UnpackRecord::begin(m_run.environment().stateFolder, id,
                               {place, m_request.folder, QFileInfo::exists(m_request.folder)});
}

Result<> FileRestore::beside(std::vector<OpenArchive> &archives)
{
    MASCLET_TRY_ASSIGN(m_report.kinds, checkAll(archives, nullptr, job()));
    MASCLET_TRY_ASSIGN(UnpackRecord record, note(UnpackRecord::Place::Beside));
    MASCLET_TRY_ASSIGN(NewFolder folder, NewFolder::create(m_request.folder, m_run.record().id.toUtf8()));
    MASCLET_TRY(checkSpace(folder.staging(), archives));
    for (const OpenArchive &archive : archives) {
        MASCLET_TRY_ASSIGN(const Directory root, folder.staging().makeChild(archive.entry->kind.toUtf8()));
        FileUnpacker unpacker(root, FileUnpacker::Place::Beside, m_attributes, record, job());
        MASCLET_TRY(unpack(archive, Mode::Beside, unpacker, job()));
        MASCLET_TRY(unpacker.finish());
    }
    return folder.commit();
}

Result<> FileRestore::inPlace(std::vector<OpenArchive> &archives)
{
    MASCLET_TRY_ASSIGN(const Directory root, Directory::open(m_request.folder));
    Occupancy occupancy(root);
    MASCLET_TRY_ASSIGN(m_report.kinds, checkAll(archives, &occupancy, job()));
    MASCLET_TRY(checkSpace(root, archives));
    MASCLET_TRY_ASSIGN(UnpackRecord record, note(UnpackRecord::Place::Over));
    m_report.replaced = occupancy.replaced().size();
    if (m_report.replaced > 0)
        MASCLET_TRY(keep(root, occupancy.replaced()));
    FileUnpacker unpacker(root, FileUnpacker::Place::Over, m_attributes, record, job());
    auto finished = [&]() -> Result<> {
        for (const OpenArchive &archive : archives)
            MASCLET_TRY(unpack(archive, Mode::InPlace, unpacker, job()));
        return unpacker.finish();
    }();
    if (finished)
        return finished;
    if (!unpacker.replacing()) {
        if (const auto gone = forgetKept(m_run.environment().stateFolder, m_run.record().id); !gone)
            job().log().warning(gone.error().message);
        return finished;
    }
    Error error = std::move(finished).error().as(ErrorKind::RestoreActionNeeded);
    error.hint = m_report.replacedArchive.isEmpty()
                     ? Tr::tr("Some files are the restored ones, some are missing. Restore again.")
                     : Tr::tr("Some files are the restored ones, some the old ones. Restore again, or unpack "
                              "the old ones from %1.")
                           .arg(oneLine(m_report.replacedArchive));
    return fail(std::move(error));
}

/// Before anything gives way: a copy of it, and a record of what is about to happen.
Result<> FileRestore::keep(const Directory &root, const QList<QByteArray> &replaced)
{
    job().phase(Tr::tr("Keeping what is replaced"));
    MASCLET_TRY_ASSIGN(const Directory kept,
                       Directory::openOrMake(keptArchiveFolder(m_run.environment().stateFolder)));
    const QString path = keptArchivePath(m_run.environment().stateFolder, m_run.record().id);
    MASCLET_TRY(keepReplaced(root, replaced, kept, QFileInfo(path).fileName().toUtf8(), job()));
    MASCLET_TRY(kept.sync());
    m_report.replacedArchive = path;
    return m_run.journal().append(m_run.lock(), QStringLiteral("files-replace"),
                                  {{QStringLiteral("runId"), m_run.record().id},
                                   {QStringLiteral("setId"), m_request.setId},
                                   {QStringLiteral("folder"), m_request.folder},
                                   {QStringLiteral("files"), replaced.size()},
                                   {QStringLiteral("kept"), m_report.replacedArchive},
                                   {QStringLiteral("author"), m_run.record().author}});
}

} // namespace

FileRestoreService::FileRestoreService(const ServiceEnvironment &environment)
    : m_environment(environment)
{
}

Result<FileRestorePlan> FileRestoreService::plan(const FileRestoreRequest &request, JobContext &context) const
{
    MASCLET_TRY_ASSIGN(const Repository repository,
                       Repository::open(request.profile.repository.path, m_environment.clock));
    MASCLET_TRY_ASSIGN(const Manifest manifest, repository.manifest(request.setId));
    MASCLET_TRY_ASSIGN(std::vector<OpenArchive> archives,
                       openArchives(m_environment, request, repository, manifest, context.stopToken()));
    MASCLET_TRY(refuseInside(request.folder, request.profile.repository.path));
    FileRestorePlan plan;
    if (request.mode == Mode::Beside) {
        MASCLET_TRY_ASSIGN(plan.kinds, checkAll(archives, nullptr, context));
        return plan;
    }
    MASCLET_TRY_ASSIGN(const Directory root, Directory::open(request.folder));
    Occupancy occupancy(root);
    MASCLET_TRY_ASSIGN(plan.kinds, checkAll(archives, &occupancy, context));
    for (const QByteArray &path : occupancy.replaced())
        plan.replaced << oneLine(path);
    return plan;
}

Result<FileRestoreReport> FileRestoreService::run(const FileRestoreRequest &request,
                                                  JobContext &context) const
{
    const RunRequest recordedAs{request.profile,
                                QStringLiteral("restore"),
                                request.mode == Mode::InPlace ? Right::Replace : Right::Restore,
                                QStringLiteral("manual"),
                                {},
                                request.wait};
    return recorded<FileRestoreReport>(
        m_environment, recordedAs, context, [&](RunScope &run) -> Result<FileRestoreReport> {
            // Only root can give files away.
            MASCLET_TRY_ASSIGN(FileAttributes attributes,
                               FileAttributes::create(::geteuid() == 0 ? FileAttributes::Owners::Keep
                                                                       : FileAttributes::Owners::Leave));
            auto report = asProcedure<FileRestoreReport>(run, [&](Procedure &procedure) {
                return FileRestore(run, procedure, request, attributes).go();
            });
            if (!report)
                return fail(asUntouched(std::move(report).error()));
            return report;
        });
}

} // namespace masclet
