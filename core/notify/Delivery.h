#pragma once

#include "core/base/Clock.h"
#include "core/notify/Message.h"
#include "core/server/SecretSources.h"

#include <stop_token>

namespace masclet
{

/// How messages leave: all that a delivery needs beside the message. Must outlive the call.
struct Post {
    const Profile &profile;
    const SecretSources &secrets;
    const Clock &clock;
    const std::stop_token &stop;
};

/// Time for several deliveries together, shared fairly: one that hangs leaves the others theirs.
class TimeBudget
{
public:
    TimeBudget(const Clock &clock, std::chrono::milliseconds limit);
    /// For the next one of so many that are left; at least a moment.
    std::chrono::milliseconds share(qsizetype left) const;

private:
    const Clock &m_clock;
    std::chrono::nanoseconds m_start;
    std::chrono::milliseconds m_limit;
};

/// How one way to one contact went.
struct Delivered {
    QString contact; ///< the name
    QString way;     ///< "mail", "webhook", "command"
    QString place;   ///< for people, without a secret
    Result<> outcome;
};

/// Through every way the contact has; none (a phone alone) is an empty list. Blocks within the budget;
/// `left` counts the contacts that follow.
QList<Delivered> deliver(const Message &message, const Profile::Contact &contact, const Post &post,
                         const TimeBudget &budget, qsizetype left);

/// Calls an address of a ping; nothing when there is none.
Result<> ping(const QString &url, const Post &post, std::chrono::milliseconds limit);

/// The mail server's password: the file of the profile, the systemd credential NAME.mail, the keychain, the
/// variable MASCLET_MAIL_PASSWORD. Credentials when there is none.
Result<FoundSecret> findMailPassword(const Profile &profile, const SecretSources &sources,
                                     const std::stop_token &stop);

} // namespace masclet
