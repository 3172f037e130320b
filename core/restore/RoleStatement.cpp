#include "core/restore/RoleStatement.h"

#include "core/archive/SqlTokens.h"

#include <array>

namespace masclet
{

namespace
{

using Token = SqlTokens::Token;

/// Words that stand where a role could and mean none in particular.
bool isPseudoRole(const Token &token)
{
    static constexpr std::array words{"public", "current_user", "session_user", "current_role"};
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return token.isWord(word); });
}

/// name, name, …
QList<QByteArray> readRoles(SqlTokens &tokens, RoleStatement &statement)
{
    QList<QByteArray> roles;
    do {
        const Token &token = tokens.current();
        if (!token.isName())
            break;
        if (!isPseudoRole(token)) {
            roles.append(token.text);
            statement.places.append({token.at, token.length, token.text});
        }
        tokens.next();
    } while (tokens.take(','));
    return roles;
}

/// Stands behind `word`, outside parentheses; false when there is none.
bool findWord(SqlTokens &tokens, const char *word)
{
    int depth = 0;
    for (; tokens.current().type != SqlTokens::Type::End; tokens.next()) {
        if (tokens.current().isSymbol('('))
            ++depth;
        else if (tokens.current().isSymbol(')'))
            --depth;
        else if (depth == 0 && tokens.take(word))
            return true;
    }
    return false;
}

/// Both words are reserved: as names they would stand in quotes.
void readGrantees(SqlTokens &tokens, RoleStatement &statement)
{
    const bool grant = tokens.current().isWord("grant");
    if (findWord(tokens, grant ? "to" : "from"))
        statement.grantees = readRoles(tokens, statement);
}

RoleStatement readAlter(SqlTokens &tokens)
{
    RoleStatement statement;
    if (tokens.take("default")) {
        statement.kind = RoleStatement::Kind::DefaultPrivileges;
        tokens.take("privileges");
        if (tokens.take("for")) {
            tokens.next(); // ROLE or USER
            statement.owner = readRoles(tokens, statement).value(0);
        }
        while (tokens.current().type != SqlTokens::Type::End && !tokens.current().isWord("grant") &&
               !tokens.current().isWord("revoke"))
            tokens.next();
        readGrantees(tokens, statement);
        return statement;
    }
    // Anything may be named "owner": only the end of the statement tells.
    while (findWord(tokens, "owner")) {
        if (!tokens.take("to") || !tokens.current().isName())
            continue;
        const Token owner = tokens.current();
        tokens.next();
        if (tokens.take(';') && tokens.current().type == SqlTokens::Type::End) {
            statement.kind = RoleStatement::Kind::Owner;
            statement.owner = owner.text;
            statement.places = {{owner.at, owner.length, owner.text}};
        }
    }
    return statement;
}

RoleStatement readCreate(SqlTokens &tokens)
{
    RoleStatement statement;
    if (tokens.take("policy")) {
        tokens.next(); // its name, which may be any word
        statement.kind = RoleStatement::Kind::Policy;
        if (findWord(tokens, "to"))
            statement.grantees = readRoles(tokens, statement);
    } else if (tokens.take("user") && tokens.take("mapping") && tokens.take("for")) {
        statement.kind = RoleStatement::Kind::UserMapping;
        statement.grantees = readRoles(tokens, statement);
    }
    return statement;
}

} // namespace

RoleStatement readRoleStatement(QByteArrayView text)
{
    SqlTokens tokens(text);
    if (tokens.take("alter"))
        return readAlter(tokens);
    if (tokens.take("create"))
        return readCreate(tokens);
    RoleStatement statement;
    if (tokens.current().isWord("grant") || tokens.current().isWord("revoke")) {
        statement.kind = RoleStatement::Kind::Grant;
        readGrantees(tokens, statement);
        return statement;
    }
    const bool reset = tokens.current().isWord("reset");
    if ((tokens.take("set") || tokens.take("reset")) && tokens.take("session") &&
        tokens.take("authorization")) {
        statement.kind = RoleStatement::Kind::Session;
        const Token &owner = tokens.current();
        if (!reset && !owner.isWord("default")) {
            statement.owner = owner.text;
            statement.places = {{owner.at, owner.length, owner.text}};
        }
    }
    return statement;
}

} // namespace masclet
