#include "core/repository/Reserve.h"

#include "core/base/Hash.h"

namespace masclet
{

namespace
{

constexpr int reserveBytes = 64 * 1024;

QByteArray reserveName()
{
    return QByteArrayLiteral(".reserve");
}

} // namespace

Result<> keepReserve(const Directory &root)
{
    MASCLET_TRY_ASSIGN(const bool there, root.exists(reserveName()));
    if (there)
        return {};
    // Random bytes: a file system that compresses or leaves holes would keep nothing for zeros. A failure
    // leaves no file, and the next run tries again.
    const Result<> written = root.writeFile(reserveName(), QByteArray::fromHex(randomHex(reserveBytes)));
    Q_UNUSED(written)
    return {};
}

Result<Reserve> releaseReserve(const Directory &root)
{
    MASCLET_TRY_ASSIGN(const bool there, root.exists(reserveName()));
    if (!there)
        return Reserve::Gone;
    MASCLET_TRY(root.removeFile(reserveName()));
    return Reserve::Released;
}

} // namespace masclet
