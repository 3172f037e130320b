#include "core/restore/Occupancy.h"

#include "core/base/Text.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Occupancy)
};

tl::unexpected<Error> refuse(const QString &message)
{
    return fail(ErrorKind::RestoreUntouched, message,
                Tr::tr("Nothing was written. Put it aside, or restore into an empty folder."));
}

} // namespace

Occupancy::Occupancy(const Directory &root)
    : m_trail(root)
{
}

Result<> Occupancy::look(const TarEntry &entry)
{
    const QString path = oneLine(entry.path, 300);
    const Result<const Directory *> folder = m_trail.find(entry.path);
    if (!folder)
        return refuse(Tr::tr("%1 cannot be restored: something above it is a link or no folder (%2)")
                          .arg(path, folder.error().message));
    if (!*folder)
        return {};
    const QByteArray name = lastNameOf(entry.path);
    MASCLET_TRY_ASSIGN(const bool there, (*folder)->exists(name));
    if (!there)
        return {};
    MASCLET_TRY_ASSIGN(const Directory::Entry found, (*folder)->stat(name));
    if ((found.type == Directory::Type::Directory) != (entry.type == TarEntry::Type::Folder))
        return refuse(entry.type == TarEntry::Type::Folder
                          ? Tr::tr("%1 is a folder in the backup and something else here.").arg(path)
                          : Tr::tr("%1 is a folder here and something else in the backup.").arg(path));
    if (found.type == Directory::Type::Other)
        return refuse(Tr::tr("%1 is a device, a pipe or a socket here.").arg(path));
    if (found.type != Directory::Type::Directory)
        m_replaced << entry.path;
    return {};
}

} // namespace masclet
