#pragma once

#include "core/archive/ArchiveWriter.h"
#include "core/archive/StrictGunzip.h"
#include "core/pipeline/ArchiveStage.h"
#include "core/process/ToolCommand.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace masclet
{

class ToolProcess;

/// The SQL that pg_restore makes of an archive, while it is read. Nothing may be believed before the end was
/// reported. Read and destroy it in one thread.
class RestoreScript
{
public:
    /// `archive` gives the archive's bytes and is read to its end, whatever pg_restore takes of them, so that
    /// what it says there counts; null where the command itself names a folder.
    RestoreScript(ToolCommand command, ByteSource archive, std::stop_token stop);
    ~RestoreScript();

    /// The next bytes, valid until the next call; empty at the good end. Verification when pg_restore cannot
    /// read the archive; the errors of `archive`.
    Result<std::span<const std::byte>> next();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Reads SQL to its end and tells what it was, complete or not. `look` sees the bytes in their order.
Result<ArchiveSummary> summarize(const ByteSource &sql,
                                 const std::function<Result<>(std::span<const std::byte>)> &look);

/// Passes an archive of pg_dump on as it is, and has pg_restore read it along: so it is known what the
/// archive holds, rows and all, also where nobody may read it afterwards because it is encrypted.
class RestoreStage final : public DumpStage
{
public:
    /// `next` must outlive the stage.
    static Result<std::unique_ptr<RestoreStage>> start(const ToolCommand &command, Stage &next,
                                                       std::stop_token stop);
    ~RestoreStage() override;

    Result<> write(std::span<const std::byte> bytes) override;
    Result<> finish() override;
    const ArchiveSummary &summary() const override { return m_summary; }

private:
    RestoreStage(std::unique_ptr<ToolProcess> tool, Stage &next, std::stop_token stop);
    Result<bool> exchange(std::span<const std::byte> &bytes);

    std::unique_ptr<ToolProcess> m_tool;
    Stage &m_next;
    std::stop_token m_stop;
    std::vector<std::byte> m_buffer;
    SqlScanner m_scanner;
    Sha256 m_hash;
    ArchiveSummary m_summary;
};

} // namespace masclet
