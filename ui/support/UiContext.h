#pragma once

#include "core/profile/EffectiveProfile.h"
#include "core/service/ServiceEnvironment.h"

#include <QString>

namespace masclet
{

class WorkRunner;

/// What every window works with. Built once by the program (or a test) and outlives all windows and their
/// work. Main thread; the services and the environment are read only and go into jobs by reference.
struct UiContext {
    const ServiceEnvironment &services;
    Environment environment;
    WorkRunner &runner;
    QString proposedRepository = {}; ///< for a first profile
    QString workingFolder = {};      ///< where the program was started
    QString commandLine = {};        ///< path of masclet-backup, which schedulers start
    QString homeFolder = {};
};

/// A profile by its name or path with the environment's values, complete for a run.
inline Result<Profile> effectiveProfile(const UiContext &context, const QString &nameOrPath)
{
    MASCLET_TRY_ASSIGN(StoredProfile stored, context.services.profiles.load(nameOrPath));
    MASCLET_TRY(applyEnvironment(stored, context.environment));
    MASCLET_TRY(checkComplete(stored.profile));
    return stored.profile;
}

} // namespace masclet
