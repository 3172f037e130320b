#pragma once

#include <cstddef>
#include <span>
#include <utility>

namespace masclet
{

/// Bytes for blocks of an archive: pages straight from the kernel, kept until the buffer goes and then given
/// back at once. Memory from malloc would stay with the process after the threads that used it, and our limit
/// is on what the process holds. Contents beyond what was written are undefined. Move only.
class Buffer
{
public:
    Buffer() = default;
    Buffer(Buffer &&other) noexcept
        : m_bytes(std::exchange(other.m_bytes, nullptr))
        , m_size(std::exchange(other.m_size, 0))
        , m_capacity(std::exchange(other.m_capacity, 0))
    {
    }
    Buffer &operator=(Buffer &&other) noexcept
    {
        std::swap(m_bytes, other.m_bytes);
        std::swap(m_size, other.m_size);
        std::swap(m_capacity, other.m_capacity);
        return *this;
    }
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;
    ~Buffer();

    void reserve(size_t capacity);
    /// Keeps the first bytes.
    std::span<std::byte> resize(size_t size);
    void append(std::span<const std::byte> bytes);
    /// Keeps the capacity.
    void clear() { m_size = 0; }

    std::span<std::byte> bytes() { return {m_bytes, m_size}; }
    std::span<const std::byte> bytes() const { return {m_bytes, m_size}; }
    size_t size() const { return m_size; }
    size_t capacity() const { return m_capacity; }

private:
    std::byte *m_bytes = nullptr;
    size_t m_size = 0;
    size_t m_capacity = 0;
};

} // namespace masclet
