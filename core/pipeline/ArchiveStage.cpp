#include "core/pipeline/ArchiveStage.h"

namespace masclet
{

ArchiveStage::ArchiveStage(std::unique_ptr<ArchiveWriter> writer, Stage &next)
    : m_writer(std::move(writer))
    , m_next(next)
{
}

Result<std::unique_ptr<ArchiveStage>> ArchiveStage::create(Compression compression, int threads, Stage &next)
{
    auto sink = [&next](std::span<const std::byte> bytes) {
        return next.write(bytes);
    };
    MASCLET_TRY_ASSIGN(std::unique_ptr<ArchiveWriter> writer,
                       ArchiveWriter::create(compression, threads, std::move(sink)));
    return std::unique_ptr<ArchiveStage>(new ArchiveStage(std::move(writer), next));
}

Result<> ArchiveStage::finish()
{
    MASCLET_TRY_ASSIGN(m_summary, m_writer->finish());
    return m_next.finish();
}

} // namespace masclet
