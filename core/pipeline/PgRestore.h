#pragma once

#include "core/archive/DumpFormat.h"
#include "core/process/ToolCommand.h"
#include "core/server/ToolLocator.h"

namespace masclet
{

/// Stock pg_restore as a translator: an archive of pg_dump in, the plain SQL out that scanner and loader
/// take. It gets no server, no password, no shell. Behind walls it has no network, sees programs and the
/// archive only and can write nowhere, whatever a hostile archive makes of it (faults G13). Plain value.
class PgRestore
{
public:
    enum class Walls {
        Required,      ///< for archives of unknown origin
        WherePossible, ///< for our own, whose hashes are known
    };
    /// Of the installation `tools`. ClientTool when it has none that runs, or the walls are not to be had.
    static Result<PgRestore> create(const PostgresTools &tools, Walls walls, const std::stop_token &stop);

    /// Reads an archive from standard input, one in the directory format from `folder`, and writes SQL to
    /// standard output. With the same `key` it writes the same each time, also where its version puts a
    /// random one around the dump.
    ToolCommand command(DumpFormat format, const QString &folder, const QByteArray &key) const;
    /// Writes the table of contents of a folder.
    ToolCommand listCommand(const QString &folder) const;
    int version() const { return m_tools.version; }

private:
    explicit PgRestore(PostgresTools tools);
    ToolCommand behindWalls(const QString &folder, const QList<QByteArray> &arguments) const;

    PostgresTools m_tools;
    bool m_walled = true;
    bool m_takesKey = false;
};

} // namespace masclet
