#include "core/service/SetKey.h"

#include "core/base/Text.h"
#include "core/server/SecretFile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SetKey)
};

/// The file with the profile's secret key; empty when there is none.
QString keyPath(const Profile &profile, const SecretSources &sources)
{
    if (!profile.encryption.identity.isEmpty())
        return profile.encryption.identity;
    const QString credential =
        sources.credentialsFolder + QChar(u'/') + profile.name + QStringLiteral(".age");
    return !sources.credentialsFolder.isEmpty() && QFileInfo::exists(credential) ? credential : QString();
}

using Found = Result<std::optional<FoundSecret>>;

Found fromFile(const QString &path, const Profile &profile)
{
    if (path == profile.encryption.identity)
        MASCLET_TRY(checkPrivate(path));
    auto secret = readSecretFile(path, Tr::tr("the secret key"));
    if (!secret)
        return fail(std::move(secret).error().as(ErrorKind::Credentials));
    return FoundSecret{*secret, Tr::tr("the file %1").arg(oneLine(path))};
}

/// A profile without a name has no entry; a session without a keychain has no key; and a keychain that hangs
/// or is locked is no matter of a profile that encrypts nothing.
Found fromKeychain(const Profile &profile, const SecretSources &sources, const std::stop_token &stop)
{
    if (profile.name.isEmpty() || profile.encryption.recipients.isEmpty())
        return std::optional<FoundSecret>();
    if (const Result<> reached = reachKeychain(sources, stop); !reached) {
        if (reached.error().kind == ErrorKind::Stopped)
            return fail(reached.error());
        return std::optional<FoundSecret>();
    }
    MASCLET_TRY_ASSIGN(const std::optional<Secret> secret, sources.keychain->find(keyEntryOf(profile), stop));
    if (!secret)
        return std::optional<FoundSecret>();
    return FoundSecret{*secret, Tr::tr("the system keychain")};
}

bool opens(const SetKey &key, const ManifestFile &file)
{
    const QStringList &theirs = file.encryption->recipients;
    return std::any_of(key.identity.recipients.begin(), key.identity.recipients.end(),
                       [&](const QString &own) { return theirs.contains(own); });
}

} // namespace

Result<std::optional<SetKey>> findSetKey(const Profile &profile, const SecretSources &sources,
                                         const std::stop_token &stop)
{
    const QString path = keyPath(profile, sources);
    MASCLET_TRY_ASSIGN(const std::optional<FoundSecret> found,
                       path.isEmpty() ? fromKeychain(profile, sources, stop) : fromFile(path, profile));
    if (!found)
        return std::optional<SetKey>();
    MASCLET_TRY_ASSIGN(Identity identity, Identity::from(found->password, profile.programs.age, stop));
    return SetKey{profile.programs.age, std::move(identity), found->store};
}

Result<std::unique_ptr<StoredBytes>> storedBytesOf(int fd, const ManifestFile &file,
                                                   const std::optional<SetKey> &key,
                                                   const std::stop_token &stop)
{
    if (!file.encryption)
        return std::make_unique<FileBytes>(fd, file.storedSize);
    if (!key)
        return fail(ErrorKind::Credentials,
                    Tr::tr("%1 is encrypted, and there is no secret key here.").arg(oneLine(file.path)),
                    Tr::tr("Give the file with the key (--identity FILE, or the option of the profile), or "
                           "keep it in the keychain: masclet-backup secret set --store keychain --key-file "
                           "FILE"));
    if (!opens(*key, file)) {
        const auto goOn = [&](qint64) -> Result<> {
            if (stop.stop_requested())
                return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
            return {};
        };
        MASCLET_TRY(verifyStored(fd, encryptedExpectationOf(file), goOn));
        return fail(
            ErrorKind::Credentials,
            Tr::tr("The secret key here (%1) is none of those that open %2.")
                .arg(key->identity.recipients.value(0), oneLine(file.path)),
            Tr::tr("It was encrypted to: %1").arg(file.encryption->recipients.join(QStringLiteral(", "))));
    }
    return std::make_unique<DecryptedBytes>(fd, encryptedExpectationOf(file), key->program,
                                            key->identity.secret, stop);
}

void setStored(ManifestFile &file, const StoredFigures &figures, const Profile &profile)
{
    file.storedSize = figures.storedSize;
    file.storedSha256 = figures.storedSha256;
    if (figures.packed)
        file.encryption = ManifestFile::Encryption{profile.encryption.recipients, figures.packed->size,
                                                   figures.packed->sha256};
}

QByteArray encryptedSuffix(const Profile &profile)
{
    return profile.encryption.recipients.isEmpty() ? "" : ".age";
}

EncryptedExpectation encryptedExpectationOf(const ManifestFile &file)
{
    return {file.storedSize, file.storedSha256};
}

} // namespace masclet
