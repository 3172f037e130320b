#include "core/restore/Loader.h"

#include "core/archive/SqlLexer.h"
#include "core/archive/SqlTokens.h"
#include "core/base/Text.h"
#include "core/server/ServerError.h"

#include <QCoreApplication>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Loader)
};

constexpr qsizetype globalStatementLimit = 16 * 1024 * 1024;
constexpr char duplicateObject[] = "42710";

/// What a statement of globals is about, without its values: ALTER ROLE holds password hashes.
QByteArray subjectOf(QByteArrayView text, int limit = 3)
{
    SqlTokens tokens(text);
    QByteArray subject;
    for (int words = 0;
         words < limit && tokens.current().type != SqlTokens::Type::End && !tokens.current().isSymbol(';');
         ++words) {
        subject += (subject.isEmpty() ? "" : " ") + tokens.current().text;
        tokens.next();
    }
    return subject;
}

/// CREATE ROLE name, or ALTER ROLE name [WITH …], as pg_dumpall writes them.
struct RoleChange {
    enum class Kind { None, Create, Alter };
    Kind kind = Kind::None;
    QByteArray role;
    bool login = false;
    bool password = false;
};

RoleChange readRoleChange(QByteArrayView text)
{
    SqlTokens tokens(text);
    RoleChange change;
    const bool create = tokens.take("create");
    if ((!create && !tokens.take("alter")) || !tokens.take("role"))
        return change;
    change.kind = create ? RoleChange::Kind::Create : RoleChange::Kind::Alter;
    change.role = tokens.current().text;
    for (tokens.next(); tokens.current().type != SqlTokens::Type::End; tokens.next()) {
        change.login = change.login || tokens.current().isWord("login");
        change.password = change.password || tokens.current().isWord("password");
    }
    return change;
}

/// What a statement gives to roles, or changes at roles and tablespaces, by their names.
struct ServerChange {
    enum class Kind { None, Membership, Comment, Tablespace };
    Kind kind = Kind::None;
    QList<QByteArray> roles;   ///< that are granted, or that is spoken of
    QList<QByteArray> members; ///< who gets them
    QByteArray tablespace;
    QByteArray comment;
};

QList<QByteArray> readNames(SqlTokens &tokens)
{
    QList<QByteArray> names;
    do {
        names << tokens.current().text;
        tokens.next();
    } while (tokens.take(','));
    return names;
}

/// GRANT role TO role, COMMENT ON, ALTER and GRANT ON TABLESPACE, as pg_dumpall writes them.
ServerChange readServerChange(QByteArrayView text)
{
    using Kind = ServerChange::Kind;
    SqlTokens tokens(text);
    ServerChange change;
    const bool grant = tokens.take("grant");
    if (grant) {
        change.roles = readNames(tokens);
        if (tokens.take("to")) {
            change.kind = Kind::Membership;
            change.members = readNames(tokens);
            return change;
        }
    }
    const bool comment = !grant && tokens.take("comment");
    if (!grant && !comment && !tokens.take("alter") && !tokens.take("revoke"))
        return {};
    while (tokens.current().type != SqlTokens::Type::End && !tokens.current().isWord("tablespace") &&
           !tokens.current().isWord("role"))
        tokens.next();
    if (tokens.take("tablespace")) {
        change.kind = Kind::Tablespace;
        change.tablespace = tokens.current().text;
    } else if (comment && tokens.take("role")) {
        change.kind = Kind::Comment;
        change.roles = {tokens.current().text};
        tokens.next();
        tokens.take("is");
        change.comment = tokens.current().text;
    }
    return change;
}

class GlobalsLoader final : private SqlEvents
{
public:
    GlobalsLoader(Connection &connection, QSet<QByteArray> existing, QSet<QByteArray> tablespaces,
                  GlobalsReport &report)
        : m_connection(connection)
        , m_existing(std::move(existing))
        , m_tablespaces(std::move(tablespaces))
        , m_lexer(*this)
        , m_report(report)
    {
    }

    Result<> run(const RawSource &source, JobContext &context)
    {
        for (;;) {
            MASCLET_TRY(context.proceed());
            MASCLET_TRY_ASSIGN(const std::span<const std::byte> bytes, source());
            if (bytes.empty())
                break;
            MASCLET_TRY(m_lexer.feed(bytes));
        }
        MASCLET_TRY_ASSIGN(const SqlLexer::Open open, m_lexer.finish());
        if (open != SqlLexer::Open::Nothing)
            return fail(ErrorKind::Verification, Tr::tr("The globals file is cut."));
        return {};
    }

private:
    Result<> metaCommand(const SqlMetaCommand &meta) override
    {
        if (meta.text.startsWith("\\restrict ") || meta.text.startsWith("\\unrestrict "))
            return {};
        return fail(ErrorKind::Verification,
                    Tr::tr("Line %1 of the globals file holds a command for psql (%2); it is not loaded.")
                        .arg(meta.line)
                        .arg(oneLine(meta.text.toByteArray(), 80)));
    }

