#include "core/service/DriftService.h"

#include "core/archive/LibArchive.h"
#include "core/archive/TarLinks.h"
#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/restore/TarRules.h"
#include "core/server/Snapshot.h"
#include "core/service/FileKinds.h"
#include "core/service/ReadBack.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <climits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DriftService)
};

const QString configKind = QStringLiteral("config");
const QString stateKind = QStringLiteral("state");
const QString fileType = QStringLiteral("file");
const QString folderType = QStringLiteral("folder");
const QString linkType = QStringLiteral("link");

constexpr qint64 largestInventory = 64LL * 1024 * 1024;
constexpr std::array<std::byte, 64 * 1024> zeros{};

QString ownerText(const QByteArray &user, qint64 uid, const QByteArray &group, qint64 gid)
{
    return oneLine(user.isEmpty() ? QByteArray::number(uid) : user, 80) + QChar(u':') +
           oneLine(group.isEmpty() ? QByteArray::number(gid) : group, 80);
}

void addZeros(Sha256 &hash, qint64 count)
{
    for (; count > 0; count -= std::min<qint64>(count, zeros.size()))
        hash.add(std::span(zeros).first(size_t(std::min<qint64>(count, zeros.size()))));
}

/// Of an entry's content, holes as the zeros they stand for.
Result<QByteArray> hashOf(const TarEntry &entry, TarReader &content)
{
    Sha256 hash;
    qint64 at = 0;
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::optional<TarBlock> block, content.block());
        if (!block)
            break;
        addZeros(hash, block->offset - at);
        hash.add(block->bytes);
        at = block->offset + qint64(block->bytes.size());
    }
    addZeros(hash, entry.size - at);
    return hash.hex();
}

Result<ConfigFile> configFileOf(const TarEntry &entry, TarReader &content)
{
    ConfigFile file;
    file.owner = ownerText(entry.user, entry.uid, entry.group, entry.gid);
    file.mode = int(entry.mode);
    switch (entry.type) {
    case TarEntry::Type::Folder:
        file.type = folderType;
        return file;
    case TarEntry::Type::Link:
        file.type = linkType;
        file.sha256 = entry.target;
        return file;
    case TarEntry::Type::File:
    case TarEntry::Type::HardLink:
    case TarEntry::Type::Other:
        break;
    }
    file.type = fileType;
    file.size = entry.size;
    MASCLET_TRY_ASSIGN(file.sha256, hashOf(entry, content));
    return file;
}

/// Server settings of the archive are compared as part of the state.
bool isCompared(const TarRules &rules, const QByteArray &path)
{
    return rules.isOfMachine(path) || path.startsWith("profile/");
}

Result<QMap<QByteArray, ConfigFile>> readConfig(int fd, const ManifestFile &archive,
                                                const std::optional<SetKey> &key, JobContext &context)
{
    QMap<QByteArray, ConfigFile> files;
    TarRules rules;
    const auto take = [&](const TarEntry &entry, TarReader &content) -> Result<> {
        MASCLET_TRY(rules.check(entry));
        if (!isCompared(rules, entry.path))
            return {};
        if (entry.type == TarEntry::Type::HardLink) { // its first name came before
            files.insert(entry.path, files.value(entry.target));
            return {};
        }
        MASCLET_TRY_ASSIGN(files[entry.path], configFileOf(entry, content));
        return {};
    };
    MASCLET_TRY(readEntries(fd, archive, key, context, take));
    return files;
}

Result<StateInventory> readInventory(int fd, const ManifestFile &archive, const std::optional<SetKey> &key,
                                     JobContext &context)
{
    QByteArray text;
    const auto take = [&](const TarEntry &entry, TarReader &content) -> Result<> {
        if (entry.path != inventoryPath() || entry.size > largestInventory)
            return {};
        for (;;) {
            MASCLET_TRY_ASSIGN(const std::optional<TarBlock> block, content.block());
            if (!block)
                return {};
            text.append(reinterpret_cast<const char *>(block->bytes.data()), qsizetype(block->bytes.size()));
        }
    };
    MASCLET_TRY(readEntries(fd, archive, key, context, take));
    return StateInventory::parse(text);
}

/// Looks at files where they are, as the archive would have them.
class ConfigLook final : public FileVisitor
{
public:
    ConfigLook(MachineState &state, JobContext &context)
        : m_state(state)
        , m_context(context)
    {
        archive_read_disk_set_standard_lookup(m_disk.get());
    }

    Result<> folder(const QByteArray &path, const Directory &folder) override
    {
        struct stat info = {};
        if (::fstat(folder.fd(), &info) == 0)
            put(path, folderType, info);
        return {};
    }
    Result<> file(const QByteArray &path, const Directory &parent, const Directory::Entry &entry) override;
    Result<> link(const QByteArray &path, const Directory &parent, const Directory::Entry &entry) override;
    void note(const FileNote &note) override
    {
        if (note.type == FileNote::Type::Unreadable)
            m_state.remarks << Tr::tr("%1 cannot be read now: %2").arg(note.what, note.reason);
    }

private:
    ConfigFile &put(const QByteArray &path, const QString &type, const struct stat &info)
    {
        ConfigFile &file = (*m_state.config)[path.mid(1)];
        file.type = type;
        file.mode = int(info.st_mode & 07777);
        file.owner = ownerText(archive_read_disk_uname(m_disk.get(), info.st_uid), info.st_uid,
                               archive_read_disk_gname(m_disk.get(), info.st_gid), info.st_gid);
        return file;
    }

