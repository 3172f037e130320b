#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/profile/Profile.h"

#include <optional>
#include <stop_token>

namespace masclet
{

/// The keychain of a person's session as core knows it: app/keychain is behind it, tests put their own there.
/// All functions block, for seconds at most, watch the stop token, and may be called from any thread. A
/// failure is of kind Credentials, one sentence for each cause.
class Keychain
{
public:
    virtual ~Keychain() = default;

    /// Fails where this session has none at all: no session bus (cron, systemd), or no service on it.
    virtual Result<> reach(const std::stop_token &stop) const = 0;
    /// nullopt when there is no such entry.
    virtual Result<std::optional<Secret>> find(const QString &entry, const std::stop_token &stop) const = 0;
    /// Writes an entry, or what is new of it, and reads it back.
    virtual Result<> store(const QString &entry, const Secret &secret, const std::stop_token &stop) const = 0;
    /// True when there was such an entry. In a locked keychain nothing is removed, and that is a failure.
    virtual Result<bool> remove(const QString &entry, const std::stop_token &stop) const = 0;
};

/// Entries lie under this service; their names are below. README and man page tell both.
inline constexpr char keychainService[] = "masclet-backup";
/// "postgres@127.0.0.1:5432/masclet_imperi", each part percent-encoded: a profile that names another server
/// does not send it this one's password.
QString passwordEntryOf(const Profile &profile);
/// "masclet_imperi.age", as the systemd credential: the secret key of the profile's encrypted sets.
QString keyEntryOf(const Profile &profile);
/// "masclet_imperi.mail", as the systemd credential: the password of the mail server.
QString mailEntryOf(const Profile &profile);

} // namespace masclet
