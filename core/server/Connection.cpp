#include "core/server/Connection.h"

#include "core/base/Text.h"
#include "core/server/ConnectionPrivate.h"
#include "core/server/ServerError.h"

#include <QCoreApplication>

#include <array>
#include <future>
#include <thread>

#include <arpa/inet.h>
#include <openssl/crypto.h>
#include <poll.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr int noticeLimit = 200;
constexpr int noticeLength = 2000;
constexpr int sliceMilliseconds = 100;

/// Names come and go as bytes (SQL_ASCII means "no conversion"). What is set to the empty text here would
/// otherwise be taken from the environment or the home folder, and core reads neither. The caller wipes the
/// text.
QByteArray connectText(const ConnectionSettings &settings)
{
    QByteArray text = conninfo(settings);
    text += " client_encoding='SQL_ASCII' hostaddr='' passfile='/dev/null/none' password='";
    text.reserve(text.size() + 2 * qsizetype(settings.password.bytes().size()) + 1);
    for (const char c : settings.password.bytes()) {
        if (c == '\\' || c == '\'')
            text += '\\';
        text += c;
    }
    text += '\'';
    return text;
}

void keepNotice(void *notices, const PGresult *result)
{
    auto *list = static_cast<QList<QByteArray> *>(notices);
    if (list->size() == noticeLimit)
        list->removeFirst();
    list->append(QByteArray(PQresultErrorMessage(result)).left(noticeLength).trimmed());
}

void waitForSocket(int socket, short events)
{
    pollfd entry{socket, events, 0};
    ::poll(&entry, 1, sliceMilliseconds);
}

using Deadline = std::chrono::steady_clock::time_point;

struct FinishConnection {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using ConnectionPtr = std::unique_ptr<PGconn, FinishConnection>;

/// Neither the folder of a socket nor an address: a name that somebody must be asked for.
bool mustBeLookedUp(const QString &host)
{
    std::array<unsigned char, sizeof(in6_addr)> address{};
    const QByteArray text = host.toLatin1();
    return !host.startsWith(u'/') && ::inet_pton(AF_INET, text.constData(), address.data()) != 1 &&
           ::inet_pton(AF_INET6, text.constData(), address.data()) != 1;
}

ConnectionPtr startAndWipe(QByteArray &text)
{
    ConnectionPtr connection(PQconnectStart(text.constData()));
    OPENSSL_cleanse(text.data(), size_t(text.size()));
    return connection;
}

/// PQconnectStart() looks names up and comes back when the resolver does, however long that takes (fault
/// D12). So a thread does it, which is left to itself when time is up.
Result<ConnectionPtr> startConnecting(QByteArray text, const ConnectionSettings &settings, Deadline deadline,
                                      const std::stop_token &stop)
{
    if (!mustBeLookedUp(settings.host))
        return startAndWipe(text);
    std::packaged_task<ConnectionPtr()> task(
        [text = std::move(text)]() mutable { return startAndWipe(text); });
    std::future<ConnectionPtr> started = task.get_future();
    std::thread(std::move(task)).detach();
    while (started.wait_for(std::chrono::milliseconds(sliceMilliseconds)) != std::future_status::ready) {
        if (stop.stop_requested())
            return fail(stoppedError());
        if (std::chrono::steady_clock::now() > deadline)
            return fail(ErrorKind::Connection,
                        Tr::tr("The host name %1 could not be looked up within %n second(s).", nullptr,
                               settings.connectTimeoutSeconds)
                            .arg(oneLine(settings.host, 80)),
                        Tr::tr("Check the name and this machine's name servers, or give an address."));
    }
    return started.get();
}

/// PQconnectPoll() leaves connect_timeout to its caller.
Result<> finishConnecting(PGconn *connection, const ConnectionSettings &settings, Deadline deadline,
                          const std::stop_token &stop)
{
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (PQstatus(connection) != CONNECTION_BAD && status != PGRES_POLLING_OK) {
        if (stop.stop_requested())
            return fail(stoppedError());
        if (std::chrono::steady_clock::now() > deadline)
            return fail(ErrorKind::Connection,
                        Tr::tr("The server did not answer within %n second(s).", nullptr,
                               settings.connectTimeoutSeconds),
                        Tr::tr("Check host name, port and the network between this machine and the server."));
        const short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        pollfd entry{PQsocket(connection), events, 0};
        if (::poll(&entry, 1, sliceMilliseconds) != 0)
            status = PQconnectPoll(connection);
        if (status == PGRES_POLLING_FAILED)
            break;
    }
    if (PQstatus(connection) != CONNECTION_OK)
        return fail(connectError(connection, settings.user, settings.database));
    return {};
}

/// A session starts from settings that neither role nor database chose. search_path keeps functions and
/// operators planted in public out of our statements (CVE-2018-1058); this one is schema-qualified itself.
/// The timeouts are those the server knows (idle_session_timeout since 14, transaction_timeout since 17).
constexpr char pinSession[] = R"(
SELECT pg_catalog.set_config(s.name, v.value, false)
FROM (VALUES ('search_path', 'pg_catalog, pg_temp'), ('client_min_messages', 'notice'),
             ('standard_conforming_strings', 'on'), ('datestyle', 'ISO'), ('bytea_output', 'hex'),
             ('default_transaction_read_only', 'off'), ('statement_timeout', '0'), ('lock_timeout', '0'),
             ('idle_in_transaction_session_timeout', '0'), ('idle_session_timeout', '0'),
             ('transaction_timeout', '0')) AS v (name, value)
JOIN pg_catalog.pg_settings s ON pg_catalog.lower(s.name) OPERATOR(pg_catalog.=) v.name)";

} // namespace

