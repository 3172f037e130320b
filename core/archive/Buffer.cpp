#include "core/archive/Buffer.h"

#include <algorithm>
#include <cstring>
#include <new>

#include <sys/mman.h>

namespace masclet
{

namespace
{

constexpr size_t step = 256 * 1024;

std::byte *pages(std::byte *old, size_t oldSize, size_t newSize)
{
    void *const mapped =
        old ? ::mremap(old, oldSize, newSize, MREMAP_MAYMOVE)
            : ::mmap(nullptr, newSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc(); // as new would
    return static_cast<std::byte *>(mapped);
}

} // namespace

Buffer::~Buffer()
{
    if (m_bytes)
        ::munmap(m_bytes, m_capacity);
}

void Buffer::reserve(size_t capacity)
{
    if (capacity <= m_capacity)
        return;
    capacity = (capacity + step - 1) / step * step;
    m_bytes = pages(m_bytes, m_capacity, capacity);
    m_capacity = capacity;
}

std::span<std::byte> Buffer::resize(size_t size)
{
    reserve(size);
    m_size = size;
    return bytes();
}

void Buffer::append(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return;
    const size_t before = m_size;
    // A quarter more at a time: a row of 8 MiB comes in chunks of 64 KiB.
    if (before + bytes.size() > m_capacity)
        reserve(std::max(before + bytes.size(), m_capacity + m_capacity / 4));
    std::memcpy(resize(before + bytes.size()).data() + before, bytes.data(), bytes.size());
}

} // namespace masclet
