#pragma once

#include "core/archive/SqlCharacters.h"
#include "core/archive/SqlEvents.h"

#include <array>
#include <string_view>

namespace masclet
{

/// Knows whether a statement is inside the BEGIN ATOMIC … END of a routine, where a `;` ends nothing. psql
/// takes any BEGIN for it; we want the ATOMIC behind it, since a function may be called "begin".
class SqlRoutineBody
{
public:
    /// A word outside parentheses, in lower case; empty when too long to be a keyword.
    void word(std::string_view word);
    /// Any other token; a dot makes the next word a name.
    void symbol(char c);
    bool isOpen() const { return m_depth > 0; }

private:
    enum class Head { Start, Create, Or, Replace, Routine, Other };
    Head m_head = Head::Start;
    bool m_afterBegin = false;
    bool m_afterDot = false;
    int m_depth = 0; // BEGIN and every CASE, each closed by an END
};

/// Splits a plain dump into statements, rows and psql commands: the one place that knows where SQL ends and
/// data begins. Follows the server's and psql's lexers (quotes, E'', dollar quotes, nested comments,
/// parentheses, BEGIN ATOMIC) and obeys SET standard_conforming_strings and client_encoding. A COPY counts
/// only as a whole top-level statement, its rows end at a line holding `\.` alone. Fed in chunks of any size;
/// memory is constant. What no dump can contain (NUL, byte order mark, unreadable COPY) is a Verification
/// error. One thread; `events` must outlive it.
class SqlLexer
{
public:
    /// What the end of the input would cut.
    enum class Open { Nothing, Comment, Statement, CopyData };

    explicit SqlLexer(SqlEvents &events);

    Result<> feed(std::span<const std::byte> bytes);
    /// A last comment or psql command needs no line end; then tells what is left open.
    Result<Open> finish();
    /// Bytes fed so far.
    qint64 offset() const { return m_base; }
    /// As last set in the stream; empty when never.
    const QByteArray &clientEncoding() const { return m_clientEncoding; }

private:
    enum class State {
        Between,
        Code,
        Quote,
        DollarTag,
        DollarBody,
        LineComment,
        BlockComment,
        MetaCommand,
        CopyTail,
        CopyData,
    };
    /// Whether a quote now would continue an E'' string: right behind its end, or behind a line end.
    enum class Resume { No, Adjacent, SameLine, NextLine };

    Result<> step();
    Result<> between();
    Result<> code();
    Result<> symbol(char c);
    Result<> quote();
    Result<> dollarTag();
    Result<> dollarBody();
    Result<> lineComment();
    Result<> blockComment();
    Result<> metaCommand();
    Result<> copyTail();
    Result<> copyData();
    Result<> copyLineStart();

    Result<> beginStatement();
    Result<> endStatement();
    Result<> flushPiece();
    void obey(QByteArrayView statement);
    void openQuote(char c);
    void pushWord(char c);
    void endWord();
    Result<> endLineComment();
    Result<> endMetaCommand();
    void beginText(qint64 back, State state);
    void appendText(const char *begin, const char *end, qsizetype limit);
    qint64 offsetOf(const char *p) const { return m_base + (p - m_begin); }
    qint64 lineOf(const char *p);
    Result<> refuse(const QString &reason);

    SqlEvents &m_events;
    State m_state = State::Between;

    // The chunk being fed.
    const char *m_begin = nullptr;
    const char *m_end = nullptr;
    const char *m_at = nullptr;
    const char *m_piece = nullptr;   // statement bytes not handed over yet
    const char *m_counted = nullptr; // lines are counted up to here
    qint64 m_base = 0;               // offset of m_begin
    qint64 m_line = 1;               // of m_counted

    // The statement.
    bool m_inStatement = false;
    SqlStatement m_statement;
    QByteArray m_head;
    SqlCopyTarget m_copy;
    int m_parentheses = 0;
    SqlRoutineBody m_body;
    std::array<char, 16> m_word{};
    size_t m_wordLength = 0;
    char m_previous = '\0'; // a dash or slash that may begin a comment; in comments the byte before

    // Quotes and comments.
    char m_quote = '\'';
    bool m_escapes = false;
    bool m_escaped = false; // the next byte stands behind a backslash
    Resume m_resume = Resume::No;
    QByteArray m_tag; // of a dollar quote, both dollars included
    qsizetype m_tagMatched = 0;
    int m_commentDepth = 0;
    QByteArray m_text; // of a comment or psql command
    qint64 m_textAt = 0;
    qint64 m_textLine = 0;

    // COPY data.
    qint64 m_dataAt = 0;
    int m_terminator = 0; // bytes of `\.` and CR matched at a line's start; -1 inside a line

    // Settings of the stream.
    bool m_standardStrings = true;
    QByteArray m_clientEncoding;
    SqlCharacters m_characters;
};

} // namespace masclet
