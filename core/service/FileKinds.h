#pragma once

#include "core/pipeline/FileWalk.h"
#include "core/service/DumpSession.h"
#include "core/service/RunScope.h"
#include "core/service/StateInventory.h"

namespace masclet
{

// The kinds of a set besides db: config and logs are files of the machine, state is an inventory.

/// Kinds that this profile's sets lack, with the reason.
QList<ManifestOmission> kindsLeftOut(const Profile &profile);

/// The files that a kind names, the repository left out. Nothing for state.
Result<FileSelection> selectionOf(const Profile &profile, const QString &kind, const Directory &repository,
                                  const Clock &clock);

/// What the server tells of itself, through a session of its own.
Result<ServerInventory> askServer(const DumpRequest &request, const std::stop_token &stop);

/// The machine and `server` (null: not reached) as they are now.
Result<StateInventory> takeInventory(const ServiceEnvironment &environment, const Profile &profile,
                                     const DatabaseFacts &database, const ServerInventory *server,
                                     JobContext &context, MachineInventory &machine);

/// Files that do not lie where a kind's paths point: the profile itself, the server's configuration by SQL.
QList<GeneratedFile> configurationExtras(const Profile &profile, const ServerInventory *server);

struct ArchivedKinds {
    QList<ManifestFile> files; ///< in the order in which they were staged
    QList<ManifestOmission> omissions;
};

/// Writes the archives of all kinds but db into the staged set. What could not be read becomes warnings of
/// the run and omissions.
Result<ArchivedKinds> archiveKinds(RunScope &run, StagedRun &staged, const DumpRequest &request,
                                   const DatabaseFacts &database);

/// What archiveKinds() would do, without reading a file.
struct KindsPlan {
    QStringList steps;
    qint64 bytes = 0;
    QStringList warnings;
};
Result<KindsPlan> planKinds(const Profile &profile, const Directory &repository, const Clock &clock,
                            const std::stop_token &stop);

} // namespace masclet
