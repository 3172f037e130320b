#pragma once

#include "core/server/Connection.h"
#include "core/server/DatabaseFacts.h"

#include <chrono>

namespace masclet
{

/// Databases that we make and drop ourselves. Each carries a comment that says whose it is; only with that
/// comment, and for the same repository, is one ever dropped (faults V01). `admin` is a session in any other
/// database of the same server.

struct ScratchTag {
    QByteArray repositoryId;
    QByteArray runId;
};

struct ScratchDatabase {
    QByteArray name;
    QByteArray runId;
};

/// `base` with `suffix`, `base` cut at a UTF-8 boundary so that both fit into PostgreSQL's 63 bytes.
QByteArray derivedName(const QByteArray &base, const QByteArray &suffix);
/// NAME_test_<run id>, in lower case and without "-", so that nobody must quote it: unique, and after a crash
/// it tells which run made it.
QByteArray scratchName(const QByteArray &database, const QByteArray &runId);

/// From template0, with encoding, locale and provider of `like` (a dump loaded into another encoding is taken
/// without a word and broken, faults C05), nobody else let in, tagged. Errors are RestoreTest; nothing is
/// left then, whatever `admin`'s stop token says, which is `stop` afterwards. An empty tablespace is the
/// server's default one.
Result<> createScratch(Connection &admin, const QByteArray &name, const DatabaseFacts &like,
                       const ScratchTag &tag, const std::stop_token &stop, const QByteArray &tablespace = {});
/// NAME__new_<run id> of a restore that is not finished, in the same way.
QByteArray unfinishedName(const QByteArray &database, const QByteArray &runId);
/// Gives their tag to databases that a run of `runIds` made and died before it could: PostgreSQL makes a
/// database and its comment in two steps. Only names that these two functions make, without any comment.
Result<> tagOrphans(Connection &admin, const QByteArray &repositoryId, const QList<QByteArray> &runIds);
/// Those of this repository, left by earlier runs or in use by this one.
Result<QList<ScratchDatabase>> listScratch(Connection &admin, const QByteArray &repositoryId);
/// Drops it with all sessions in it. Subscriptions loaded into it are let go first without touching their
/// publisher. Refuses a database that is not tagged for this repository. `settings` are those of `admin`.
/// The server waits for a word from each of its processes first, also from one that hangs: after `patience`
/// that is an error (RestoreTest) and the next sweep drops it.
Result<> dropScratch(Connection &admin, const ConnectionSettings &settings, const QByteArray &name,
                     const QByteArray &repositoryId, const std::stop_token &stop,
                     std::chrono::milliseconds patience = std::chrono::minutes(1));

} // namespace masclet
