#pragma once

#include "core/job/JobContext.h"
#include "core/profile/EffectiveProfile.h"
#include "core/profile/ProfileStore.h"
#include "core/repository/RunRecord.h"
#include "core/restore/Comparison.h"
#include "core/service/ServiceEnvironment.h"

#include <chrono>
#include <optional>

namespace masclet
{

/// Where a set is loaded to try it out.
struct RestorePlace {
    enum class Kind {
        Server,  ///< a scratch database on `server`'s server
        Sandbox, ///< a throw-away server of its own on this machine
    };
    Kind kind = Kind::Server;
    Profile server; ///< how to reach it; for Sandbox only its `connection.tools` count
};

/// What the option restore_test_on means: "server" (the profile's own), "sandbox", or another profile's name
/// or path, as `profiles` and the environment have it.
Result<RestorePlace> restorePlaceNamed(const QString &name, const Profile &profile,
                                       const ProfileStore &profiles, const Environment &environment);

struct RestoreTestRequest {
    Profile profile;
    QString setId;
    /// Or why there is none, which is a failure of the test like any other.
    Result<RestorePlace> place;
    QString trigger = QStringLiteral("manual");
    std::chrono::milliseconds wait{0};
};

struct RestoreTestReport {
    RunRecord run;
    Comparison comparison;
    qint64 loadMs = 0;
    std::optional<Error> failure; ///< RestoreTest when the copy is not equal
};

/// Loads a set where nothing depends on it, compares every table with the manifest and keeps what was found
/// as evidence. Only an equal copy makes a set restore-tested: a test that could not be made is a failure of
/// kind RestoreTest, and what reads the archive finds damage as Verification. Blocking; call it from a job.
class RestoreTestService
{
public:
    explicit RestoreTestService(const ServiceEnvironment &environment);

    /// What would be done, as numbered sentences.
    Result<QStringList> plan(const RestoreTestRequest &request) const;
    Result<RestoreTestReport> test(const RestoreTestRequest &request, JobContext &context) const;

private:
    const ServiceEnvironment &m_environment;
};

} // namespace masclet
