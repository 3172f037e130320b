#include "core/archive/SqlSubject.h"

#include "core/archive/SqlTokens.h"

#include <algorithm>
#include <initializer_list>

namespace masclet
{

namespace
{

using Type = SqlTokens::Type;

bool takeAny(SqlTokens &tokens, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return tokens.take(word); });
}

/// Steps behind `word` where it stands outside of parentheses.
bool skipBehind(SqlTokens &tokens, const char *word)
{
    for (int depth = 0; tokens.current().type != Type::End; tokens.next()) {
        if (tokens.current().isSymbol('('))
            ++depth;
        else if (tokens.current().isSymbol(')'))
            --depth;
        else if (depth == 0 && tokens.current().isWord(word)) {
            tokens.next();
            return true;
        }
    }
    return false;
}

/// a, a.b, a.b.c …
QList<QByteArray> readParts(SqlTokens &tokens)
{
    QList<QByteArray> parts;
    do {
        if (!tokens.current().isName())
            return {};
        parts << tokens.current().text;
        tokens.next();
    } while (tokens.take('.'));
    return parts;
}

QList<SqlName> named(const QList<QByteArray> &parts)
{
    if (parts.size() == 1)
        return {{{}, parts[0]}};
    return parts.size() == 2 ? QList<SqlName>{{parts[0], parts[1]}} : QList<SqlName>();
}

/// The table of schema.table.column.
QList<SqlName> ownerOf(QList<QByteArray> parts)
{
    if (parts.isEmpty())
        return {};
    parts.removeLast();
    return named(parts);
}

QList<SqlName> relation(SqlTokens &tokens)
{
    tokens.take("only");
    return named(readParts(tokens));
}

bool takeRelationWord(SqlTokens &tokens)
{
    return takeAny(tokens, {"table", "view", "sequence"});
}

QList<SqlName> ofCreate(SqlTokens &tokens)
{
    while (takeAny(tokens, {"or", "replace", "unlogged", "foreign", "temporary", "temp", "unique",
                            "constraint", "materialized", "recursive", "global", "local"})) {
    }
    if (takeRelationWord(tokens)) {
        if (tokens.take("if")) {
            tokens.take("not");
            tokens.take("exists");
        }
        return relation(tokens);
    }
    if (takeAny(tokens, {"index", "trigger", "policy"}))
        return skipBehind(tokens, "on") ? relation(tokens) : QList<SqlName>();
    if (tokens.take("rule"))
        return skipBehind(tokens, "to") ? relation(tokens) : QList<SqlName>();
    if (tokens.take("statistics"))
        return skipBehind(tokens, "from") ? relation(tokens) : QList<SqlName>();
    return {};
}

QList<SqlName> ofAlter(SqlTokens &tokens)
{
    while (takeAny(tokens, {"foreign", "materialized"})) {
    }
    const bool sequence = tokens.current().isWord("sequence");
    if (!takeRelationWord(tokens))
        return {};
    QList<SqlName> names = relation(tokens);
    if (sequence && tokens.take("owned") && tokens.take("by"))
        names << ownerOf(readParts(tokens));
    else if (tokens.take("attach") && tokens.take("partition"))
        names << relation(tokens);
    return names;
}

/// Behind COMMENT ON, or SECURITY LABEL … ON.
QList<SqlName> ofRemark(SqlTokens &tokens)
{
    while (takeAny(tokens, {"foreign", "materialized"})) {
    }
    if (takeRelationWord(tokens))
        return relation(tokens);
    if (tokens.take("column"))
        return ownerOf(readParts(tokens));
    if (takeAny(tokens, {"constraint", "trigger", "policy", "rule"}) && skipBehind(tokens, "on") &&
        !tokens.take("domain"))
        return relation(tokens);
    return {};
}

bool isConstraint(const SqlTokens::Token &first)
{
    for (const char *word : {"constraint", "check", "primary", "unique", "foreign", "like"}) {
        if (first.isWord(word))
            return true;
    }
    return false;
}

/// One item between commas; `tokens` is at its first one and ends at the comma or the last parenthesis.
SqlColumn readItem(SqlTokens &tokens, QByteArrayView statement)
{
    SqlColumn column{tokens.current().text, {}};
    const bool isColumn = tokens.current().isName() && !isConstraint(tokens.current());
    tokens.next();
    const qsizetype begin = tokens.current().at;
    qsizetype end = begin;
    for (int depth = 0; tokens.current().type != Type::End; tokens.next()) {
        if (tokens.current().isSymbol('('))
            ++depth;
        else if (tokens.current().isSymbol(')') && depth-- == 0)
            break;
        else if (tokens.current().isSymbol(',') && depth == 0)
            break;
        end = tokens.current().at + tokens.current().length;
    }
    if (!isColumn)
        return {};
    column.definition = statement.sliced(begin, end - begin).toByteArray().simplified();
    return column;
}

} // namespace

QList<SqlName> sqlSubjectsOf(QByteArrayView statement)
{
    SqlTokens tokens(statement);
    if (tokens.take("create"))
        return ofCreate(tokens);
    if (tokens.take("alter"))
        return ofAlter(tokens);
    if (tokens.take("comment") || tokens.take("security"))
        return skipBehind(tokens, "on") ? ofRemark(tokens) : QList<SqlName>();
    if (tokens.take("grant") || tokens.take("revoke"))
        return skipBehind(tokens, "on") && takeRelationWord(tokens) ? relation(tokens) : QList<SqlName>();
    if (tokens.take("refresh") && tokens.take("materialized") && tokens.take("view"))
        return relation(tokens);
    return {};
}

QList<SqlColumn> sqlColumnsOf(QByteArrayView statement)
{
    SqlTokens tokens(statement);
    if (!tokens.take("create"))
        return {};
    while (takeAny(tokens, {"unlogged", "foreign", "temporary", "temp"})) {
    }
    if (!tokens.take("table"))
        return {};
    readParts(tokens);
    if (!tokens.take('('))
        return {};
    QList<SqlColumn> columns;
    while (tokens.current().type != Type::End && !tokens.current().isSymbol(')')) {
        if (const SqlColumn column = readItem(tokens, statement); !column.definition.isEmpty())
            columns << column;
        if (!tokens.take(','))
            break;
    }
    return columns;
}

bool makesSequence(QByteArrayView statement)
{
    SqlTokens tokens(statement);
    return tokens.take("create") && tokens.take("sequence");
}

} // namespace masclet
