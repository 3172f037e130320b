#include "core/service/Pings.h"

#include "core/notify/Delivery.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Pings)
};

QString problemOf(const ServiceEnvironment &environment, const Profile &profile, const QString &url,
                  const std::stop_token &stop)
{
    const Post post{profile, environment.secrets, environment.clock, stop};
    const Result<> called = ping(url, post, std::chrono::milliseconds(profile.notify.timeLimit));
    return called ? QString() : Tr::tr("A ping did not get through: %1").arg(called.error().message);
}

} // namespace

QString pingStart(const ServiceEnvironment &environment, const Profile &profile, const std::stop_token &stop)
{
    return problemOf(environment, profile, profile.notify.pingStart, stop);
}

QString pingEnd(const ServiceEnvironment &environment, const Profile &profile, const Error *failure,
                const std::stop_token &stop)
{
    if (failure && (failure->kind == ErrorKind::Stopped || failure->kind == ErrorKind::Locked))
        return {};
    return problemOf(environment, profile, failure ? profile.notify.pingFailure : profile.notify.pingSuccess,
                     stop);
}

} // namespace masclet
