#include "core/restore/FileAttributes.h"

#include "core/archive/LibArchive.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <tuple>

#include <fcntl.h>
#include <linux/posix_acl.h>
#include <linux/posix_acl_xattr.h>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FileAttributes)
};

quint16 kernelTag(TarAclEntry::Tag tag)
{
    switch (tag) {
    case TarAclEntry::Tag::Owner:
        return ACL_USER_OBJ;
    case TarAclEntry::Tag::User:
        return ACL_USER;
    case TarAclEntry::Tag::OwningGroup:
        return ACL_GROUP_OBJ;
    case TarAclEntry::Tag::Group:
        return ACL_GROUP;
    case TarAclEntry::Tag::Mask:
        return ACL_MASK;
    case TarAclEntry::Tag::Other:
        break;
    }
    return ACL_OTHER;
}

timespec moment(const TarEntry &entry)
{
    return {time_t(entry.modified), 0};
}

} // namespace

struct FileAttributes::Lookup {
    ArchivePtr disk{archive_write_disk_new()};

    qint64 user(const QByteArray &name, qint64 id) const
    {
        return archive_write_disk_uid(disk.get(), name.constData(), id);
    }
    qint64 group(const QByteArray &name, qint64 id) const
    {
        return archive_write_disk_gid(disk.get(), name.constData(), id);
    }
};

FileAttributes::FileAttributes(Owners owners, std::unique_ptr<Lookup> lookup)
    : m_owners(owners)
    , m_lookup(std::move(lookup))
{
}

FileAttributes::FileAttributes(FileAttributes &&) noexcept = default;
FileAttributes::~FileAttributes() = default;

Result<FileAttributes> FileAttributes::create(Owners owners)
{
    auto lookup = std::make_unique<Lookup>();
    if (!lookup->disk || archive_write_disk_set_standard_lookup(lookup->disk.get()) != ARCHIVE_OK)
        return fail(ErrorKind::Internal, Tr::tr("The users of this machine cannot be looked up."));
    return FileAttributes(owners, std::move(lookup));
}

/// In this order: a change of owner takes setuid bits and capabilities away, an ACL needs the mode first.
void FileAttributes::give(int fd, const TarEntry &entry)
{
    if (m_owners == Owners::Keep && ::fchown(fd, uid_t(m_lookup->user(entry.user, entry.uid)),
                                             gid_t(m_lookup->group(entry.group, entry.gid))) != 0)
        note(Sort::Owner, entry);
    if (::fchmod(fd, m_owners == Owners::Keep ? entry.mode : entry.mode & 0777) != 0)
        note(Sort::Mode, entry);
    giveAttributes(fd, entry);
    giveAcl(fd, entry, TarAclEntry::List::Access, "system.posix_acl_access");
    giveAcl(fd, entry, TarAclEntry::List::Default, "system.posix_acl_default");
    const timespec times[2] = {{0, UTIME_OMIT}, moment(entry)};
    if (::futimens(fd, times) != 0)
        note(Sort::Time, entry);
}

void FileAttributes::giveLink(int parentFd, const QByteArray &name, const TarEntry &entry)
{
    if (m_owners == Owners::Keep &&
        ::fchownat(parentFd, name.constData(), uid_t(m_lookup->user(entry.user, entry.uid)),
                   gid_t(m_lookup->group(entry.group, entry.gid)), AT_SYMLINK_NOFOLLOW) != 0)
        note(Sort::Owner, entry);
    const timespec times[2] = {{0, UTIME_OMIT}, moment(entry)};
    if (::utimensat(parentFd, name.constData(), times, AT_SYMLINK_NOFOLLOW) != 0)
        note(Sort::Time, entry);
}

void FileAttributes::giveAttributes(int fd, const TarEntry &entry)
{
    for (const auto &[name, value] : entry.attributes) {
        if (m_owners == Owners::Leave && !name.startsWith("user."))
            continue;
        if (::fsetxattr(fd, name.constData(), value.constData(), size_t(value.size()), 0) != 0)
            note(Sort::Attributes, entry);
    }
}

void FileAttributes::giveAcl(int fd, const TarEntry &entry, TarAclEntry::List list, const char *attribute)
{
    const QByteArray acl = encodedAcl(entry, list);
    if (!acl.isEmpty() && ::fsetxattr(fd, attribute, acl.constData(), size_t(acl.size()), 0) != 0)
        note(Sort::Acl, entry);
}

/// As the kernel takes it (linux/posix_acl_xattr.h); it wants the entries in the order of their tags.
QByteArray FileAttributes::encodedAcl(const TarEntry &entry, TarAclEntry::List list) const
{
    QList<std::tuple<quint16, quint32, quint16>> rights; // tag, id, permissions
    for (const TarAclEntry &right : entry.acl) {
        if (right.list == list)
            rights.append({kernelTag(right.tag), quint32(idOf(right)), quint16(right.permissions)});
    }
    if (rights.isEmpty())
        return {};
    std::sort(rights.begin(), rights.end());
    QByteArray acl;
    auto put = [&acl](auto number) {
        const auto little = qToLittleEndian(number);
        acl.append(reinterpret_cast<const char *>(&little), sizeof little);
    };
    put(quint32(POSIX_ACL_XATTR_VERSION));
    for (const auto &[tag, id, permissions] : std::as_const(rights)) {
        put(tag);
        put(permissions);
        put(id);
    }
    return acl;
}

qint64 FileAttributes::idOf(const TarAclEntry &right) const
{
    if (right.tag == TarAclEntry::Tag::User)
        return m_lookup->user(right.name, right.id);
    if (right.tag == TarAclEntry::Tag::Group)
        return m_lookup->group(right.name, right.id);
    return ACL_UNDEFINED_ID;
}

void FileAttributes::note(Sort sort, const TarEntry &entry)
{
    Problem &problem = m_problems[sort];
    if (problem.files++ > 0)
        return;
    problem.reason = QString::fromLocal8Bit(::strerror(errno));
    problem.first = oneLine(entry.path, 300);
}

QStringList FileAttributes::problems() const
{
    QStringList list;
    for (auto problem = m_problems.begin(); problem != m_problems.end(); ++problem) {
        QString text;
        switch (problem.key()) {
        case Sort::Owner:
            text = Tr::tr("The owner of %n file(s) could not be set, first %1: %2", nullptr, problem->files);
            break;
        case Sort::Mode:
            text = Tr::tr("The mode of %n file(s) could not be set, first %1: %2", nullptr, problem->files);
            break;
        case Sort::Attributes:
            text =
                Tr::tr("%n extended attribute(s) could not be set, first on %1: %2", nullptr, problem->files);
            break;
        case Sort::Acl:
            text = Tr::tr("%n access control list(s) could not be set, first on %1: %2", nullptr,
                          problem->files);
            break;
        case Sort::Time:
            text = Tr::tr("The time of %n file(s) could not be set, first %1: %2", nullptr, problem->files);
            break;
        }
        list << text.arg(problem->first, problem->reason);
    }
    return list;
}

} // namespace masclet
