#include "core/archive/StrictGunzip.h"

#include <QCoreApplication>

#include <zlib.h>

#include <cerrno>
#include <memory>
#include <vector>

#include <unistd.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StrictGunzip)
};

constexpr size_t inflateBlock = 256 * 1024;
constexpr int gzipOnly = 15 + 16; // zlib: window of 32 KiB, gzip wrapper, no other format

tl::unexpected<Error> damaged(const QString &message, const char *detail = nullptr)
{
    return fail(ErrorKind::Verification, message, Tr::tr("Use another copy of the file."),
                detail ? QString::fromLatin1(detail) : QString());
}

struct EndInflate {
    void operator()(z_stream *stream) const
    {
        inflateEnd(stream);
        delete stream;
    }
};

/// The stored bytes of an open file.
class FileBlocks
{
public:
    explicit FileBlocks(int fd)
        : m_fd(fd)
        , m_block(inflateBlock)
    {
    }

    Result<std::span<const std::byte>> next()
    {
        ssize_t got = 0;
        do {
            got = ::read(m_fd, m_block.data(), m_block.size());
        } while (got < 0 && errno == EINTR);
        if (got < 0)
            return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read the file"), errno));
        return std::span<const std::byte>(m_block).first(size_t(got));
    }

private:
    int m_fd;
    std::vector<std::byte> m_block;
};

} // namespace

struct GunzipStream::Private {
    const ByteSource stored;
    const GunzipLimits limits;
    const std::unique_ptr<z_stream, EndInflate> stream{new z_stream{}};
    const bool started = inflateInit2(stream.get(), gzipOnly) == Z_OK;
    std::vector<std::byte> raw = std::vector<std::byte>(inflateBlock);
    GunzipReport report;
    qint64 given = 0; // stored bytes handed to zlib
    bool insideMember = false;
    bool ended = false;

    Private(ByteSource source, const GunzipLimits &most)
        : stored(std::move(source))
        , limits(most)
    {
    }
    Result<bool> fill();
    Result<size_t> step();
    tl::unexpected<Error> refuse() const;
};

/// Gives zlib something to read when it has nothing left; false at the end.
Result<bool> GunzipStream::Private::fill()
{
    if (stream->avail_in > 0)
        return true;
    MASCLET_TRY_ASSIGN(const std::span<const std::byte> block, stored());
    given += qint64(block.size());
    // zlib's type lacks a const; it does not write there.
    stream->next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(block.data()));
    stream->avail_in = uInt(block.size());
    return !block.empty();
}

tl::unexpected<Error> GunzipStream::Private::refuse() const
{
    if (stream->total_out == 0 && report.members == 0 && stream->total_in <= 2)
        return damaged(Tr::tr("The file is not gzip, whatever its name says."), stream->msg);
    if (stream->total_out == 0 && stream->total_in <= 2)
        return damaged(Tr::tr("Something that is not gzip stands behind byte %1.")
                           .arg(report.storedBytes - qint64(stream->total_in)),
                       stream->msg);
    return damaged(Tr::tr("The compressed data is damaged near byte %1.").arg(report.storedBytes),
                   stream->msg);
}

/// Inflates once; the number of raw bytes, which may be none.
Result<size_t> GunzipStream::Private::step()
{
    insideMember = true;
    stream->next_out = reinterpret_cast<Bytef *>(raw.data());
    stream->avail_out = uInt(raw.size());
    const int state = inflate(stream.get(), Z_NO_FLUSH);
    report.storedBytes = given - stream->avail_in;
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
        return refuse();
    const size_t produced = raw.size() - stream->avail_out;
    report.rawBytes += qint64(produced);
    if (report.rawBytes > limits.rawBytes ||
        (report.rawBytes > 1024 * 1024 && report.rawBytes / limits.ratio > report.storedBytes))
        return damaged(Tr::tr("The file grows beyond every measure when it is decompressed."));
    if (state == Z_STREAM_END) { // CRC and length were right, or zlib would have refused
        ++report.members;
        insideMember = false;
        inflateReset(stream.get());
    }
    return produced;
}

GunzipStream::GunzipStream(ByteSource stored, const GunzipLimits &limits)
    : d(std::make_unique<Private>(std::move(stored), limits))
{
}

GunzipStream::~GunzipStream() = default;

const GunzipReport &GunzipStream::report() const
{
    return d->report;
}

Result<std::span<const std::byte>> GunzipStream::next()
{
    if (!d->started)
        return fail(ErrorKind::Internal, Tr::tr("The decompressor could not be started."));
    while (!d->ended) {
        MASCLET_TRY_ASSIGN(const bool more, d->fill());
        d->report.storedBytes = d->given - d->stream->avail_in;
        if (!more && d->insideMember)
            return damaged(Tr::tr("The file is cut at byte %1.").arg(d->report.storedBytes));
        if (!more && d->report.members == 0)
            return damaged(Tr::tr("The file is empty."));
        d->ended = !more;
        if (!more)
            break;
        MASCLET_TRY_ASSIGN(const size_t produced, d->step());
        if (produced > 0)
            return std::span<const std::byte>(d->raw).first(produced);
    }
    return std::span<const std::byte>();
}

Result<GunzipReport> strictGunzip(int fd, const std::function<Result<>(std::span<const std::byte>)> &sink,
                                  const GunzipLimits &limits, const std::stop_token &stop)
{
    FileBlocks blocks(fd);
    GunzipStream stream([&blocks] { return blocks.next(); }, limits);
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, stream.next());
        if (raw.empty())
            return stream.report();
        MASCLET_TRY(sink(raw));
    }
}

} // namespace masclet
