#pragma once

#include "core/pipeline/DumpTool.h"
#include "core/repository/RunRecord.h"
#include "core/repository/Staging.h"
#include "core/server/DatabaseFacts.h"
#include "core/server/SecretSources.h"
#include "core/server/ToolLocator.h"
#include "core/service/ServiceEnvironment.h"
#include "core/service/SetContent.h"

namespace masclet
{

/// What to dump and how: the part of a profile that the server side needs.
struct DumpRequest {
    Profile profile;
    ConnectionSettings connection;
    QString refusedHint; ///< for when the server refuses the password
    ToolSearch tools;
};

/// With the password found. Credentials.
Result<DumpRequest> dumpRequest(const ServiceEnvironment &environment, const Profile &profile,
                                const std::stop_token &stop);

/// How the profile wants files to be packed: compression, threads, encryption.
DumpCodec codecOf(const Profile &profile);

/// A server that was looked at and can be dumped: version, facts, tools, rights.
struct DumpSource {
    DatabaseFacts facts;
    PostgresTools tools;
    ConnectionSettings connection; ///< how the tools get in: as we do, or from inside the server's container
    bool rolePasswords = true;     ///< in the globals: wanted by the profile and readable for the role
    QList<ManifestOmission> omissions; ///< what the role's rights keep out
    QStringList warnings;              ///< client tools with known holes, event triggers, missing tables, …
};

/// pg_dump's command for this server, but for what only a run knows: snapshot and folder.
DumpPlan planOf(const DumpRequest &request, const DumpSource &source);

/// Connects and looks, dumps nothing. Credentials, Connection, ClientTool, or Dump when rights are missing.
Result<DumpSource> inspectSource(const DumpRequest &request, JobContext &context);

/// Database and globals on the disk, held against the snapshot they were taken in.
struct DumpedDatabase {
    DumpSource source;
    DumpedArchive database;
    DumpedArchive globals;
    SetContent content;
    QStringList arguments;       ///< pg_dump's, as used
    std::optional<RunLoad> load; ///< of the server meanwhile, where the profile wants it
    QStringList warnings;
};

/// Dumps into `directory` under the two names; the first is a folder in the directory format. Without a
/// directory what is dumped is read, packed, counted and thrown away. A table that
/// was swapped between snapshot and locks is one retry with a new snapshot, then Dump (14). Leaves nothing in
/// `directory` on failure.
Result<DumpedDatabase> dumpDatabase(const DumpRequest &request, const Directory *directory,
                                    const QByteArray &databaseFile, const QByteArray &globalsFile,
                                    JobContext &context);

} // namespace masclet
