#pragma once

#include "core/base/Fd.h"
#include "core/repository/Repository.h"
#include "core/restore/DatabaseCopy.h"
#include "core/service/ReadBack.h"

#include <memory>

namespace masclet
{

/// The database of a set, open for reading: what was verified is what is loaded, from the same descriptors
/// (faults R11). Move only; one thread.
class OpenSet
{
public:
    /// Verification when a file is missing or no file; Usage when there is no such set.
    static Result<OpenSet> open(const Repository &repository, const QString &setId, SetAccess access,
                                const std::stop_token &stop);

    const Manifest &manifest() const { return *m_manifest; }
    /// Whether a key and a pg_restore are there for it, before anything is done for its sake. Credentials,
    /// ClientTool; Verification when no key fits since the file is another one.
    Result<> checkReadable() const;
    /// Reads archive and globals to their ends. What cannot be read is not good, whatever its stored bytes.
    Result<> verify(JobContext &job) const;
    /// The sources, from the beginning. They hold until the end of this object. Errors as of sqlOf().
    Result<TestedSet> sources() const;

private:
    Result<SetFile> openFile(const Repository &repository, const QString &role) const;

    std::unique_ptr<const Manifest> m_manifest; ///< its address stays when this object moves
    std::unique_ptr<const SetFile> m_archive;   ///< so do theirs
    std::unique_ptr<const SetFile> m_globals;
    SetAccess m_access;
    std::stop_token m_stop;
};

} // namespace masclet
