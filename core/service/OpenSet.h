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
    /// Verification when a file is missing or no file; Usage when there is no such set. `key` opens encrypted
    /// ones.
    static Result<OpenSet> open(const Repository &repository, const QString &setId, std::optional<SetKey> key,
                                const std::stop_token &stop);

    const Manifest &manifest() const { return *m_manifest; }
    /// Reads archive and globals to their ends.
    Result<> verify(JobContext &job) const;
    /// The sources, from the beginning. They hold until the next call or the end of this object. Credentials
    /// when an encrypted set has no key that opens it.
    Result<TestedSet> sources();

private:
    struct File {
        const ManifestFile *entry = nullptr;
        Fd fd;
        std::unique_ptr<ArchiveStream> stream;
    };
    static Result<File> openFile(const Repository &repository, const ManifestFile *entry);
    Result<RawSource> source(File &file);

    std::unique_ptr<const Manifest> m_manifest; ///< its address stays when this object moves
    File m_archive;
    File m_globals;
    std::optional<SetKey> m_key;
    std::stop_token m_stop;
};

} // namespace masclet
