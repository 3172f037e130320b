#pragma once

#include "core/base/Result.h"
#include "core/profile/Profile.h"

namespace masclet
{

/// Who starts a scheduled backup, and what the profile does not know: told by the program that installs it.
struct ScheduleCaller {
    QString program;              ///< absolute path of masclet-backup
    QString user;                 ///< account it runs under
    QString stateFolder;          ///< absolute
    QString language;             ///< of its messages: "es" or "en"
    bool hasCertificates = false; ///< libpq's own, in the home folder of that account
};

/// A backup as a scheduler starts it: all that the writers of this folder need to know. Plain data.
struct ScheduledBackup {
    QString profile;   ///< its name
    QString profileId; ///< what the installed text is found again by
    Profile::Schedule schedule;
    QString user;
    QString program;
    QStringList arguments; ///< from the verb on
    /// Of the look at alarms between backups; empty: the profile names nobody to be told, and nobody reads
    /// metrics of it.
    QStringList watchArguments;
    QStringList writtenFolders;   ///< all that it writes beside temporary files
    bool usesSandbox = false;     ///< a restore test or pg_restore closes itself off with bubblewrap
    QStringList credentials;      ///< that systemd may hold: of the database servers, of the mail server
    QStringList watchCredentials; ///< the same for the look at alarms, which asks no database
    bool setsPriority = false;    ///< of what it runs, as the profile wants it
    bool runsCommands = false;    ///< of somebody's own, which may need anything
    bool staysHere = false;       ///< it talks to this machine alone
    bool usesSocket = false;      ///< of the server, and nothing else of any network
    bool seesHomes = true;        ///< something it reads may lie in somebody's home folder
    bool sharesTmp = false;       ///< something of the profile lies in /tmp
};

/// A run that is not due ends at once, so schedulers may start it as often as they like. Config when the
/// profile has no file, or holds what no scheduler can be told.
Result<ScheduledBackup> scheduledBackup(const Profile &profile, const ScheduleCaller &caller);

} // namespace masclet
