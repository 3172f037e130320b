#pragma once

#include "core/base/Fd.h"
#include "core/repository/Journal.h"

#include <QByteArrayView>

namespace masclet
{

/// One line of the journal, with its links of the chain.
struct JournalLine {
    JournalRecord record;
    QByteArray previous;
    QByteArray seal;
};

/// Verification when the line was changed or is damaged.
Result<JournalLine> parseJournalLine(const QByteArray &text);

/// What decides whether a run is looked at, taken out of a line as our writer leaves it (keys sorted, no
/// blanks) without reading the rest of it: that costs twenty times less. Whoever uses the run parses the
/// line, which proves its seal. Views into the line.
struct RunHead {
    QByteArrayView id;
    QByteArrayView profileId;
    QByteArrayView setId;
    QByteArrayView started;
    QByteArrayView finished; ///< empty while it runs
    QByteArrayView state;
    QByteArrayView verb;
    bool refused = false; ///< see RunRecord::wasRefused()
};
/// None where the line looks otherwise.
std::optional<RunHead> runHeadOf(QByteArrayView line);
/// The record's type, likewise; empty where the line looks otherwise.
QByteArrayView journalTypeOf(QByteArrayView line);

/// A file's lines from the last to the first, a block of it in memory at a time. What is appended meanwhile
/// is not seen.
class LinesBackwards
{
public:
    static Result<LinesBackwards> open(Fd file);

    /// False when there is none left. The first one is what stands behind the last line end, mostly nothing.
    Result<bool> next();
    /// Valid until next().
    QByteArrayView line() const { return m_line; }
    /// Where it begins in the file.
    qint64 begin() const { return m_lineBegin; }
    qint64 end() const { return m_lineBegin + m_line.size(); }
    /// Of the file.
    qint64 size() const { return m_size; }

private:
    LinesBackwards(Fd file, qint64 size);
    Result<> readBlock();

    Fd m_file;
    qint64 m_size;
    QByteArray m_block;   ///< of the file from m_blockBegin on
    qint64 m_blockBegin;  ///< all before it was not read yet
    qsizetype m_left = 0; ///< of the block; behind it every line was handed out
    bool m_done = false;
    QByteArrayView m_line;
    qint64 m_lineBegin = 0;
};

} // namespace masclet
