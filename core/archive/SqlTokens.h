#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace masclet
{

/// Tokens of one statement: enough of SQL to read names, settings and roles, nothing more. E'' strings keep
/// their escapes, dollar quotes come as symbols and words. On the stack; the text must outlive it.
class SqlTokens
{
public:
    enum class Type { Word, Quoted, String, Symbol, End };
    struct Token {
        Type type = Type::End;
        qsizetype at = 0;     ///< of its first byte in the statement
        qsizetype length = 0; ///< as it stands there, quotes included
        QByteArray text; ///< words in lower case as the server folds them, quoted ones without their quotes
        bool isWord(const char *word) const { return type == Type::Word && text == word; }
        bool isSymbol(char c) const { return type == Type::Symbol && text[0] == c; }
        bool isName() const { return type == Type::Word || type == Type::Quoted; }
    };

    explicit SqlTokens(QByteArrayView text);

    const Token &current() const { return m_token; }
    void next();
    /// Steps over `word` when it is the current token.
    bool take(const char *word);
    bool take(char symbol);

private:
    void readWord();
    void readQuoted(char quote);
    void skipBlanks();
    void skipBlockComment();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    Token m_token;
};

} // namespace masclet
