#include "core/archive/StoredStream.h"

#include "core/base/Hash.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StoredStream)
};

constexpr size_t readBlock = 1024 * 1024;
/// Deflate can do no more than 1032; files full of zeros are no bomb, and the manifest says how long it is.
constexpr qint64 anyRatio = 1100;

tl::unexpected<Error> differs(const QString &message)
{
    return fail(ErrorKind::Verification, message, Tr::tr("Use another set."));
}

} // namespace

struct StoredStream::Private {
    const std::unique_ptr<StoredBytes> source;
    const StoredExpectation expected;
    const std::stop_token stop;
    std::vector<std::byte> block;
    Sha256 storedHash;
    Sha256 rawHash;
    qint64 storedDone = 0;
    qint64 rawDone = 0;
    bool ended = false;
    GunzipStream inflated;

    Private(std::unique_ptr<StoredBytes> bytes, StoredExpectation wanted, std::stop_token token)
        : source(std::move(bytes))
        , expected(std::move(wanted))
        , stop(std::move(token))
        , block(readBlock)
        , inflated([this] { return stored(); }, {expected.rawSize, anyRatio})
    {
    }

    Result<std::span<const std::byte>> stored();
    Result<> checkEnd();
};

Result<std::span<const std::byte>> StoredStream::Private::stored()
{
    const auto length = size_t(std::min<qint64>(expected.storedSize - storedDone, readBlock));
    const std::span<std::byte> part = std::span(block).first(length);
    MASCLET_TRY(part.empty() ? source->finish() : source->read(part));
    storedHash.add(part);
    storedDone += qint64(length);
    return part;
}

Result<> StoredStream::Private::checkEnd()
{
    if (rawDone != expected.rawSize || rawHash.hex() != expected.rawSha256)
        return differs(Tr::tr("The content of the file is not what its manifest says."));
    if (storedDone != expected.storedSize || storedHash.hex() != expected.storedSha256)
        return differs(Tr::tr("The stored bytes of the file are not what its manifest says."));
    return {};
}

StoredStream::StoredStream(std::unique_ptr<StoredBytes> stored, StoredExpectation expected,
                           std::stop_token stop)
    : d(std::make_unique<Private>(std::move(stored), std::move(expected), std::move(stop)))
{
}

StoredStream::StoredStream(int fd, StoredExpectation expected, std::stop_token stop)
    : StoredStream(std::make_unique<FileBytes>(fd, expected.storedSize), expected, std::move(stop))
{
}

StoredStream::~StoredStream() = default;

Result<std::span<const std::byte>> StoredStream::next()
{
    if (d->ended)
        return std::span<const std::byte>();
    if (d->stop.stop_requested())
        return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
    if (d->storedDone == 0)
        MASCLET_TRY(d->source->checkSize());
    const bool plain = d->expected.form == StoredExpectation::Form::Plain;
    MASCLET_TRY_ASSIGN(const std::span<const std::byte> raw, plain ? d->stored() : d->inflated.next());
    d->rawHash.add(raw);
    d->rawDone += qint64(raw.size());
    d->ended = raw.empty();
    if (d->ended)
        MASCLET_TRY(d->checkEnd());
    return raw;
}

} // namespace masclet
