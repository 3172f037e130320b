#pragma once

#include "core/base/Secret.h"
#include "core/job/JobContext.h"
#include "core/profile/ProfileToml.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

// Making a profile: `init` and the wizard do it alike.

/// Usage when it is no name, Config when there is a profile of that name.
Result<> checkNewName(const ProfileStore &profiles, const QString &name);

/// The repository of a new profile.
struct MadeRepository {
    QString id;
    QString path;
    bool isNew = false;
    QStringList warnings; ///< what its mount cannot do
};

/// Several profiles may share a repository, so one that is there already is used.
Result<MadeRepository> makeRepository(const QString &path, const Clock &clock);

/// Repository first, then the profile's file: a profile that exists has somewhere to write to.
Result<MadeRepository> createProfile(const ServiceEnvironment &environment, const StoredProfile &stored);

/// Connects once with this password. Credentials when the server refuses it, Connection when it is not
/// reached. Blocking; call it from a job.
Result<> provePassword(const Profile &profile, const Secret &password, JobContext &context);
/// Into the pass file, where scheduled runs find it; the file's path.
Result<QString> storePassword(const Profile &profile, const Secret &password);

/// The same environment for one look with a password that is not stored anywhere yet.
ServiceEnvironment withPassword(const ServiceEnvironment &environment, const Secret &password);

} // namespace masclet
