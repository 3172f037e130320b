#include "core/server/Connection.h"
#include "core/server/ConnectionPrivate.h"
#include "core/server/ServerError.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <poll.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr std::chrono::seconds drainLimit{5};
constexpr size_t copySlice = 64 * 1024;

void keepRows(QueryResult &out, const PGresult *result)
{
    const int columns = PQnfields(result);
    if (out.columns.isEmpty()) {
        for (int column = 0; column < columns; ++column)
            out.columns.append(PQfname(result, column));
    }
    for (int row = 0; row < PQntuples(result); ++row) {
        QueryResult::Row values;
        values.reserve(columns);
        for (int column = 0; column < columns; ++column) {
            if (PQgetisnull(result, row, column))
                values.append(std::nullopt);
            else
                values.append(QByteArray(PQgetvalue(result, row, column), PQgetlength(result, row, column)));
        }
        out.rows.append(std::move(values));
    }
}

/// libpq takes C strings: what stands behind a zero byte would silently not be run.
Result<> checkText(const QByteArray &sql, ErrorKind kind)
{
    if (sql.contains('\0'))
        return fail(kind, Tr::tr("A statement contains a zero byte."));
    return {};
}

} // namespace

QByteArray QueryResult::value() const
{
    if (rows.isEmpty() || rows.first().isEmpty())
        return {};
    return rows.first().first().value_or(QByteArray());
}

Result<> Connection::Private::flush(ErrorKind kind)
{
    for (;;) {
        const int unsent = PQflush(connection);
        if (unsent < 0)
            return fail(statementError(connection, nullptr, kind));
        if (unsent == 0)
            return {};
        if (stop.stop_requested())
            return fail(stoppedError());
        waitSlice(POLLIN | POLLOUT);
        // The server may be waiting for us to read its notices before it reads on.
        if (PQconsumeInput(connection) == 0)
            return fail(statementError(connection, nullptr, kind));
    }
}

Result<ResultPtr> Connection::Private::next()
{
    for (;;) {
        const int unsent = PQflush(connection);
        if (unsent >= 0 && PQisBusy(connection)) {
            if (stop.stop_requested()) {
                cancelOnServer();
                drain(drainLimit);
                return fail(stoppedError());
            }
            waitSlice(unsent > 0 ? POLLIN | POLLOUT : POLLIN);
            if (PQconsumeInput(connection) != 0)
                continue;
        }
        // Ready, or lost: a lost session still hands out the server's last words as a result.
        return ResultPtr(PQgetResult(connection));
    }
}

void Connection::Private::drain(std::chrono::milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (PQstatus(connection) == CONNECTION_OK) {
        PQflush(connection);
        if (!PQisBusy(connection)) {
            const ResultPtr result(PQgetResult(connection));
            if (!result)
                return;
            const ExecStatusType status = PQresultStatus(result.get());
            if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH)
                break;
            continue;
        }
        if (std::chrono::steady_clock::now() > deadline)
            break;
        waitSlice(POLLIN);
        if (PQconsumeInput(connection) == 0)
            break;
    }
    abandon();
}

Result<QueryResult> Connection::Private::collect(Rows rows, ErrorKind kind)
{
    QueryResult out;
    std::optional<Error> firstError;
    for (;;) {
        MASCLET_TRY_ASSIGN(const ResultPtr result, next());
        if (!result)
            break;
        switch (PQresultStatus(result.get())) {
        case PGRES_TUPLES_OK:
        case PGRES_SINGLE_TUPLE:
            if (rows == Rows::Keep)
                keepRows(out, result.get());
            out.commandTag = PQcmdStatus(result.get());
            break;
        case PGRES_COMMAND_OK:
        case PGRES_EMPTY_QUERY:
            out.commandTag = PQcmdStatus(result.get());
            break;
        case PGRES_COPY_IN:
        case PGRES_COPY_OUT:
        case PGRES_COPY_BOTH:
            abandon();
            return fail(kind, Tr::tr("A statement began a COPY where none was expected."));
        default:
            if (!firstError)
                firstError = statementError(connection, result.get(), kind);
            break;
        }
        // Without a session there is no end to wait for.
        if (PQstatus(connection) != CONNECTION_OK)
            break;
    }
    if (firstError)
        return fail(std::move(*firstError));
    if (PQstatus(connection) != CONNECTION_OK)
        return fail(statementError(connection, nullptr, kind));
    return out;
}

