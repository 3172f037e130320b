#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>

#include <span>

namespace masclet
{

/// What a top-level statement does, as far as an archive or a loader must know.
enum class SqlKind {
    Other,
    Set,               ///< SET or RESET
    SetConfig,         ///< SELECT set_config(…)
    Begin,             ///< BEGIN, START TRANSACTION
    Commit,            ///< COMMIT, END
    CopyIn,            ///< COPY … FROM stdin; rows follow
    Insert,            ///< INSERT INTO …
    SetSequence,       ///< SELECT setval(…)
    LargeObjectCreate, ///< SELECT lo_create(…)
    LargeObjectOpen,   ///< SELECT lo_open(…)
    LargeObjectWrite,  ///< SELECT lowrite(…), lo_close(…)
};

/// The target of a COPY, names unquoted.
struct SqlCopyTarget {
    QByteArray schema; ///< empty when the statement names none
    QByteArray name;
    QList<QByteArray> columns; ///< empty for "no column list"
};

/// A whole top-level statement, its `;` included. Offsets count from the stream's first byte.
struct SqlStatement {
    SqlKind kind = SqlKind::Other;
    qint64 at = 0;
    qint64 end = 0;
    qint64 line = 0; ///< of its first byte, from 1
    /// The first bytes of the text (4 KiB, of a COPY up to 512 KiB); valid during the call.
    QByteArrayView head;
    const SqlCopyTarget *copy = nullptr; ///< only for CopyIn; valid during the call
};

/// A `--` comment between statements, cut at 256 bytes.
struct SqlComment {
    qint64 at = 0;
    QByteArrayView text; ///< from the dashes on; valid during the call
};

/// A backslash command of psql, cut at 1 KiB.
struct SqlMetaCommand {
    enum class Where { BetweenStatements, InsideStatement };
    qint64 at = 0;
    qint64 line = 0;
    QByteArrayView text; ///< with the backslash, without spaces at the end; valid during the call
    Where where = Where::BetweenStatements;
};

/// What SqlLexer finds, in the order of the stream. Statement texts and rows arrive in pieces whose sizes
/// follow the chunks that were fed; everything else is one call. A failure stops the lexer and is handed to
/// its caller.
class SqlEvents
{
public:
    virtual ~SqlEvents() = default;
    virtual Result<> comment(const SqlComment &) { return {}; }
    virtual Result<> metaCommand(const SqlMetaCommand &) = 0;
    /// The next bytes of the current statement, quotes and comments inside it as they stand.
    virtual Result<> statementText(std::span<const char>) { return {}; }
    virtual Result<> statementEnd(const SqlStatement &statement) = 0;
    /// Row bytes of the COPY whose statementEnd() came last; `lineEnds` of them are line ends, one per row.
    virtual Result<> copyData(qint64 at, std::span<const char> bytes, qint64 lineEnds) = 0;
    /// Behind the `\.` line: offset of the first row byte, and of the byte after that line.
    virtual Result<> copyEnd(qint64 dataAt, qint64 endAt) = 0;
};

} // namespace masclet
