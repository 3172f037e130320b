#include "core/service/FileKinds.h"

#include "core/base/Text.h"
#include "core/service/SetKey.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FileKinds)
};

/// A manifest must stay readable even where a whole disk cannot be read.
constexpr qsizetype mostNotes = 200;
constexpr qint64 largestProfile = 1024 * 1024;

const QString config = QStringLiteral("config");
const QString logs = QStringLiteral("logs");
const QString state = QStringLiteral("state");

/// Empty when the profile's sets have this kind.
QString reasonLeftOut(const Profile &profile, const QString &kind)
{
    if (!profile.backup.kinds.contains(kind))
        return Tr::tr("not configured in the profile");
    if (kind == logs && profile.logs.paths.isEmpty())
        return Tr::tr("the profile names no log files");
    return {};
}

QStringList kindsOf(const Profile &profile)
{
    QStringList kinds;
    for (const QString &kind : {config, logs, state}) {
        if (reasonLeftOut(profile, kind).isEmpty())
            kinds << kind;
    }
    return kinds;
}

/// Notes of one archive, as warnings, omissions and remarks.
class Findings
{
public:
    Findings(RunScope &run, QString kind)
        : m_run(run)
        , m_kind(std::move(kind))
    {
    }

    void add(const QList<FileNote> &notes, ManifestFile &file, QList<ManifestOmission> &omissions)
    {
        qsizetype left = 0;
        qsizetype unreadable = 0;
        QString first;
        for (const FileNote &note : notes) {
            m_run.job().log().info(QStringLiteral("%1: %2: %3").arg(m_kind, note.what, note.reason));
            if (note.type == FileNote::Type::Remark) {
                if (file.notes.size() < mostNotes)
                    file.notes << note.what + QStringLiteral(": ") + note.reason;
                continue;
            }
            if (note.type == FileNote::Type::Unreadable && ++unreadable == 1)
                first = QStringLiteral("%1: %2").arg(note.what, note.reason);
            if (++left <= mostNotes)
                omissions << omission(note.what, note.reason);
        }
        if (left > mostNotes)
            omissions << omission(Tr::tr("%1 more files and folders").arg(left - mostNotes),
                                  Tr::tr("see the log of the run %1").arg(m_run.record().id));
        if (unreadable > 0)
            m_run.warn(Tr::tr("%n file(s) or folder(s) of the kind %1 could not be read. The first: %2",
                              nullptr, int(unreadable))
                           .arg(m_kind, first));
    }

private:
    ManifestOmission omission(const QString &what, const QString &reason) const
    {
        return {what, QStringLiteral("%1: %2").arg(m_kind, reason)};
    }

    RunScope &m_run;
    QString m_kind;
};

ManifestFile entryOf(const StagedFile &staged, const QString &kind, Compression compression,
                     const FileArchive &archive, const Profile &profile)
{
    ManifestFile file;
    file.path = staged.path;
    file.kind = kind;
    file.role = QStringLiteral("files");
    file.format = QStringLiteral("tar");
    file.compression = compression == Compression::None ? QStringLiteral("none") : QStringLiteral("gzip");
    setStored(file, archive.stored, profile);
    file.rawSize = archive.rawSize;
    file.rawSha256 = archive.rawSha256;
    file.entries = archive.entries;
    return file;
}

/// Of tables that the server keeps from this role.
QList<FileNote> tableNotes(const ServerInventory &server, std::initializer_list<const char *> names)
{
    QList<FileNote> notes;
    for (const char *name : names) {
        const InventoryTable table = server.table(QLatin1String(name));
        if (!table.problem.isEmpty())
            notes << FileNote{FileNote::Type::LeftOut, QLatin1String(name), table.problem};
    }
    return notes;
}

} // namespace

QList<ManifestOmission> kindsLeftOut(const Profile &profile)
{
    QList<ManifestOmission> omissions;
    for (const QString &kind : {config, logs, state}) {
        if (const QString reason = reasonLeftOut(profile, kind); !reason.isEmpty())
            omissions << ManifestOmission{kind, reason};
    }
    return omissions;
}

