#include "core/archive/CopyRows.h"
#include "core/archive/SqlBytes.h"
#include "core/archive/SqlLexer.h"
#include "core/archive/SqlText.h"

#include <QCoreApplication>

#include <algorithm>

// The half of SqlLexer that hands over statements and rows.

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SqlLexer)
};

constexpr qsizetype headLimit = 4 * 1024;
// 1600 columns with names of 63 bytes, each byte a doubled quote, fit.
constexpr qsizetype copyHeadLimit = 512 * 1024;

std::span<const char> spanOf(const char *begin, const char *end)
{
    return {begin, size_t(end - begin)};
}

} // namespace

void SqlRoutineBody::word(std::string_view word)
{
    if (m_afterDot) { // a name, whatever it spells
        m_afterDot = false;
        m_afterBegin = false;
        return;
    }
    switch (m_head) {
    case Head::Start:
        m_head = word == "create" ? Head::Create : Head::Other;
        return;
    case Head::Create:
    case Head::Replace:
        if (word == "function" || word == "procedure")
            m_head = Head::Routine;
        else
            m_head = word == "or" && m_head == Head::Create ? Head::Or : Head::Other;
        return;
    case Head::Or:
        m_head = word == "replace" ? Head::Replace : Head::Other;
        return;
    case Head::Other:
        return;
    case Head::Routine:
        break;
    }
    if (m_depth == 0)
        m_depth = m_afterBegin && word == "atomic" ? 1 : 0;
    else if (word == "case")
        ++m_depth;
    else if (word == "end")
        --m_depth;
    m_afterBegin = word == "begin";
}

void SqlRoutineBody::symbol(char c)
{
    m_afterBegin = false;
    m_afterDot = c == '.';
}

void SqlLexer::pushWord(char c)
{
    if (m_wordLength < m_word.size())
        m_word[m_wordLength] = lowerCase(c);
    ++m_wordLength;
    m_previous = '\0';
    m_resume = Resume::No;
}

void SqlLexer::endWord()
{
    if (m_wordLength == 0)
        return;
    if (m_parentheses == 0)
        m_body.word(m_wordLength <= m_word.size() ? std::string_view(m_word.data(), m_wordLength)
                                                  : std::string_view());
    m_wordLength = 0;
}

Result<> SqlLexer::flushPiece()
{
    if (m_state == State::MetaCommand || m_piece == m_at)
        return {};
    const auto keep = [this](const char *from, qsizetype limit) {
        const qsizetype taken = std::clamp<qsizetype>(limit - m_head.size(), 0, m_at - from);
        m_head.append(from, taken);
        return from + taken;
    };
    // The first word, and all the rest, may come in this very piece.
    constexpr qsizetype wordLength = 4;
    const char *const behindWord = keep(m_piece, wordLength);
    const bool copy = qstrnicmp(m_head.constData(), "copy", wordLength) == 0;
    keep(behindWord, copy ? copyHeadLimit : headLimit);
    const char *const begin = std::exchange(m_piece, m_at);
    return m_events.statementText(spanOf(begin, m_at));
}

Result<> SqlLexer::endStatement()
{
    MASCLET_TRY(flushPiece());
    m_inStatement = false;
    m_previous = '\0';
    m_state = State::Between;
    m_statement.end = offsetOf(m_at);
    m_statement.head = m_head;
    m_statement.kind = sqlKindOf(m_head);
    switch (parseSqlCopy(m_head, m_copy)) {
    case SqlCopyForm::FromClient:
        m_statement.kind = SqlKind::CopyIn;
        m_statement.copy = &m_copy;
        m_state = State::CopyTail;
        break;
    case SqlCopyForm::Unreadable:
        return refuse(Tr::tr("The COPY statement at line %1 cannot be read.").arg(m_statement.line));
    case SqlCopyForm::NoCopy:
    case SqlCopyForm::Elsewhere:
        break;
    }
    if (m_statement.kind == SqlKind::Set)
        obey(m_head);
    return m_events.statementEnd(m_statement);
}

void SqlLexer::obey(QByteArrayView statement)
{
    const std::optional<SqlSetting> setting = parseSqlSet(statement);
    if (!setting)
        return;
    if (setting->name == "client_encoding") {
        m_clientEncoding = setting->value;
        m_characters.setEncoding(setting->value);
    } else if (setting->name == "standard_conforming_strings") {
        const QByteArray value = setting->value.toLower();
        m_standardStrings = value != "off" && value != "false" && value != "no" && value != "0";
    }
}

/// psql would read rows from the next line on and come back to the rest of this one later; no dump needs
/// that.
Result<> SqlLexer::copyTail()
{
    for (; m_at < m_end; ++m_at) {
        if (*m_at == '\n') {
            ++m_at;
            m_dataAt = offsetOf(m_at);
            m_terminator = 0;
            m_state = State::CopyData;
            return {};
        }
        if (!isSpace(*m_at))
            return refuse(Tr::tr("Text follows the COPY statement on line %1.").arg(lineOf(m_at)));
    }
    return {};
}

Result<> SqlLexer::copyData()
{
    if (m_terminator >= 0) {
        MASCLET_TRY(copyLineStart());
        if (m_state != State::CopyData || m_at == m_end)
            return {};
    }
    const char *const begin = m_at;
    const CopyRows rows = scanCopyRows(m_at, m_end);
    m_terminator = rows.end[-1] == '\n' ? 0 : -1;
    lineOf(begin);
    m_line += rows.lineEnds;
    m_at = m_counted = rows.end;
    return m_events.copyData(offsetOf(begin), spanOf(begin, m_at), rows.lineEnds);
}

/// Steps over `\.` and the line end behind it, or finds that the line is a row.
Result<> SqlLexer::copyLineStart()
{
    static constexpr char terminator[] = "\\.\r";
    const int before = m_terminator; // matched in the chunk before
    for (; m_at < m_end; ++m_at) {
        if (m_terminator >= 2 && *m_at == '\n') {
            ++m_at;
            m_state = State::Between;
            return m_events.copyEnd(m_dataAt, offsetOf(m_at));
        }
        if (m_terminator == 3 || *m_at != terminator[m_terminator])
            break;
        ++m_terminator;
    }
    if (m_at == m_end)
        return {};
    // A row. What was matched in this chunk is read again as its bytes; earlier bytes are known ones.
    m_at -= m_terminator - before;
    m_terminator = -1;
    return before == 0
               ? Result<>()
               : m_events.copyData(offsetOf(m_at) - before, spanOf(terminator, terminator + before), 0);
}

} // namespace masclet
