#include "core/server/Connection.h"

namespace masclet
{

namespace
{

/// Quoting of libpq's keyword/value text (libpq-connect, "Keyword/Value Connection Strings"): everything in
/// single quotes, backslash before backslash and quote. Nothing else is special there, line ends neither.
void append(QByteArray &text, const char *keyword, const QByteArray &value)
{
    if (!text.isEmpty())
        text += ' ';
    text += keyword;
    text += "='";
    for (const char c : value) {
        if (c == '\\' || c == '\'')
            text += '\\';
        text += c;
    }
    text += '\'';
}

} // namespace

QByteArray conninfoOf(const QByteArray &database)
{
    QByteArray text;
    append(text, "dbname", database);
    return text;
}

QByteArray conninfo(const ConnectionSettings &settings)
{
    QByteArray text;
    append(text, "host", settings.host.toUtf8());
    append(text, "port", QByteArray::number(settings.port));
    append(text, "dbname", settings.database);
    append(text, "user", settings.user);
    append(text, "sslmode", settings.sslmode.toUtf8());
    if (!settings.sslrootcert.isEmpty())
        append(text, "sslrootcert", settings.sslrootcert.toUtf8());
    append(text, "connect_timeout", QByteArray::number(settings.connectTimeoutSeconds));
    append(text, "application_name", settings.applicationName);
    append(text, "options", settings.options);
    // A dead network is noticed after about 25 seconds; libpq's defaults wait for two hours (faults D11).
    append(text, "keepalives", "1");
    append(text, "keepalives_idle", "10");
    append(text, "keepalives_interval", "5");
    append(text, "keepalives_count", "3");
    append(text, "tcp_user_timeout", "20000");
    return text;
}

} // namespace masclet
