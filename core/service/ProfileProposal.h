#pragma once

#include "core/profile/ProfileToml.h"
#include "core/server/DatabaseFacts.h"
#include "core/server/ToolLocator.h"

#include <QHash>

#include <optional>

namespace masclet
{

/// What a first look at a database found.
struct DatabaseSurvey {
    DatabaseFacts facts;                  ///< with the rows of each table, where they were counted
    QHash<quint32, qint64> estimatedRows; ///< by OID: what the planner believes
    std::optional<PostgresTools> tools;   ///< that would dump it
    std::optional<Error> toolsProblem;    ///< why there are none
    std::optional<Error> rightsProblem;   ///< what the role may not read
    QStringList warnings;                 ///< tools with known holes, passwords that cannot be read
    std::optional<qint64> dumpBytes;      ///< size of a compressed dump, where it was small enough to try
};

// How a new profile is filled where a person said nothing. Pure; `init` and the wizard use the same.

/// Before the server is asked: TLS that proves the server's name for other machines, the system's zone, all
/// kinds, and the seed's values, written out so that the file shows them.
void proposeDefaults(StoredProfile &stored, const QString &systemZone);

/// After the server was asked; null when it was not reached. Critical tables are the seed's, those that
/// exist; the minimum size is half of what was measured where the seed's 1 MB cannot be met.
void proposeFromSurvey(StoredProfile &stored, const DatabaseSurvey *survey);

/// How the connection to that host is to be encrypted.
QString proposedTls(const QString &host);

/// A socket folder or an address of this machine.
bool isLocalHost(const QString &host);

} // namespace masclet
