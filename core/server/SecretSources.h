#pragma once

#include "core/base/Result.h"
#include "core/process/ToolCommand.h"
#include "core/profile/EffectiveProfile.h"
#include "core/server/Connection.h"
#include "core/server/Keychain.h"
#include "core/server/PassFileStore.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace masclet
{

/// A password and where it came from, in words for messages ("pass file /…"): a refused one names its store.
struct FoundSecret {
    Secret password; ///< empty: none is needed (peer, certificate, trust)
    QString store;
    QString remedy = {};     ///< the command that puts another one there; empty: "masclet-backup secret set"
    QString passedOver = {}; ///< why a keychain was not asked, in one sentence; empty: it was, or need not be
};

/// Where passwords come from, as values: AppContext fills it once.
struct SecretSources {
    Environment environment;                       ///< PGPASSWORD, POSTGRES_PASSWORD, POSTGRES_PASSWORD_FILE
    QString credentialsFolder;                     ///< systemd's $CREDENTIALS_DIRECTORY; empty: none
    std::shared_ptr<const Keychain> keychain = {}; ///< null: the program was built without
    Secret typed = {}; ///< by a person just now and in no store yet: asked before all of them
};

/// Asks the stores in the order of the profile: `auto` tries keychain (in a session that has one), systemd
/// credential, pass file, environment and ends with "none needed"; a named store only itself. Credentials
/// when that one has nothing or is unsafe. Blocks as long as the keychain does.
Result<FoundSecret> findSecret(const Profile &profile, const SecretSources &sources,
                               const std::stop_token &stop);

/// What to do when the server refused it: where it came from, and how another one gets there.
QString refusedHint(const FoundSecret &found);
/// How root encrypts a credential for systemd, into `file` (empty: where systemd looks first).
QString enrolCommand(const QString &credential, const QString &file = {});

/// Credentials where the program has no keychain or the session none.
Result<> reachKeychain(const SecretSources &sources, const std::stop_token &stop);

/// The pass file of a profile: the option's, else NAME.pgpass beside the profile file.
PassFileStore passFileOf(const Profile &profile);
/// The four fields of the profile's line in it.
ToolCommand::PassEntry passFieldsOf(const Profile &profile);

/// How to connect to `database` as the profile says, with the password found.
ConnectionSettings connectionOf(const Profile &profile, const QByteArray &database, const Secret &password);

} // namespace masclet
