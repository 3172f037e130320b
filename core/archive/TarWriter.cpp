#include "core/archive/TarWriter.h"

#include "core/archive/LibArchive.h"
#include "core/archive/TarLinks.h"
#include "core/base/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TarWriter)
};

constexpr size_t tarBlock = 1024 * 1024;

bool sameMoment(const timespec &a, const timespec &b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

struct Extent {
    qint64 from = 0;
    qint64 to = 0;
};

/// Where a file has data. A file system that knows no holes answers that it is everywhere; so does a file
/// with as many blocks as it is long, which is not asked.
std::vector<Extent> extentsOf(int fd, const struct stat &info)
{
    std::vector<Extent> extents;
    if (info.st_blocks * 512 >= info.st_size)
        return {{0, info.st_size}};
    for (qint64 at = 0; at < info.st_size;) {
        const qint64 data = ::lseek(fd, at, SEEK_DATA);
        if (data < 0 && errno != ENXIO)
            return {{0, info.st_size}};
        if (data < 0 || data >= info.st_size)
            break;
        const qint64 hole = ::lseek(fd, data, SEEK_HOLE);
        at = hole > data ? std::min<qint64>(hole, info.st_size) : info.st_size;
        extents.push_back({data, at});
    }
    return extents;
}

/// Bytes that are no UTF-8, and characters that libarchive would compose when it reads them (n and ~ to ñ),
/// which names another file.
bool mustBeBytes(const char *name)
{
    const QByteArray raw(name);
    const QString text = QString::fromUtf8(raw);
    return text.normalized(QString::NormalizationForm_C).toUtf8() != raw;
}

} // namespace

struct TarWriter::Private {
    Sink sink;
    std::optional<Error> sinkError;
    ArchivePtr writer{archive_write_new()};
    ArchivePtr disk{archive_read_disk_new()};
    EntryPtr entry{archive_entry_new()};
    std::vector<std::byte> block = std::vector<std::byte>(tarBlock);
    qint64 entries = 0;

    Result<> check(int state);
    void begin(const QByteArray &path);
    void describe(int fd, const struct stat &info);
    Result<> header();
    Result<> put(std::span<const std::byte> bytes);
    Result<> putZeros(qint64 count);
    void mapHoles(const std::vector<Extent> &extents, qint64 size);
    Result<std::optional<QString>> copy(int fd, const std::vector<Extent> &extents, qint64 size,
                                        const Progress &progress);
};

/// Anything but OK and a warning (a name that had to be kept as bytes) is a failure; that of the sink comes
/// back as it was.
Result<> TarWriter::Private::check(int state)
{
    if (sinkError)
        return fail(*sinkError);
    if (state == ARCHIVE_OK || state == ARCHIVE_WARN)
        return {};
    return fail(ErrorKind::Internal, Tr::tr("The tar archive could not be written."), {},
                oneLine(QByteArray(archive_error_string(writer.get()))));
}

void TarWriter::Private::begin(const QByteArray &path)
{
    archive_entry_clear(entry.get());
    archive_entry_copy_pathname(entry.get(), path.constData());
}

/// Everything that belongs to the file: stat, and of what is open ACL and extended attributes, as far as they
/// can be read. Times of access and change differ from backup to backup.
void TarWriter::Private::describe(int fd, const struct stat &info)
{
    if (fd >= 0)
        archive_read_disk_entry_from_file(disk.get(), entry.get(), fd, &info);
    else
        archive_entry_copy_stat(entry.get(), &info);
    archive_entry_unset_atime(entry.get());
    archive_entry_unset_ctime(entry.get());
    archive_entry_unset_birthtime(entry.get());
    archive_entry_set_mtime(entry.get(), info.st_mtim.tv_sec, 0);
    archive_entry_copy_uname(entry.get(), archive_read_disk_uname(disk.get(), info.st_uid));
    archive_entry_copy_gname(entry.get(), archive_read_disk_gname(disk.get(), info.st_gid));
}

Result<> TarWriter::Private::header()
{
    // What is no UTF-8 goes into the archive as bytes, marked so (pax hdrcharset=BINARY).
    const bool bytes = mustBeBytes(archive_entry_pathname(entry.get())) ||
                       mustBeBytes(archive_entry_hardlink(entry.get())) ||
                       mustBeBytes(archive_entry_symlink(entry.get()));
    const NameScope names(bytes ? NameScope::Names::Bytes : NameScope::Names::Utf8);
    ++entries;
    return check(archive_write_header(writer.get(), entry.get()));
}

Result<> TarWriter::Private::put(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const la_ssize_t taken = archive_write_data(writer.get(), bytes.data(), bytes.size());
        MASCLET_TRY(check(taken < 0 ? int(taken) : ARCHIVE_OK));
        if (taken == 0) // the file has grown, and there is no more room for it in the archive
            return {};
        bytes = bytes.subspan(size_t(taken));
    }
    return {};
}

Result<> TarWriter::Private::putZeros(qint64 count)
{
    static constexpr std::byte zeros[64 * 1024] = {};
    for (; count > 0; count -= std::min<qint64>(count, sizeof zeros))
        MASCLET_TRY(put(std::span(zeros).first(size_t(std::min<qint64>(count, sizeof zeros)))));
    return {};
}

void TarWriter::Private::mapHoles(const std::vector<Extent> &extents, qint64 size)
{
    for (const Extent &data : extents)
        archive_entry_sparse_add_entry(entry.get(), data.from, data.to - data.from);
    if (extents.empty() && size > 0)
        archive_entry_sparse_add_entry(entry.get(), size, 0);
}

