#pragma once

#include "core/archive/ArchiveStream.h"
#include "core/archive/StoredStream.h"
#include "core/archive/TarReader.h"
#include "core/job/JobContext.h"
#include "core/repository/Manifest.h"
#include "core/service/SetFile.h"

namespace masclet
{

/// What the manifest promises of one file, for the archive reader.
ArchiveExpectation expectationOf(const ManifestFile &file);

/// The same of its bytes, where they are no plain dump.
StoredExpectation storedExpectationOf(const ManifestFile &file);

/// Reads an open file of a set from the disk to its end, not from the cache where that can be helped: sizes,
/// hashes, members and rows, or entries of a tar archive, as the manifest says. Of an encrypted one without a
/// key its stored bytes only. Verification, Storage, Credentials (a key that is none of the set's),
/// ClientTool (no pg_restore for a format that needs it) or Stopped.
Result<> verifyFile(const SetFile &file, const SetAccess &access, JobContext &job);

/// The stored bytes only, from the disk: all that can be said without the key, and enough to see what has
/// changed since.
Result<> verifyStoredOnly(const SetFile &file, JobContext &job);

/// Called with each entry of a tar archive, and the reader that has its content.
using EntryVisitor = std::function<Result<>(const TarEntry &, TarReader &)>;
/// Reads an open tar archive of a set to its end, as verifyFile() does, and tells its entries. What they are
/// is proven only when this returns well. Credentials when it is encrypted and `key` does not open it.
Result<> readEntries(int fd, const ManifestFile &file, const std::optional<SetKey> &key, JobContext &job,
                     const EntryVisitor &visit);

/// Workers that inflate ahead of a reader.
int inflateThreads();

} // namespace masclet
