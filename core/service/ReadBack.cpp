#include "core/service/ReadBack.h"

#include "core/base/Text.h"

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

Result<> verifyDump(std::unique_ptr<StoredBytes> stored, const ManifestFile &file, JobContext &job)
{
    ArchiveStream stream(std::move(stored), expectationOf(file), inflateThreads(), job.stopToken());
    for (;;) {
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, stream.next());
        if (raw.empty())
            return {};
        job.advance(qint64(raw.size()), oneLine(file.path));
    }
}

/// All that can be said where the key is not: the bytes are those that were written.
Result<> verifyEncrypted(int fd, const ManifestFile &file, JobContext &job)
{
    return verifyStored(fd, encryptedExpectationOf(file), [&](qint64 bytes) -> Result<> {
        job.advance(bytes, oneLine(file.path));
        return job.proceed();
    });
}

} // namespace

StoredExpectation storedExpectationOf(const ManifestFile &file)
{
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

Result<> verifyFile(int fd, const ManifestFile &file, const std::optional<SetKey> &key, JobContext &job)
{
    // Synced pages only: asks the kernel to read them from the disk again.
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    auto verified = [&]() -> Result<> {
        if (file.encryption && !key)
            return verifyEncrypted(fd, file, job);
        if (file.format == QLatin1String("tar"))
            return readEntries(fd, file, key, job,
                               [](const TarEntry &, TarReader &) -> Result<> { return {}; });
        MASCLET_TRY_ASSIGN(auto stored, storedBytesOf(fd, file, key, job.stopToken()));
        return verifyDump(std::move(stored), file, job);
    }();
    if (!verified)
        return fail(std::move(verified).error().during(Tr::tr("verifying %1").arg(oneLine(file.path))));
    return {};
}

} // namespace masclet
