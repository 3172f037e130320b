#pragma once

#include "core/base/Result.h"
#include "core/process/ToolCommand.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <stop_token>

namespace masclet
{

/// Where PostgreSQL's programs may lie, given by the application: core reads no environment.
struct ToolSearch {
    QString folder; ///< from the profile: for client tools only this one when it is set
    QStringList roots = {QStringLiteral("/usr/lib/postgresql")}; ///< programs in <root>/<major>/bin
    QStringList path;                                            ///< folders of PATH
    std::optional<ToolContainer> container;                      ///< from the profile, instead of a folder
};

/// One installation's programs, all of one version.
struct PostgresTools {
    QString folder;         ///< empty in a container, where PATH finds them
    int version = 0;        ///< 150020
    QByteArray versionText; ///< "pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)"
    std::optional<ToolContainer> container = {};

    QString program(const QString &name) const;
    /// That program with the clean environment, where it runs.
    ToolCommand command(const QString &name) const;
    /// The folder or the container, for a person.
    QString place() const;
};

/// pg_dump and pg_dumpall fit for a server, in the profile's container that one's alone: of its own major,
/// else of the nearest newer one, since what a newer pg_dump writes need not load into an older server; in it
/// the newest minor. Programs that everybody may change are not taken. Older ones cannot dump it: ClientTool
/// with the way to get them (faults D09).
Result<PostgresTools> findClientTools(const ToolSearch &search, int serverVersion,
                                      const std::stop_token &stop);
/// pg_restore for what a pg_dump of `dumpVersion` wrote: of its own major, else of the nearest newer one,
/// whose SQL may hold settings that an older server does not know; of a file of unknown origin the newest.
/// That of a container is the last choice, since it has to be there.
Result<PostgresTools> findRestoreTools(const ToolSearch &search, std::optional<int> dumpVersion,
                                       const std::stop_token &stop);
/// initdb and postgres of exactly this major, for a sandbox: in the profile's folder, else where they usually
/// lie on this machine.
Result<PostgresTools> findServerPrograms(const ToolSearch &search, int major, const std::stop_token &stop);

/// "pg_dump (PostgreSQL) 15.20 (Debian …)" → 150020; betas count as the release.
std::optional<int> parseToolVersion(const QByteArray &output);
/// 150020 → "15.20"
QString versionName(int version);

/// Below the first minor without known holes (faults 3.1): one sentence for each of client and server that
/// is. Empty when both are fine, or nothing is known about their branch.
QStringList missingFixes(int clientVersion, int serverVersion);

} // namespace masclet
