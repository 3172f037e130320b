#pragma once

#include "core/base/Directory.h"
#include "core/base/Fd.h"
#include "core/base/Result.h"
#include "core/process/ToolCommand.h"

#include <QFile>

#include <optional>

namespace masclet
{

/// A libpq pass file or another secret file for one child, 0600, owned by the child's user: libpq refuses
/// files that others may read and, without a word, files of another owner. It lives in memory only (memfd,
/// close-on-exec): no disk, argv or environment ever holds a password. Where /proc is missing and /dev/fd
/// with it, it is a file in a 0700 folder, removed with this object or by the next one made.
class PassFile
{
public:
    /// Credentials when an entry cannot be written as one line (a password with a line end).
    static Result<PassFile> create(const QList<ToolCommand::PassEntry> &entries, uid_t owner, gid_t group);
    /// Any secret, as it is.
    static Result<PassFile> create(const Secret &content, uid_t owner, gid_t group);
    PassFile(PassFile &&) noexcept = default;
    PassFile &operator=(PassFile &&) noexcept = delete;
    ~PassFile();

    /// What the child calls it: the value of its PGPASSFILE.
    QByteArray path() const { return m_path; }
    /// The descriptor the child must inherit; -1 when it is a file on disk.
    int descriptor() const { return m_memory.get(); }

private:
    PassFile() = default;
    static Result<PassFile> made(const QByteArray &content, uid_t owner, gid_t group);
    static Result<PassFile> inMemory(const QByteArray &content, uid_t owner, gid_t group);
    static Result<PassFile> onDisk(const QByteArray &content, uid_t owner, gid_t group);

    QByteArray m_path;
    Fd m_memory;
    std::optional<Directory> m_parent; ///< holds the folder m_name when the file is on disk
    QByteArray m_name;
};

/// An empty folder, which a child covers with one of its own that holds its credentials; removed with this
/// object or by the next secret file on disk that is made. What is in the child's is never in here.
class CredentialsFolder
{
public:
    static Result<CredentialsFolder> create();
    CredentialsFolder(CredentialsFolder &&) noexcept = default;
    CredentialsFolder &operator=(CredentialsFolder &&) noexcept = delete;
    ~CredentialsFolder();
    QByteArray path() const { return QFile::encodeName(m_parent->path()) + '/' + m_name; }

private:
    CredentialsFolder() = default;
    std::optional<Directory> m_parent;
    QByteArray m_name;
};

/// One line as libpq reads it: ':' and '\' escaped, an empty field is "*". With the line end.
Result<QByteArray> passLine(const ToolCommand::PassEntry &entry);

} // namespace masclet
