#include "core/archive/StoredBytes.h"

#include "core/base/DiskWait.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <climits>

#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ArchiveStream)
};

} // namespace

FileBytes::FileBytes(int fd, qint64 size)
    : m_fd(fd)
    , m_size(size)
{
}

Result<> FileBytes::checkSize() const
{
    return checkFileSize(m_fd, m_size);
}

Result<> FileBytes::read(std::span<std::byte> bytes)
{
    MASCLET_TRY(readAt(m_fd, m_done, bytes));
    m_done += qint64(bytes.size());
    return {};
}

Result<> checkFileSize(int fd, qint64 size)
{
    struct stat info = {};
    if (::fstat(fd, &info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read the archive"), errno));
    const QString hint = Tr::tr("Use another set.");
    if (info.st_size < size)
        return fail(ErrorKind::Verification,
                    Tr::tr("The archive is cut at byte %1 of %2.").arg(info.st_size).arg(size), hint);
    if (info.st_size > size)
        return fail(ErrorKind::Verification,
                    Tr::tr("%n byte(s) stand behind the end of the archive, at byte %1.", nullptr,
                           int(std::min<qint64>(info.st_size - size, INT_MAX)))
                        .arg(size),
                    hint);
    return {};
}

Result<> readAt(int fd, qint64 offset, std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const DiskCall call;
        const ssize_t got = ::pread(fd, bytes.data(), bytes.size(), offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read the archive"), errno));
        if (got == 0)
            return fail(ErrorKind::Verification, Tr::tr("The archive is cut at byte %1.").arg(offset),
                        Tr::tr("Use another set."));
        offset += got;
        bytes = bytes.subspan(size_t(got));
    }
    return {};
}

} // namespace masclet
