#pragma once

#include "core/base/Directory.h"
#include "core/base/Result.h"
#include "core/profile/ProfileToml.h"

#include <QString>

#include <sys/types.h>

namespace masclet
{

/// Where profiles are. Given by the program; core reads neither home nor environment.
struct ProfileLocations {
    QString userFolder; ///< looked at first and written to; empty: none (root without XDG_CONFIG_HOME)
    QString systemFolder = QStringLiteral("/etc/masclet-backup/profiles");
    const QString &writeFolder() const { return userFolder.isEmpty() ? systemFolder : userFolder; }
};

/// A profile's name: [a-z0-9][a-z0-9_-]{0,47}, not ending in "_" and eight digits (sets are named so).
bool isProfileName(const QString &name);

/// Profiles as files, one each, NAME.toml. A file that others may write, or that belongs neither to `user`
/// nor to root, is refused: it names programs to run. All errors are Config, except of the folder when
/// saving (Storage). A value; one thread.
class ProfileStore
{
public:
    struct Entry {
        QString name;
        QString path;
    };

    ProfileStore(ProfileLocations locations, uid_t user);

    /// Names and places, sorted; a name in both folders is the user's.
    Result<QList<Entry>> list() const;
    /// `nameOrPath`: a name, or a path (anything with "/" or ending in ".toml").
    Result<StoredProfile> load(const QString &nameOrPath) const;
    /// The only profile there is; Usage when there are several, Config when there is none.
    Result<StoredProfile> loadOnly() const;

    /// Where create() puts a profile of that name.
    QString newPath(const QString &name) const;
    /// Writes a new file newPath(); Config when it exists.
    Result<> create(const StoredProfile &stored) const;
    /// Replaces the file the profile was read from (profile.path), atomically.
    Result<> save(const StoredProfile &stored) const;

private:
    Result<StoredProfile> loadFile(const QString &path) const;
    Result<QByteArray> readFile(const Directory &folder, const QByteArray &name) const;

    ProfileLocations m_locations;
    uid_t m_user;
};

} // namespace masclet
