#include "core/pipeline/Tap.h"

namespace masclet
{

Tap::Tap(Stage &next)
    : m_next(next)
{
}

Result<> Tap::write(std::span<const std::byte> bytes)
{
    m_hash.add(bytes);
    m_size += qint64(bytes.size());
    return m_next.write(bytes);
}

Result<> Tap::finish()
{
    m_sha256 = m_hash.hex();
    return m_next.finish();
}

} // namespace masclet
