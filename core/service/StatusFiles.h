#pragma once

#include "core/notify/StatusFile.h"
#include "core/service/AlarmWatch.h"

namespace masclet
{

/// What of the facts is for everybody.
PublicStatus publicStatusOf(const ServiceEnvironment &environment, const Profile &profile,
                            const WatchFacts &facts, const QList<Incident> &open);

/// Where the profile's status file is: notify.status_file, else status/NAME.json in the state folder.
QString statusFilePath(const ServiceEnvironment &environment, const Profile &profile);

/// The status file, and the metrics where the profile names a folder for them. What could not be written.
QStringList writeStatusFiles(const ServiceEnvironment &environment, const Profile &profile,
                             const PublicStatus &status);

} // namespace masclet
