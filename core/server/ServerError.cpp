#include "core/server/ServerError.h"

#include "core/base/Text.h"
#include "core/server/Connection.h"

#include <QCoreApplication>

#include <libpq-fe.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr int detailLimit = 64 * 1024;
constexpr QLatin1String statePrefix("SQLSTATE ");

QString detailText(const QByteArray &sqlState, const QByteArray &text)
{
    const QString shown = QString::fromUtf8(text.left(detailLimit).trimmed());
    return sqlState.isEmpty() ? shown
                              : statePrefix + QString::fromLatin1(sqlState) + QStringLiteral(": ") + shown;
}

/// libpq gives no SQLSTATE for a refused connection; with verbose errors its text reads
/// "FATAL:  28P01: password …" whatever the server's language is.
QByteArray sqlStateIn(const QByteArray &verboseText)
{
    for (qsizetype at = verboseText.indexOf(":  "); at >= 0; at = verboseText.indexOf(":  ", at + 1)) {
        const QByteArray state = verboseText.mid(at + 3, 5);
        const bool fits =
            state.size() == 5 && verboseText.mid(at + 8, 2) == ": " &&
            std::all_of(state.begin(), state.end(), [](char c) { return isdigit(c) || isupper(c); });
        if (fits)
            return state;
    }
    return {};
}

QByteArray field(const PGresult *result, int code)
{
    return QByteArray(PQresultErrorField(result, code));
}

Error credentialsError(bool passwordGiven, const QByteArray &user, QString detail)
{
    if (passwordGiven)
        return Error{ErrorKind::Credentials,
                     Tr::tr("The server did not let the user \"%1\" in.").arg(oneLine(user, 80)),
                     Tr::tr("Check user name and stored password, and the server's pg_hba.conf."),
                     std::move(detail),
                     {}};
    return Error{
        ErrorKind::Credentials,
        Tr::tr("The server wants a password for the user \"%1\", and none is stored.").arg(oneLine(user, 80)),
        Tr::tr("Store the password, or let the server accept this user without one."),
        std::move(detail),
        {}};
}

} // namespace

ErrorKind kindOfSqlState(const QByteArray &sqlState, ErrorKind fallback)
{
    // Classes of appendix A, "PostgreSQL Error Codes": 28 invalid authorization, 3D invalid catalog name,
    // 08 connection exception, 57P operator intervention other than a cancelled query, 53300 too many
    // connections.
    if (sqlState.startsWith("28"))
        return ErrorKind::Credentials;
    if (sqlState.startsWith("3D"))
        return ErrorKind::Config;
    if (sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState == "53300")
        return ErrorKind::Connection;
    return fallback;
}

Error connectError(pg_conn *connection, const QByteArray &user, const QByteArray &database)
{
    const QByteArray text(PQerrorMessage(connection));
    const QByteArray state = sqlStateIn(text);
    QString detail = detailText(state, text);
    if (PQconnectionNeedsPassword(connection))
        return credentialsError(false, user, std::move(detail));
    switch (kindOfSqlState(state, ErrorKind::Connection)) {
    case ErrorKind::Credentials:
        return credentialsError(PQconnectionUsedPassword(connection) || state != "28P01", user,
                                std::move(detail));
    case ErrorKind::Config:
        return Error{ErrorKind::Config,
                     Tr::tr("The server has no database \"%1\".").arg(oneLine(database, 80)),
                     Tr::tr("Check the database's name in the profile."),
                     std::move(detail),
                     {}};
    default:
        break;
    }
    // PgBouncer and its like, whose texts are not translated.
    if (text.contains("startup parameter"))
        return Error{ErrorKind::Connection,
                     Tr::tr("A connection pooler refused the settings a backup needs."),
                     Tr::tr("Use the port of the PostgreSQL server itself, not the pooler's."),
                     std::move(detail),
                     {}};
    return Error{ErrorKind::Connection,
                 Tr::tr("Cannot connect to the PostgreSQL server."),
                 Tr::tr("Check that the server runs, and its host name, port and encryption setting."),
                 std::move(detail),
                 {}};
}

Error statementError(pg_conn *connection, const pg_result *result, ErrorKind kind)
{
    const QByteArray state = result ? field(result, PG_DIAG_SQLSTATE) : QByteArray();
    if (state.isEmpty() && PQstatus(connection) != CONNECTION_OK)
        return Error{ErrorKind::Connection,
                     Tr::tr("The connection to the PostgreSQL server was lost."),
                     Tr::tr("Look into the server's log; the server may have been stopped or restarted."),
                     detailText({}, PQerrorMessage(connection)),
                     {}};
    if (state.isEmpty())
        return Error{kind,
                     Tr::tr("The exchange with the PostgreSQL server failed."),
                     {},
                     detailText({}, PQerrorMessage(connection)),
                     {}};
    const QByteArray primary = field(result, PG_DIAG_MESSAGE_PRIMARY);
    return Error{kindOfSqlState(state, kind),
                 Tr::tr("The PostgreSQL server reported: %1").arg(oneLine(primary, 300)),
                 {},
                 detailText(state, PQresultErrorMessage(result)),
                 {}};
}

QByteArray sqlStateOf(const Error &error)
{
    if (!error.detail.startsWith(statePrefix))
        return {};
    return error.detail.mid(statePrefix.size(), 5).toLatin1();
}

} // namespace masclet
