#include "core/service/Passwords.h"

#include "core/base/Text.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Passwords)
};

} // namespace

QString nameOf(PasswordStore store)
{
    return store == PasswordStore::Keychain ? QStringLiteral("keychain") : QStringLiteral("passfile");
}

std::optional<PasswordStore> passwordStoreFromName(const QString &name)
{
    for (const PasswordStore store : {PasswordStore::PassFile, PasswordStore::Keychain}) {
        if (name == nameOf(store))
            return store;
    }
    return std::nullopt;
}

QString titleOf(PasswordStore store, const Profile &profile)
{
    return store == PasswordStore::Keychain
               ? Tr::tr("the system keychain")
               : Tr::tr("the pass file %1").arg(oneLine(passFileOf(profile).path()));
}

bool isRead(PasswordStore store, const Profile &profile)
{
    return profile.connection.secret == QStringLiteral("auto") || profile.connection.secret == nameOf(store);
}

QString notReadText(PasswordStore store, const Profile &profile)
{
    return isRead(store, profile) ? QString()
                                  : Tr::tr("The profile takes its password from \"%1\", not from %2.")
                                        .arg(profile.connection.secret, titleOf(store, profile));
}

QString consequenceOf(const QList<PasswordStore> &stores, const QString &user)
{
    if (stores.contains(PasswordStore::PassFile))
        return user == QStringLiteral("root")
                   ? Tr::tr(
                         "In the pass file it stands as it is: whoever is root on this machine can read it.")
                   : Tr::tr("In the pass file it stands as it is: whoever is root or %1 on this machine can "
                            "read it.")
                         .arg(oneLine(user, 80));
    if (stores.contains(PasswordStore::Keychain))
        return Tr::tr(
            "Scheduled runs cannot open the keychain: without the pass file or a systemd credential "
            "they have no password.");
    return Tr::tr("It is kept nowhere: no run will have it.");
}

bool isForSessionsOnly(const Profile &profile, const SecretSources &sources, const std::stop_token &stop)
{
    const QString &wanted = profile.connection.secret;
    if (wanted != QStringLiteral("auto"))
        return wanted == nameOf(PasswordStore::Keychain);
    if (hasPassword(PasswordStore::PassFile, profile, sources, stop).value_or(true))
        return false;
    return hasPassword(PasswordStore::Keychain, profile, sources, stop).value_or(false);
}

Error sessionsOnlyError(const Profile &profile)
{
    return {
        ErrorKind::Credentials,
        Tr::tr("The password is in the keychain only, which no scheduler can open."),
        Tr::tr("Keep it in the pass file as well: masclet-backup secret set --store passfile --profile %1. "
               "Who can read that file (you and root) then knows it.")
            .arg(profile.name),
        {},
        {}};
}

Result<> provePassword(const Profile &profile, const Secret &password, JobContext &context)
{
    context.phase(Tr::tr("Connecting"));
    const ConnectionSettings settings = connectionOf(profile, profile.connection.dbname.toUtf8(), password);
    return Connection::open(settings, context.stopToken()).map([](const Connection &) {});
}

Result<std::optional<Error>> proveBeforeStoring(const Profile &profile, const Secret &password,
                                                JobContext &context)
{
    const Result<> proof = provePassword(profile, password, context);
    if (proof)
        return std::optional<Error>();
    if (proof.error().kind == ErrorKind::Connection)
        return std::optional<Error>(proof.error());
    return fail(proof.error());
}

Result<bool> isInKeychain(const QString &entry, const SecretSources &sources, const std::stop_token &stop)
{
    MASCLET_TRY(reachKeychain(sources, stop));
    return sources.keychain->find(entry, stop).map([](const std::optional<Secret> &found) {
        return found.has_value();
    });
}

Result<> storeInKeychain(const QString &entry, const Secret &secret, const SecretSources &sources,
                         const std::stop_token &stop)
{
    MASCLET_TRY(reachKeychain(sources, stop));
    return sources.keychain->store(entry, secret, stop);
}

Result<bool> removeFromKeychain(const QString &entry, const SecretSources &sources,
                                const std::stop_token &stop)
{
    MASCLET_TRY(reachKeychain(sources, stop));
    return sources.keychain->remove(entry, stop);
}

Result<bool> hasPassword(PasswordStore store, const Profile &profile, const SecretSources &sources,
                         const std::stop_token &stop)
{
    if (store == PasswordStore::Keychain)
        return isInKeychain(passwordEntryOf(profile), sources, stop);
    return passFileOf(profile).find(passFieldsOf(profile)).map([](const std::optional<Secret> &found) {
        return found.has_value();
    });
}

Result<> storePassword(PasswordStore store, const Profile &profile, const Secret &password,
                       const SecretSources &sources, const std::stop_token &stop)
{
    if (store == PasswordStore::Keychain)
        return storeInKeychain(passwordEntryOf(profile), password, sources, stop);
    ToolCommand::PassEntry entry = passFieldsOf(profile);
    entry.password = password;
    return passFileOf(profile).set(entry);
}

Result<bool> removePassword(PasswordStore store, const Profile &profile, const SecretSources &sources,
                            const std::stop_token &stop)
{
    if (store == PasswordStore::Keychain)
        return removeFromKeychain(passwordEntryOf(profile), sources, stop);
    return passFileOf(profile).remove(passFieldsOf(profile));
}

ServiceEnvironment withPassword(const ServiceEnvironment &environment, const Secret &password)
{
    ServiceEnvironment with = environment;
    with.secrets.typed = password;
    return with;
}

} // namespace masclet
