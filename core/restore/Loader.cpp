#include "core/restore/Loader.h"

#include "core/archive/SqlLexer.h"
#include "core/archive/SqlText.h"
#include "core/archive/SqlTokens.h"
#include "core/base/Text.h"
#include "core/restore/LoadErrors.h"
#include "core/restore/RoleStatement.h"
#include "core/restore/ServerStatement.h"
#include "core/server/ServerError.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Loader)
};

constexpr qsizetype groupStatements = 40;
constexpr qsizetype groupBytes = 1024 * 1024;
constexpr qsizetype statementLimit = 1024 * 1024 * 1024; ///< the server's own limit is below it
constexpr qsizetype headLength = 4096;

/// CREATE or ALTER EVENT TRIGGER, and comments and labels on one.
bool isAboutEventTrigger(QByteArrayView text)
{
    SqlTokens tokens(text);
    if (tokens.take("comment")) {
        if (!tokens.take("on"))
            return false;
    } else if (tokens.take("security")) {
        for (int words = 0; words < 4 && !tokens.take("on"); ++words)
            tokens.next();
    } else if (!tokens.take("create") && !tokens.take("alter")) {
        return false;
    }
    return tokens.take("event") && tokens.take("trigger");
}

/// Which one CREATE POLICY makes or COMMENT ON POLICY is about: its name, then its table's; empty for others.
QByteArrayList policyOf(QByteArrayView text)
{
    SqlTokens tokens(text);
    const bool about = tokens.take("comment") ? tokens.take("on") : tokens.take("create");
    if (!about || !tokens.take("policy"))
        return {};
    QByteArrayList names{tokens.current().text};
    tokens.next();
    if (!tokens.take("on"))
        return {};
    do {
        names << tokens.current().text;
        tokens.next();
    } while (tokens.take('.'));
    return names;
}

/// The kind of DatabaseFacts::objectCounts that a skipped statement would have added to.
QByteArray countedKind(RoleStatement::Kind kind)
{
    switch (kind) {
    case RoleStatement::Kind::DefaultPrivileges:
        return "default privileges";
    case RoleStatement::Kind::Policy:
        return "policy";
    case RoleStatement::Kind::UserMapping:
        return "user mapping";
    default:
        return {};
    }
}

/// Sends what the lexer finds. One load; see loadDump() for the rules.
class Loader final : private SqlEvents
{
public:
    Loader(Connection &connection, const LoadOptions &options, RolesHere roles)
        : m_connection(connection)
        , m_options(options)
        , m_roles(std::move(roles))
        , m_lexer(*this)
    {
    }

    Result<> run(const RawSource &source, JobContext &context);
    /// After a failure: a COPY that is open takes in nothing.
    void cancel();
    LoadReport takeReport() { return std::move(m_report); }

private:
    struct Pending {
        QByteArray text;
        qint64 line;
        SqlKind kind;
        LoadedStatement forMessages() const { return {text.left(headLength), line, kind}; }
    };

    Result<> metaCommand(const SqlMetaCommand &meta) override;
    Result<> statementText(std::span<const char> text) override;
    Result<> statementEnd(const SqlStatement &statement) override;
    Result<> copyData(qint64 at, std::span<const char> bytes, qint64 lineEnds) override;
    Result<> copyEnd(qint64 dataAt, qint64 endAt) override;

    Result<> finish();
    Result<> flush();
    Result<> send(const Pending &statement);
    Result<> sendSetting(const Pending &statement);
    Result<> beginCopy(const Pending &statement, const SqlCopyTarget &target);
    bool select(Pending &statement);
    bool isSkipped(const Pending &statement);
    void noteSkipped(const RoleStatement &statement, const QByteArray &role);

    Connection &m_connection;
    const LoadOptions m_options;
    const RolesHere m_roles;
    SqlLexer m_lexer;
    LoadReport m_report;

    QByteArray m_text; // of the statement being read
    QList<Pending> m_group;
    qsizetype m_groupSize = 0;
    QList<Pending> m_last; // event triggers
    bool m_inTransaction = false;
    QList<QByteArrayList> m_skippedPolicies; // a comment on one goes with it
    QByteArray m_missingSession;             // a role that SET SESSION AUTHORIZATION asked for in vain

    bool m_inCopy = false;
    bool m_copySkipped = false; // its rows are not wanted
    Pending m_copy{};
    LoadReport::TableName m_copyTable;
    qint64 m_copyLines = 0;
};

Result<> Loader::run(const RawSource &source, JobContext &context)
{
    for (;;) {
        MASCLET_TRY(context.proceed());
        MASCLET_TRY_ASSIGN(const std::span<const std::byte> bytes, source());
        if (bytes.empty())
            break;
        MASCLET_TRY(m_lexer.feed(bytes));
        context.advance(qint64(bytes.size()), oneLine(m_copyTable.second, 80));
    }
    return finish();
}

