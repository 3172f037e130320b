#pragma once

#include "core/service/RestoreService.h"

namespace masclet
{

// What a restore asks before it changes anything; used by its plan, its run and its way back.

/// How the server is reached from outside the database that is replaced.
Result<ConnectionSettings> adminSettings(const ServiceEnvironment &environment, const Profile &profile,
                                         const QByteArray &target, const std::stop_token &stop);

struct Looked {
    ConnectionSettings admin;
    LoadSelection selection;
    GateFindings gate;
};

/// Everything of the gate but the reading of the archive.
Result<Looked> look(const ServiceEnvironment &environment, const RestoreRequest &request,
                    const Manifest &manifest, JobContext &context);

/// Why a restore is not begun; the gate has a failure.
Error gateError(const GateFindings &gate);

} // namespace masclet
