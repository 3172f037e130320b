#include "core/archive/SqlBytes.h"
#include "core/archive/SqlLexer.h"

#include <QCoreApplication>

#include <utility>

// The half of SqlLexer that steps over quotes, comments and psql commands.

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SqlLexer)
};

constexpr qsizetype commentLimit = 256;
constexpr qsizetype metaCommandLimit = 1024;
constexpr qsizetype tagLimit = 1024;

} // namespace

void SqlLexer::openQuote(char c)
{
    const bool prefixE = m_wordLength == 1 && m_word[0] == 'e';
    const bool resumed = m_previous == '\0' && (m_resume == Resume::Adjacent || m_resume == Resume::NextLine);
    m_quote = c;
    m_escapes = c == '\'' && (prefixE || resumed || !m_standardStrings);
    m_escaped = false;
    endWord();
    m_body.symbol(c);
    m_previous = '\0';
    m_state = State::Quote;
}

Result<> SqlLexer::quote()
{
    if (!m_escapes) {
        m_at = findByte(m_at, m_end, m_quote);
        if (m_at == m_end)
            return {};
        ++m_at;
        m_resume = Resume::No;
        m_state = State::Code;
        return {};
    }
    for (; m_at < m_end; ++m_at) {
        const char c = *m_at;
        if (m_characters.needed() && m_characters.isLater(static_cast<unsigned char>(c)))
            continue;
        if (std::exchange(m_escaped, false))
            continue;
        if (c == '\\') {
            m_escaped = true;
        } else if (c == m_quote) {
            ++m_at;
            m_resume = Resume::Adjacent;
            m_state = State::Code;
            return {};
        }
    }
    return {};
}

Result<> SqlLexer::dollarTag()
{
    for (; m_at < m_end; ++m_at) {
        const char c = *m_at;
        const bool later = m_characters.needed() && m_characters.isLater(static_cast<unsigned char>(c));
        if (later || isLetter(c) || (isDigit(c) && m_tag.size() > 1)) {
            if (m_tag.size() == tagLimit)
                return refuse(Tr::tr("Line %1 has an endless dollar quote.").arg(lineOf(m_at)));
            m_tag += c;
            continue;
        }
        if (c == '$') {
            ++m_at;
            m_tag += c;
            m_tagMatched = 0;
            m_previous = '\0';
            m_state = State::DollarBody;
            return {};
        }
        // A parameter like $1, or a dollar before a word: no quote begins here.
        for (qsizetype i = 1; i < m_tag.size(); ++i)
            pushWord(m_tag[i]);
        m_state = State::Code;
        return {};
    }
    return {};
}

Result<> SqlLexer::dollarBody()
{
    while (m_at < m_end) {
        if (m_tagMatched == 0) {
            m_at = findByte(m_at, m_end, '$');
            if (m_at == m_end)
                return {};
            ++m_at;
            m_tagMatched = 1;
        } else if (*m_at == m_tag[m_tagMatched]) {
            ++m_at;
            if (++m_tagMatched == m_tag.size()) {
                m_state = State::Code;
                return {};
            }
        } else {
            m_tagMatched = 0; // the byte itself may be the dollar that begins the end
        }
    }
    return {};
}

Result<> SqlLexer::lineComment()
{
    const char *const begin = m_at;
    while (m_at < m_end && !isLineEnd(*m_at))
        ++m_at;
    if (!m_inStatement)
        appendText(begin, m_at, commentLimit);
    return m_at < m_end ? endLineComment() : Result<>();
}

Result<> SqlLexer::endLineComment()
{
    m_state = m_inStatement ? State::Code : State::Between;
    return m_inStatement ? Result<>() : m_events.comment({m_textAt, m_text});
}

Result<> SqlLexer::blockComment()
{
    for (; m_at < m_end; ++m_at) {
        const char c = *m_at;
        const char previous = std::exchange(m_previous, c);
        if (previous == '/' && c == '*') {
            ++m_commentDepth;
            m_previous = '\0';
        } else if (previous == '*' && c == '/') {
            m_previous = '\0';
            if (--m_commentDepth == 0) {
                ++m_at;
                m_state = m_inStatement ? State::Code : State::Between;
                return {};
            }
        }
    }
    return {};
}

Result<> SqlLexer::metaCommand()
{
    const char *const begin = m_at;
    m_at = findByte(m_at, m_end, '\n');
    appendText(begin, m_at, metaCommandLimit);
    return m_at < m_end ? endMetaCommand() : Result<>();
}

Result<> SqlLexer::endMetaCommand()
{
    m_state = m_inStatement ? State::Code : State::Between;
    m_piece = m_at;
    m_previous = '\0';
    while (!m_text.isEmpty() && isSpace(m_text.back()))
        m_text.chop(1);
    using Where = SqlMetaCommand::Where;
    return m_events.metaCommand(
        {m_textAt, m_textLine, m_text, m_inStatement ? Where::InsideStatement : Where::BetweenStatements});
}

/// Begins to collect a comment or psql command that started `back` bytes ago.
void SqlLexer::beginText(qint64 back, State state)
{
    m_textAt = offsetOf(m_at) - back;
    m_textLine = lineOf(m_at);
    m_text.clear();
    m_previous = '\0';
    m_state = state;
}

void SqlLexer::appendText(const char *begin, const char *end, qsizetype limit)
{
    const qsizetype room = limit - m_text.size();
    if (room > 0)
        m_text.append(begin, std::min<qsizetype>(room, end - begin));
}

} // namespace masclet