    MachineState &m_state;
    JobContext &m_context;
    ArchivePtr m_disk{archive_read_disk_new()};
};

Result<> ConfigLook::file(const QByteArray &path, const Directory &parent, const Directory::Entry &entry)
{
    const Result<Fd> opened = parent.openFile(entry.name);
    struct stat info = {};
    if (!opened || ::fstat(opened->get(), &info) != 0) {
        note({FileNote::Type::Unreadable, oneLine(path), opened ? QString() : opened.error().message});
        return {};
    }
    ConfigFile &file = put(path, fileType, info);
    file.size = info.st_size;
    Sha256 hash;
    std::vector<std::byte> block(1024 * 1024);
    for (;;) {
        MASCLET_TRY(m_context.proceed());
        const ssize_t got = ::read(opened->get(), block.data(), block.size());
        if (got <= 0)
            break;
        hash.add(std::span(block).first(size_t(got)));
        m_context.advance(got, oneLine(path));
    }
    file.sha256 = hash.hex();
    return {};
}

Result<> ConfigLook::link(const QByteArray &path, const Directory &parent, const Directory::Entry &entry)
{
    struct stat info = {};
    QByteArray target(PATH_MAX, '\0');
    const ssize_t got =
        ::readlinkat(parent.fd(), entry.name.constData(), target.data(), size_t(target.size()));
    if (got < 0 || ::fstatat(parent.fd(), entry.name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
        return {};
    target.truncate(got);
    if (!leadsAboveRoot(path.mid(1), target)) // no backup has such a link
        put(path, linkType, info).sha256 = target;
    return {};
}

/// What the server says, and the facts of the database; nothing when it is not reached.
struct ServerNow {
    DatabaseFacts facts;
    ServerInventory inventory;
};

Result<ServerNow> askNow(const ServiceEnvironment &environment, const Profile &profile,
                         const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(const FoundSecret secret, findSecret(profile, environment.secrets, stop));
    const DumpRequest request{profile,
                              connectionOf(profile, profile.connection.dbname.toUtf8(), secret.password),
                              refusedHint(secret), toolSearch(environment, profile)};
    ServerNow now;
    MASCLET_TRY_ASSIGN(Snapshot snapshot, Snapshot::open(request.connection, stop));
    MASCLET_TRY_ASSIGN(now.facts, snapshot.readFacts());
    MASCLET_TRY_ASSIGN(now.inventory, askServer(request, stop));
    return now;
}

void addProfile(const Profile &profile, MachineState &state)
{
    for (const GeneratedFile &generated : configurationExtras(profile, nullptr)) {
        ConfigFile &file = (*state.config)[generated.path];
        file = {fileType, 0600, ownerText({}, 0, {}, 0), generated.content.size(),
                Sha256::hexOf(generated.content)};
    }
}

} // namespace

Result<MachineState> readSetState(const Repository &repository, const QString &setId,
                                  const std::optional<SetKey> &key, JobContext &context)
{
    MASCLET_TRY_ASSIGN(const Manifest manifest, repository.manifest(setId));
    MachineState state;
    state.name = setId;
    for (const ManifestFile &file : manifest.files) {
        if (file.kind != configKind && file.kind != stateKind)
            continue;
        auto fd = repository.openFile(file.path);
        if (!fd)
            return fail(std::move(fd).error().as(ErrorKind::Verification));
        context.phase(Tr::tr("Reading %1 of %2").arg(file.kind, setId), file.rawSize);
        if (file.kind == configKind) {
            MASCLET_TRY_ASSIGN(state.config, readConfig(fd->get(), file, key, context));
        } else {
            MASCLET_TRY_ASSIGN(state.state, readInventory(fd->get(), file, key, context));
        }
    }
    return state;
}

Result<MachineState> readStateNow(const ServiceEnvironment &environment, const Profile &profile,
                                  const Repository &repository, JobContext &context)
{
    MachineState state;
    state.config.emplace();
    context.phase(Tr::tr("Looking at the configuration as it is now"));
    MASCLET_TRY_ASSIGN(const FileSelection selection,
                       selectionOf(profile, configKind, repository.root(), environment.clock));
    ConfigLook look(state, context);
    MASCLET_TRY(walkFiles(selection, look, context.stopToken()));
    addProfile(profile, state);

    context.phase(Tr::tr("Taking an inventory of machine and server"));
    const Result<ServerNow> server = askNow(environment, profile, context.stopToken());
    MASCLET_TRY(context.proceed());
    MachineInventory machine;
    MASCLET_TRY_ASSIGN(StateInventory inventory,
                       takeInventory(environment, profile, server ? server->facts : DatabaseFacts(),
                                     server ? &server->inventory : nullptr, context, machine));
    if (!server) {
        inventory.facts.remove(QStringLiteral("server"));
        inventory.facts.remove(QStringLiteral("objects"));
        state.remarks << Tr::tr("The server was not compared: %1").arg(server.error().message);
    }
    state.state = inventory;
    return state;
}

} // namespace masclet
