#pragma once

#include "core/base/Secret.h"
#include "core/pipeline/Age.h"
#include "core/server/SecretSources.h"

namespace masclet
{

/// A pair of keys that was made.
struct CreatedKey {
    QString recipient; ///< public, for the profile of the machine that makes backups
    Secret secret;     ///< the file's content, to be printed for the safe when a person asks
};

/// Lets age-keygen make a pair and writes the secret one into a new file, 0600. A file that is there is never
/// written over (Config): with it goes everything that was encrypted to it. `program` is age's path.
Result<CreatedKey> createKey(const QString &path, const QString &program, const std::stop_token &stop);

/// Puts the secret key in the file into the keychain of this session, where restore tests of the profile find
/// it. Credentials when it is no key, or the keychain does not take it.
Result<Identity> storeKey(const Profile &profile, const QString &path, const SecretSources &sources,
                          const std::stop_token &stop);

} // namespace masclet
