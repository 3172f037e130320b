#pragma once

#include "core/base/Directory.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <utility>

namespace masclet
{

/// Which files of this machine are meant. Plain data.
struct FileSelection {
    QStringList paths = {}; ///< absolute; a folder stands for all that is in it
    /// Patterns as a shell has them. Without a slash: of a name anywhere; with one at the start: of a whole
    /// path; else of a path's end. A folder that matches is left out with everything in it.
    QStringList exclude = {};
    std::optional<qint64> notBefore = {};    ///< seconds since 1970: files last written earlier are left out
    std::optional<qint64> maximumBytes = {}; ///< of all files together: the newest that fit
    /// Folders that are never entered, however they are reached (device and inode): our own repository.
    QList<std::pair<dev_t, ino_t>> never = {};
};

/// What is to be said of a file or folder.
struct FileNote {
    enum class Type {
        Unreadable, ///< wanted and not to be had: a warning
        LeftOut,    ///< rightly not there
        Remark,     ///< there, but not as one would think
    };
    Type type = Type::Remark;
    QString what; ///< path, or pattern; harmless on one line
    QString reason;

    friend bool operator==(const FileNote &, const FileNote &) = default;
};

/// Gets what walkFiles() finds. Paths are absolute; `parent` is the open folder an entry is in. An error ends
/// the walk.
class FileVisitor
{
public:
    virtual ~FileVisitor() = default;
    virtual Result<> folder(const QByteArray &path, const Directory &folder) = 0;
    virtual Result<> file(const QByteArray &path, const Directory &parent, const Directory::Entry &entry) = 0;
    virtual Result<> link(const QByteArray &path, const Directory &parent, const Directory::Entry &entry) = 0;
    virtual void note(const FileNote &note) = 0;
};

/// Visits the selection in the order of its bytes, each path once, folders before what is in them, the
/// folders above a path as well. Links are told and never followed, other mounts not entered, sockets, pipes
/// and devices only noted. Limits of age and size are the visitor's. The only errors are Stopped and the
/// visitor's: what cannot be read is noted.
Result<> walkFiles(const FileSelection &selection, FileVisitor &visitor, const std::stop_token &stop);

} // namespace masclet
