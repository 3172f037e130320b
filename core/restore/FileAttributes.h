#pragma once

#include "core/archive/TarEntry.h"
#include "core/base/Result.h"

#include <QMap>
#include <QStringList>

#include <memory>

namespace masclet
{

/// Gives restored files what the archive says of them: owner (by name where this machine knows it), mode,
/// extended attributes, ACL, time. What a file system or the rights of the process do not allow is collected
/// and no failure: the content is what counts. One thread.
class FileAttributes
{
public:
    enum class Owners {
        Keep,
        Leave, ///< files stay the process's: no setuid bits then, and no attributes that only root may set
    };
    static Result<FileAttributes> create(Owners owners);
    FileAttributes(FileAttributes &&) noexcept;
    ~FileAttributes();

    /// Of an open file or folder.
    void give(int fd, const TarEntry &entry);
    /// Of a symbolic link, which has owner and time only.
    void giveLink(int parentFd, const QByteArray &name, const TarEntry &entry);

    /// A sentence for each sort of thing that could not be given.
    QStringList problems() const;

private:
    enum class Sort { Owner, Mode, Attributes, Acl, Time };
    struct Problem {
        int files = 0;
        QString first;
        QString reason;
    };
    struct Lookup; ///< names of this machine

    explicit FileAttributes(Owners owners, std::unique_ptr<Lookup> lookup);
    void giveAttributes(int fd, const TarEntry &entry);
    void giveAcl(int fd, const TarEntry &entry, TarAclEntry::List list, const char *attribute);
    QByteArray encodedAcl(const TarEntry &entry, TarAclEntry::List list) const;
    qint64 idOf(const TarAclEntry &right) const;
    /// With errno as the reason.
    void note(Sort sort, const TarEntry &entry);

    Owners m_owners;
    std::unique_ptr<Lookup> m_lookup;
    QMap<Sort, Problem> m_problems;
};

} // namespace masclet
