#pragma once

#include "core/server/Connection.h"

#include <QStringList>

namespace masclet
{

/// What finds a database by its name, so that a swap of names turns it to another one, and what lies in the
/// database itself and is not taken along. Each text is one line: "name (in database)".
struct NameReferences {
    QStringList jobs;       ///< of pg_cron, kept in other databases, that run in it
    QStringList ownJobs;    ///< of pg_cron, kept in the database itself
    QStringList servers;    ///< foreign servers of other databases that name it
    QStringList ownServers; ///< foreign servers of the database itself
    QStringList unread;     ///< databases that did not let us in
};

/// Asks every database that takes connections, one after the other. Tables of pg_cron are read only where a
/// superuser owns them: what somebody else made under that name could run code as us. Errors: Stopped, and
/// RestoreUntouched for what the server of `admin` does not answer.
Result<NameReferences> readNameReferences(Connection &admin, const ConnectionSettings &settings,
                                          const QByteArray &database, const std::stop_token &stop);

} // namespace masclet
