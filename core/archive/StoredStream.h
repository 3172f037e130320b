#pragma once

#include "core/archive/StoredBytes.h"
#include "core/archive/StrictGunzip.h"

#include <QByteArray>

#include <stop_token>

namespace masclet
{

/// What a stored file that is no dump must be, byte for byte; from the manifest. Of an encrypted one, stored
/// means what it is once decrypted.
struct StoredExpectation {
    enum class Form { Plain, Gzip };
    Form form = Form::Gzip;
    qint64 storedSize = 0;
    QByteArray storedSha256; ///< lower-case hexadecimal
    qint64 rawSize = 0;
    QByteArray rawSha256;
};

/// Reads a stored file back, in the order of its raw bytes, and believes nothing: size and both SHA-256 must
/// be as expected, and the gzip of every member whole. The end is reported only when all of it was; so to
/// verify is to read to the end. Constant memory. One thread.
class StoredStream
{
public:
    StoredStream(std::unique_ptr<StoredBytes> stored, StoredExpectation expected, std::stop_token stop);
    /// Of a file; `fd` must stay open and is read with pread only.
    StoredStream(int fd, StoredExpectation expected, std::stop_token stop);
    ~StoredStream();

    /// The next raw bytes, valid until the next call; empty at the good end. Verification names the place,
    /// Storage when reading fails, Stopped when asked.
    Result<std::span<const std::byte>> next();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace masclet
