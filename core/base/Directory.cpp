#include "core/base/Directory.h"

#include "core/base/DiskWait.h"
#include "core/base/DurableFile.h"
#include "core/base/FileCalls.h"
#include "core/base/Hash.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Directory)
};

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

int openRetry(int dirFd, const char *name, int flags, mode_t mode = 0)
{
    const DiskCall call;
    int fd = -1;
    do {
        fd = ::openat(dirFd, name, flags, mode);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

Directory::Entry entryFrom(const QByteArray &name, const struct stat &info)
{
    Directory::Entry entry;
    entry.name = name;
    entry.type = S_ISREG(info.st_mode)   ? Directory::Type::File
                 : S_ISDIR(info.st_mode) ? Directory::Type::Directory
                 : S_ISLNK(info.st_mode) ? Directory::Type::Link
                                         : Directory::Type::Other;
    entry.size = info.st_size;
    entry.modifiedSeconds = info.st_mtim.tv_sec;
    entry.changed = info.st_ctim.tv_sec * 1'000'000'000LL + info.st_ctim.tv_nsec;
    entry.owner = info.st_uid;
    entry.mode = info.st_mode & 07777;
    entry.device = info.st_dev;
    entry.inode = info.st_ino;
    return entry;
}

/// A folder that forbids its owner to write cannot be emptied, so it is made to allow it.
Result<Directory> openToEmpty(const Directory &parent, const Directory::Entry &entry)
{
    if ((entry.mode & 0700) != 0700 &&
        ::fchmodat(parent.fd(), entry.name.constData(), 0700, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(systemError(ErrorKind::Storage,
                                Tr::tr("Cannot open the folder %1")
                                    .arg(oneLine(parent.path() + u'/' + QFile::decodeName(entry.name))),
                                errno));
    return parent.openChild(entry.name);
}

/// Each level costs a descriptor, and whoever made the tree may have meant it to be too deep for us: what
/// lies deeper is moved up into `top`, to be removed in another round.
Result<> removeContent(const Directory &folder, const Directory &top, int depth, bool &movedUp)
{
    constexpr int deepest = 64;
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> inside, folder.entries());
    for (const Directory::Entry &entry : inside) {
        if (entry.type != Directory::Type::Directory) {
            MASCLET_TRY(folder.removeFile(entry.name));
            continue;
        }
        MASCLET_TRY_ASSIGN(const Directory child, openToEmpty(folder, entry));
        if (depth == deepest) {
            const QByteArray newName = "moved-up-" + randomHex(8);
            if (::renameat(folder.fd(), entry.name.constData(), top.fd(), newName.constData()) != 0)
                return fail(systemError(ErrorKind::Storage,
                                        Tr::tr("Cannot remove the folder %1").arg(oneLine(child.path())),
                                        errno));
            movedUp = true;
            continue;
        }
        MASCLET_TRY(removeContent(child, top, depth + 1, movedUp));
        MASCLET_TRY(folder.removeEmptyChild(entry.name));
    }
    return {};
}

} // namespace

bool isPlainName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= 255 && name != "." && name != ".." && !name.contains('/') &&
           !name.contains('\0');
}

Directory::Directory(Fd fd, QString path)
    : m_fd(std::move(fd))
    , m_path(std::move(path))
{
}

QString Directory::pathOf(const QByteArray &name) const
{
    return oneLine(m_path) + QChar(u'/') + oneLine(name);
}

Result<Directory> Directory::open(const QString &path)
{
    Fd fd(openRetry(AT_FDCWD, QFile::encodeName(path).constData(), folderFlags));
    if (!fd)
        return fail(
            systemError(ErrorKind::Storage, Tr::tr("Cannot open the folder %1").arg(oneLine(path)), errno));
    return Directory(std::move(fd), path);
}

Result<Directory> Directory::openOrMake(const QString &path)
{
    const QByteArray encoded = QFile::encodeName(path);
    for (qsizetype at = encoded.indexOf('/', 1);; at = encoded.indexOf('/', at + 1)) {
        const QByteArray part = at < 0 ? encoded : encoded.left(at);
        const int problem = part.isEmpty() || ::mkdir(part.constData(), 0700) == 0 ? 0 : errno;
        if (problem != 0 && problem != EEXIST && problem != EISDIR && ::access(part.constData(), X_OK) != 0)
            return fail(systemError(ErrorKind::Storage,
                                    Tr::tr("Cannot make the folder %1").arg(oneLine(part)), problem));
        if (at < 0)
            break;
    }
    return open(path);
}

Result<Directory> Directory::openChild(const QByteArray &name) const
{
    Fd fd(isPlainName(name) ? openRetry(m_fd.get(), name.constData(), folderFlags | O_NOFOLLOW)
                            : (errno = EINVAL, -1));
    if (!fd)
        return fail(
            systemError(ErrorKind::Storage, Tr::tr("Cannot open the folder %1").arg(pathOf(name)), errno));
    return Directory(std::move(fd), m_path + QChar(u'/') + QFile::decodeName(name));
}

Result<Directory> Directory::makeChild(const QByteArray &name) const
{
    const DiskCall call;
    if (!isPlainName(name) || ::mkdirat(m_fd.get(), name.constData(), 0700) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot make the folder %1").arg(pathOf(name)),
                                isPlainName(name) ? errno : EINVAL));
    MASCLET_TRY_ASSIGN(Directory child, openChild(name));
    if (::fchmod(child.fd(), 0700) != 0)
        return fail(
            systemError(ErrorKind::Storage, Tr::tr("Cannot protect the folder %1").arg(pathOf(name)), errno));
    return child;
}

