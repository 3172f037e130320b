#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace masclet
{

/// What one statement of a dump wants from roles. Where a role is missing, such a statement can be left out
/// without losing a row.
struct RoleStatement {
    enum class Kind {
        None,              ///< names no role
        Owner,             ///< ALTER … OWNER TO owner
        Grant,             ///< GRANT, REVOKE
        DefaultPrivileges, ///< ALTER DEFAULT PRIVILEGES FOR ROLE owner …
        Policy,            ///< CREATE POLICY … TO grantees
        UserMapping,       ///< CREATE USER MAPPING FOR grantee
        Session,           ///< SET SESSION AUTHORIZATION owner; an empty one for RESET
    };
    Kind kind = Kind::None;
    QByteArray owner;           ///< who must be one of our own roles
    QList<QByteArray> grantees; ///< who must exist; PUBLIC and the like are left out
    /// Where all of them stand in the statement, in its order.
    struct Place {
        qsizetype at = 0;
        qsizetype length = 0;
        QByteArray role;
    };
    QList<Place> places;
};

/// Reads the statements as pg_dump writes them.
RoleStatement readRoleStatement(QByteArrayView statement);

} // namespace masclet
