#include "core/archive/SqlTokens.h"

#include "core/archive/SqlBytes.h"

namespace masclet
{

namespace
{

bool isWordPart(char c)
{
    return isLetter(c) || isDigit(c) || c == '$';
}

} // namespace

SqlTokens::SqlTokens(QByteArrayView text)
    : m_text(text)
{
    next();
}

void SqlTokens::next()
{
    skipBlanks();
    m_token = {};
    if (m_at >= m_text.size())
        return;
    const char c = m_text[m_at];
    m_token.at = m_at;
    if (isLetter(c)) {
        readWord();
    } else if (c == '"' || c == '\'') {
        readQuoted(c);
    } else {
        m_token.type = Type::Symbol;
        m_token.text = QByteArray(1, c);
        ++m_at;
    }
    m_token.length = m_at - m_token.at;
}

bool SqlTokens::take(const char *word)
{
    const bool found = m_token.isWord(word);
    if (found)
        next();
    return found;
}

bool SqlTokens::take(char symbol)
{
    const bool found = m_token.isSymbol(symbol);
    if (found)
        next();
    return found;
}

void SqlTokens::readWord()
{
    m_token.type = Type::Word;
    for (; m_at < m_text.size() && isWordPart(m_text[m_at]); ++m_at)
        m_token.text += lowerCase(m_text[m_at]);
    if (m_token.text == "e" && m_at < m_text.size() && m_text[m_at] == '\'')
        readQuoted('\'');
}

void SqlTokens::readQuoted(char quote)
{
    m_token.type = quote == '"' ? Type::Quoted : Type::String;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == quote) {
            if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != quote)
                break;
            ++m_at;
        }
        m_token.text += m_text[m_at];
    }
    ++m_at;
}

void SqlTokens::skipBlanks()
{
    while (m_at < m_text.size()) {
        if (isSpace(m_text[m_at])) {
            ++m_at;
        } else if (m_text.sliced(m_at).startsWith("--")) {
            while (m_at < m_text.size() && !isLineEnd(m_text[m_at]))
                ++m_at;
        } else if (m_text.sliced(m_at).startsWith("/*")) {
            skipBlockComment();
        } else {
            return;
        }
    }
}

void SqlTokens::skipBlockComment()
{
    int depth = 0;
    while (m_at < m_text.size()) {
        const QByteArrayView rest = m_text.sliced(m_at);
        const int step = rest.startsWith("/*") ? 1 : rest.startsWith("*/") ? -1 : 0;
        depth += step;
        m_at += step == 0 ? 1 : 2;
        if (depth == 0)
            return;
    }
}

} // namespace masclet
