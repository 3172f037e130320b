#pragma once

#include "core/archive/ArchiveWriter.h"
#include "core/pipeline/Stage.h"

namespace masclet
{

/// A stage that a dump passes through. After finish() summary() tells what it was, complete or not.
class DumpStage : public Stage
{
public:
    virtual const ArchiveSummary &summary() const = 0;
};

/// Turns a plain dump into an archive and passes its bytes on.
class ArchiveStage final : public DumpStage
{
public:
    /// `next` must outlive the stage.
    static Result<std::unique_ptr<ArchiveStage>> create(Compression compression, int threads, Stage &next);

    Result<> write(std::span<const std::byte> bytes) override { return m_writer->write(bytes); }
    Result<> finish() override;

    const ArchiveSummary &summary() const override { return m_summary; }

private:
    ArchiveStage(std::unique_ptr<ArchiveWriter> writer, Stage &next);

    std::unique_ptr<ArchiveWriter> m_writer;
    Stage &m_next;
    ArchiveSummary m_summary;
};

} // namespace masclet
