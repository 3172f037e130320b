#pragma once

#include "core/server/Connection.h"

#include <optional>

namespace masclet
{

/// A role of the server that may log in and own one database, and nothing else: with it a dump of somebody
/// else is loaded, so that programs, files, other databases and other roles are out of its reach whatever
/// stands in it. A filter of words would not do: functions run when rows are checked or views refreshed. What
/// was loaded stays its own, for the server runs a table's functions as the table's owner whenever it looks
/// into it (autovacuum, ANALYZE, REINDEX): they wait for that if the owner has rights. Every function is
/// called with a session of the profile's own role. Errors are RestoreUntouched.
class LimitedRole
{
public:
    /// Not needed (nullopt) where the profile's role reaches nothing else itself. `runId` names the role.
    static Result<std::optional<LimitedRole>> create(Connection &admin, const ConnectionSettings &settings,
                                                     const QByteArray &runId);

    /// How it connects. Its password lives in this object only.
    const ConnectionSettings &settings() const { return m_settings; }
    /// Makes it the owner of `database`.
    Result<> own(Connection &admin, const QByteArray &database) const;
    /// From now on it owns, and nobody can log in as it.
    Result<> retire(Connection &admin) const;
    /// After its database was dropped.
    Result<> drop(Connection &admin) const;

    /// Drops those that runs which died left behind, and those whose databases are gone, as far as they own
    /// nothing any more.
    static Result<> dropLeftovers(Connection &admin, const QList<QByteArray> &deadRuns);

private:
    explicit LimitedRole(ConnectionSettings settings)
        : m_settings(std::move(settings))
    {
    }
    ConnectionSettings m_settings;
};

} // namespace masclet