Result<> Loader::finish()
{
    MASCLET_TRY_ASSIGN(const SqlLexer::Open open, m_lexer.finish());
    if (open != SqlLexer::Open::Nothing)
        return fail(ErrorKind::Verification,
                    Tr::tr("The dump is cut: it ends inside a statement or its rows."));
    MASCLET_TRY(flush());
    for (const Pending &statement : m_last)
        MASCLET_TRY(send(statement));
    m_report.notices = m_connection.takeNotices();
    return {};
}

void Loader::cancel()
{
    if (m_inCopy)
        m_connection.cancelCopy("the load was given up");
}

Result<> Loader::metaCommand(const SqlMetaCommand &meta)
{
    const bool known = meta.text.startsWith("\\restrict ") || meta.text.startsWith("\\unrestrict ");
    if (known && meta.where == SqlMetaCommand::Where::BetweenStatements)
        return {};
    return fail(
        ErrorKind::Verification,
        Tr::tr("Line %1 of the dump holds a command for psql (%2). A dump has no use for it; it is not "
               "loaded.")
            .arg(meta.line)
            .arg(oneLine(meta.text.toByteArray(), 80)));
}

Result<> Loader::statementText(std::span<const char> text)
{
    if (m_text.size() + qsizetype(text.size()) > statementLimit)
        return fail(m_options.kind, Tr::tr("A statement of the dump is larger than a server takes."));
    m_text.append(text.data(), qsizetype(text.size()));
    return {};
}

Result<> Loader::statementEnd(const SqlStatement &statement)
{
    Pending pending{std::exchange(m_text, {}), statement.line, statement.kind};
    ++m_report.statements;
    if (const QByteArray words = serverStatement(pending.text); !words.isEmpty())
        return fail(
            m_options.kind,
            Tr::tr("Line %1 of the dump is about the server itself (%2). The dump of one database has "
                   "no use for it; it is not loaded.")
                .arg(pending.line)
                .arg(oneLine(words, 80)));
    if (!select(pending))
        return {};
    switch (statement.kind) {
    case SqlKind::Set:
    case SqlKind::SetConfig:
        MASCLET_TRY(flush());
        return sendSetting(pending);
    case SqlKind::Begin:
    case SqlKind::Commit:
        MASCLET_TRY(flush());
        m_inTransaction = statement.kind == SqlKind::Begin;
        return send(pending);
    case SqlKind::CopyIn:
        MASCLET_TRY(flush());
        return beginCopy(pending, *statement.copy);
    default:
        break;
    }
    if (isSkipped(pending))
        return {};
    if (isAboutEventTrigger(pending.text)) {
        m_last.append(std::move(pending));
        return {};
    }
    m_groupSize += pending.text.size();
    m_group.append(std::move(pending));
    return m_group.size() >= groupStatements || m_groupSize >= groupBytes ? flush() : Result<>();
}

Result<> Loader::flush()
{
    const QList<Pending> group = std::exchange(m_group, {});
    m_groupSize = 0;
    if (group.isEmpty())
        return {};
    if (group.size() == 1)
        return send(group.first());
    QByteArray joined;
    for (const Pending &statement : group)
        joined += statement.text + '\n';
    auto sent = m_connection.execute(joined, m_options.kind);
    if (sent)
        return {};
    if (sqlStateOf(sent.error()).isEmpty() || m_inTransaction)
        return fail(explainRefusal(std::move(sent).error(), group.first().forMessages()));
    // All of it was rolled back. One by one tells which statement it is; and a few, such as a label added to
    // an enum, must not be used before their own transaction has ended.
    for (const Pending &statement : group)
        MASCLET_TRY(send(statement));
    return {};
}

Result<> Loader::send(const Pending &statement)
{
    auto sent = m_connection.execute(statement.text, m_options.kind);
    if (!sent)
        return fail(explainRefusal(std::move(sent).error(), statement.forMessages()));
    return {};
}

Result<> Loader::sendSetting(const Pending &statement)
{
    const RoleStatement role = readRoleStatement(statement.text);
    if (role.kind == RoleStatement::Kind::Session && m_options.roles == LoadOptions::Roles::SkipMissing) {
        const bool possible = m_roles.superuser && m_roles.all.contains(role.owner);
        m_missingSession = role.owner.isEmpty() || possible ? QByteArray() : role.owner;
        if (!m_missingSession.isEmpty())
            return {};
    }
    auto sent = m_connection.execute(statement.text, m_options.kind);
    if (sent)
        return {};
    const std::optional<SqlSetting> setting = parseSqlSet(statement.text);
    if (setting && setting->name == "default_tablespace" && !sqlStateOf(sent.error()).isEmpty()) {
        m_report.missingTablespaces.insert(setting->value);
        return send({"SET default_tablespace = ''", statement.line, statement.kind});
    }
    return fail(explainRefusal(std::move(sent).error(), statement.forMessages()));
}

