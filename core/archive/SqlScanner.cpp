#include "core/archive/SqlScanner.h"

#include "core/base/Hash.h"

#include <isa-l/crc64.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <vector>

namespace masclet
{

namespace
{

quint64 crc64(quint64 before, std::span<const char> bytes)
{
    return crc64_ecma_refl(before, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
}

} // namespace

SqlScanner::SqlScanner(SqlCuts *cuts)
    : m_lexer(*this)
    , m_cuts(cuts)
{
}

Result<SqlReport> SqlScanner::finish()
{
    MASCLET_TRY_ASSIGN(const SqlLexer::Open open, m_lexer.finish());
    ArchiveIndex &index = m_report.index;
    index.rawLength = m_lexer.offset();
    if (index.postDataAt == 0)
        index.dataAt = index.postDataAt = index.rawLength;
    index.largeObjects = std::max(m_largeObjectsMade, m_largeObjectsOpened);
    m_report.completeness = m_watch.finish(open, index.rawLength);
    m_report.restrictKey = m_watch.restrictKey();
    m_report.contentHash = contentHash();
    m_report.clientEncoding = m_lexer.clientEncoding();
    return std::move(m_report);
}

Result<> SqlScanner::comment(const SqlComment &comment)
{
    m_watch.comment(comment.text);
    return {};
}

Result<> SqlScanner::metaCommand(const SqlMetaCommand &meta)
{
    const bool known =
        m_watch.metaCommand(meta.text) && meta.where == SqlMetaCommand::Where::BetweenStatements;
    if (!known && !m_report.command)
        m_report.command = SqlReport::Command{meta.line, meta.text.toByteArray()};
    return {};
}

Result<> SqlScanner::statementText(std::span<const char> text)
{
    m_pendingCrc = crc64(m_pendingCrc, text);
    return {};
}

Result<> SqlScanner::statementEnd(const SqlStatement &statement)
{
    m_watch.statement();
    noteSection(statement);
    if (statement.kind == SqlKind::CopyIn) {
        m_pendingCrc = m_textCrc; // the table's name and columns are in the hash by themselves
        m_table = tableOf(*statement.copy);
        m_block = {statement.at, 0, 0, 0};
    } else {
        m_textCrc = m_pendingCrc;
        if (m_cuts)
            return m_cuts->statementEnded(statement.end);
    }
    return {};
}

/// Data begins with the first statement that brings rows, values of sequences or contents of large objects,
/// and ends behind the last one. pg_dump puts large objects into a transaction, which belongs to them.
void SqlScanner::noteSection(const SqlStatement &statement)
{
    ArchiveIndex &index = m_report.index;
    const qint64 beginAt = std::exchange(m_beginAt, -1);
    const bool inLargeObjects = std::exchange(m_inLargeObjects, false);
    switch (statement.kind) {
    case SqlKind::Begin:
        m_beginAt = statement.at;
        return;
    case SqlKind::Commit:
        if (inLargeObjects)
            index.postDataAt = statement.end;
        return;
    case SqlKind::LargeObjectCreate:
        ++m_largeObjectsMade;
        return;
    case SqlKind::LargeObjectOpen:
        ++m_largeObjectsOpened;
        [[fallthrough]];
    case SqlKind::LargeObjectWrite:
        m_inLargeObjects = true;
        break;
    case SqlKind::CopyIn:
    case SqlKind::Insert:
    case SqlKind::SetSequence:
        break;
    case SqlKind::Set:
    case SqlKind::SetConfig:
    case SqlKind::Other:
        return;
    }
    if (index.postDataAt == 0)
        index.dataAt = beginAt >= 0 ? beginAt : statement.at;
    index.postDataAt = statement.end;
}

qsizetype SqlScanner::tableOf(const SqlCopyTarget &copy)
{
    QList<ArchiveTable> &tables = m_report.index.tables;
    qsizetype &number = m_tableNumbers[{copy.schema, copy.name}]; // 0 for a new one, else its place + 1
    if (number == 0) {
        tables.append({copy.schema, copy.name, copy.columns, {}});
        m_sums.append(TableSum());
        number = tables.size();
    }
    return number - 1;
}

Result<> SqlScanner::copyData(qint64 at, std::span<const char> bytes, qint64 lineEnds)
{
    TableSum &sum = m_sums[m_table];
    sum.crc = crc64(sum.crc, bytes);
    sum.bytes += qint64(bytes.size());
    const bool first = m_block.dataAt == 0;
    m_block.dataAt = first ? at : m_block.dataAt;
    m_block.rows += lineEnds;
    m_rows += lineEnds;
    if (m_cuts && first)
        MASCLET_TRY(m_cuts->rowsBegin(at));
    return m_cuts ? m_cuts->rows(at, bytes, lineEnds) : Result<>();
}

Result<> SqlScanner::copyEnd(qint64 dataAt, qint64 endAt)
{
    m_block.dataAt = dataAt;
    m_block.endAt = endAt;
    m_report.index.tables[m_table].blocks.append(m_block);
    m_report.index.postDataAt = endAt;
    return m_cuts ? m_cuts->statementEnded(endAt) : Result<>();
}

QByteArray SqlScanner::contentHash() const
{
    const QList<ArchiveTable> &tables = m_report.index.tables;
    std::vector<qsizetype> order(size_t(tables.size()));
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return std::tie(tables[a].schema, tables[a].name) < std::tie(tables[b].schema, tables[b].name);
    });
    Sha256 hash;
    auto addNumber = [&](quint64 number) {
        hash.add(QByteArray::number(number, 16) + '\n');
    };
    auto addName = [&](const QByteArray &name) {
        addNumber(quint64(name.size()));
        hash.add(name);
    };
    addNumber(m_textCrc);
    for (const qsizetype number : order) {
        const ArchiveTable &table = tables[number];
        addName(table.schema);
        addName(table.name);
        addNumber(quint64(table.columns.size()));
        for (const QByteArray &column : table.columns)
            addName(column);
        addNumber(quint64(m_sums[number].bytes));
        addNumber(m_sums[number].crc);
    }
    return hash.hex();
}

} // namespace masclet