    Result<> statementText(std::span<const char> text) override
    {
        if (m_text.size() + qsizetype(text.size()) > globalStatementLimit)
            return fail(ErrorKind::Verification, Tr::tr("The globals file is not what pg_dumpall writes."));
        m_text.append(text.data(), qsizetype(text.size()));
        return {};
    }

    Result<> statementEnd(const SqlStatement &) override
    {
        const QByteArray text = std::exchange(m_text, {});
        const RoleChange change = readRoleChange(text);
        if (change.kind != RoleChange::Kind::None && m_existing.contains(change.role))
            return {};
        const ServerChange server = readServerChange(text);
        if (isAboutExisting(server)) {
            MASCLET_TRY_ASSIGN(const bool so, isSoAlready(server));
            if (!so)
                m_report.leftOut << Tr::tr("%1: it was there before, and stays as it is")
                                        .arg(oneLine(subjectOf(text, 5), 120));
            return {};
        }
        const auto sent = m_connection.execute(text, ErrorKind::RestoreTest);
        if (sent) {
            note(change);
            return {};
        }
        const QByteArray state = sqlStateOf(sent.error());
        if (state.isEmpty())
            return fail(sent.error());
        if (state != duplicateObject)
            m_report.leftOut << QStringLiteral("%1: %2").arg(oneLine(subjectOf(text), 120),
                                                             sent.error().message);
        return {};
    }

    Result<> copyData(qint64, std::span<const char>, qint64) override { return refuseRows(); }
    Result<> copyEnd(qint64, qint64) override { return refuseRows(); }
    Result<> refuseRows()
    {
        return fail(ErrorKind::Verification, Tr::tr("The globals file is not what pg_dumpall writes."));
    }

    bool isAboutExisting(const ServerChange &change) const
    {
        if (change.kind == ServerChange::Kind::Tablespace)
            return m_tablespaces.contains(change.tablespace);
        const bool membership = change.kind == ServerChange::Kind::Membership;
        const QList<QByteArray> &changed = membership ? change.members : change.roles;
        return change.kind != ServerChange::Kind::None &&
               std::all_of(changed.begin(), changed.end(),
                           [this](const QByteArray &role) { return m_existing.contains(role); });
    }

    /// Then leaving it out loses nothing. What tablespaces have is not compared.
    Result<bool> isSoAlready(const ServerChange &change)
    {
        constexpr char isMember[] = "SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN "
                                    "pg_roles u ON u.oid = m.member WHERE r.rolname = $1 AND u.rolname = $2";
        constexpr char commentOf[] =
            "SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = $1";
        if (change.kind == ServerChange::Kind::Comment) {
            MASCLET_TRY_ASSIGN(const QueryResult found,
                               m_connection.query(commentOf, {change.roles.first()}, ErrorKind::RestoreTest));
            return found.value() == change.comment;
        }
        for (const QByteArray &role : change.roles) {
            for (const QByteArray &member : change.members) {
                MASCLET_TRY_ASSIGN(const QueryResult found,
                                   m_connection.query(isMember, {role, member}, ErrorKind::RestoreTest));
                if (found.rows.isEmpty())
                    return false;
            }
        }
        return change.kind == ServerChange::Kind::Membership;
    }

    void note(const RoleChange &change)
    {
        if (change.kind == RoleChange::Kind::Create)
            m_report.created << change.role;
        if (change.kind == RoleChange::Kind::Alter && change.login && !change.password)
            m_report.withoutPassword << change.role;
    }

    Connection &m_connection;
    const QSet<QByteArray> m_existing; ///< roles
    const QSet<QByteArray> m_tablespaces;
    SqlLexer m_lexer;
    QByteArray m_text;
    GlobalsReport &m_report;
};

} // namespace

Result<> loadGlobals(Connection &connection, const RawSource &source, GlobalsReport &report,
                     JobContext &context)
{
    MASCLET_TRY(prepareForLoad(connection, LoadPlace::Sandbox, ErrorKind::RestoreTest));
    MASCLET_TRY_ASSIGN(RolesHere roles, readRoles(connection, ErrorKind::RestoreTest));
    MASCLET_TRY_ASSIGN(const QueryResult found,
                       connection.query("SELECT spcname FROM pg_tablespace", {}, ErrorKind::RestoreTest));
    QSet<QByteArray> tablespaces;
    for (const QueryResult::Row &row : found.rows)
        tablespaces.insert(row[0].value_or(QByteArray()));
    GlobalsLoader loader(connection, std::move(roles.all), std::move(tablespaces), report);
    return loader.run(source, context);
}

} // namespace masclet
