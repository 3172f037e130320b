#pragma once

#include "core/checks/Check.h"
#include "core/job/JobContext.h"
#include "core/profile/Profile.h"
#include "core/service/ServiceEnvironment.h"

namespace masclet
{

/// One thing a backup tonight will need.
struct ProfileCheckItem {
    QString id;    ///< stable: "repository", "password", "connection", "tools", "rights", "tables", "server",
                   ///< "clock", "space"; "services", "encryption" and "contacts" (when the profile has some)
    QString title; ///< translated
    CheckResult result = CheckResult::NotChecked;
    QString finding;
    QString hint;
};

struct ProfileCheckReport {
    QList<ProfileCheckItem> items;
    std::optional<Error> failure; ///< of the first item that failed
};

/// Tries everything a backup needs without making one: repository and its lock, password, connection, client
/// tools, rights, critical tables, the server's identity, clocks, space. What depends on something that
/// failed is not-checked. Blocking; call it from a job. The only error is Stopped.
Result<ProfileCheckReport> checkProfile(const ServiceEnvironment &environment, const Profile &profile,
                                        JobContext &context);

/// A person says that the server is the right one although it was rebuilt, or that its rows are right
/// although fewer: retention goes on. The number of holds that were lifted. `shown` are the reasons that were
/// seen: where there are others by now, none is lifted.
Result<int> acceptServer(const ServiceEnvironment &environment, const Profile &profile,
                         const std::optional<QStringList> &shown, const std::stop_token &stop);

} // namespace masclet
