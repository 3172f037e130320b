// The rows of the section "notify".
#include "core/profile/OptionRows.h"

namespace masclet::rows
{

namespace
{

template <auto Field>
constexpr auto notify = &in<&Profile::notify, Field>;

} // namespace

QList<Option> notifyRows()
{
    using N = Profile::Notify;
    constexpr qint64 hour = 60 * minute;
    return {
        notify<&N::events>("notify", "events", OptionType::Choices,
                           QT_TRANSLATE_NOOP("Option", "Messages about"),
                           QT_TRANSLATE_NOOP("Option", "what the contacts get messages about"))
            .flagged("notify-events")
            .oneOf({"failure", "recovery"}),
        notify<&N::provenWithin>("notify", "proven_within", OptionType::Duration,
                                 QT_TRANSLATE_NOOP("Option", "Proven within"),
                                 QT_TRANSLATE_NOOP("Option", "no proven backup for so long is an alarm"))
            .range(hour, 400 * day),
        notify<&N::repeatAfter>("notify", "repeat_after", OptionType::Duration,
                                QT_TRANSLATE_NOOP("Option", "Remind after"),
                                QT_TRANSLATE_NOOP("Option", "an open alarm is told again; 0s: never"))
            .range(0, 400 * day),
        notify<&N::sysadminAfter>(
            "notify", "sysadmin_after", OptionType::Duration,
            QT_TRANSLATE_NOOP("Option", "System administrator after"),
            QT_TRANSLATE_NOOP("Option", "when the second step of the ladder is told of an alarm"))
            .range(0, 30 * day),
        notify<&N::dbaAfter>(
            "notify", "dba_after", OptionType::Duration, QT_TRANSLATE_NOOP("Option", "DBA after"),
            QT_TRANSLATE_NOOP("Option", "when the third step of the ladder is told of an alarm"))
            .range(0, 30 * day),
        notify<&N::timeLimit>("notify", "time_limit", OptionType::Duration,
                              QT_TRANSLATE_NOOP("Option", "Time for messages"),
                              QT_TRANSLATE_NOOP("Option", "all messages of a run together take no longer"))
            .flagged("notify-time-limit")
            .range(second, 10 * minute),
        notify<&N::statusFile>(
            "notify", "status_file", OptionType::Path, QT_TRANSLATE_NOOP("Option", "Status file"),
            QT_TRANSLATE_NOOP("Option", "JSON after each run; empty: in the state folder")),
        notify<&N::metricsFolder>(
            "notify", "metrics_folder", OptionType::Path, QT_TRANSLATE_NOOP("Option", "Metrics folder"),
            QT_TRANSLATE_NOOP("Option", "textfile folder of Prometheus's node exporter; empty: none")),
        notify<&N::pingStart>("notify", "ping_start", OptionType::Url,
                              QT_TRANSLATE_NOOP("Option", "Ping at the start"),
                              QT_TRANSLATE_NOOP("Option", "address called when a backup starts")),
        notify<&N::pingSuccess>(
            "notify", "ping_success", OptionType::Url, QT_TRANSLATE_NOOP("Option", "Ping of success"),
            QT_TRANSLATE_NOOP("Option", "address called when a backup and its steps went well")),
        notify<&N::pingFailure>(
            "notify", "ping_failure", OptionType::Url, QT_TRANSLATE_NOOP("Option", "Ping of failure"),
            QT_TRANSLATE_NOOP("Option", "address called when a backup or its steps failed")),
        notify<&N::mailServer>("notify", "mail_server", OptionType::Text,
                               QT_TRANSLATE_NOOP("Option", "Mail server"),
                               QT_TRANSLATE_NOOP("Option", "name or address of the server that takes mail")),
        notify<&N::mailPort>("notify", "mail_port", OptionType::Number,
                             QT_TRANSLATE_NOOP("Option", "Mail port"),
                             QT_TRANSLATE_NOOP("Option", "587 for starttls, 465 for tls, 25 for none"))
            .range(1, 65535),
        notify<&N::mailSecurity>(
            "notify", "mail_security", OptionType::Choice, QT_TRANSLATE_NOOP("Option", "Mail encryption"),
            QT_TRANSLATE_NOOP("Option", "starttls and tls are required then; none encrypts nothing"))
            .oneOf({"starttls", "tls", "none"}),
        notify<&N::mailUser>("notify", "mail_user", OptionType::Text,
                             QT_TRANSLATE_NOOP("Option", "Mail login"),
                             QT_TRANSLATE_NOOP("Option", "user at the mail server; empty: no login")),
        notify<&N::mailFrom>("notify", "mail_from", OptionType::Address,
                             QT_TRANSLATE_NOOP("Option", "Sender"),
                             QT_TRANSLATE_NOOP("Option", "address that messages come from")),
        notify<&N::mailPasswordFile>(
            "notify", "mail_password_file", OptionType::Path,
            QT_TRANSLATE_NOOP("Option", "Mail password file"),
            QT_TRANSLATE_NOOP("Option", "holds only the mail password, mode 0600; empty: other stores")),
        notify<&N::trustedCertificates>(
            "notify", "trusted_certificates", OptionType::Path,
            QT_TRANSLATE_NOOP("Option", "Trusted certificates"),
            QT_TRANSLATE_NOOP("Option", "for mail, webhooks and pings; empty: the system's")),
    };
}

} // namespace masclet::rows
