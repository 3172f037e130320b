#include "core/archive/ForeignDump.h"

#include "core/archive/MemberInflate.h"
#include "core/base/Fd.h"
#include "core/base/Hash.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ForeignDump)
};

constexpr size_t partSize = 1024 * 1024;
constexpr qsizetype tarMagicAt = 257; // POSIX ustar header

tl::unexpected<Error> refuse(const QString &message, const QString &hint)
{
    return fail(ErrorKind::Verification, message, hint);
}

tl::unexpected<Error> cannotRead()
{
    return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read the file"), errno));
}

/// The first bytes, fewer when the file is shorter.
Result<QByteArray> beginningOf(int fd)
{
    QByteArray bytes(512, '\0');
    const ssize_t got = ::pread(fd, bytes.data(), size_t(bytes.size()), 0);
    if (got < 0)
        return cannotRead();
    bytes.truncate(got);
    return bytes;
}

Result<> refuseOtherCompression(const QByteArray &beginning)
{
    static constexpr struct {
        const char *magic;
        const char *program;
    } others[] = {
        {"\x28\xb5\x2f\xfd", "zstd"}, {"\xfd\x37zXZ", "xz"}, {"BZh", "bzip2"},
        {"\x04\x22\x4d\x18", "lz4"},  {"PK\x03\x04", "zip"},
    };
    for (const auto &other : others) {
        if (beginning.startsWith(other.magic))
            return refuse(Tr::tr("The file is compressed with %1.").arg(QLatin1String(other.program)),
                          Tr::tr("Decompress it first; gzip is the only compression that is read here."));
    }
    return {};
}

Result<> refuseRestoreFormats(DumpFormat format)
{
    if (!needsPgRestore(format))
        return {};
    return refuse(Tr::tr("This is a dump in the format %1, which only pg_restore reads.").arg(nameOf(format)),
                  Tr::tr("pg_restore -f dump.sql FILE makes plain SQL of it."));
}

Result<> readPlain(int fd, const RawLook &sink, const std::stop_token &stop)
{
    Buffer part;
    part.resize(partSize);
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        const ssize_t got = ::read(fd, part.bytes().data(), partSize);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead();
        if (got == 0)
            return {};
        MASCLET_TRY(sink(part.bytes().first(size_t(got))));
    }
}

} // namespace

QString nameOf(DumpFormat format)
{
    switch (format) {
    case DumpFormat::PlainSql:
    case DumpFormat::GzipSql:
        break;
    case DumpFormat::Custom:
        return QStringLiteral("custom");
    case DumpFormat::Directory:
        return QStringLiteral("directory");
    case DumpFormat::Tar:
        return QStringLiteral("tar");
    }
    return QStringLiteral("plain");
}

DumpFormat dumpFormatNamed(const QString &name)
{
    for (const DumpFormat format : {DumpFormat::Custom, DumpFormat::Directory, DumpFormat::Tar}) {
        if (nameOf(format) == name)
            return format;
    }
    return DumpFormat::PlainSql;
}

bool needsPgRestore(DumpFormat format)
{
    return format != DumpFormat::PlainSql && format != DumpFormat::GzipSql;
}

Result<DumpFormat> dumpFormatOf(int fd)
{
    struct stat info = {};
    if (::fstat(fd, &info) != 0)
        return cannotRead();
    if (S_ISDIR(info.st_mode)) {
        const Fd contents(::openat(fd, "toc.dat", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (contents)
            return DumpFormat::Directory;
        return refuse(Tr::tr("The folder is not a dump: it has no toc.dat."),
                      Tr::tr("Name the dump's file, or the folder that pg_dump -Fd made."));
    }
    if (!S_ISREG(info.st_mode))
        return refuse(Tr::tr("This is neither a file nor a folder."), Tr::tr("Name the dump's file."));
    MASCLET_TRY_ASSIGN(const QByteArray beginning, beginningOf(fd));
    if (beginning.startsWith("PGDMP"))
        return DumpFormat::Custom;
    if (beginning.startsWith("\x1f\x8b"))
        return DumpFormat::GzipSql;
    if (beginning.mid(tarMagicAt, 5) == "ustar")
        return DumpFormat::Tar;
    MASCLET_TRY(refuseOtherCompression(beginning));
    return DumpFormat::PlainSql;
}

Result<ForeignDump> checkForeignDump(int fd, const QByteArray &name, const std::stop_token &stop,
                                     const RawLook &look, const GunzipLimits &limits)
{
    ForeignDump dump;
    MASCLET_TRY_ASSIGN(dump.format, dumpFormatOf(fd));
    MASCLET_TRY(refuseRestoreFormats(dump.format));
    if (::lseek(fd, 0, SEEK_SET) < 0)
        return cannotRead();
    SqlScanner scanner;
    Sha256 hash;
    const RawLook read = [&](std::span<const std::byte> raw) -> Result<> {
        hash.add(raw);
        dump.rawSize += qint64(raw.size());
        MASCLET_TRY(scanner.feed(raw));
        return look(raw);
    };
    // Called .gz it must be gzip, whatever it is.
    if (dump.format == DumpFormat::GzipSql || name.endsWith(".gz")) {
        MASCLET_TRY_ASSIGN(const GunzipReport report, strictGunzip(fd, read, limits, stop));
        dump.storedSize = report.storedBytes;
        dump.members = report.members;
    } else {
        MASCLET_TRY(readPlain(fd, read, stop));
        dump.storedSize = dump.rawSize;
    }
    MASCLET_TRY_ASSIGN(dump.sql, scanner.finish());
    if (dump.sql.completeness.level == Completeness::Level::Incomplete)
        return refuse(dump.sql.completeness.reason,
                      Tr::tr("Use another copy of the file, or make the dump again."));
    dump.rawSha256 = hash.hex();
    return dump;
}

} // namespace masclet
