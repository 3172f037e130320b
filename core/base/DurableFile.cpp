#include "core/base/DurableFile.h"

#include "core/base/DiskWait.h"
#include "core/base/FileCalls.h"
#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DurableFile)
};

} // namespace

DurableFile::DurableFile(Fd directory, QByteArray name, QString path, Fd fd)
    : m_directory(std::move(directory))
    , m_name(std::move(name))
    , m_path(std::move(path))
    , m_fd(std::move(fd))
{
}

DurableFile::~DurableFile()
{
    if (m_fd)
        ::unlinkat(m_directory.get(), m_name.constData(), 0);
}

Result<DurableFile> DurableFile::create(const Directory &directory, const QByteArray &name)
{
    MASCLET_TRY_ASSIGN(Fd fd, directory.createFile(name));
    const QString path = oneLine(directory.path()) + QChar(u'/') + oneLine(name);
    Fd own(::fcntl(directory.fd(), F_DUPFD_CLOEXEC, 3));
    if (!own) {
        const int problem = errno;
        ::unlinkat(directory.fd(), name.constData(), 0);
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot create %1").arg(path), problem));
    }
    return DurableFile(std::move(own), name, path, std::move(fd));
}

Result<> DurableFile::write(std::span<const std::byte> bytes)
{
    if (const int problem = writeAll(m_fd.get(), bytes))
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot write %1").arg(m_path), problem));
    m_size += qint64(bytes.size());
    return {};
}

Result<> DurableFile::syncAndClose()
{
    if (const int problem = syncToDisk(m_fd.get()))
        return fail(
            systemError(ErrorKind::Storage, Tr::tr("Cannot sync %1 to the disk").arg(m_path), problem));
    const DiskCall call; // network file systems write at close
    if (::close(m_fd.release()) != 0) {
        const int problem = errno;
        ::unlinkat(m_directory.get(), m_name.constData(), 0);
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot close %1").arg(m_path), problem));
    }
    return {};
}

Result<> dropTornLine(const Fd &file, const QString &path)
{
    struct stat info = {};
    bool good = ::fstat(file.get(), &info) == 0;
    std::array<char, 4096> block = {};
    qint64 whole = info.st_size; // behind the last line end
    for (qint64 at = info.st_size; good && at > 0;) {
        const qint64 begin = std::max<qint64>(at - qint64(block.size()), 0);
        const ssize_t got = ::pread(file.get(), block.data(), size_t(at - begin), begin);
        if (got < 0 && errno == EINTR)
            continue;
        good = got == at - begin;
        const qsizetype found = good ? QByteArrayView(block.data(), got).lastIndexOf('\n') : -1;
        whole = begin + found + 1;
        if (found >= 0)
            break;
        at = begin;
    }
    if (good && (whole == info.st_size || ::ftruncate(file.get(), whole) == 0))
        return {};
    return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot append to %1").arg(oneLine(path)), errno));
}

Result<> appendLine(const Fd &file, const QByteArray &line, const QString &path)
{
    const QByteArray whole = line + '\n';
    const auto bytes = std::as_bytes(std::span(whole.constData(), size_t(whole.size())));
    if (const int problem = writeAll(file.get(), bytes))
        return fail(
            systemError(ErrorKind::Storage, Tr::tr("Cannot append to %1").arg(oneLine(path)), problem));
    if (const int problem = syncToDisk(file.get()))
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot sync %1 to the disk").arg(oneLine(path)),
                                problem));
    return {};
}

} // namespace masclet
