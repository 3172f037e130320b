#include "core/restore/LimitedRole.h"

#include "core/base/Hash.h"
#include "core/base/Text.h"
#include "core/server/LoadQueries.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LimitedRole)
};

constexpr ErrorKind untouched = ErrorKind::RestoreUntouched;

QByteArray roleName(const QByteArray &runId)
{
    return "masclet_load_" + QByteArray(runId).replace('-', "").toLower();
}

/// What lets a role reach beyond the database to come: PostgreSQL's own roles for files and programs, what a
/// superuser is, and other databases of its own. And whether it may make roles.
constexpr char reach[] = R"(
SELECT rolsuper OR rolreplication OR rolcreaterole OR EXISTS (
    SELECT FROM pg_roles r WHERE r.rolname IN ('pg_execute_server_program', 'pg_read_server_files',
        'pg_write_server_files') AND pg_has_role(current_user, r.oid, 'MEMBER')) OR EXISTS (
    SELECT FROM pg_database d WHERE pg_has_role(current_user, d.datdba, 'MEMBER')),
    rolsuper, rolcreaterole
FROM pg_roles WHERE rolname = current_user)";

constexpr char ownsNothing[] = "NOT EXISTS (SELECT FROM pg_shdepend WHERE refobjid = r.oid AND refclassid = "
                               "'pg_authid'::regclass)";

} // namespace

Result<std::optional<LimitedRole>> LimitedRole::create(Connection &admin, const ConnectionSettings &settings,
                                                       const QByteArray &runId)
{
    MASCLET_TRY_ASSIGN(const QueryResult found, admin.query(reach, {}, untouched));
    if (found.value() != "t")
        return std::optional<LimitedRole>();
    const bool superuser = found.rows[0][1] == "t";
    if (!superuser && found.rows[0][2] != "t")
        return fail(untouched,
                    Tr::tr("What is in the file could reach other databases of the role %1.")
                        .arg(oneLine(settings.user, 80)),
                    Tr::tr("It needs a role of its own without rights: grant that one CREATEROLE, so that it "
                           "can be made, or use a profile whose role owns no database."));
    ConnectionSettings own = settings;
    own.user = roleName(runId);
    QByteArray password = randomHex(24);
    const QByteArray role = admin.quoteIdentifier(own.user);
    own.password = Secret::take(password);
    MASCLET_TRY_ASSIGN(const QByteArray verifier, admin.passwordVerifier(own.user, own.password));
    MASCLET_TRY(admin.execute("CREATE ROLE " + role +
                                  " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION "
                                  "CONNECTION LIMIT 5 PASSWORD " +
                                  admin.quoteLiteral(verifier),
                              untouched));
    // Only a member may give something to a role, and use it then; a superuser need not be one.
    if (!superuser)
        MASCLET_TRY(admin.execute("GRANT " + role + " TO CURRENT_USER", untouched));
    return std::optional(LimitedRole(std::move(own)));
}

Result<> LimitedRole::own(Connection &admin, const QByteArray &database) const
{
    const QByteArray role = admin.quoteIdentifier(m_settings.user);
    MASCLET_TRY(
        admin.execute("ALTER DATABASE " + admin.quoteIdentifier(database) + " OWNER TO " + role, untouched));
    return {};
}

Result<> LimitedRole::retire(Connection &admin) const
{
    MASCLET_TRY(admin.execute("ALTER ROLE " + admin.quoteIdentifier(m_settings.user) +
                                  " NOLOGIN CONNECTION LIMIT 0 PASSWORD NULL",
                              untouched));
    return {};
}

Result<> LimitedRole::drop(Connection &admin) const
{
    MASCLET_TRY(admin.execute("DROP ROLE IF EXISTS " + admin.quoteIdentifier(m_settings.user), untouched));
    return {};
}

Result<> LimitedRole::dropLeftovers(Connection &admin, const QList<QByteArray> &deadRuns)
{
    for (const QByteArray &runId : deadRuns) {
        const QByteArray name = roleName(runId);
        MASCLET_TRY_ASSIGN(
            const QueryResult found,
            admin.query(QByteArray("SELECT FROM pg_roles r WHERE rolname = $1 AND ") + ownsNothing, {name},
                        untouched));
        if (!found.rows.isEmpty())
            MASCLET_TRY(admin.execute("DROP ROLE " + admin.quoteIdentifier(name), untouched));
    }
    MASCLET_TRY_ASSIGN(const QueryResult retired,
                       admin.query(QByteArray("SELECT rolname FROM pg_roles r WHERE rolname ~ "
                                              "'^masclet_load_[0-9a-z]+$' AND NOT rolcanlogin AND ") +
                                       ownsNothing,
                                   {}, untouched));
    // Another role's may resist, and hinder nobody.
    for (const QueryResult::Row &row : retired.rows)
        (void)admin.execute("DROP ROLE " + admin.quoteIdentifier(*row[0]), untouched);
    return {};
}

} // namespace masclet
