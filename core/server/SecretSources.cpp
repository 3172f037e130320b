#include "core/server/SecretSources.h"

#include "core/base/Text.h"
#include "core/server/SecretFile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SecretSources)
};

using Found = Result<std::optional<FoundSecret>>;

struct Search {
    const Profile &profile;
    const SecretSources &sources;
    const std::stop_token &stop;
    QString passedOver = {}; ///< why the keychain was not asked
};

/// Whatever is wrong with the file, to the run it is a missing password.
Result<Secret> secretFile(const QString &path)
{
    auto secret = readSecretFile(path, Tr::tr("the password"));
    if (!secret)
        return fail(std::move(secret).error().as(ErrorKind::Credentials));
    return secret;
}

/// A keychain that is there and fails is never passed over: the password in it may be the right one.
Found fromKeychain(Search &search)
{
    const Profile &profile = search.profile;
    const SecretSources &sources = search.sources;
    const std::stop_token &stop = search.stop;
    const bool named = profile.connection.secret == QStringLiteral("keychain");
    if (const Result<> reached = reachKeychain(sources, stop); !reached) {
        if (named || reached.error().kind == ErrorKind::Stopped)
            return fail(reached.error());
        search.passedOver = reached.error().message;
        return std::optional<FoundSecret>();
    }
    MASCLET_TRY_ASSIGN(const std::optional<Secret> secret,
                       sources.keychain->find(passwordEntryOf(profile), stop));
    if (secret)
        return FoundSecret{*secret, Tr::tr("the system keychain")};
    if (named)
        return fail(
            ErrorKind::Credentials,
            Tr::tr("The keychain is locked, or holds no password for the profile %1.").arg(profile.name),
            Tr::tr("Unlock it, or store the password: masclet-backup secret set --store keychain "
                   "--profile %1")
                .arg(profile.name));
    return std::optional<FoundSecret>();
}

Found fromSystemd(Search &search)
{
    const Profile &profile = search.profile;
    const SecretSources &sources = search.sources;
    const QString path = sources.credentialsFolder + QChar(u'/') + profile.name;
    if (sources.credentialsFolder.isEmpty() || !QFileInfo::exists(path))
        return std::optional<FoundSecret>();
    MASCLET_TRY_ASSIGN(const Secret secret, secretFile(path));
    return FoundSecret{secret, Tr::tr("the systemd credential %1").arg(profile.name),
                       enrolCommand(profile.name)};
}

Found fromPassFile(Search &search)
{
    const Profile &profile = search.profile;
    const PassFileStore store = passFileOf(profile);
    const auto secret = store.find(passFieldsOf(profile));
    if (!secret)
        return fail(Error(secret.error()).as(ErrorKind::Credentials));
    if (!*secret)
        return std::optional<FoundSecret>();
    return FoundSecret{**secret, Tr::tr("the pass file %1").arg(oneLine(store.path()))};
}

Found fromEnvironment(Search &search)
{
    const SecretSources &sources = search.sources;
    for (const QString &name : {QStringLiteral("PGPASSWORD"), QStringLiteral("POSTGRES_PASSWORD")}) {
        const QByteArray value = sources.environment.value(name).toUtf8();
        if (!value.isEmpty())
            return FoundSecret{Secret::fromView({value.constData(), size_t(value.size())}),
                               Tr::tr("the variable %1").arg(name)};
    }
    const QString file = QStringLiteral("POSTGRES_PASSWORD_FILE");
    const QString path = sources.environment.value(file);
    if (path.isEmpty())
        return std::optional<FoundSecret>();
    MASCLET_TRY_ASSIGN(const Secret secret, secretFile(path));
    return FoundSecret{secret, Tr::tr("the file that %1 names").arg(file)};
}

struct Store {
    const char *name; ///< as the option "secret" has it
    Found (*find)(Search &);
};
constexpr Store stores[] = {{"keychain", fromKeychain},
                            {"systemd", fromSystemd},
                            {"passfile", fromPassFile},
                            {"environment", fromEnvironment}};

} // namespace

Result<> reachKeychain(const SecretSources &sources, const std::stop_token &stop)
{
    if (sources.keychain)
        return sources.keychain->reach(stop);
    return fail(ErrorKind::Credentials, Tr::tr("This program was built without the system keychain."),
                Tr::tr("Keep the password in a pass file: masclet-backup secret set"));
}

Result<FoundSecret> findSecret(const Profile &profile, const SecretSources &sources,
                               const std::stop_token &stop)
{
    if (!sources.typed.isEmpty())
        return FoundSecret{sources.typed, Tr::tr("what was typed just now")};
    const QString wanted = profile.connection.secret;
    const bool any = wanted == QStringLiteral("auto");
    Search search{profile, sources, stop};
    for (const Store &store : stores) {
        if (!any && wanted != QLatin1String(store.name))
            continue;
        MASCLET_TRY_ASSIGN(std::optional<FoundSecret> found, store.find(search));
        if (found) {
            found->passedOver = search.passedOver;
            return *found;
        }
        const bool isSystemd = wanted == QStringLiteral("systemd");
        if (!any)
            return fail(
                ErrorKind::Credentials,
                Tr::tr("The profile %1 takes its password from \"%2\", which holds none for it.")
                    .arg(profile.name, wanted),
                Tr::tr("Store it with: %1")
                    .arg(isSystemd
                             ? enrolCommand(profile.name)
                             : QStringLiteral("masclet-backup secret set --profile %1").arg(profile.name)));
    }
    return FoundSecret{
        {}, Tr::tr("no store (none of them holds a password for this profile)"), {}, search.passedOver};
}

QString refusedHint(const FoundSecret &found)
{
    const QString source =
        found.passedOver.isEmpty()
            ? found.store
            : Tr::tr("%1; the keychain was not asked: %2").arg(found.store, found.passedOver);
    return Tr::tr("The password came from %1. Store the right one with: %2")
        .arg(source, found.remedy.isEmpty() ? QStringLiteral("masclet-backup secret set") : found.remedy);
}

QString enrolCommand(const QString &credential, const QString &file)
{
    const QString store = QStringLiteral("/etc/credstore.encrypted"); // which Debian does not bring
    const QString command = QStringLiteral("systemd-ask-password -n | systemd-creds encrypt --name=%1 - %2");
    if (!file.isEmpty())
        return command.arg(credential, oneLine(file));
    return QStringLiteral("mkdir -p -m 0700 %1 && ").arg(store) +
           command.arg(credential, store + QChar(u'/') + credential);
}

PassFileStore passFileOf(const Profile &profile)
{
    if (!profile.connection.passfile.isEmpty())
        return PassFileStore(profile.connection.passfile);
    const QFileInfo file(profile.path);
    return PassFileStore(file.absolutePath() + QChar(u'/') + profile.name + QStringLiteral(".pgpass"));
}

ToolCommand::PassEntry passFieldsOf(const Profile &profile)
{
    return {profile.connection.host.toUtf8(),
            QByteArray::number(profile.connection.port),
            profile.connection.dbname.toUtf8(),
            profile.connection.user.toUtf8(),
            {}};
}

ConnectionSettings connectionOf(const Profile &profile, const QByteArray &database, const Secret &password)
{
    ConnectionSettings settings;
    settings.host = profile.connection.host;
    settings.port = int(profile.connection.port);
    settings.database = database;
    settings.user = profile.connection.user.toUtf8();
    settings.sslmode = profile.connection.sslmode;
    settings.sslrootcert = profile.connection.sslrootcert;
    settings.connectTimeoutSeconds = int(profile.connection.connectTimeout / 1000);
    settings.password = password;
    return settings;
}

} // namespace masclet
