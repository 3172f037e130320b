#pragma once

#include "core/archive/ForeignDump.h"
#include "core/base/Fd.h"
#include "core/job/JobContext.h"
#include "core/restore/Loader.h"

#include <memory>

namespace masclet
{

/// A dump that was made elsewhere, as the plain SQL that the loader takes: plain, compressed with gzip, or
/// (custom, directory and tar format) as pg_restore writes it out. It is read twice or more, to try it out
/// and to restore it, and must be the same each time. Use it in one thread.
class ForeignSource
{
public:
    /// `path` is a file or a folder; `pgRestore` the absolute path of that program, used only where needed.
    static Result<ForeignSource> open(const QString &path, const QString &pgRestore);
    ForeignSource(ForeignSource &&) noexcept;
    ForeignSource &operator=(ForeignSource &&) noexcept;
    ~ForeignSource();

    DumpFormat format() const;
    /// Reads it to its end and refuses (Verification) what is no whole dump, and text that is not in the
    /// encoding it says. Progress is raw bytes.
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
