#pragma once

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

} // namespace masclet
