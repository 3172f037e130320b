#include "core/server/DatabaseAttributes.h"

#include "core/base/Text.h"
#include "core/server/ServerError.h"

#include <QCoreApplication>

#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DatabaseAttributes)
};

/// A role name of an aclitem: as it stands, or in quotes with doubled ones inside. Steps behind it.
QByteArray takeRole(QByteArrayView &text)
{
    QByteArray role;
    if (!text.startsWith('"')) {
        while (!text.isEmpty() && text.front() != '=' && text.front() != '/') {
            role += text.front();
            text = text.sliced(1);
        }
        return role;
    }
    text = text.sliced(1);
    while (!text.isEmpty()) {
        const bool quote = text.front() == '"';
        if (quote && !text.startsWith("\"\"")) {
            text = text.sliced(1);
            break;
        }
        role += text.front();
        text = text.sliced(quote ? 2 : 1);
    }
    return role;
}

QByteArray privilegeOf(char letter)
{
    switch (letter) {
    case 'C':
        return "CREATE";
    case 'T':
        return "TEMPORARY";
    case 'c':
        return "CONNECT";
    default:
        return {};
    }
}

/// Settings whose stored value is a list of names (GUC_LIST_QUOTE in PostgreSQL's guc_tables.c).
bool isListOfNames(const QByteArray &name)
{
    static constexpr std::array lists{"local_preload_libraries",   "search_path",
                                      "session_preload_libraries", "shared_preload_libraries",
                                      "temp_tablespaces",          "unix_socket_directories"};
    return std::any_of(lists.begin(), lists.end(),
                       [&](const char *list) { return name.compare(list, Qt::CaseInsensitive) == 0; });
}

QList<QByteArray> splitNames(const QByteArray &list)
{
    QList<QByteArray> names(1);
    bool quoted = false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const char c = list[i];
        if (c == '"' && quoted && i + 1 < list.size() && list[i + 1] == '"')
            names.last() += list[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            names << QByteArray();
        else if (quoted || c != ' ')
            names.last() += c;
    }
    return names;
}

/// Runs one statement; what the server refuses becomes a sentence, a lost session is an error.
class Attempts
{
public:
    explicit Attempts(Connection &admin)
        : m_admin(admin)
    {
    }
    Result<> run(const QString &what, const QByteArray &statement)
    {
        const auto done = m_admin.execute(statement, ErrorKind::RestoreUntouched);
        if (done)
            return {};
        if (sqlStateOf(done.error()).isEmpty())
            return fail(done.error());
        m_refused << Tr::tr("%1: %2").arg(what, done.error().message);
        return {};
    }
    QStringList refused() const { return m_refused; }

private:
    Connection &m_admin;
    QStringList m_refused;
};

Result<> applyAcl(Attempts &attempts, const Connection &admin, const QByteArray &quoted,
                  const DatabaseFacts &like)
{
    if (like.aclDefault)
        return attempts.run(Tr::tr("rights of PUBLIC"),
                            "GRANT CONNECT, TEMPORARY ON DATABASE " + quoted + " TO PUBLIC");
    MASCLET_TRY(
        attempts.run(Tr::tr("rights of PUBLIC"), "REVOKE ALL ON DATABASE " + quoted + " FROM PUBLIC"));
    for (const QByteArray &item : like.acl) {
        const std::optional<DatabaseGrant> grant = readGrant(item);
        if (!grant)
            continue;
        const QByteArray to =
            grant->grantee.isEmpty() ? QByteArray("PUBLIC") : admin.quoteIdentifier(grant->grantee);
        const QString what = Tr::tr("rights of %1").arg(oneLine(grant->grantee, 80));
        if (!grant->privileges.isEmpty())
            MASCLET_TRY(attempts.run(what, "GRANT " + grant->privileges.join(", ") + " ON DATABASE " +
                                               quoted + " TO " + to));
        if (!grant->grantable.isEmpty())
            MASCLET_TRY(attempts.run(what, "GRANT " + grant->grantable.join(", ") + " ON DATABASE " + quoted +
                                               " TO " + to + " WITH GRANT OPTION"));
    }
    return {};
}

