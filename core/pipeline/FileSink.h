#pragma once

#include "core/base/DurableFile.h"
#include "core/pipeline/Stage.h"

namespace masclet
{

/// The end of the pipeline: a new file, synced by finish(); without it the file is removed.
class FileSink final : public Stage
{
public:
    static Result<FileSink> create(const Directory &directory, const QByteArray &name);

    Result<> write(std::span<const std::byte> bytes) override { return m_file.write(bytes); }
    Result<> finish() override { return m_file.syncAndClose(); }

private:
    explicit FileSink(DurableFile file)
        : m_file(std::move(file))
    {
    }

    DurableFile m_file;
};

} // namespace masclet
