#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace masclet
{

/// Where and as whom to connect. Database and user are bytes: PostgreSQL's names need not be UTF-8.
struct ConnectionSettings {
    QString host; ///< name, address or socket folder
    int port = 5432;
    QByteArray database;
    QByteArray user;
    QString sslmode = QStringLiteral("prefer");
    QString sslrootcert;
    int connectTimeoutSeconds = 10;
    QByteArray applicationName = "masclet-backup";
    QByteArray options; ///< PGOPTIONS of the session
    Secret password;    ///< never part of conninfo()
};

/// libpq keyword/value text with its quoting (\ and '), keepalives and tcp_user_timeout included, without the
/// password. What pg_dump gets as --dbname=…; safe for every database name.
QByteArray conninfo(const ConnectionSettings &settings);
/// The name alone, for a tool that takes a database beside such a text.
QByteArray conninfoOf(const QByteArray &database);

/// Rows of a query, text format. NULL is nullopt.
class QueryResult
{
public:
    using Row = QList<std::optional<QByteArray>>;
    QList<QByteArray> columns;
    QList<Row> rows;
    QByteArray commandTag;
    /// First column of the first row; empty when there is none.
    QByteArray value() const;
};

/// One libpq session. All calls block in slices and watch the stop token (PQsendQuery, poll, PQconsumeInput);
/// a stop cancels the running query. Errors: Connection, Credentials, or the kind given for the statement.
/// SQL text lives in server/ only; the loader in restore/ sends foreign statements through execute and copy.
/// One thread at a time.
class Connection
{
public:
    static Result<Connection> open(const ConnectionSettings &settings, const std::stop_token &stop);
    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) noexcept;
    ~Connection();

    /// One statement with parameters as text ($1…), results as text.
    Result<QueryResult> query(const QByteArray &sql, const QList<std::optional<QByteArray>> &parameters = {},
                              ErrorKind kind = ErrorKind::Connection);
    /// One simple-protocol string, which may hold several statements (one implicit transaction). Rows are
    /// thrown away as they come; the last command tag stays. Stops at the first error, whose SQLSTATE and
    /// server text are in Error::detail.
    Result<QueryResult> execute(const QByteArray &sql, ErrorKind kind = ErrorKind::Connection);

    /// COPY … FROM stdin: begin with the statement, feed rows, then end. cancelCopy() makes the server
    /// discard it. The number returned by endCopy() is the server's row count.
    Result<> beginCopy(const QByteArray &statement, ErrorKind kind);
    Result<> putCopy(std::span<const std::byte> bytes, ErrorKind kind);
    Result<qint64> endCopy(ErrorKind kind);
    void cancelCopy(const QByteArray &reason);

    QByteArray quoteIdentifier(const QByteArray &name) const;
    /// What the server may be told instead of a password (SCRAM-SHA-256), so that none stands in its log.
    Result<QByteArray> passwordVerifier(const QByteArray &user, const Secret &password) const;
    QByteArray quoteLiteral(const QByteArray &text) const;
    int serverVersion() const;    ///< 150020
    qint64 serverProcess() const; ///< number of the process there that serves this session
    /// Server notices and warnings since the last call, one text each, at most the newest 200.
    QList<QByteArray> takeNotices();
    bool isAlive() const;
    /// New token for the calls that follow (a connection may outlive one job's phase).
    void setStopToken(std::stop_token stop);

private:
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// SQLSTATE class to ErrorKind: 28* and 3D* … the one place that knows. `fallback` for everything else.
ErrorKind kindOfSqlState(const QByteArray &sqlState, ErrorKind fallback);

} // namespace masclet
