#include "core/archive/SqlText.h"

#include "core/archive/SqlTokens.h"

namespace masclet
{

namespace
{

SqlKind kindOfSelect(SqlTokens &tokens)
{
    if (tokens.take("pg_catalog") && !tokens.take('.'))
        return SqlKind::Other;
    const QByteArray function =
        tokens.current().type == SqlTokens::Type::Word ? tokens.current().text : QByteArray();
    tokens.next();
    if (!tokens.current().isSymbol('('))
        return SqlKind::Other;
    if (function == "set_config")
        return SqlKind::SetConfig;
    if (function == "setval")
        return SqlKind::SetSequence;
    if (function == "lo_create")
        return SqlKind::LargeObjectCreate;
    if (function == "lo_open")
        return SqlKind::LargeObjectOpen;
    if (function == "lowrite" || function == "lo_close")
        return SqlKind::LargeObjectWrite;
    return SqlKind::Other;
}

/// name, schema.name or catalog.schema.name.
bool readTarget(SqlTokens &tokens, SqlCopyTarget &target)
{
    for (int parts = 0; parts < 3; ++parts) {
        if (!tokens.current().isName())
            return false;
        target.schema = target.name;
        target.name = tokens.current().text;
        tokens.next();
        if (!tokens.take('.'))
            return true;
    }
    return false;
}

bool readColumns(SqlTokens &tokens, QList<QByteArray> &columns)
{
    do {
        if (!tokens.current().isName())
            return false;
        columns.append(tokens.current().text);
        tokens.next();
    } while (tokens.take(','));
    return tokens.take(')');
}

} // namespace

SqlKind sqlKindOf(QByteArrayView head)
{
    SqlTokens tokens(head);
    if (tokens.take("select"))
        return kindOfSelect(tokens);
    static const struct {
        const char *word;
        SqlKind kind;
    } firstWords[] = {
        {"set", SqlKind::Set},       {"reset", SqlKind::Set},     {"begin", SqlKind::Begin},
        {"start", SqlKind::Begin},   {"commit", SqlKind::Commit}, {"end", SqlKind::Commit},
        {"insert", SqlKind::Insert},
    };
    for (const auto &row : firstWords) {
        if (tokens.current().isWord(row.word))
            return row.kind;
    }
    return SqlKind::Other;
}

SqlCopyForm parseSqlCopy(QByteArrayView statement, SqlCopyTarget &target)
{
    SqlTokens tokens(statement);
    if (!tokens.take("copy"))
        return SqlCopyForm::NoCopy;
    if (tokens.current().isSymbol('(')) // COPY (query) can only go TO somewhere
        return SqlCopyForm::Elsewhere;
    tokens.take("binary");
    target = {};
    if (!readTarget(tokens, target) || (tokens.take('(') && !readColumns(tokens, target.columns)))
        return SqlCopyForm::Unreadable;
    if (tokens.take("to"))
        return SqlCopyForm::Elsewhere;
    if (!tokens.take("from"))
        return SqlCopyForm::Unreadable;
    // The grammar takes FROM STDOUT for FROM STDIN (copy_file_name in gram.y).
    if (tokens.current().isWord("stdin") || tokens.current().isWord("stdout"))
        return SqlCopyForm::FromClient;
    return SqlCopyForm::Elsewhere;
}

std::optional<SqlSetting> parseSqlSet(QByteArrayView statement)
{
    SqlTokens tokens(statement);
    if (!tokens.take("set"))
        return {};
    if (!tokens.take("session"))
        tokens.take("local");
    SqlSetting setting;
    if (!tokens.current().isName())
        return {};
    setting.name = tokens.current().text.toLower();
    tokens.next();
    if (setting.name == "names")
        setting.name = "client_encoding";
    else if (!tokens.take('=') && !tokens.take("to"))
        return {};
    setting.value = tokens.current().text;
    return setting;
}

} // namespace masclet
