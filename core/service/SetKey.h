#pragma once

#include "core/archive/StoredBytes.h"
#include "core/pipeline/Age.h"
#include "core/pipeline/StoredFile.h"
#include "core/repository/Manifest.h"
#include "core/service/ServiceEnvironment.h"

#include <optional>

namespace masclet
{

/// What opens encrypted sets: a secret key and the program that uses it.
struct SetKey {
    QString program; ///< age
    Identity identity;
    QString store; ///< where it came from, in words
};

/// The secret key of a profile: the file that it names (which others must not read), else the systemd
/// credential NAME.age, else, of a profile that encrypts, the keychain of the session. nullopt when there is
/// none: such a machine writes sets and cannot read them. Credentials when there is one and it cannot serve.
Result<std::optional<SetKey>> findSetKey(const Profile &profile, const SecretSources &sources,
                                         const std::stop_token &stop);

/// The bytes of a set's file as they were before encryption. For an encrypted one `key` is needed
/// (Credentials without one). A key that is none of the file's is refused only after the file itself was
/// found as it was stored, so a damaged file is never called a wrong key. `fd` must stay open.
Result<std::unique_ptr<StoredBytes>> storedBytesOf(int fd, const ManifestFile &file,
                                                   const std::optional<SetKey> &key,
                                                   const std::stop_token &stop);

/// Puts into a manifest what lies on the disk, and what it was before it was encrypted for the profile.
void setStored(ManifestFile &file, const StoredFigures &figures, const Profile &profile);
/// ".age" where the profile encrypts: the end of each file's name.
QByteArray encryptedSuffix(const Profile &profile);

/// What an encrypted file is on the disk.
EncryptedExpectation encryptedExpectationOf(const ManifestFile &file);

} // namespace masclet
