#pragma once

#include "core/service/ProfileCheck.h"
#include "core/service/ScheduleService.h"

namespace masclet
{

/// What a proof does at the end.
enum class Proof {
    Backup,  ///< a real backup into the repository, as at night
    NoStore, ///< the same, but for what it stores: all of it is thrown away
    Look,    ///< only what a backup needs is tried
};

struct ScheduleProof {
    QList<ProfileCheckItem> items; ///< in the order they were looked at
    QString setId;                 ///< that was made; empty: none
    std::optional<Error> failure;  ///< of the first item that failed
};

/// Runs this program as a scheduler does: as a child with the environment of cron and nothing else, no
/// terminal, no session and its keychain, / as working folder, with the passwords that systemd decrypts for
/// its unit; where systemd runs and has the unit, it is started by systemd as that unit is. First `profile
/// check`, then the backup. What is installed and the zones are findings as well. Config where another user's
/// schedule is to be proven. Blocking; call it from a job.
Result<ScheduleProof> proveSchedule(const ServiceEnvironment &environment, const ScheduleRequest &request,
                                    const QString &homeFolder, Proof proof, JobContext &context);

} // namespace masclet
