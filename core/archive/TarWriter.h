#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>

namespace masclet
{

/// How a file came into a tar archive while others may have been writing it.
struct TarCopy {
    enum class Outcome {
        Whole,
        Grew,       ///< what was there at the start is in the archive
        Changed,    ///< shortened or written while it was read: its content may be of two times
        Unreadable, ///< from some point on; zeros stand in the rest's place
        LeadsOut,   ///< a link that is not in the archive, see TarLinks.h
    };
    Outcome outcome = Outcome::Whole;
    QString problem; ///< of Unreadable; of LeadsOut where it leads
};

/// Writes a tar archive as a stream: ustar, with pax headers for what ustar cannot say (long or odd names,
/// ACL, extended attributes, holes), so that every tar reads it. Times of access are left out and nothing is
/// said of when it was written: the same files give the same bytes. Paths are bytes, relative, and the
/// caller's to keep apart. Constant memory. One thread.
class TarWriter
{
public:
    using Sink = std::function<Result<>(std::span<const std::byte>)>;
    /// Called with the bytes read since the last call; its failure ends the file and the archive.
    using Progress = std::function<Result<>(qint64)>;

    static Result<std::unique_ptr<TarWriter>> create(Sink sink);
    ~TarWriter();

    /// A file that is on no disk: mode 0600, of user and group 0.
    Result<> addContent(const QByteArray &path, const QByteArray &content, qint64 modified);
    /// The regular file behind `fd`, from its beginning, with owner, mode, time, ACL and attributes. The
    /// error is one of writing; what is wrong with the file itself is in the outcome.
    Result<TarCopy> addFile(const QByteArray &path, int fd, const Progress &progress);
    /// The folder behind `fd`, without what is in it.
    Result<> addFolder(const QByteArray &path, int fd);
    /// A symbolic link; `parentFd` and `name` say where it is. Unreadable when it is none any more.
    Result<TarCopy> addLink(const QByteArray &path, int parentFd, const QByteArray &name);
    /// Another name for a file that was added before.
    Result<> addHardLink(const QByteArray &path, const QByteArray &target, int fd);
    /// Call once.
    Result<> finish();

    qint64 entries() const;

private:
    struct Private;
    explicit TarWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace masclet
