#include "core/archive/SqlLexer.h"

#include "core/archive/CopyRows.h"
#include "core/archive/SqlBytes.h"

#include <QCoreApplication>

#include <utility>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SqlLexer)
};

} // namespace

SqlLexer::SqlLexer(SqlEvents &events)
    : m_events(events)
{
}

Result<> SqlLexer::feed(std::span<const std::byte> bytes)
{
    m_begin = reinterpret_cast<const char *>(bytes.data());
    m_end = m_begin + bytes.size();
    m_at = m_piece = m_counted = m_begin;
    if (const char *nul = findByte(m_begin, m_end, '\0'); nul != m_end)
        return fail(ErrorKind::Verification,
                    Tr::tr("This is not a plain SQL dump: byte %1 is zero.").arg(offsetOf(nul)),
                    Tr::tr("Plain dumps are text in one-byte units. It may be UTF-16 or another format."));
    while (m_at < m_end)
        MASCLET_TRY(step());
    if (m_inStatement)
        MASCLET_TRY(flushPiece());
    lineOf(m_end);
    m_base += qint64(bytes.size());
    m_begin = m_end;
    return {};
}

Result<SqlLexer::Open> SqlLexer::finish()
{
    if (m_state == State::LineComment)
        MASCLET_TRY(endLineComment());
    if (m_state == State::MetaCommand)
        MASCLET_TRY(endMetaCommand());
    if (m_inStatement || m_state == State::CopyTail)
        return Open::Statement;
    if (m_state == State::CopyData)
        return Open::CopyData;
    return m_state == State::BlockComment || m_previous != '\0' ? Open::Comment : Open::Nothing;
}

Result<> SqlLexer::step()
{
    switch (m_state) {
    case State::Between:
        return between();
    case State::Code:
        return code();
    case State::Quote:
        return quote();
    case State::DollarTag:
        return dollarTag();
    case State::DollarBody:
        return dollarBody();
    case State::LineComment:
        return lineComment();
    case State::BlockComment:
        return blockComment();
    case State::MetaCommand:
        return metaCommand();
    case State::CopyTail:
        return copyTail();
    case State::CopyData:
        return copyData();
    }
    return {};
}

Result<> SqlLexer::refuse(const QString &reason)
{
    return fail(
        ErrorKind::Verification, reason,
        Tr::tr("Such text is not written by pg_dump. The file was changed, or is another kind of file."),
        QStringLiteral("line %1, byte %2").arg(lineOf(m_at)).arg(offsetOf(m_at)));
}

qint64 SqlLexer::lineOf(const char *p)
{
    if (p > m_counted) {
        m_line += countLineEnds(m_counted, p);
        m_counted = p;
    }
    return m_line;
}

Result<> SqlLexer::between()
{
    for (; m_at < m_end; ++m_at) {
        const char c = *m_at;
        if (m_previous == '-' && c == '-') {
            beginText(1, State::LineComment);
            m_text = "-";
            return {};
        }
        if (m_previous == '/' && c == '*') {
            ++m_at;
            m_previous = '\0';
            m_commentDepth = 1;
            m_state = State::BlockComment;
            return {};
        }
        if (m_previous != '\0')
            return refuse(Tr::tr("Line %1 is not SQL.").arg(lineOf(m_at)));
        if (c == '-' || c == '/')
            m_previous = c;
        else if (c == '\\')
            return beginText(0, State::MetaCommand), Result<>();
        else if (!isSpace(c) && c != ';')
            return beginStatement();
    }
    return {};
}

Result<> SqlLexer::beginStatement()
{
    if (offsetOf(m_at) == 0 && static_cast<unsigned char>(*m_at) >= 0x80)
        return fail(ErrorKind::Verification, Tr::tr("The dump begins with a byte order mark."),
                    Tr::tr("A program has converted it on the way (often a redirection in PowerShell). Make "
                           "the dump again "
                           "with pg_dump's own -f option."));
    m_statement = {};
    m_statement.at = offsetOf(m_at);
    m_statement.line = lineOf(m_at);
    m_inStatement = true;
    m_piece = m_at;
    m_head.clear();
    m_parentheses = 0;
    m_body = {};
    m_wordLength = 0;
    m_resume = Resume::No;
    m_state = State::Code;
    return {};
}

Result<> SqlLexer::code()
{
    while (m_at < m_end && m_state == State::Code) {
        const char c = *m_at;
        if (m_characters.needed() && m_characters.isLater(static_cast<unsigned char>(c))) {
            pushWord(c);
            ++m_at;
        } else if (isLetter(c) || isDigit(c) || (c == '$' && m_wordLength > 0)) {
            pushWord(c);
            ++m_at;
        } else if (isSpace(c)) {
            endWord();
            if (std::exchange(m_previous, '\0') != '\0') // an operator: what comes is a new string
                m_resume = Resume::No;
            if (m_resume != Resume::No && m_resume != Resume::NextLine)
                m_resume = isLineEnd(c) ? Resume::NextLine : Resume::SameLine;
            ++m_at;
        } else {
            MASCLET_TRY(symbol(c));
        }
    }
    return {};
}

/// One byte that is neither a word's nor a space.
Result<> SqlLexer::symbol(char c)
{
    if (c == '\'' || c == '"') {
        openQuote(c);
        ++m_at;
        return {};
    }
    endWord();
    const char previous = std::exchange(m_previous, c);
    ++m_at;
    if (c == '-' && previous == '-') {
        m_previous = '\0';
        m_state = State::LineComment;
        return {};
    }
    if (c == '*' && previous == '/') {
        m_previous = '\0';
        m_resume = Resume::No;
        m_commentDepth = 1;
        m_state = State::BlockComment;
        return {};
    }
    if (c != '-')
        m_resume = Resume::No;
    if (c != '-' && c != '/' && c != '*') // those may belong to a comment, which separates nothing
        m_body.symbol(c);
    if (c == '$') {
        m_tag = "$";
        m_state = State::DollarTag;
    } else if (c == '(') {
        ++m_parentheses;
    } else if (c == ')' && m_parentheses > 0) {
        --m_parentheses;
    } else if (c == '\\') {
        --m_at;
        MASCLET_TRY(flushPiece());
        beginText(0, State::MetaCommand);
    } else if (c == ';' && m_parentheses == 0 && !m_body.isOpen()) {
        return endStatement();
    }
    return {};
}

} // namespace masclet
