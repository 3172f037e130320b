#include "core/restore/TarRules.h"

#include "core/archive/TarLinks.h"
#include "core/base/Directory.h"
#include "core/base/Text.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TarRules)
};

/// Each level costs a descriptor while it is written.
constexpr qsizetype deepest = 500;

tl::unexpected<Error> refuse(const QByteArray &path, const QString &reason)
{
    return fail(ErrorKind::Verification,
                Tr::tr("The archive is refused because of %1: %2.").arg(oneLine(path, 300), reason),
                Tr::tr("No backup made here has such an entry: somebody has changed it. Nothing was written. "
                       "Use another set."));
}

bool isPlainPath(const QByteArray &path)
{
    const QList<QByteArray> parts = path.split('/');
    return std::all_of(parts.begin(), parts.end(), isPlainName);
}

QByteArray folderOf(const QByteArray &path)
{
    return path.left(std::max<qsizetype>(path.lastIndexOf('/'), 0));
}

} // namespace

Result<> TarRules::check(const TarEntry &entry)
{
    if (!isPlainPath(entry.path))
        return refuse(entry.path, Tr::tr("it does not name a place below the folder"));
    if (entry.path.count('/') >= deepest)
        return refuse(entry.path, Tr::tr("it lies too deep"));
    if (entry.type == TarEntry::Type::Other)
        return refuse(entry.path, Tr::tr("it is a device, a pipe or a socket"));
    MASCLET_TRY(checkFolders(entry.path));
    MASCLET_TRY(checkTarget(entry));
    return remember(entry);
}

bool TarRules::isOfMachine(const QByteArray &path) const
{
    const QByteArray folder = folderOf(path);
    return folder.isEmpty() || m_seen.value(folder) == Seen::Folder;
}

/// What lies above must be folders, told or not.
Result<> TarRules::checkFolders(const QByteArray &path)
{
    for (QByteArray folder = folderOf(path); !folder.isEmpty(); folder = folderOf(folder)) {
        const auto seen = m_seen.constFind(folder);
        if (seen == m_seen.constEnd()) {
            m_seen.insert(folder, Seen::ImpliedFolder);
            continue;
        }
        if (*seen == Seen::File || *seen == Seen::Link)
            return refuse(path, Tr::tr("it would be written through %1").arg(oneLine(folder, 300)));
        break; // those above were looked at when this one was
    }
    return {};
}

Result<> TarRules::remember(const TarEntry &entry)
{
    const auto seen = m_seen.constFind(entry.path);
    const bool isFolder = entry.type == TarEntry::Type::Folder;
    if (seen != m_seen.constEnd() && !(isFolder && *seen == Seen::ImpliedFolder))
        return refuse(entry.path, Tr::tr("it is there twice"));
    m_seen.insert(entry.path, isFolder                             ? Seen::Folder
                              : entry.type == TarEntry::Type::Link ? Seen::Link
                                                                   : Seen::File);
    return {};
}

Result<> TarRules::checkTarget(const TarEntry &entry) const
{
    if (entry.type == TarEntry::Type::HardLink && m_seen.value(entry.target, Seen::Link) != Seen::File)
        return refuse(entry.path, Tr::tr("it is a second name of a file that the archive does not have"));
    if (entry.type != TarEntry::Type::Link)
        return {};
    if (entry.target.isEmpty() || entry.target.contains('\0'))
        return refuse(entry.path, Tr::tr("it is a link to nothing"));
    if (leadsAboveRoot(entry.path, entry.target))
        return refuse(entry.path, Tr::tr("it is a link that leads out of the archive"));
    return {};
}

} // namespace masclet
