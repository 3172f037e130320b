#include "core/restore/Loader.h"

#include "core/archive/SqlLexer.h"
#include "core/archive/SqlTokens.h"
#include "core/base/Text.h"
#include "core/server/ServerError.h"

#include <QCoreApplication>

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
QByteArray subjectOf(QByteArrayView text)
{
    SqlTokens tokens(text);
    QByteArray subject;
    for (int words = 0; words < 3 && tokens.current().type != SqlTokens::Type::End; ++words) {
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

class GlobalsLoader final : private SqlEvents
{
public:
    GlobalsLoader(Connection &connection, QSet<QByteArray> existing, GlobalsReport &report)
        : m_connection(connection)
        , m_existing(std::move(existing))
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

    void note(const RoleChange &change)
    {
        if (change.kind == RoleChange::Kind::Create)
            m_report.created << change.role;
        if (change.kind == RoleChange::Kind::Alter && change.login && !change.password)
            m_report.withoutPassword << change.role;
    }

    Connection &m_connection;
    const QSet<QByteArray> m_existing;
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
    GlobalsLoader loader(connection, std::move(roles.all), report);
    return loader.run(source, context);
}

} // namespace masclet