Error stoppedError()
{
    return Error{ErrorKind::Stopped, Tr::tr("Stopped as asked."), {}, {}, {}};
}

Connection::Private::~Private()
{
    PQfinish(connection);
}

Result<> Connection::Private::ready() const
{
    if (stop.stop_requested())
        return fail(stoppedError());
    if (PQstatus(connection) != CONNECTION_OK)
        return fail(statementError(connection, nullptr, ErrorKind::Connection));
    return {};
}

void Connection::Private::waitSlice(short events) const
{
    waitForSocket(PQsocket(connection), events);
}

void Connection::Private::cancelOnServer() const
{
    // PQcancel connects anew and may hang with the network; it owns all it needs, so the wait is bounded.
    const std::shared_ptr<PGcancel> request(PQgetCancel(connection), PQfreeCancel);
    if (!request)
        return;
    std::packaged_task<void()> task([request] {
        std::array<char, 256> text{};
        PQcancel(request.get(), text.data(), int(text.size()));
    });
    const std::future<void> sent = task.get_future();
    std::thread(std::move(task)).detach();
    sent.wait_for(std::chrono::seconds(2));
}

void Connection::Private::abandon()
{
    // Closing the socket is all a backend needs to roll back. PQstatus() of no connection is BAD.
    PQfinish(connection);
    connection = nullptr;
}

Result<Connection> Connection::open(const ConnectionSettings &settings, const std::stop_token &stop)
{
    if (settings.database.contains('\0') || settings.user.contains('\0'))
        return fail(ErrorKind::Config, Tr::tr("Names of databases and users cannot contain a zero byte."));
    auto d = std::make_unique<Private>();
    d->stop = stop;
    const Deadline deadline =
        std::chrono::steady_clock::now() + std::chrono::seconds(settings.connectTimeoutSeconds);
    MASCLET_TRY_ASSIGN(ConnectionPtr started,
                       startConnecting(connectText(settings), settings, deadline, stop));
    d->connection = started.release();
    if (!d->connection)
        return fail(ErrorKind::Internal, Tr::tr("Not enough memory for a connection."));
    PQsetNoticeReceiver(d->connection, keepNotice, &d->notices);
    PQsetErrorVerbosity(d->connection, PQERRORS_VERBOSE);
    MASCLET_TRY(finishConnecting(d->connection, settings, deadline, stop));
    PQsetErrorVerbosity(d->connection, PQERRORS_DEFAULT);
    PQsetnonblocking(d->connection, 1);
    Connection connection(std::move(d));
    MASCLET_TRY(connection.query(pinSession));
    return connection;
}

Connection::Connection(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

Connection::Connection(Connection &&) noexcept = default;
Connection &Connection::operator=(Connection &&) noexcept = default;
Connection::~Connection() = default;

QByteArray Connection::quoteIdentifier(const QByteArray &name) const
{
    char *quoted = PQescapeIdentifier(d->connection, name.constData(), size_t(name.size()));
    const QByteArray text(quoted);
    PQfreemem(quoted);
    return text;
}

QByteArray Connection::quoteLiteral(const QByteArray &literal) const
{
    char *quoted = PQescapeLiteral(d->connection, literal.constData(), size_t(literal.size()));
    const QByteArray text(quoted);
    PQfreemem(quoted);
    return text;
}

Result<QByteArray> Connection::passwordVerifier(const QByteArray &user, const Secret &password) const
{
    const std::string text(password.bytes()); // libpq wants a zero at the end
    char *made = PQencryptPasswordConn(d->connection, text.c_str(), user.constData(), "scram-sha-256");
    if (!made)
        return fail(ErrorKind::Internal, Tr::tr("Not enough memory for a connection."));
    const QByteArray verifier(made);
    PQfreemem(made);
    return verifier;
}

qint64 Connection::serverProcess() const
{
    return PQbackendPID(d->connection);
}

int Connection::serverVersion() const
{
    return PQserverVersion(d->connection);
}

QList<QByteArray> Connection::takeNotices()
{
    return std::exchange(d->notices, {});
}

bool Connection::isAlive() const
{
    // A server that went away has closed the socket; only reading it tells.
    pollfd entry{PQsocket(d->connection), POLLIN, 0};
    while (PQstatus(d->connection) == CONNECTION_OK && ::poll(&entry, 1, 0) > 0) {
        if (PQconsumeInput(d->connection) == 0)
            return false;
        PQisBusy(d->connection); // lets libpq take in what it read
    }
    return PQstatus(d->connection) == CONNECTION_OK;
}

void Connection::setStopToken(std::stop_token stop)
{
    d->stop = std::move(stop);
}

} // namespace masclet
