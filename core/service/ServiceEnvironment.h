#pragma once

#include "core/base/Clock.h"
#include "core/profile/Policy.h"
#include "core/profile/ProfileStore.h"
#include "core/schedule/InstalledSchedule.h"
#include "core/server/SecretSources.h"
#include "core/server/ToolLocator.h"

#include <QString>
#include <QStringList>

namespace masclet
{

/// What lies outside the core, as values: AppContext builds it once, services never look for themselves.
/// Must outlive every service and job. Read only, so any thread.
struct ServiceEnvironment {
    const Clock &clock;
    SecretSources secrets;
    QString stateFolder;   ///< catalog, records that wait; made when missing
    QString runtimeFolder; ///< short path for sandboxes and their sockets
    QStringList toolRoots; ///< where client tools are looked for (see ToolLocator)
    QString author;        ///< "user@host"
    Operator who = {};     ///< for the policy of the machine
    QString policyFile;    ///< see Policy; empty: none
    QString program;       ///< "masclet-backup 0.1.0"
    QString machine;       ///< name of the machine services are stopped and started on
    ProfileStore profiles; ///< where the profile of a run that died is found again
    SchedulePlaces schedulePlaces = {};
};

/// Where the programs for this profile are looked for.
ToolSearch toolSearch(const ServiceEnvironment &environment, const Profile &profile);

/// What the machine's policy says to this person; read anew.
Result<> checkRight(const ServiceEnvironment &environment, Right right);

/// Where the catalog of a state folder is.
inline QString catalogPath(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/catalog.sqlite");
}

} // namespace masclet
