#include "core/schedule/ScheduledBackup.h"

#include "core/base/Text.h"
#include "core/profile/ProfileStore.h"
#include "core/server/Keychain.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

bool liesInTmp(const QString &path)
{
    return path.startsWith(QStringLiteral("/tmp/")) || path.startsWith(QStringLiteral("/var/tmp/")) ||
           path == QStringLiteral("/tmp");
}

bool liesInHome(const QString &path)
{
    return path.startsWith(QStringLiteral("/home")) || path.startsWith(QStringLiteral("/root")) ||
           path.startsWith(QStringLiteral("/run/user")) || path == QStringLiteral("/");
}

/// Everything the profile names by its path.
QStringList pathsIn(const Profile &profile)
{
    QStringList paths{profile.connection.passfile,     profile.connection.tools,
                      profile.connection.sslrootcert,  profile.encryption.identity,
                      profile.notify.mailPasswordFile, profile.notify.trustedCertificates,
                      profile.connection.host};
    paths << profile.config.paths << profile.logs.paths << profile.checks.logFiles;
    for (const Profile::Contact &contact : profile.contacts)
        paths << contact.command;
    for (const Profile::Service &service : profile.services)
        paths << service.stop << service.start << service.status << service.composeFile;
    return paths;
}

/// Whether nothing of the profile leaves this machine: no contact, no ping, no command of somebody's own.
bool staysHere(const Profile &profile)
{
    const QString &place = profile.schedule.restoreTestOn;
    const bool testsHere = profile.schedule.restoreTest == QStringLiteral("never") ||
                           place == QStringLiteral("server") || place == QStringLiteral("sandbox");
    const Profile::Notify &notify = profile.notify;
    return testsHere && profile.contacts.isEmpty() && profile.services.isEmpty() &&
           notify.pingStart.isEmpty() && notify.pingSuccess.isEmpty() && notify.pingFailure.isEmpty();
}

bool isLoopback(const QString &host)
{
    return host == QStringLiteral("127.0.0.1") || host == QStringLiteral("::1") ||
           host == QStringLiteral("localhost");
}

/// Line ends and the like would end a line of the schedule early.
bool isOneLine(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(),
                        [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

Result<ScheduledBackup> scheduledBackup(const Profile &profile, const ScheduleCaller &caller)
{
    if (profile.path.isEmpty() || !isProfileName(profile.name) || profile.id.isEmpty())
        return fail(ErrorKind::Config, Tr::tr("Only a profile that is stored in a file can be scheduled."));
    const Profile::Notify &notify = profile.notify;
    QStringList paths{profile.path, profile.repository.path, caller.stateFolder, caller.program};
    for (const QString &path : {notify.statusFile, notify.metricsFolder}) {
        if (!path.isEmpty())
            paths << path;
    }
    for (const QString &path : paths) {
        if (!path.startsWith(QChar(u'/')) || !isOneLine(path))
            return fail(ErrorKind::Config,
                        Tr::tr("A scheduler cannot be told this path: %1.").arg(oneLine(path, 200)),
                        Tr::tr("Use an absolute path without line ends."));
    }
    const bool testsRestore = profile.schedule.restoreTest != QStringLiteral("never");
    const QString &secret = profile.connection.secret;
    const QString &place = profile.schedule.restoreTestOn;

    ScheduledBackup backup;
    backup.profile = profile.name;
    backup.profileId = profile.id;
    backup.schedule = profile.schedule;
    backup.user = caller.user;
    backup.program = caller.program;
    backup.arguments = QStringList{QStringLiteral("backup"),
                                   QStringLiteral("--profile"),
                                   profile.path,
                                   QStringLiteral("--state"),
                                   caller.stateFolder,
                                   QStringLiteral("--scheduled"),
                                   QStringLiteral("--if-due"),
                                   QStringLiteral("--wait"),
                                   QStringLiteral("4h"),
                                   QStringLiteral("--lang"),
                                   caller.language};
    if (!profile.contacts.isEmpty() || !notify.metricsFolder.isEmpty())
        backup.watchArguments = QStringList{QStringLiteral("alarm"),
                                            QStringLiteral("escalate"),
                                            QStringLiteral("--profile"),
                                            profile.path,
                                            QStringLiteral("--state"),
                                            caller.stateFolder,
                                            QStringLiteral("--scheduled"),
                                            QStringLiteral("--lang"),
                                            caller.language};
    backup.writtenFolders = QStringList{profile.repository.path, caller.stateFolder};
    if (!notify.metricsFolder.isEmpty())
        backup.writtenFolders << notify.metricsFolder;
    if (!notify.statusFile.isEmpty())
        backup.writtenFolders << QFileInfo(notify.statusFile).path();
    backup.usesSandbox = (testsRestore && profile.schedule.restoreTestOn == QStringLiteral("sandbox")) ||
                         profile.backup.format != QStringLiteral("plain");
    if (secret == QStringLiteral("auto") || secret == QStringLiteral("systemd"))
        backup.credentials << profile.name;
    if (testsRestore && isProfileName(place) && place != QStringLiteral("server") &&
        place != QStringLiteral("sandbox"))
        backup.credentials << place;
    if (!notify.mailUser.isEmpty() && notify.mailPasswordFile.isEmpty())
        backup.watchCredentials << mailEntryOf(profile);
    if (!profile.encryption.recipients.isEmpty() && profile.encryption.identity.isEmpty())
        backup.credentials << keyEntryOf(profile);
    backup.credentials << backup.watchCredentials;
    const QString &host = profile.connection.host;
    const QStringList all = paths + pathsIn(profile);
    backup.setsPriority = profile.backup.niceness > 0 || profile.backup.ioPriority != QStringLiteral("usual");
    backup.runsCommands =
        !profile.services.isEmpty() ||
        std::any_of(profile.contacts.cbegin(), profile.contacts.cend(),
                    [](const Profile::Contact &contact) { return !contact.command.isEmpty(); });
    backup.usesSocket = staysHere(profile) && host.startsWith(QChar(u'/'));
    backup.staysHere = backup.usesSocket || (staysHere(profile) && isLoopback(host));
    backup.seesHomes = caller.hasCertificates || std::any_of(all.cbegin(), all.cend(), liesInHome);
    backup.sharesTmp =
        std::any_of(paths.cbegin(), paths.cend(), liesInTmp) || liesInTmp(profile.connection.host);
    return backup;
}

} // namespace masclet
