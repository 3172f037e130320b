#include "core/service/ReadBack.h"

#include "core/archive/DumpFormat.h"
#include "core/base/Text.h"
#include "core/pipeline/DumpFolder.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

#include <fcntl.h>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ReadBack)
};

qint64 packedSize(const ManifestFile &file)
{
    return file.encryption ? file.encryption->packedSize : file.storedSize;
}

QByteArray packedSha256(const ManifestFile &file)
{
    return file.encryption ? file.encryption->packedSha256 : file.storedSha256;
}

/// Synced pages only: asks the kernel to read them from the disk again.
void dropFromCache(const SetFile &file)
{
    if (file.fd)
        ::posix_fadvise(file.fd.get(), 0, 0, POSIX_FADV_DONTNEED);
}

Result<> verifyDump(const SetFile &file, const SetAccess &access, JobContext &job)
{
    MASCLET_TRY_ASSIGN(const ByteSource sql, sqlOf(file, access, job.stopToken()));
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, sql());
        if (raw.empty())
            return {};
        job.advance(qint64(raw.size()), oneLine(file.entry->path));
    }
}

} // namespace

StoredExpectation storedExpectationOf(const ManifestFile &file)
{
    // What pg_restore reads is taken as it is, packed by pg_dump or not.
    if (dumpFormatNamed(file.format) == DumpFormat::Custom)
        return {StoredExpectation::Form::Plain, packedSize(file), packedSha256(file), packedSize(file),
                packedSha256(file)};
    const bool plain = file.compression == QLatin1String("none");
    return {plain ? StoredExpectation::Form::Plain : StoredExpectation::Form::Gzip, packedSize(file),
            packedSha256(file), file.rawSize, file.rawSha256};
}

ArchiveExpectation expectationOf(const ManifestFile &file)
{
    return {packedSize(file),
            packedSha256(file),
            file.rawSize,
            file.rawSha256,
            file.index.value_or(ArchiveIndex()),
            file.restrictKey};
}

int inflateThreads()
{
    return std::clamp(QThread::idealThreadCount(), 1, 4);
}

Result<> readEntries(int fd, const ManifestFile &file, const std::optional<SetKey> &key, JobContext &job,
                     const EntryVisitor &visit)
{
    MASCLET_TRY_ASSIGN(auto stored, storedBytesOf(fd, file, key, job.stopToken()));
    StoredStream stream(std::move(stored), storedExpectationOf(file), job.stopToken());
    const auto source = [&]() -> Result<std::span<const std::byte>> {
        auto raw = stream.next();
        if (raw)
            job.advance(qint64(raw->size()), oneLine(file.path));
        return raw;
    };
    MASCLET_TRY_ASSIGN(const std::unique_ptr<TarReader> reader, TarReader::create(source));
    for (qint64 entries = 0;; ++entries) {
        MASCLET_TRY_ASSIGN(const std::optional<TarEntry> entry, reader->next());
        if (entry) {
            MASCLET_TRY(visit(*entry, *reader));
            continue;
        }
        if (entries == file.entries)
            return {};
        return fail(ErrorKind::Verification,
                    Tr::tr("The archive has %1 entries, its manifest says %2.")
                        .arg(entries)
                        .arg(file.entries.value_or(0)),
                    Tr::tr("Use another set."));
    }
}

Result<> verifyStoredOnly(const SetFile &file, JobContext &job)
{
    const auto progress = [&](qint64 bytes) -> Result<> {
        job.advance(bytes, oneLine(file.entry->path));
        return job.proceed();
    };
    if (!file.folder) {
        dropFromCache(file);
        return verifyStored(file.fd.get(), encryptedExpectationOf(*file.entry), progress);
    }
    MASCLET_TRY(verifyMembers(*file.folder, file.entry->members, progress));
    return {};
}

Result<> verifyFile(const SetFile &file, const SetAccess &access, JobContext &job)
{
    const ManifestFile &entry = *file.entry;
    dropFromCache(file);
    auto verified = [&]() -> Result<> {
        if (entry.encryption && !access.key)
            return verifyStoredOnly(file, job);
        if (dumpFormatNamed(entry.format) == DumpFormat::Tar)
            return readEntries(file.fd.get(), entry, access.key, job,
                               [](const TarEntry &, TarReader &) -> Result<> { return {}; });
        return verifyDump(file, access, job);
    }();
    if (!verified)
        return fail(std::move(verified).error().during(Tr::tr("verifying %1").arg(oneLine(entry.path))));
    return {};
}

} // namespace masclet
