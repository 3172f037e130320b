#include "core/process/Walls.h"

#include <QFile>
#include <QFileInfo>

namespace masclet
{

QList<QByteArray> wallsAround(const QString &toolsFolder)
{
    QList<QByteArray> list = {
        "--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--die-with-parent",
        "--new-session", "--ro-bind",     "/usr",          "/usr"};
    // /var/cache/…/dicts: Debian's text search dictionaries are links into it.
    for (const char *path : {"/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache",
                             "/etc/localtime", "/etc/alternatives", "/var/cache/postgresql/dicts"})
        list << "--ro-bind-try" << path << path;
    // No /proc: PostgreSQL needs none, and none can be mounted where that of the machine is covered in part,
    // as in a container or a hardened unit.
    list << "--dev"
         << "/dev"
         << "--tmpfs"
         << "/dev/shm"
         << "--tmpfs"
         << "/tmp";
    const QString prefix = QFileInfo(toolsFolder).path();
    for (const QString &part : {toolsFolder, prefix + QStringLiteral("/lib"),
                                prefix + QStringLiteral("/lib64"), prefix + QStringLiteral("/share")}) {
        const QByteArray path = QFile::encodeName(part);
        if (!path.startsWith("/usr/"))
            list << "--ro-bind-try" << path << path;
    }
    return list;
}

QList<QByteArray> endOfWalls()
{
    return {"--remount-ro", "/", "--"};
}

} // namespace masclet
