#pragma once

#include "core/job/JobContext.h"
#include "core/restore/LoadReport.h"
#include "core/restore/LoadSelection.h"
#include "core/server/LoadQueries.h"

#include <functional>
#include <span>

namespace masclet
{

/// Where a dump's raw bytes come from: the next ones, valid until the next call; empty at the good end. An
/// ArchiveStream's end is good only when all hashes were.
using RawSource = std::function<Result<std::span<const std::byte>>()>;

struct LoadOptions {
    LoadPlace place = LoadPlace::Server;
    enum class Roles {
        MustExist,   ///< a missing role is a failure
        SkipMissing, ///< test without its ownership and rights, and say so (faults C08)
    };
    Roles roles = Roles::MustExist;
    ErrorKind kind = ErrorKind::RestoreTest; ///< of the server's refusals
    LoadSelection selection = {};
};

/// Loads a plain dump of one database through libpq, statement by statement, into an empty database that the
/// caller made and drops on any failure. psql is not used: it takes a cut COPY for a whole one and runs
/// backslash commands. Of these only \restrict and \unrestrict are accepted; any other is Verification with
/// its line, and nothing behind it is sent. Nor is a statement about the server or its other databases.
/// SET and set_config go alone, since a string is parsed under the settings at its beginning; other
/// statements in groups of a few dozen, each one transaction (all of them in one would exhaust the lock
/// table); COPY through the copy protocol, with the server's row count compared to the dump's. Event triggers
/// are made last: pg_dump writes them before REFRESH, which they may forbid (faults C04). Success means that
/// `source` came to its good end. Stop and progress are the context's.
Result<LoadReport> loadDump(Connection &connection, const RawSource &source, const LoadOptions &options,
                            JobContext &context);

/// What became of the roles of a set.
struct GlobalsReport {
    QStringList leftOut; ///< what this server cannot have (tablespaces, settings of extensions), a line each
    QList<QByteArray> created;
    QList<QByteArray> withoutPassword; ///< created, may log in, but nobody can: the set has no password
};

/// Loads what `pg_dumpall --globals-only` wrote. Roles and tablespaces that exist are kept as they are,
/// whatever the file says of them and of their memberships; what is left out for that, and what the server
/// refuses, is listed. `report` is filled also when it breaks off.
Result<> loadGlobals(Connection &connection, const RawSource &source, GlobalsReport &report,
                     JobContext &context);

} // namespace masclet
