#include "core/base/Text.h"
#include "core/repository/Repository.h"

#include <QCoreApplication>
#include <QFile>
#include <QScopeGuard>

#include <cerrno>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

// Whether the repository can take a set, asked before the server is touched.

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

/// A set needs a few files; below this a file system counts as out of inodes (fault S07).
constexpr fsfilcnt_t fewInodes = 32;

/// Whoever may write there may plant or remove files: everybody is refused, a group or a foreign owner is
/// named (fault S14).
Result<> checkOwner(const Directory &root, const struct stat &info, QStringList &warnings)
{
    const QString path = oneLine(root.path());
    if (info.st_mode & S_IWOTH)
        return fail(ErrorKind::Config, Tr::tr("Everybody may write in the repository %1.").arg(path),
                    Tr::tr("Take that right away: chmod o-w"));
    if (info.st_mode & S_IWGRP)
        warnings << Tr::tr("The group of %1 may write in it.").arg(path);
    if (info.st_uid != ::geteuid())
        warnings
            << Tr::tr("The repository %1 belongs to another user (number %2).").arg(path).arg(info.st_uid);
    return {};
}

/// A set is renamed into place, so all folders must lie on the root's file system (faults S06, S09), and none
/// may be a link (S12).
Result<> checkFolders(const Directory &root, dev_t device)
{
    for (const char *name : {"db", "config", "logs", "state", "sets", "runs", "checklists", ".staging"}) {
        MASCLET_TRY_ASSIGN(const bool there, root.exists(name));
        if (!there)
            continue;
        MASCLET_TRY_ASSIGN(const Directory::Entry entry, root.stat(name));
        const QString path = oneLine(root.path()) + QChar(u'/') + QString::fromLatin1(name);
        if (entry.type != Directory::Type::Directory)
            return fail(ErrorKind::Config, Tr::tr("%1 is not a folder.").arg(path),
                        Tr::tr("Links are not followed. Put a real folder there."));
        if (entry.device != device)
            return fail(ErrorKind::Config,
                        Tr::tr("%1 lies on another file system than the repository.").arg(path),
                        Tr::tr("A repository must lie on one file system; mount the whole of it there."));
    }
    return {};
}

Result<> checkSpace(const Directory &root, qint64 needed, qint64 &freeBytes)
{
    struct statvfs space = {};
    if (::fstatvfs(root.fd(), &space) != 0)
        return fail(systemError(ErrorKind::Storage,
                                Tr::tr("Cannot ask for the free space of %1").arg(oneLine(root.path())),
                                errno));
    freeBytes = qint64(space.f_bavail) * qint64(space.f_frsize);
    if (freeBytes < needed)
        return fail(ErrorKind::Storage,
                    Tr::tr("Not enough space in %1: %2 needed, %3 free.")
                        .arg(oneLine(root.path()), sizeText(needed), sizeText(freeBytes)),
                    Tr::tr("Free space there, keep fewer sets, or choose another place."));
    if (space.f_files > 0 && space.f_favail < fewInodes)
        return fail(ErrorKind::Storage,
                    Tr::tr("The file system of %1 can hold no more files.").arg(oneLine(root.path())));
    return {};
}

/// What a run will do, in small: create, write, sync, rename, remove.
Result<> probe(const Directory &staging, QStringList &warnings)
{
    const QByteArray first = QByteArrayLiteral("probe.1");
    const QByteArray second = QByteArrayLiteral("probe.2");
    MASCLET_TRY(staging.removeTree(first));
    MASCLET_TRY(staging.removeTree(second));
    const auto tidy = qScopeGuard([&] { // what failed half-way; most often neither is there
        (void)staging.removeTree(first);
        (void)staging.removeTree(second);
    });
    MASCLET_TRY(staging.writeFile(first, "probe"));
    MASCLET_TRY_ASSIGN(const Directory::Entry entry, staging.stat(first));
    MASCLET_TRY_ASSIGN(const Directory::Renamed renamed, staging.renameNoReplace(first, staging, second));
    MASCLET_TRY(staging.removeFile(second));
    MASCLET_TRY_ASSIGN(const Directory::Synced synced, staging.sync());
    if (entry.mode != 0600)
        warnings << Tr::tr("The file system does not keep permissions; others may read the sets.");
    if (renamed != Directory::Renamed::Atomic)
        warnings << Tr::tr("The file system cannot rename without replacing in one step.");
    if (synced != Directory::Synced::Yes)
        warnings << Tr::tr("The file system cannot sync folders; a power failure may lose the newest set.");
    return {};
}

} // namespace

Result<> checkStillThere(const Directory &root)
{
    struct stat held = {};
    struct stat now = {};
    if (::fstat(root.fd(), &held) == 0 && ::stat(QFile::encodeName(root.path()).constData(), &now) == 0 &&
        held.st_dev == now.st_dev && held.st_ino == now.st_ino)
        return {};
    return fail(ErrorKind::Storage,
                Tr::tr("The folder %1 was replaced or unmounted meanwhile.").arg(oneLine(root.path())));
}

Result<Preflight> Repository::preflight(const RepositoryLock &, qint64 needed) const
{
    Preflight result;
    struct stat info = {};
    MASCLET_TRY(checkStillThere(*m_root));
    if (::fstat(m_root->fd(), &info) != 0)
        return fail(
            systemError(ErrorKind::Storage, Tr::tr("Cannot look at %1").arg(oneLine(m_root->path())), errno));
    MASCLET_TRY(checkOwner(*m_root, info, result.warnings));
    MASCLET_TRY(checkFolders(*m_root, info.st_dev));
    MASCLET_TRY(checkSpace(*m_root, needed, result.freeBytes));
    MASCLET_TRY_ASSIGN(const Directory staging, m_root->openOrMakeChild(".staging"));
    MASCLET_TRY(probe(staging, result.warnings));
    return result;
}

} // namespace masclet
