#pragma once

#include "core/server/Connection.h"
#include "core/server/DatabaseFacts.h"

#include <QHash>
#include <QStringList>

namespace masclet
{

/// One entry of a database's access list, read from its aclitem text.
struct DatabaseGrant {
    QByteArray grantee; ///< empty: PUBLIC
    QList<QByteArray> privileges;
    QList<QByteArray> grantable; ///< privileges with grant option

    friend bool operator==(const DatabaseGrant &, const DatabaseGrant &) = default;
};
/// "role=CTc*/grantor", names quoted as the server does (PostgreSQL manual 5.7, aclitem). Nullopt when it is
/// none.
std::optional<DatabaseGrant> readGrant(const QByteArray &aclItem);

/// The right side of SET for a stored setting: a literal, or for settings that are lists of names one literal
/// per name, since the stored text is quoted already (as pg_dump's makeAlterConfigCommand does).
QByteArray settingValue(const Connection &connection, const QByteArray &name, const QByteArray &value);

/// The same with other roles in the place of those named: as owner, in the access list, in settings per role.
DatabaseFacts withRoles(DatabaseFacts facts, const QHash<QByteArray, QByteArray> &roles);

/// What pg_dump leaves out without -C (faults C09): gives the database `name` the owner, connection limit,
/// access list and settings (also per role) of `like`; the comment comes with its name (renameDatabases()).
/// No owner in `like`: it stays as it is. `admin` is a session in another database. What the server refuses,
/// such as a role it does not have, is left as it is and comes back as a sentence.
Result<QStringList> applyDatabaseAttributes(Connection &admin, const QByteArray &name,
                                            const DatabaseFacts &like);

} // namespace masclet
