#pragma once

#include "core/base/Directory.h"

#include <cstddef>
#include <span>

namespace masclet
{

/// A new file that is on the disk when syncAndClose() said so, and only then. Short writes and EINTR are
/// looped over; an error of fsync or close means "throw the file away", never "try again" (the kernel drops
/// dirty pages after reporting once). Left unfinished, it removes its name. One thread at a time.
class DurableFile
{
public:
    static Result<DurableFile> create(const Directory &directory, const QByteArray &name);
    DurableFile(DurableFile &&) noexcept = default;
    DurableFile &operator=(DurableFile &&) noexcept = delete;
    ~DurableFile();

    Result<> write(std::span<const std::byte> bytes);
    /// fsync, close, both checked. Afterwards the file stays.
    Result<> syncAndClose();

    qint64 size() const { return m_size; }

private:
    DurableFile(Fd directory, QByteArray name, QString path, Fd fd);

    Fd m_directory; // a duplicate: the file must be removable after the Directory object is gone
    QByteArray m_name;
    QString m_path;
    Fd m_fd;
    qint64 m_size = 0;
};

/// Removes half a line at the end of a file of lines, as a crash or a full disk leaves it: nobody was told
/// that it is there, and the next line must not be glued to it. The caller holds the only writer's place.
Result<> dropTornLine(const Fd &file, const QString &path);

/// Appends `line` and a line end in one write and syncs. For journals: the caller holds the only writer's
/// place.
Result<> appendLine(const Fd &file, const QByteArray &line, const QString &path);

} // namespace masclet
