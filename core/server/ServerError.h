#pragma once

#include "core/base/Error.h"

#include <QByteArray>

struct pg_conn;
struct pg_result;

namespace masclet
{

/// libpq's ways to say no, turned into Error: the only place that does. The server's own words go to `detail`
/// behind "SQLSTATE xxxxx: ", never the password.

/// A connection that was not made. `user` and `database` are for the sentence.
Error connectError(pg_conn *connection, const QByteArray &user, const QByteArray &database);
/// A result that is an error, or a session that was lost while waiting for one.
Error statementError(pg_conn *connection, const pg_result *result, ErrorKind kind);
/// The SQLSTATE in front of `detail`; empty when the failure did not come from the server.
QByteArray sqlStateOf(const Error &error);

} // namespace masclet
