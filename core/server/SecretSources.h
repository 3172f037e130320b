#pragma once

#include "core/base/Result.h"
#include "core/process/ToolCommand.h"
#include "core/profile/EffectiveProfile.h"
#include "core/server/Connection.h"
#include "core/server/PassFileStore.h"

#include <functional>
#include <optional>

namespace masclet
{

/// A password and where it came from, in words for messages ("pass file /…"): a refused one names its store.
struct FoundSecret {
    Secret password; ///< empty: none is needed (peer, certificate, trust)
    QString store;
};

/// Where passwords come from, as values: AppContext fills it once.
struct SecretSources {
    Environment environment;   ///< PGPASSWORD, POSTGRES_PASSWORD, POSTGRES_PASSWORD_FILE
    QString credentialsFolder; ///< systemd's $CREDENTIALS_DIRECTORY; empty: none
    /// The system keychain, where the program has one; nullopt when it holds nothing for the profile.
    std::function<Result<std::optional<Secret>>(const Profile &)> keychain;
};

/// Asks the stores in the order of the profile: `auto` tries keychain, systemd credential, pass file,
/// environment and ends with "none needed"; a named store only itself. Credentials when that one has nothing
/// or is unsafe.
Result<FoundSecret> findSecret(const Profile &profile, const SecretSources &sources);

/// The pass file of a profile: the option's, else NAME.pgpass beside the profile file.
PassFileStore passFileOf(const Profile &profile);
/// The four fields of the profile's line in it.
ToolCommand::PassEntry passFieldsOf(const Profile &profile);

/// How to connect to `database` as the profile says, with the password found.
ConnectionSettings connectionOf(const Profile &profile, const QByteArray &database, const Secret &password);

} // namespace masclet
