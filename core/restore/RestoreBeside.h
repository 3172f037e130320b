#pragma once

#include "core/restore/DatabaseCopy.h"
#include "core/restore/LimitedRole.h"

namespace masclet
{

struct BesideOrder {
    QByteArray target; ///< the name it gets in the end
    LoadSelection selection;
    /// Whose owner, rights and settings it gets: the set's (see chosenAttributes()), or those of the database
    /// it will replace.
    DatabaseFacts attributes;
    QByteArray tablespace = {}; ///< its default one; empty: the server's
    enum class Globals { Leave, First };
    Globals globals = Globals::Leave; ///< First: the set's roles that are missing are made before
    /// Loads it as this role, which owns it and is retired in the end; roles that are missing are then left
    /// out with what is theirs. Empty: as the role of the session.
    std::optional<LimitedRole> loadAs = {};
};

/// A whole database under an unfinished name, with nobody in it.
struct BesideCopy {
    QByteArray name; ///< TARGET__new_<run id>
    CopyOutcome outcome;
    QList<QByteArray> rolesMade; ///< of the set's globals
};

/// Roles are the server's: those made for a copy stay when it is dropped, and must not stay unmentioned.
Error namingRoles(Error error, const QList<QByteArray> &made);

/// What of a set's database itself is taken over: its owner and rights follow the same choice as those of
/// what is in it. No owner: that of the session.
DatabaseFacts chosenAttributes(const DatabaseFacts &facts, const LoadSelection &selection);

/// A session in a database that is not `target`, to make, rename and drop databases from.
Result<ConnectionSettings> maintenanceSettings(ConnectionSettings settings, const QByteArray &target,
                                               const std::stop_token &stop);

/// Restores a set beside everything that is there: a new database from template0 with the set's encoding and
/// locale, loaded, counted, with owner, rights and settings, analysed. On any failure or difference it is
/// dropped again and nothing has changed. Errors: RestoreUntouched, Verification, Connection, Credentials,
/// Stopped.
Result<BesideCopy> restoreBeside(const ConnectionSettings &admin, const TestedSet &set,
                                 const BesideOrder &order, const TestRun &run, JobContext &context);

} // namespace masclet
