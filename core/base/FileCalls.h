#pragma once

#include <cstddef>
#include <span>

namespace masclet
{

// Calls on descriptors that go on when a signal interrupts them. Each gives 0, or the errno of the first real
// failure. Any thread.

int writeAll(int fd, std::span<const std::byte> bytes);
/// An interrupted fsync has lost nothing; every other failure has, see DurableFile.
int syncToDisk(int fd);

} // namespace masclet