/// "name=value" behind ALTER DATABASE … or ALTER ROLE … IN DATABASE ….
Result<> applySetting(Attempts &attempts, const Connection &admin, const QByteArray &alter,
                      const QByteArray &setting)
{
    const qsizetype equals = setting.indexOf('=');
    const QByteArray name = setting.left(equals);
    // Names with a dot (of extensions) are two identifiers.
    QList<QByteArray> parts;
    for (const QByteArray &part : name.split('.'))
        parts << admin.quoteIdentifier(part);
    return attempts.run(Tr::tr("setting %1").arg(oneLine(name, 80)),
                        alter + " SET " + parts.join('.') + " TO " +
                            settingValue(admin, name, setting.mid(equals + 1)));
}

} // namespace

std::optional<DatabaseGrant> readGrant(const QByteArray &aclItem)
{
    QByteArrayView text(aclItem);
    DatabaseGrant grant;
    grant.grantee = takeRole(text);
    if (!text.startsWith('='))
        return std::nullopt;
    text = text.sliced(1);
    while (!text.isEmpty() && text.front() != '/') {
        const QByteArray privilege = privilegeOf(text.front());
        text = text.sliced(1);
        const bool grantable = text.startsWith('*');
        if (grantable)
            text = text.sliced(1);
        if (privilege.isEmpty())
            return std::nullopt;
        (grantable ? grant.grantable : grant.privileges) << privilege;
    }
    return text.startsWith('/') ? std::optional(grant) : std::nullopt;
}

DatabaseFacts withRoles(DatabaseFacts facts, const QHash<QByteArray, QByteArray> &roles)
{
    facts.owner = roles.value(facts.owner, facts.owner);
    for (QByteArray &item : facts.acl) {
        QByteArrayView rest(item);
        const auto role = roles.constFind(takeRole(rest));
        if (role != roles.constEnd())
            item = '"' + QByteArray(*role).replace('"', "\"\"") + '"' + rest.toByteArray();
    }
    for (auto &[role, setting] : facts.roleSettings)
        role = roles.value(role, role);
    return facts;
}

QByteArray settingValue(const Connection &connection, const QByteArray &name, const QByteArray &value)
{
    if (!isListOfNames(name))
        return connection.quoteLiteral(value);
    QList<QByteArray> literals;
    for (const QByteArray &part : splitNames(value))
        literals << connection.quoteLiteral(part);
    return literals.join(", ");
}

Result<QStringList> applyDatabaseAttributes(Connection &admin, const QByteArray &name,
                                            const DatabaseFacts &like)
{
    const QByteArray quoted = admin.quoteIdentifier(name);
    const QByteArray database = "ALTER DATABASE " + quoted;
    Attempts attempts(admin);
    if (!like.owner.isEmpty())
        MASCLET_TRY(attempts.run(Tr::tr("owner %1").arg(oneLine(like.owner, 80)),
                                 database + " OWNER TO " + admin.quoteIdentifier(like.owner)));
    MASCLET_TRY(attempts.run(Tr::tr("connection limit"),
                             database + " CONNECTION LIMIT " + QByteArray::number(like.connectionLimit)));
    MASCLET_TRY(applyAcl(attempts, admin, quoted, like));
    for (const QByteArray &setting : like.settings)
        MASCLET_TRY(applySetting(attempts, admin, database, setting));
    for (const auto &[role, setting] : like.roleSettings)
        MASCLET_TRY(applySetting(attempts, admin,
                                 "ALTER ROLE " + admin.quoteIdentifier(role) + " IN DATABASE " + quoted,
                                 setting));
    return attempts.refused();
}

} // namespace masclet
