#pragma once

#include "core/archive/BlockPress.h"
#include "core/pipeline/Stage.h"

namespace masclet
{

/// Compresses what passes into gzip members like those of our dumps, in threads of its own; Compression::None
/// hands it on as it is. The same bytes give the same file, whatever pieces they come in.
class GzipStage final : public Stage
{
public:
    /// `next` must outlive the stage.
    static Result<std::unique_ptr<GzipStage>> create(Compression compression, int threads, Stage &next);

    Result<> write(std::span<const std::byte> bytes) override;
    Result<> finish() override;

private:
    GzipStage(std::unique_ptr<BlockPress> press, Stage &next);
    Result<> closeBlock();
    Result<> store(Result<PackedBlock> block);

    std::unique_ptr<BlockPress> m_press; // none: as it is
    Stage &m_next;
    RawBlock m_block;
    bool m_stored = false; // a file of no member at all would be no gzip file
};

} // namespace masclet
