#pragma once

#include "core/process/ToolCommand.h"

#include "core/base/Result.h"

#include <optional>

namespace masclet
{

/// A libpq pass file on the disk, 0600, one line per server, port, database and user: what cron and systemd
/// read when nobody is logged in. One thread at a time; writers of the same file take turns by its atomic
/// replacement.
class PassFileStore
{
public:
    explicit PassFileStore(QString path);

    const QString &path() const { return m_path; }
    /// The first matching line's password, as libpq would choose; nullopt when file or line is missing.
    /// Credentials when others may read the file: libpq would silently ignore it (K06).
    Result<std::optional<Secret>> find(const ToolCommand::PassEntry &where) const;
    /// Replaces the line for exactly these fields or adds one; all other lines stay as they are.
    Result<> set(const ToolCommand::PassEntry &entry) const;
    /// True when there was such a line.
    Result<bool> remove(const ToolCommand::PassEntry &where) const;

private:
    Result<QByteArray> read() const;
    Result<> write(const QByteArray &content) const;

    QString m_path;
};

} // namespace masclet
