#pragma once

#include "core/archive/SqlLexer.h"

#include <QStringList>

namespace masclet::test
{

/// Writes down what a lexer finds, pieces joined, so that two runs over the same text can be compared.
class EventLog final : public SqlEvents
{
public:
    QStringList lines;

    Result<> comment(const SqlComment &comment) override
    {
        add("comment @" + number(comment.at) + comment.text.toByteArray());
        return {};
    }
    Result<> metaCommand(const SqlMetaCommand &meta) override
    {
        const bool inside = meta.where == SqlMetaCommand::Where::InsideStatement;
        add((inside ? "meta inside line " : "meta line ") + number(meta.line) + meta.text.toByteArray());
        return {};
    }
    Result<> statementText(std::span<const char> text) override
    {
        m_statement.append(text.data(), qsizetype(text.size()));
        return {};
    }
    Result<> statementEnd(const SqlStatement &statement) override
    {
        add("kind " + QByteArray::number(int(statement.kind)) + " line " + number(statement.line) + "@" +
            number(statement.at) + number(statement.end) + m_statement);
        if (statement.copy)
            add("copy [" + statement.copy->schema + "] [" + statement.copy->name + "] (" +
                statement.copy->columns.join('|') + ")");
        statements.append(m_statement);
        m_statement.clear();
        return {};
    }
    Result<> copyData(qint64 at, std::span<const char> bytes, qint64 lineEnds) override
    {
        if (m_rows.isEmpty())
            m_rowsAt = at;
        m_contiguous = m_contiguous && at == m_rowsAt + m_rows.size();
        m_rows.append(bytes.data(), qsizetype(bytes.size()));
        m_lineEnds += lineEnds;
        return {};
    }
    Result<> copyEnd(qint64 dataAt, qint64 endAt) override
    {
        add("rows " + number(m_lineEnds) + number(dataAt) + number(endAt) + (m_contiguous ? "" : "GAP ") +
            m_rows);
        rows.append(m_rows);
        m_rows.clear();
        m_lineEnds = 0;
        return {};
    }

    QList<QByteArray> statements;
    QList<QByteArray> rows;

private:
    static QByteArray number(qint64 n) { return QByteArray::number(n) + ' '; }
    void add(const QByteArray &line) { lines.append(QString::fromLatin1(line)); }

    QByteArray m_statement;
    QByteArray m_rows;
    qint64 m_rowsAt = 0;
    qint64 m_lineEnds = 0;
    bool m_contiguous = true;
};

/// Feeds `text` in chunks of `size` bytes.
inline Result<SqlLexer::Open> lex(const QByteArray &text, qsizetype size, SqlEvents &events)
{
    SqlLexer lexer(events);
    for (qsizetype at = 0; at < text.size(); at += size) {
        // A copy of its own, so that reading behind a chunk's end is caught by the sanitizers.
        const QByteArray chunk = text.mid(at, size);
        const std::vector<char> exact(chunk.begin(), chunk.end());
        MASCLET_TRY(lexer.feed(std::as_bytes(std::span(exact))));
    }
    return lexer.finish();
}

} // namespace masclet::test
