#include "app/AppContext.h"

#include "app/keychain/SystemKeychain.h"

#include <QDir>
#include <QSysInfo>

#include <algorithm>
#include <vector>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

namespace masclet
{

namespace
{

/// A variable that names a folder counts only when it holds an absolute path (the XDG rule).
QString folderFrom(const Environment &environment, const char *variable)
{
    const QString folder = environment.value(QString::fromLatin1(variable));
    return folder.startsWith(QChar(u'/')) ? folder : QString();
}

ProfileLocations profileLocations(const Environment &environment, const QString &home, uid_t user)
{
    ProfileLocations locations;
    QString config = folderFrom(environment, "XDG_CONFIG_HOME");
    if (config.isEmpty() && user != 0)
        config = home + QStringLiteral("/.config");
    if (!config.isEmpty())
        locations.userFolder = config + QStringLiteral("/masclet-backup/profiles");
    return locations;
}

QString stateFolderOf(const Environment &environment, const QString &home, uid_t user)
{
    QString state = folderFrom(environment, "XDG_STATE_HOME");
    if (state.isEmpty())
        state = user == 0 ? QStringLiteral("/var/lib") : home + QStringLiteral("/.local/state");
    return state + QStringLiteral("/masclet-backup");
}

/// Where PATH looks for programs.
QStringList pathFolders(const Environment &environment)
{
    QStringList folders;
    for (const QString &folder : environment.value(QStringLiteral("PATH")).split(QChar(u':'))) {
        if (folder.startsWith(QChar(u'/')))
            folders << folder;
    }
    return folders;
}

QString authorOf(uid_t user)
{
    const passwd *entry = ::getpwuid(user);
    const QString name = entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(user);
    return name + QChar(u'@') + QSysInfo::machineHostName();
}

/// The user with all groups the process has.
Operator operatorOf(uid_t user)
{
    Operator who{user, QString::number(user), {}};
    if (const passwd *entry = ::getpwuid(user))
        who.name = QString::fromLocal8Bit(entry->pw_name);
    std::vector<gid_t> groups(size_t(std::max(0, ::getgroups(0, nullptr))));
    groups.resize(size_t(std::max(0, ::getgroups(int(groups.size()), groups.data()))));
    groups.push_back(::getegid());
    for (const gid_t id : groups) {
        if (const group *entry = ::getgrgid(id))
            who.groups << QString::fromLocal8Bit(entry->gr_name);
    }
    return who;
}

/// A user's own systemd is reached through the folder of the session; root's units are the machine's.
SchedulePlaces schedulePlacesOf(const Environment &environment, const QString &home, uid_t user)
{
    SchedulePlaces places;
    if (user == 0)
        return places;
    const QString config = folderFrom(environment, "XDG_CONFIG_HOME");
    places.userUnits =
        (config.isEmpty() ? home + QStringLiteral("/.config") : config) + QStringLiteral("/systemd/user");
    places.isOfPackageUser = operatorOf(user).name == QStringLiteral("masclet-backup");
    places.sessionFolder = folderFrom(environment, "XDG_RUNTIME_DIR");
    if (places.sessionFolder.isEmpty())
        places.sessionFolder = QStringLiteral("/run/user/%1").arg(user);
    return places;
}

ServiceEnvironment servicesOf(const Environment &environment, const QString &home, uid_t user,
                              const Clock &clock)
{
    const QString temporary = folderFrom(environment, "TMPDIR");
    return {.clock = clock,
            .secrets = {environment, folderFrom(environment, "CREDENTIALS_DIRECTORY")},
            .stateFolder = stateFolderOf(environment, home, user),
            .runtimeFolder = temporary.isEmpty() ? QStringLiteral("/tmp") : temporary,
            .toolRoots = pathFolders(environment),
            .author = authorOf(user),
            .who = operatorOf(user),
            .policyFile = QString::fromLatin1(Policy::standardPath),
            .program = QStringLiteral("masclet-backup " MASCLET_VERSION),
            .machine = QSysInfo::machineHostName(),
            .profiles = ProfileStore(profileLocations(environment, home, user), user),
            .schedulePlaces = schedulePlacesOf(environment, home, user)};
}

/// libpq reads dozens of variables by itself (libpq-envars), which are meant for psql at a prompt: a service,
/// a kind of server, encryption by Kerberos. Those that mean us are in our own copy (fault V08).
void hideFromLibpq(const Environment &environment)
{
    for (auto variable = environment.constBegin(); variable != environment.constEnd(); ++variable) {
        if (variable.key().startsWith(QStringLiteral("PG")))
            qunsetenv(variable.key().toLocal8Bit().constData());
    }
}

} // namespace

AppContext::AppContext(Environment environment, QString homeFolder, uid_t user, const Clock &clock)
    : m_environment(std::move(environment))
    , m_homeFolder(std::move(homeFolder))
    , m_user(user)
    , m_services(servicesOf(m_environment, m_homeFolder, user, clock))
{
}

AppContext AppContext::ofProcess(const Clock &clock)
{
    Environment environment;
    for (char **variable = environ; *variable; ++variable) {
        const QByteArray text(*variable);
        const qsizetype equals = text.indexOf('=');
        environment.insert(QString::fromLocal8Bit(text.left(equals)),
                           QString::fromLocal8Bit(text.mid(equals + 1)));
    }
    hideFromLibpq(environment);
    AppContext context(std::move(environment), QDir::homePath(), ::geteuid(), clock);
    context.m_services.secrets.keychain = systemKeychain();
    return context;
}

QString AppContext::proposedRepository() const
{
    const QString standard = Profile().repository.path;
    const bool usable = m_user == 0 || ::access(standard.toUtf8().constData(), W_OK | X_OK) == 0;
    return usable ? standard : m_homeFolder + QStringLiteral("/backups");
}

} // namespace masclet
