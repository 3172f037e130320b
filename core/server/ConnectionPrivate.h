#pragma once

#include "core/server/Connection.h"

#include <libpq-fe.h>

#include <chrono>

namespace masclet
{

struct ClearResult {
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

/// The error every stopped call ends with.
Error stoppedError();

/// State of one session and the waiting that its calls share; see Connection for the rules.
struct Connection::Private {
    PGconn *connection = nullptr;
    std::stop_token stop;
    QList<QByteArray> notices;

    ~Private();

    /// Fails with Stopped or a lost session, so that nothing is sent in vain.
    Result<> ready() const;
    /// Waits at most 100 ms for the socket.
    void waitSlice(short events) const;
    /// Sends what libpq still holds.
    Result<> flush(ErrorKind kind);
    /// The next result of the running statement, null at its end. A stop cancels the statement first.
    Result<ResultPtr> next();
    /// Throws away what is still to come; a session that does not end within `limit` is closed.
    void drain(std::chrono::milliseconds limit);
    /// Asks the server to cancel the running statement; waits a moment for the request to arrive.
    void cancelOnServer() const;
    /// Ends the session at once. Later calls report a lost connection.
    void abandon();
    /// Reads results to the end; the first error wins. Rows are kept only with Rows::Keep.
    enum class Rows { Keep, Drop };
    Result<QueryResult> collect(Rows rows, ErrorKind kind);
};

} // namespace masclet
