#include "core/pipeline/GzipStage.h"

#include "core/archive/ArchiveFormat.h"

#include <algorithm>

namespace masclet
{

GzipStage::GzipStage(std::unique_ptr<BlockPress> press, Stage &next)
    : m_press(std::move(press))
    , m_next(next)
{
}

Result<std::unique_ptr<GzipStage>> GzipStage::create(Compression compression, int threads, Stage &next)
{
    std::unique_ptr<BlockPress> press;
    if (compression != Compression::None) {
        MASCLET_TRY_ASSIGN(press, BlockPress::create(compression, threads));
    }
    return std::unique_ptr<GzipStage>(new GzipStage(std::move(press), next));
}

Result<> GzipStage::write(std::span<const std::byte> bytes)
{
    if (!m_press)
        return m_next.write(bytes);
    while (!bytes.empty()) {
        const size_t room = size_t(memberTarget) - m_block.bytes.size();
        const std::span<const std::byte> part = bytes.first(std::min(room, bytes.size()));
        m_block.bytes.append(part);
        bytes = bytes.subspan(part.size());
        if (m_block.bytes.size() == size_t(memberTarget))
            MASCLET_TRY(closeBlock());
    }
    return {};
}

Result<> GzipStage::finish()
{
    if (m_press && (m_block.bytes.size() > 0 || (m_press->isEmpty() && !m_stored)))
        MASCLET_TRY(closeBlock());
    while (m_press && !m_press->isEmpty())
        MASCLET_TRY(store(*m_press->take(BlockPress::Wait::Yes)));
    return m_next.finish();
}

Result<> GzipStage::closeBlock()
{
    while (!m_press->hasRoomFor(m_block.bytes.size()))
        MASCLET_TRY(store(*m_press->take(BlockPress::Wait::Yes)));
    m_press->put(std::exchange(m_block, {}));
    m_block.bytes = m_press->spareBuffer();
    while (auto block = m_press->take(BlockPress::Wait::No))
        MASCLET_TRY(store(std::move(*block)));
    return {};
}

Result<> GzipStage::store(Result<PackedBlock> block)
{
    if (!block)
        return fail(std::move(block).error());
    m_stored = true;
    return m_next.write(block->bytes.bytes());
}

} // namespace masclet