Result<Directory> Directory::openOrMakeChild(const QByteArray &name) const
{
    MASCLET_TRY_ASSIGN(const bool there, exists(name));
    return there ? openChild(name) : makeChild(name);
}

Result<Fd> Directory::createFile(const QByteArray &name) const
{
    Fd fd(isPlainName(name) ? openRetry(m_fd.get(), name.constData(),
                                        O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)
                            : (errno = EINVAL, -1));
    if (!fd || ::fchmod(fd.get(), 0600) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot create %1").arg(pathOf(name)), errno));
    return fd;
}

Result<Fd> Directory::openFile(const QByteArray &name) const
{
    // O_NONBLOCK: a FIFO planted under the name must not hang us; plain files ignore it.
    Fd fd(isPlainName(name)
              ? openRetry(m_fd.get(), name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
              : (errno = EINVAL, -1));
    struct stat info = {};
    if (!fd || ::fstat(fd.get(), &info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot open %1").arg(pathOf(name)), errno));
    if (!S_ISREG(info.st_mode))
        return fail(ErrorKind::Storage, Tr::tr("%1 is not a plain file.").arg(pathOf(name)));
    return fd;
}

Result<Fd> Directory::openForAppend(const QByteArray &name) const
{
    Fd fd(isPlainName(name)
              ? openRetry(m_fd.get(), name.constData(),
                          O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600)
              : (errno = EINVAL, -1));
    struct stat info = {};
    if (!fd || ::fstat(fd.get(), &info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot open %1").arg(pathOf(name)), errno));
    if (!S_ISREG(info.st_mode))
        return fail(ErrorKind::Storage, Tr::tr("%1 is not a plain file.").arg(pathOf(name)));
    return fd;
}

Result<QByteArray> Directory::readFile(const QByteArray &name, qint64 limit) const
{
    const DiskCall call;
    MASCLET_TRY_ASSIGN(const Fd fd, openFile(name));
    QByteArray content;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t got = ::read(fd.get(), block.data(), size_t(block.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read %1").arg(pathOf(name)), errno));
        if (got == 0)
            return content;
        content.append(block.constData(), got);
        if (content.size() > limit)
            return fail(ErrorKind::Storage, Tr::tr("%1 is larger than allowed.").arg(pathOf(name)));
    }
}

Result<> Directory::writeFile(const QByteArray &name, const QByteArray &content) const
{
    MASCLET_TRY_ASSIGN(DurableFile file, DurableFile::create(*this, name));
    MASCLET_TRY(file.write(std::as_bytes(std::span(content.constData(), size_t(content.size())))));
    return file.syncAndClose();
}

Result<Directory::Entry> Directory::stat(const QByteArray &name) const
{
    const DiskCall call;
    struct stat info = {};
    if (!isPlainName(name) || ::fstatat(m_fd.get(), name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot look at %1").arg(pathOf(name)),
                                isPlainName(name) ? errno : EINVAL));
    return entryFrom(name, info);
}

Result<bool> Directory::exists(const QByteArray &name) const
{
    const DiskCall call;
    struct stat info = {};
    if (isPlainName(name) && ::fstatat(m_fd.get(), name.constData(), &info, AT_SYMLINK_NOFOLLOW) == 0)
        return true;
    if (isPlainName(name) && errno == ENOENT)
        return false;
    return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot look at %1").arg(pathOf(name)),
                            isPlainName(name) ? errno : EINVAL));
}

Result<QList<Directory::Entry>> Directory::entries() const
{
    const DiskCall call;
    // A descriptor of its own: readdir moves the offset of the one it is given.
    Fd own(openRetry(m_fd.get(), ".", folderFlags));
    std::unique_ptr<DIR, int (*)(DIR *)> stream(own ? ::fdopendir(own.get()) : nullptr, &::closedir);
    if (!stream)
        return fail(
            systemError(ErrorKind::Storage, Tr::tr("Cannot list the folder %1").arg(oneLine(m_path)), errno));
    own.release();
    QList<Entry> list;
    for (;;) {
        errno = 0;
        const dirent *item = ::readdir(stream.get());
        if (!item) {
            if (errno != 0)
                return fail(systemError(ErrorKind::Storage,
                                        Tr::tr("Cannot list the folder %1").arg(oneLine(m_path)), errno));
            break;
        }
        const QByteArray name(item->d_name);
        struct stat info = {};
        if (name == "." || name == "..")
            continue;
        if (::fstatat(m_fd.get(), item->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) {
            if (errno == ENOENT) // gone meanwhile
                continue;
            return fail(
                systemError(ErrorKind::Storage, Tr::tr("Cannot look at %1").arg(pathOf(name)), errno));
        }
        list << entryFrom(name, info);
    }
    std::sort(list.begin(), list.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return list;
}

Result<Directory::Renamed> Directory::renameNoReplace(const QByteArray &name, const Directory &target,
                                                      const QByteArray &newName) const
{
    const DiskCall call;
    const QString what = Tr::tr("Cannot rename %1 to %2").arg(pathOf(name), target.pathOf(newName));
    if (!isPlainName(name) || !isPlainName(newName))
        return fail(systemError(ErrorKind::Storage, what, EINVAL));
    if (::renameat2(m_fd.get(), name.constData(), target.fd(), newName.constData(), RENAME_NOREPLACE) == 0)
        return Renamed::Atomic;
    if (errno != EINVAL && errno != ENOSYS)
        return fail(systemError(ErrorKind::Storage, what, errno));
    // A mount without renameat2 flags: link() refuses an existing name as well.
    if (::linkat(m_fd.get(), name.constData(), target.fd(), newName.constData(), 0) == 0) {
        if (::unlinkat(m_fd.get(), name.constData(), 0) != 0)
            return fail(systemError(ErrorKind::Storage, what, errno));
        return Renamed::LinkUnlink;
    }
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
        return fail(systemError(ErrorKind::Storage, what, errno));
    MASCLET_TRY_ASSIGN(const Entry moved, stat(name));
    if (moved.type == Type::Directory) {
        // Folders have no links: an empty one of ours holds the name, so replacing it replaces nobody's.
        if (::mkdirat(target.fd(), newName.constData(), 0700) != 0)
            return fail(systemError(ErrorKind::Storage, what, errno));
        if (::renameat(m_fd.get(), name.constData(), target.fd(), newName.constData()) == 0)
            return Renamed::LinkUnlink;
        const int problem = errno;
        ::unlinkat(target.fd(), newName.constData(), AT_REMOVEDIR);
        return fail(systemError(ErrorKind::Storage, what, problem));
    }
    // And without links: an empty file of ours holds the name, so replacing it replaces nobody's.
    const Fd placeholder(openRetry(target.fd(), newName.constData(),
                                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!placeholder)
        return fail(systemError(ErrorKind::Storage, what, errno));
    if (::renameat(m_fd.get(), name.constData(), target.fd(), newName.constData()) != 0) {
        const int problem = errno;
        ::unlinkat(target.fd(), newName.constData(), 0);
        return fail(systemError(ErrorKind::Storage, what, problem));
    }
    return Renamed::LinkUnlink;
}

Result<> Directory::replace(const QByteArray &name, const QByteArray &newName) const
{
    const DiskCall call;
    const bool plain = isPlainName(name) && isPlainName(newName);
    if (!plain || ::renameat(m_fd.get(), name.constData(), m_fd.get(), newName.constData()) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot replace %1").arg(pathOf(newName)),
                                plain ? errno : EINVAL));
    return {};
}

Result<> Directory::removeFile(const QByteArray &name) const
{
    const DiskCall call;
    if (!isPlainName(name) || ::unlinkat(m_fd.get(), name.constData(), 0) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot remove %1").arg(pathOf(name)),
                                isPlainName(name) ? errno : EINVAL));
    return {};
}

Result<> Directory::removeEmptyChild(const QByteArray &name) const
{
    const DiskCall call;
    if (!isPlainName(name) || ::unlinkat(m_fd.get(), name.constData(), AT_REMOVEDIR) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot remove the folder %1").arg(pathOf(name)),
                                isPlainName(name) ? errno : EINVAL));
    return {};
}

Result<> Directory::removeTree(const QByteArray &name) const
{
    MASCLET_TRY_ASSIGN(const bool there, exists(name));
    if (!there)
        return {};
    MASCLET_TRY_ASSIGN(const Entry self, stat(name));
    if (self.type != Type::Directory)
        return removeFile(name);
    MASCLET_TRY_ASSIGN(const Directory top, openToEmpty(*this, self));
    for (bool movedUp = true; movedUp;) {
        movedUp = false;
        MASCLET_TRY(removeContent(top, top, 1, movedUp));
    }
    return removeEmptyChild(name);
}

Result<Directory::Synced> Directory::sync() const
{
    const int problem = syncToDisk(m_fd.get());
    if (problem == 0)
        return Synced::Yes;
    if (problem == EINVAL || problem == ENOTSUP)
        return Synced::NotSupported;
    return fail(
        systemError(ErrorKind::Storage, Tr::tr("Cannot sync the folder %1").arg(oneLine(m_path)), problem));
}

} // namespace masclet