/// Makes of a statement what the selection wants of it; false: nothing. A COPY stays, its rows may not.
bool Loader::select(Pending &pending)
{
    if (pending.kind == SqlKind::CopyIn)
        return true;
    const auto quote = [this](const QByteArray &role) {
        return m_connection.quoteIdentifier(role);
    };
    std::optional<QByteArray> wanted = m_options.selection.apply(pending.text, pending.kind, quote);
    if (!wanted) {
        ++m_report.leftOut;
        if (const QByteArray kind = countedKind(readRoleStatement(pending.text).kind); !kind.isEmpty())
            m_report.skippedKinds.insert(kind);
        return false;
    }
    pending.text = std::move(*wanted);
    return true;
}

void Loader::noteSkipped(const RoleStatement &statement, const QByteArray &role)
{
    m_report.missingRoles.insert(role);
    ++m_report.skippedStatements;
    if (const QByteArray kind = countedKind(statement.kind); !kind.isEmpty())
        m_report.skippedKinds.insert(kind);
}

bool Loader::isSkipped(const Pending &pending)
{
    if (m_options.roles == LoadOptions::Roles::MustExist)
        return false;
    const RoleStatement statement = readRoleStatement(pending.text);
    if (statement.kind == RoleStatement::Kind::None)
        return !m_skippedPolicies.isEmpty() && m_skippedPolicies.contains(policyOf(pending.text));
    if (statement.kind == RoleStatement::Kind::Grant && !m_missingSession.isEmpty()) {
        noteSkipped(statement, m_missingSession);
        return true;
    }
    if (!statement.owner.isEmpty() && !m_roles.own.contains(statement.owner)) {
        noteSkipped(statement, statement.owner);
        return true;
    }
    for (const QByteArray &role : statement.grantees) {
        if (!m_roles.all.contains(role)) {
            noteSkipped(statement, role);
            if (statement.kind == RoleStatement::Kind::Policy)
                m_skippedPolicies << policyOf(pending.text);
            return true;
        }
    }
    return false;
}

Result<> Loader::beginCopy(const Pending &statement, const SqlCopyTarget &target)
{
    m_copy = {statement.text.left(headLength), statement.line, statement.kind};
    m_copyTable = {target.schema, target.name};
    m_copyLines = 0;
    m_copySkipped = !m_options.selection.takesRows(m_copyTable);
    if (m_copySkipped)
        return {};
    auto begun = m_connection.beginCopy(statement.text, m_options.kind);
    if (!begun)
        return fail(explainRefusal(std::move(begun).error(), m_copy.forMessages()));
    m_inCopy = true;
    return {};
}

Result<> Loader::copyData(qint64, std::span<const char> bytes, qint64 lineEnds)
{
    m_copyLines += lineEnds;
    if (m_copySkipped)
        return {};
    return m_connection.putCopy(std::as_bytes(bytes), m_options.kind);
}

Result<> Loader::copyEnd(qint64, qint64)
{
    if (std::exchange(m_copySkipped, false))
        return {};
    m_inCopy = false;
    auto taken = m_connection.endCopy(m_options.kind);
    if (!taken)
        return fail(explainRefusal(std::move(taken).error(), m_copy.forMessages()));
    if (*taken != m_copyLines)
        return fail(m_options.kind, Tr::tr("The server took in %1 rows for %2, but the dump has %3.")
                                        .arg(*taken)
                                        .arg(oneLine(m_copyTable.first + '.' + m_copyTable.second, 150))
                                        .arg(m_copyLines));
    m_report.rows[m_copyTable] += *taken;
    return {};
}

} // namespace

Result<LoadReport> loadDump(Connection &connection, const RawSource &source, const LoadOptions &options,
                            JobContext &context)
{
    MASCLET_TRY(prepareForLoad(connection, options.place, options.kind));
    RolesHere roles;
    if (options.roles == LoadOptions::Roles::SkipMissing) {
        MASCLET_TRY_ASSIGN(roles, readRoles(connection, options.kind));
    }
    Loader loader(connection, options, std::move(roles));
    auto loaded = loader.run(source, context);
    if (loaded)
        return loader.takeReport();
    loader.cancel();
    Error error = std::move(loaded).error();
    // The session was good when the load began: losing it is this load's failure.
    if (error.kind == ErrorKind::Connection)
        error.kind = options.kind;
    return fail(std::move(error));
}

} // namespace masclet
