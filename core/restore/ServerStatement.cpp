#include "core/restore/ServerStatement.h"

#include "core/archive/SqlTokens.h"

namespace masclet
{

namespace
{

/// GRANT role TO role, and back: what grants rights on something says ON first.
bool isAboutMembers(SqlTokens &tokens)
{
    for (; tokens.current().type != SqlTokens::Type::End; tokens.next()) {
        if (tokens.current().isWord("on"))
            return false;
        if (tokens.current().isWord("to") || tokens.current().isWord("from"))
            return true;
    }
    return false;
}

} // namespace

QByteArray serverStatement(QByteArrayView statement)
{
    SqlTokens tokens(statement);
    const QByteArray act = tokens.current().text;
    if (tokens.take("grant") || tokens.take("revoke"))
        return isAboutMembers(tokens) ? act + " role" : QByteArray();
    if (tokens.take("reassign"))
        return act + " owned";
    if (!tokens.take("create") && !tokens.take("alter") && !tokens.take("drop"))
        return {};
    const QByteArray what = tokens.current().text;
    for (const char *word : {"system", "database", "tablespace", "role", "group"}) {
        if (tokens.take(word))
            return act + ' ' + what;
    }
    return tokens.take("user") && !tokens.current().isWord("mapping") ? act + " user" : QByteArray();
}

} // namespace masclet
