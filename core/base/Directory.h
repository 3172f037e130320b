#pragma once

#include "core/base/Fd.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QList>

#include <sys/types.h>

namespace masclet
{

/// An opened folder. Everything in it is done through its descriptor, by plain names, never following
/// symbolic links: a folder swapped for a link after open() changes nothing (faults S12, S13). Names are
/// bytes. Files are made 0600 and folders 0700 whatever the umask. Move only; use from one thread at a time.
class Directory
{
public:
    enum class Type { File, Directory, Link, Other };
    struct Entry {
        QByteArray name;
        Type type = Type::Other;
        qint64 size = 0;
        qint64 modifiedSeconds = 0;
        qint64 changed = 0; ///< nanoseconds: when content or attributes last changed; nobody can set it back
        uid_t owner = 0;
        mode_t mode = 0;
        dev_t device = 0;
        ino_t inode = 0;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    enum class Synced { Yes, NotSupported };
    /// How a rename without replacing was done on this mount; anything but Atomic is said once by init and
    /// check.
    enum class Renamed { Atomic, LinkUnlink };

    /// `path` itself may be reached through links (an administrator's choice); it must be a folder.
    static Result<Directory> open(const QString &path);
    /// Opens or makes `path` with all missing parents (0700 each).
    static Result<Directory> openOrMake(const QString &path);

    Result<Directory> openChild(const QByteArray &name) const;
    /// Fails when it exists.
    Result<Directory> makeChild(const QByteArray &name) const;
    Result<Directory> openOrMakeChild(const QByteArray &name) const;

    /// New file for reading and writing; fails when the name exists in any form.
    Result<Fd> createFile(const QByteArray &name) const;
    /// Existing plain file for reading.
    Result<Fd> openFile(const QByteArray &name) const;
    /// For appending (O_APPEND), made when missing.
    Result<Fd> openForAppend(const QByteArray &name) const;
    /// Whole small file; an error above `limit` bytes.
    Result<QByteArray> readFile(const QByteArray &name, qint64 limit) const;
    /// Writes a new small file, syncs it; the folder is not synced.
    Result<> writeFile(const QByteArray &name, const QByteArray &content) const;

    Result<Entry> stat(const QByteArray &name) const;
    Result<bool> exists(const QByteArray &name) const;
    /// Sorted by name, without . and ..
    Result<QList<Entry>> entries() const;

    Result<Renamed> renameNoReplace(const QByteArray &name, const Directory &target,
                                    const QByteArray &newName) const;
    /// Atomic replace, for small state files that have one writer.
    Result<> replace(const QByteArray &name, const QByteArray &newName) const;
    Result<> removeFile(const QByteArray &name) const;
    Result<> removeEmptyChild(const QByteArray &name) const;
    /// The folder `name` with everything in it, links removed as links. A missing one is success.
    Result<> removeTree(const QByteArray &name) const;
    Result<Synced> sync() const;

    int fd() const { return m_fd.get(); }
    /// As given to open(), with children appended: for messages only.
    const QString &path() const { return m_path; }

private:
    Directory(Fd fd, QString path);
    QString pathOf(const QByteArray &name) const;

    Fd m_fd;
    QString m_path;
};

/// True for a name that may be joined to a folder: not empty, no '/', no NUL, not "." or "..", at most 255
/// bytes.
bool isPlainName(const QByteArray &name);

} // namespace masclet
