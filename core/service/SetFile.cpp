#include "core/service/SetFile.h"

#include "core/base/Text.h"
#include "core/pipeline/DumpFolder.h"
#include "core/pipeline/RestoreScript.h"
#include "core/service/ReadBack.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SetFile)
};

tl::unexpected<Error> differs(const QString &message)
{
    return fail(ErrorKind::Verification, message, Tr::tr("Use another set."));
}

/// Places in the SQL may differ between versions of pg_restore; tables, columns and rows may not.
bool holdsTheSame(const ArchiveIndex &found, const ArchiveIndex &expected)
{
    return found.largeObjects == expected.largeObjects &&
           std::equal(found.tables.begin(), found.tables.end(), expected.tables.begin(),
                      expected.tables.end(), [](const ArchiveTable &a, const ArchiveTable &b) {
                          return a.schema == b.schema && a.name == b.name && a.columns == b.columns &&
                                 a.rows() == b.rows();
                      });
}

/// A dump that only pg_restore reads, as its SQL.
class Translated
{
public:
    Translated(const SetFile &file, const PgRestore &tool, ByteSource archive, std::stop_token stop)
        : m_file(file)
        , m_stop(stop)
        , m_exact(tool.version() == parseToolVersion(file.manifest->dumpTool.toUtf8()))
        , m_script(commandOf(file, tool), std::move(archive), std::move(stop))
    {
    }

    Result<std::span<const std::byte>> next()
    {
        if (m_file.folder && !m_begun)
            MASCLET_TRY(verifyFolder());
        m_begun = true;
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, m_script.next());
        if (raw.empty()) {
            MASCLET_TRY(m_ended ? Result<>() : checkEnd());
            m_ended = true;
            return raw;
        }
        m_hash.add(raw);
        MASCLET_TRY(m_scanner.feed(raw));
        return raw;
    }

private:
    static ToolCommand commandOf(const SetFile &file, const PgRestore &tool)
    {
        return tool.command(dumpFormatNamed(file.entry->format),
                            file.folder ? file.folder->path() : QString(), file.entry->restrictKey);
    }

    Result<> verifyFolder()
    {
        const auto goOn = [this](qint64) -> Result<> {
            if (m_stop.stop_requested())
                return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
            return {};
        };
        MASCLET_TRY_ASSIGN(m_verified, verifyMembers(*m_file.folder, m_file.entry->members, goOn));
        return {};
    }

    Result<> checkEnd()
    {
        const ManifestFile &entry = *m_file.entry;
        MASCLET_TRY_ASSIGN(const SqlReport report, m_scanner.finish());
        if (report.completeness.level == Completeness::Level::Incomplete)
            return differs(report.completeness.reason);
        if (!holdsTheSame(report.index, *entry.index))
            return differs(Tr::tr("The tables in the dump are not those that its manifest says."));
        if (m_exact && m_hash.hex() != entry.rawSha256)
            return differs(Tr::tr("The content of the dump is not what its manifest says."));
        return m_file.folder ? stillTheSame(*m_file.folder, m_verified) : Result<>();
    }

    const SetFile &m_file;
    const std::stop_token m_stop;
    const bool m_exact;
    RestoreScript m_script;
    QList<Directory::Entry> m_verified;
    SqlScanner m_scanner;
    Sha256 m_hash;
    bool m_begun = false;
    bool m_ended = false;
};

/// The bytes of the archive itself, which are what they were when their end is reported.
Result<ByteSource> archiveOf(const SetFile &file, const SetAccess &access, const std::stop_token &stop)
{
    if (file.folder)
        return ByteSource();
    MASCLET_TRY_ASSIGN(auto stored, storedBytesOf(file.fd.get(), *file.entry, access.key, stop));
    const auto stream =
        std::make_shared<StoredStream>(std::move(stored), storedExpectationOf(*file.entry), stop);
    return ByteSource([stream] { return stream->next(); });
}

} // namespace

Result<SetAccess> findSetAccess(const Profile &profile, const ServiceEnvironment &environment,
                                const std::stop_token &stop)
{
    MASCLET_TRY_ASSIGN(std::optional<SetKey> key, findSetKey(profile, environment.secrets, stop));
    return SetAccess{std::move(key), toolSearch(environment, profile)};
}

Result<SetFile> openSetFile(const Directory &place, const QByteArray &name, const Manifest &manifest,
                            const ManifestFile &entry)
{
    auto opened = [&]() -> Result<SetFile> {
        SetFile file{&manifest, &entry, {}, {}};
        if (entry.members.isEmpty()) {
            MASCLET_TRY_ASSIGN(file.fd, place.openFile(name));
            return file;
        }
        MASCLET_TRY_ASSIGN(Directory folder, place.openChild(name));
        file.folder.emplace(std::move(folder));
        return file;
    }();
    if (!opened)
        return fail(std::move(opened).error().as(ErrorKind::Verification));
    return opened;
}

Result<SetFile> openSetFile(const Repository &repository, const Manifest &manifest, const ManifestFile &entry)
{
    auto place = openFolderOf(repository.root(), entry.path);
    if (!place)
        return fail(std::move(place).error().as(ErrorKind::Verification));
    return openSetFile(*place, fileNameOf(entry.path), manifest, entry);
}

Result<ByteSource> sqlOf(const SetFile &file, const SetAccess &access, const std::stop_token &stop)
{
    if (!needsPgRestore(dumpFormatNamed(file.entry->format))) {
        MASCLET_TRY_ASSIGN(auto stored, storedBytesOf(file.fd.get(), *file.entry, access.key, stop));
        const auto stream = std::make_shared<ArchiveStream>(std::move(stored), expectationOf(*file.entry),
                                                            inflateThreads(), stop);
        return ByteSource([stream] { return stream->next(); });
    }
    MASCLET_TRY_ASSIGN(ByteSource archive, archiveOf(file, access, stop));
    const std::optional<int> version = parseToolVersion(file.manifest->dumpTool.toUtf8());
    MASCLET_TRY_ASSIGN(const PostgresTools tools, findRestoreTools(access.tools, version, stop));
    MASCLET_TRY_ASSIGN(const PgRestore tool, PgRestore::create(tools, PgRestore::Walls::WherePossible, stop));
    const auto translated = std::make_shared<Translated>(file, tool, std::move(archive), stop);
    return ByteSource([translated] { return translated->next(); });
}

Result<> checkReadable(const SetFile &file, const SetAccess &access, const std::stop_token &stop)
{
    if (!file.folder)
        MASCLET_TRY(storedBytesOf(file.fd.get(), *file.entry, access.key, stop));
    if (needsPgRestore(dumpFormatNamed(file.entry->format)))
        MASCLET_TRY(findRestoreTools(access.tools, parseToolVersion(file.manifest->dumpTool.toUtf8()), stop));
    return {};
}

} // namespace masclet
