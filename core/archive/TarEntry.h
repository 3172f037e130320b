#pragma once

#include <QByteArray>
#include <QList>

#include <cstddef>
#include <span>
#include <utility>

#include <sys/types.h>

namespace masclet
{

/// One right of a POSIX access control list, as tar archives keep it.
struct TarAclEntry {
    enum class List { Access, Default };
    enum class Tag { Owner, User, OwningGroup, Group, Mask, Other };
    List list = List::Access;
    Tag tag = Tag::Owner;
    int permissions = 0; ///< as in a mode: 4 read, 2 write, 1 execute
    qint64 id = -1;      ///< of User and Group
    QByteArray name;     ///< of User and Group; empty when it was not known

    friend bool operator==(const TarAclEntry &, const TarAclEntry &) = default;
};

/// What a tar archive says of one file. Nothing of it can be trusted: paths may lead anywhere.
struct TarEntry {
    enum class Type {
        File,
        Folder,
        Link,     ///< symbolic
        HardLink, ///< another name of a file of the same archive
        Other,    ///< device, FIFO, socket: never written by us
    };
    Type type = Type::File;
    QByteArray path;   ///< of a folder without the slash at its end
    QByteArray target; ///< of both links
    qint64 size = 0;   ///< of a file, holes included
    mode_t mode = 0;   ///< permissions only
    qint64 uid = 0;
    qint64 gid = 0;
    QByteArray user; ///< names; empty when they were not known
    QByteArray group;
    qint64 modified = 0;                                 ///< seconds since 1970
    QList<TarAclEntry> acl;                              ///< empty when the mode says it all
    QList<std::pair<QByteArray, QByteArray>> attributes; ///< extended ones, name and value

    friend bool operator==(const TarEntry &, const TarEntry &) = default;
};

/// Part of a file's content; what no block covers is zeros.
struct TarBlock {
    qint64 offset = 0;
    std::span<const std::byte> bytes; ///< valid until the next call
};

} // namespace masclet