Result<FileSelection> selectionOf(const Profile &profile, const QString &kind, const Directory &repository,
                                  const Clock &clock)
{
    FileSelection selection;
    struct stat info = {};
    if (::fstat(repository.fd(), &info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot look at the repository"), errno));
    selection.never = {std::pair(info.st_dev, info.st_ino)};
    if (kind == config) {
        selection.paths = profile.config.paths;
        selection.exclude = profile.config.exclude;
    } else if (kind == logs) {
        selection.paths = profile.logs.paths;
        selection.exclude = profile.logs.exclude;
        if (profile.logs.maximumAge > 0)
            selection.notBefore = clock.now().addMSecs(-profile.logs.maximumAge).toSecsSinceEpoch();
        if (profile.logs.maximumSize > 0)
            selection.maximumBytes = profile.logs.maximumSize;
    }
    return selection;
}

Result<ServerInventory> askServer(const DumpRequest &request, const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(Connection connection, Connection::open(request.connection, stop));
    return readServerInventory(connection);
}

Result<StateInventory> takeInventory(const ServiceEnvironment &environment, const Profile &profile,
                                     const DatabaseFacts &database, const ServerInventory *server,
                                     JobContext &context, MachineInventory &machine)
{
    MachinePrograms programs;
    programs.folders = environment.toolRoots;
    programs.folders << QStringLiteral("/usr/bin") << QStringLiteral("/usr/sbin") << QStringLiteral("/bin")
                     << QStringLiteral("/sbin");
    programs.systemctl = profile.programs.systemctl;
    programs.docker = profile.programs.docker;
    MASCLET_TRY_ASSIGN(machine, readMachine(programs, context));
    StateInventory inventory = makeInventory(machine, database, server);
    inventory.taken = environment.clock.now();
    inventory.machine = environment.machine;
    inventory.program = environment.program;
    return inventory;
}

QList<GeneratedFile> configurationExtras(const Profile &profile, const ServerInventory *server)
{
    QList<GeneratedFile> files;
    QFile stored(profile.path);
    if (!profile.path.isEmpty() && stored.open(QIODevice::ReadOnly))
        files << GeneratedFile{"profile/" + profile.name.toUtf8() + ".toml", stored.read(largestProfile)};
    if (server)
        files << configurationFiles(*server);
    return files;
}

Result<ArchivedKinds> archiveKinds(RunScope &run, StagedRun &staged, const DumpRequest &request,
                                   const DatabaseFacts &database)
{
    const Profile &profile = run.profile();
    const QStringList kinds = kindsOf(profile);
    const DumpCodec codec = codecOf(profile);
    ArchivedKinds archived;
    std::optional<ServerInventory> server;
    if (kinds.contains(config) || kinds.contains(state)) {
        Result<ServerInventory> asked = askServer(request, run.job().stopToken());
        MASCLET_TRY(run.job().proceed());
        if (asked)
            server = std::move(*asked);
        else // the dump is good without
            run.warn(Tr::tr("The server's configuration could not be read: %1").arg(asked.error().message));
    }
    for (const QString &kind : kinds) {
        run.job().phase(Tr::tr("Archiving %1").arg(kind));
        MASCLET_TRY_ASSIGN(const FileSelection selection,
                           selectionOf(profile, kind, run.repository().root(), run.environment().clock));
        QList<GeneratedFile> generated;
        QList<FileNote> notes;
        if (kind == config) {
            generated = configurationExtras(profile, server ? &*server : nullptr);
            if (server)
                notes = tableNotes(*server, {"settings", "hba_rules", "ident_mappings"});
        } else if (kind == state) {
            MachineInventory machine;
            MASCLET_TRY_ASSIGN(const StateInventory inventory,
                               takeInventory(run.environment(), profile, database,
                                             server ? &*server : nullptr, run.job(), machine));
            generated = stateFiles(inventory, machine, server ? &*server : nullptr);
        }
        const StagedFile place = staged.addFile(
            kind, (codec.compression == Compression::None ? ".tar" : ".tar.gz") + encryptedSuffix(profile));
        MASCLET_TRY_ASSIGN(const FileArchive archive, archiveFiles(generated, selection, staged.directory(),
                                                                   place.name, codec, run.job()));
        ManifestFile file = entryOf(place, kind, codec.compression, archive, profile);
        Findings(run, kind).add(notes + archive.notes, file, archived.omissions);
        archived.files << file;
    }
    return archived;
}

Result<KindsPlan> planKinds(const Profile &profile, const Directory &repository, const Clock &clock,
                            const std::stop_token &stop)
{
    KindsPlan plan;
    for (const QString &kind : kindsOf(profile)) {
        if (kind == state) {
            plan.steps << Tr::tr("Take an inventory of machine and server");
            continue;
        }
        MASCLET_TRY_ASSIGN(const FileSelection selection, selectionOf(profile, kind, repository, clock));
        MASCLET_TRY_ASSIGN(const FileSurvey survey, surveyFiles(selection, stop));
        plan.bytes += survey.bytes;
        plan.steps << (kind == config
                           ? Tr::tr("Archive the configuration: %1 files with %2, and what the server "
                                    "says of its own")
                           : Tr::tr("Archive the logs: %1 files with %2"))
                          .arg(survey.files)
                          .arg(sizeText(survey.bytes));
        for (const FileNote &note : survey.notes) {
            if (note.type == FileNote::Type::Unreadable)
                plan.warnings << QStringLiteral("%1: %2: %3").arg(kind, note.what, note.reason);
        }
    }
    return plan;
}

} // namespace masclet
