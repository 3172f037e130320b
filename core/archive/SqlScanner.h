#pragma once

#include "core/archive/ArchiveIndex.h"
#include "core/archive/Completeness.h"
#include "core/archive/SqlLexer.h"

#include <QHash>

namespace masclet
{

/// What one pass over a plain dump tells.
struct SqlReport {
    ArchiveIndex index; ///< without members
    Completeness completeness;
    QByteArray restrictKey; ///< empty for old dumps
    /// Equal for two dumps of unchanged data, whatever their keys, comments and pg_dump's version: SHA-256,
    /// in hexadecimal, over the CRC-64 of the statements and of each table's rows. It tells accidents, not
    /// attacks, and costs no second SHA-256 of everything.
    QByteArray contentHash;
    QByteArray clientEncoding; ///< as the dump sets it
    /// The first psql command other than \restrict and \unrestrict: such a dump is not loaded.
    struct Command {
        qint64 line = 0;
        QByteArray text;
        friend bool operator==(const Command &, const Command &) = default;
    };
    std::optional<Command> command;

    friend bool operator==(const SqlReport &, const SqlReport &) = default;
};

/// Where the raw stream may be divided; called by SqlScanner while it is fed.
class SqlCuts
{
public:
    virtual ~SqlCuts() = default;
    /// A statement or the rows of a COPY ended before `at`.
    virtual Result<> statementEnded(qint64 at) = 0;
    /// The first row of a COPY begins at `at`.
    virtual Result<> rowsBegin(qint64 at) = 0;
    virtual Result<> rows(qint64 at, std::span<const char> bytes, qint64 lineEnds) = 0;
};

/// Reads a plain dump once and finds tables, rows, sections and completeness. One thread.
class SqlScanner final : private SqlEvents
{
public:
    /// `cuts` may be null; it must outlive the scanner.
    explicit SqlScanner(SqlCuts *cuts = nullptr);

    Result<> feed(std::span<const std::byte> bytes) { return m_lexer.feed(bytes); }
    /// Row ends seen so far.
    qint64 rows() const { return m_rows; }
    Result<SqlReport> finish();

private:
    struct TableSum {
        quint64 crc = 0;
        qint64 bytes = 0;
    };

    Result<> comment(const SqlComment &comment) override;
    Result<> metaCommand(const SqlMetaCommand &meta) override;
    Result<> statementText(std::span<const char> text) override;
    Result<> statementEnd(const SqlStatement &statement) override;
    Result<> copyData(qint64 at, std::span<const char> bytes, qint64 lineEnds) override;
    Result<> copyEnd(qint64 dataAt, qint64 endAt) override;

    void noteSection(const SqlStatement &statement);
    qsizetype tableOf(const SqlCopyTarget &copy);
    QByteArray contentHash() const;

    SqlLexer m_lexer;
    SqlCuts *m_cuts;
    CompletenessWatch m_watch;
    SqlReport m_report;
    QHash<std::pair<QByteArray, QByteArray>, qsizetype> m_tableNumbers;
    QList<TableSum> m_sums; // beside index.tables
    qsizetype m_table = -1; // whose rows are being read
    CopyBlock m_block;
    qint64 m_rows = 0;
    quint64 m_textCrc = 0;
    quint64 m_pendingCrc = 0; // of m_textCrc and the statement now read, which may turn out to be a COPY
    qint64 m_beginAt = -1;    // of a BEGIN that was the last statement
    bool m_inLargeObjects = false;
    qint64 m_largeObjectsMade = 0;
    qint64 m_largeObjectsOpened = 0;
};

} // namespace masclet
