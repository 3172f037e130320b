#pragma once

#include "core/archive/StrictGunzip.h"
#include "core/base/Directory.h"
#include "core/repository/Repository.h"
#include "core/service/SetKey.h"

#include <optional>

namespace masclet
{

/// What reading a set takes: the secret key of an encrypted one, and where to look for the pg_restore that
/// alone reads some formats.
struct SetAccess {
    std::optional<SetKey> key;
    ToolSearch tools;
};
/// Errors as of findSetKey().
Result<SetAccess> findSetAccess(const Profile &profile, const ServiceEnvironment &environment,
                                const std::stop_token &stop);

/// A file of a set, open; of the directory format its folder. `manifest`, which must stay where it is, has
/// `entry`. Move only; one thread.
struct SetFile {
    const Manifest *manifest = nullptr;
    const ManifestFile *entry = nullptr;
    Fd fd;
    std::optional<Directory> folder;
};
/// Verification when it is missing, a link, or something else: as bad as a damaged one.
Result<SetFile> openSetFile(const Directory &place, const QByteArray &name, const Manifest &manifest,
                            const ManifestFile &entry);
Result<SetFile> openSetFile(const Repository &repository, const Manifest &manifest,
                            const ManifestFile &entry);

/// The SQL of a dump, plain or as pg_restore writes it, and with it the proof: its end is good only when
/// everything was as the manifest says: stored bytes, whole SQL, every table's columns and rows. Other
/// formats than plain are also compared by the SQL's hash where pg_restore is of the version that was there
/// when the backup was made. `file` must outlive the source. Credentials when it is encrypted and no key
/// opens it; ClientTool without a fitting pg_restore.
Result<ByteSource> sqlOf(const SetFile &file, const SetAccess &access, const std::stop_token &stop);
/// Whether key and tool are here that sqlOf() will need. Reads nothing, unless no key fits. Errors as there.
Result<> checkReadable(const SetFile &file, const SetAccess &access, const std::stop_token &stop);

} // namespace masclet
