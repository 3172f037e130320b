#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <stop_token>

namespace masclet
{

// The only home of libcurl. Calls block until the other side has answered or the limit is over, watch the
// stop token at least every 100 ms, and take no proxy or other setting from the environment. Any thread.
// Errors are Connection (not reached, refused, certificate), Credentials (login refused) or Stopped; none
// holds the path of an address, which may be a secret.

struct NetworkLimits {
    std::chrono::milliseconds time{0};
    QString certificates; ///< file of those that are trusted; empty: the system's
};

/// GET, or POST of a JSON document when there is one. Every answer but 2xx is an error; redirects are not
/// followed.
Result<> callAddress(const QString &url, const QByteArray &document, const NetworkLimits &limits,
                     const std::stop_token &stop);

/// A mail server, and what it is given.
struct MailCall {
    /// StartTls and Tls are required: nothing is sent without.
    enum class Security { StartTls, Tls, None };

    QString host;
    int port = 587;
    Security security = Security::StartTls;
    QString user; ///< empty: without a login
    Secret password;
    QString from;
    QStringList to;
    QByteArray text; ///< with head, as MailText makes it
};
Result<> sendMail(const MailCall &mail, const NetworkLimits &limits, const std::stop_token &stop);

} // namespace masclet
