#include "core/base/FileCalls.h"

#include "core/base/DiskWait.h"

#include <cerrno>

#include <unistd.h>

namespace masclet
{

int writeAll(int fd, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const DiskCall call;
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        if (put == 0) // a full device that says nothing
            return ENOSPC;
        bytes = bytes.subspan(size_t(put));
    }
    return 0;
}

int syncToDisk(int fd)
{
    const DiskCall call;
    int result = 0;
    do
        result = ::fsync(fd);
    while (result != 0 && errno == EINTR);
    return result == 0 ? 0 : errno;
}

} // namespace masclet
