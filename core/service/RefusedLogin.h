#pragma once

#include "core/service/ServiceEnvironment.h"

#include <QDateTime>

#include <optional>
#include <stop_token>

namespace masclet
{

/// A login that the server refused, or that lacked a password, in a scheduled run: trying it again every hour
/// would only lock the account.
struct RefusedLogin {
    QDateTime time;  ///< UTC
    QString message; ///< of the run
    QDateTime run;   ///< UTC; the planned run that it was for
};

/// The refusal that still stands for that planned run: neither the connection of the profile nor the password
/// has changed since. The password itself is compared by a slow hash with a salt of its own.
std::optional<RefusedLogin> standingRefusal(const ServiceEnvironment &environment, const Profile &profile,
                                            const QDateTime &run, const std::stop_token &stop);
/// The same for the run that is due now; none where none is, or where nobody can tell.
std::optional<RefusedLogin> standingRefusal(const ServiceEnvironment &environment, const Profile &profile,
                                            const std::stop_token &stop);
/// Storage.
Result<> rememberRefusal(const ServiceEnvironment &environment, const Profile &profile,
                         const QString &message, const std::stop_token &stop);
void forgetRefusal(const ServiceEnvironment &environment, const Profile &profile);

/// One sentence: why scheduled runs do not try now, and until when.
QString refusalText(const RefusedLogin &refused, const Profile &profile);

} // namespace masclet
