#pragma once

#include "core/archive/ForeignDump.h"
#include "core/base/Fd.h"
#include "core/job/JobContext.h"
#include "core/restore/Loader.h"
#include "core/server/ToolLocator.h"

#include <memory>

namespace masclet
{

/// Where the pg_restore for formats that need one is looked for.
struct ForeignTools {
    ToolSearch search;
    std::optional<int> serverVersion; ///< that it will be loaded into; without one the newest tool reads it
};

/// A dump that was made elsewhere, as the plain SQL that the loader takes: plain, compressed with gzip, or
/// (custom and directory format) as pg_restore writes it out, which gets it behind walls. It is read
/// twice or more, to try it out and to restore it, and must be the same each time. Use it in one thread.
class ForeignSource
{
public:
    /// `path` is an absolute path of a file or a folder. Verification for what is no dump, and the tar
    /// format. ClientTool when the format needs a pg_restore and there is none without known holes, or no
    /// walls for it.
    static Result<ForeignSource> open(const QString &path, const ForeignTools &tools,
                                      const std::stop_token &stop);
    ForeignSource(ForeignSource &&) noexcept;
    ForeignSource &operator=(ForeignSource &&) noexcept;
    ~ForeignSource();

    DumpFormat format() const;
    /// Reads it to its end and refuses (Verification) what is no whole dump. `look` gets the raw bytes, which
    /// are the progress too.
    Result<ForeignDump> readWhole(JobContext &context, const RawLook &look);
    /// The same, and refuses what would not load as it says: text of another encoding, commands of psql.
    Result<ForeignDump> check(JobContext &context);
    /// The raw bytes from the beginning. The end is good only when it was what check() read, which must have
    /// been called before. Holds until the next call.
    RawSource read(const std::stop_token &stop);

private:
    ForeignSource();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace masclet