/// The file's bytes, with zeros for holes and for what it does not have any more. The text is why it could
/// not be read.
Result<std::optional<QString>> TarWriter::Private::copy(int fd, const std::vector<Extent> &extents,
                                                        qint64 size, const Progress &progress)
{
    std::optional<QString> problem;
    qint64 at = 0;
    for (const Extent &data : extents) {
        MASCLET_TRY(putZeros(data.from - at));
        at = data.from;
        while (at < data.to && !problem) {
            const auto wanted = size_t(std::min<qint64>(data.to - at, tarBlock));
            const ssize_t got = ::pread(fd, block.data(), wanted, at);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                problem = QString::fromLocal8Bit(::strerror(errno));
            if (got <= 0)
                break;
            MASCLET_TRY(put(std::span(block).first(size_t(got))));
            at += got;
            MASCLET_TRY(progress(got));
        }
        if (at < data.to)
            break;
    }
    MASCLET_TRY(putZeros(size - at));
    return problem;
}

TarWriter::TarWriter(std::unique_ptr<Private> made)
    : d(std::move(made))
{
}

TarWriter::~TarWriter()
{
    // Freeing an unfinished archive would close it, and that would write.
    archive_write_fail(d->writer.get());
}

Result<std::unique_ptr<TarWriter>> TarWriter::create(Sink sink)
{
    auto made = std::make_unique<Private>();
    made->sink = std::move(sink);
    archive *const writer = made->writer.get();
    MASCLET_TRY(made->check(archive_write_set_format_pax_restricted(writer)));
    MASCLET_TRY(made->check(archive_write_set_bytes_per_block(writer, 0)));
    archive_read_disk_set_standard_lookup(made->disk.get());
    archive_read_disk_set_symlink_physical(made->disk.get());
    archive_read_disk_set_behavior(made->disk.get(), ARCHIVE_READDISK_NO_FFLAGS | ARCHIVE_READDISK_NO_SPARSE);
    const auto write = [](archive *, void *data, const void *bytes, size_t size) -> la_ssize_t {
        auto *own = static_cast<Private *>(data);
        const Result<> written = own->sink({static_cast<const std::byte *>(bytes), size});
        if (written)
            return la_ssize_t(size);
        own->sinkError = written.error();
        return -1;
    };
    MASCLET_TRY(made->check(archive_write_open2(writer, made.get(), nullptr, write, nullptr, nullptr)));
    return std::unique_ptr<TarWriter>(new TarWriter(std::move(made)));
}

Result<> TarWriter::addContent(const QByteArray &path, const QByteArray &content, qint64 modified)
{
    d->begin(path);
    archive_entry_set_mode(d->entry.get(), S_IFREG | 0600);
    archive_entry_set_size(d->entry.get(), content.size());
    archive_entry_set_mtime(d->entry.get(), modified, 0);
    MASCLET_TRY(d->header());
    return d->put(std::as_bytes(std::span(content.constData(), size_t(content.size()))));
}

Result<TarCopy> TarWriter::addFile(const QByteArray &path, int fd, const Progress &progress)
{
    struct stat before = {};
    if (::fstat(fd, &before) != 0)
        return TarCopy{TarCopy::Outcome::Unreadable, QString::fromLocal8Bit(::strerror(errno))};
    d->begin(path);
    d->describe(fd, before);
    const std::vector<Extent> extents = extentsOf(fd, before);
    d->mapHoles(extents, before.st_size);
    MASCLET_TRY(d->header());
    MASCLET_TRY_ASSIGN(const std::optional<QString> problem, d->copy(fd, extents, before.st_size, progress));
    if (problem)
        return TarCopy{TarCopy::Outcome::Unreadable, *problem};
    struct stat after = {};
    if (::fstat(fd, &after) != 0 ||
        (sameMoment(before.st_mtim, after.st_mtim) && before.st_size == after.st_size))
        return TarCopy{};
    return TarCopy{after.st_size > before.st_size ? TarCopy::Outcome::Grew : TarCopy::Outcome::Changed, {}};
}

Result<> TarWriter::addFolder(const QByteArray &path, int fd)
{
    struct stat info = {};
    if (::fstat(fd, &info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot look at %1").arg(oneLine(path)), errno));
    d->begin(path);
    d->describe(fd, info);
    archive_entry_set_size(d->entry.get(), 0);
    return d->header();
}

Result<TarCopy> TarWriter::addLink(const QByteArray &path, int parentFd, const QByteArray &name)
{
    struct stat info = {};
    char target[PATH_MAX + 1] = {};
    if (::fstatat(parentFd, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0 ||
        ::readlinkat(parentFd, name.constData(), target, PATH_MAX) < 0)
        return TarCopy{TarCopy::Outcome::Unreadable, QString::fromLocal8Bit(::strerror(errno))};
    if (leadsAboveRoot(path, target))
        return TarCopy{TarCopy::Outcome::LeadsOut, oneLine(QByteArray(target))};
    d->begin(path);
    d->describe(-1, info);
    archive_entry_set_size(d->entry.get(), 0);
    archive_entry_copy_symlink(d->entry.get(), target);
    MASCLET_TRY(d->header());
    return TarCopy{};
}

Result<> TarWriter::addHardLink(const QByteArray &path, const QByteArray &target, int fd)
{
    struct stat info = {};
    if (::fstat(fd, &info) != 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot look at %1").arg(oneLine(path)), errno));
    d->begin(path);
    d->describe(-1, info);
    archive_entry_unset_size(d->entry.get());
    archive_entry_copy_hardlink(d->entry.get(), target.constData());
    return d->header();
}

Result<> TarWriter::finish()
{
    return d->check(archive_write_close(d->writer.get()));
}

qint64 TarWriter::entries() const
{
    return d->entries;
}

} // namespace masclet
