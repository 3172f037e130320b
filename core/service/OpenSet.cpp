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

Result<SetFile> OpenSet::openFile(const Repository &repository, const QString &role) const
{
    const ManifestFile *entry = m_manifest->file(QStringLiteral("db"), role);
    if (!entry)
        return fail(ErrorKind::Verification, Tr::tr("The set holds no database."));
    return openSetFile(repository, *m_manifest, *entry);
}

Result<OpenSet> OpenSet::open(const Repository &repository, const QString &setId, SetAccess access,
                              const std::stop_token &stop)
{
    OpenSet set;
    set.m_access = std::move(access);
    set.m_stop = stop;
    MASCLET_TRY_ASSIGN(Manifest manifest, repository.manifest(setId));
    set.m_manifest = std::make_unique<const Manifest>(std::move(manifest));
    MASCLET_TRY_ASSIGN(SetFile archive, set.openFile(repository, QStringLiteral("archive")));
    MASCLET_TRY_ASSIGN(SetFile globals, set.openFile(repository, QStringLiteral("globals")));
    set.m_archive = std::make_unique<const SetFile>(std::move(archive));
    set.m_globals = std::make_unique<const SetFile>(std::move(globals));
    return set;
}

Result<> OpenSet::checkReadable() const
{
    MASCLET_TRY(masclet::checkReadable(*m_archive, m_access, m_stop));
    return masclet::checkReadable(*m_globals, m_access, m_stop);
}

Result<> OpenSet::verify(JobContext &job) const
{
    MASCLET_TRY(checkReadable());
    MASCLET_TRY(verifyFile(*m_archive, m_access, job));
    return verifyFile(*m_globals, m_access, job);
}

Result<TestedSet> OpenSet::sources() const
{
    MASCLET_TRY_ASSIGN(RawSource archive, sqlOf(*m_archive, m_access, m_stop));
    MASCLET_TRY_ASSIGN(RawSource globals, sqlOf(*m_globals, m_access, m_stop));
    return TestedSet{*m_manifest, std::move(archive), std::move(globals)};
}

} // namespace masclet