Result<QueryResult> Connection::query(const QByteArray &sql,
                                      const QList<std::optional<QByteArray>> &parameters, ErrorKind kind)
{
    MASCLET_TRY(d->ready());
    QVarLengthArray<const char *, 16> values;
    for (const std::optional<QByteArray> &parameter : parameters)
        values.append(parameter ? parameter->constData() : nullptr);
    const int sent = PQsendQueryParams(d->connection, sql.constData(), int(values.size()), nullptr,
                                       values.constData(), nullptr, nullptr, 0);
    if (sent == 0)
        return fail(statementError(d->connection, nullptr, kind));
    return d->collect(Private::Rows::Keep, kind);
}

Result<QueryResult> Connection::execute(const QByteArray &sql, ErrorKind kind)
{
    MASCLET_TRY(checkText(sql, kind));
    MASCLET_TRY(d->ready());
    if (PQsendQuery(d->connection, sql.constData()) == 0)
        return fail(statementError(d->connection, nullptr, kind));
    // Row by row, so that a foreign SELECT of any size cannot fill our memory.
    PQsetSingleRowMode(d->connection);
    return d->collect(Private::Rows::Drop, kind);
}

Result<> Connection::beginCopy(const QByteArray &statement, ErrorKind kind)
{
    MASCLET_TRY(checkText(statement, kind));
    MASCLET_TRY(d->ready());
    if (PQsendQuery(d->connection, statement.constData()) == 0)
        return fail(statementError(d->connection, nullptr, kind));
    MASCLET_TRY_ASSIGN(const ResultPtr result, d->next());
    if (PQresultStatus(result.get()) == PGRES_COPY_IN)
        return {};
    if (PQresultStatus(result.get()) == PGRES_FATAL_ERROR) {
        Error error = statementError(d->connection, result.get(), kind);
        d->drain(drainLimit);
        return fail(std::move(error));
    }
    d->abandon();
    return fail(kind, Tr::tr("A COPY statement did not begin a COPY."));
}

Result<> Connection::putCopy(std::span<const std::byte> bytes, ErrorKind kind)
{
    MASCLET_TRY(d->ready());
    // In slices, each sent before the next: libpq would otherwise buffer all of it.
    for (size_t at = 0; at < bytes.size(); at += copySlice) {
        const auto slice = bytes.subspan(at, std::min(copySlice, bytes.size() - at));
        if (PQputCopyData(d->connection, reinterpret_cast<const char *>(slice.data()), int(slice.size())) !=
            1)
            return fail(statementError(d->connection, nullptr, kind));
        MASCLET_TRY(d->flush(kind));
    }
    return {};
}

Result<qint64> Connection::endCopy(ErrorKind kind)
{
    MASCLET_TRY(d->ready());
    if (PQputCopyEnd(d->connection, nullptr) != 1)
        return fail(statementError(d->connection, nullptr, kind));
    MASCLET_TRY_ASSIGN(const QueryResult result, d->collect(Private::Rows::Drop, kind));
    // The command tag is "COPY 123".
    bool counted = false;
    const qint64 rows = result.commandTag.mid(5).toLongLong(&counted);
    if (!counted)
        return fail(kind, Tr::tr("The server did not say how many rows it took in."), {},
                    QString::fromUtf8(result.commandTag));
    return rows;
}

void Connection::cancelCopy(const QByteArray &reason)
{
    if (PQstatus(d->connection) != CONNECTION_OK)
        return;
    if (PQputCopyEnd(d->connection, reason.constData()) != 1) {
        d->abandon();
        return;
    }
    d->drain(drainLimit);
}

} // namespace masclet
