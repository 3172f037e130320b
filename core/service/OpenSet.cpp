#include "core/service/OpenSet.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(OpenSet)
};
} // namespace

Result<OpenSet::File> OpenSet::openFile(const Repository &repository, const ManifestFile *entry)
{
    if (!entry)
        return fail(ErrorKind::Verification, Tr::tr("The set holds no database."));
    auto fd = repository.openFile(entry->path);
    if (!fd) // a file that is missing or a link is as bad as a damaged one
        return fail(std::move(fd).error().as(ErrorKind::Verification));
    return File{entry, std::move(*fd), nullptr};
}

Result<OpenSet> OpenSet::open(const Repository &repository, const QString &setId, std::optional<SetKey> key,
                              const std::stop_token &stop)
{
    OpenSet set;
    set.m_key = std::move(key);
    MASCLET_TRY_ASSIGN(Manifest manifest, repository.manifest(setId));
    set.m_manifest = std::make_unique<const Manifest>(std::move(manifest));
    set.m_stop = stop;
    const QString db = QStringLiteral("db");
    MASCLET_TRY_ASSIGN(set.m_archive,
                       openFile(repository, set.m_manifest->file(db, QStringLiteral("archive"))));
    MASCLET_TRY_ASSIGN(set.m_globals,
                       openFile(repository, set.m_manifest->file(db, QStringLiteral("globals"))));
    return set;
}

Result<> OpenSet::verify(JobContext &job) const
{
    MASCLET_TRY(verifyFile(m_archive.fd.get(), *m_archive.entry, m_key, job));
    return verifyFile(m_globals.fd.get(), *m_globals.entry, m_key, job);
}

Result<TestedSet> OpenSet::sources()
{
    MASCLET_TRY_ASSIGN(RawSource archive, source(m_archive));
    MASCLET_TRY_ASSIGN(RawSource globals, source(m_globals));
    return TestedSet{*m_manifest, std::move(archive), std::move(globals)};
}

Result<RawSource> OpenSet::source(File &file)
{
    MASCLET_TRY_ASSIGN(auto stored, storedBytesOf(file.fd.get(), *file.entry, m_key, m_stop));
    file.stream = std::make_unique<ArchiveStream>(std::move(stored), expectationOf(*file.entry),
                                                  inflateThreads(), m_stop);
    return [stream = file.stream.get()] {
        return stream->next();
    };
}

} // namespace masclet
