#include "core/pipeline/FileSink.h"

namespace masclet
{

Result<FileSink> FileSink::create(const Directory &directory, const QByteArray &name)
{
    MASCLET_TRY_ASSIGN(DurableFile file, DurableFile::create(directory, name));
    return FileSink(std::move(file));
}

} // namespace masclet
