#pragma once

#include "core/profile/ProfileToml.h"
#include "core/server/DatabaseFacts.h"

#include <optional>

namespace masclet
{

/// What a first look at a database found.
struct DatabaseSurvey {
    DatabaseFacts facts;
    QStringList warnings;            ///< tools with known holes, event triggers
    std::optional<qint64> dumpBytes; ///< size of a compressed dump, where it was small enough to try
};

// How a new profile is filled where a person said nothing. Pure; `init` and the wizard use the same.

/// Before the server is asked: TLS that proves the server's name for other machines, the system's zone, all
/// kinds, and the seed's values, written out so that the file shows them.
void proposeDefaults(StoredProfile &stored, const QString &systemZone);

/// After the server was asked; null when it was not reached. Critical tables are the seed's, those that
/// exist; the minimum size is half of what was measured where the seed's 1 MB cannot be met.
void proposeFromSurvey(StoredProfile &stored, const DatabaseSurvey *survey);

/// A socket folder or an address of this machine.
bool isLocalHost(const QString &host);

} // namespace masclet
