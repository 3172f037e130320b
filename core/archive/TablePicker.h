#pragma once

#include "core/archive/SqlLexer.h"
#include "core/archive/SqlSubject.h"

#include <QHash>

#include <functional>

namespace masclet
{

/// What a dump says of one table.
struct PickedTable {
    SqlName name;
    QList<QByteArray> statements; ///< that make and change it, whole, in their order
    QList<QByteArray> columns;    ///< of its rows; empty for "no column list"
    QList<QByteArray> rows;       ///< the first ones, as they stand in the dump
};

/// Reads a plain dump, or parts of it cut between statements, and picks out what it says of the tables that
/// are wanted, and the columns of all tables. What is larger than any person reads is cut: statements and
/// rows at 1 MiB. One thread.
class TablePicker final : private SqlEvents
{
public:
    using Wanted = std::function<bool(const SqlName &)>;
    /// `rows`: how many of each wanted table.
    TablePicker(Wanted wanted, qint64 rows);

    Result<> feed(std::span<const std::byte> bytes) { return m_lexer.feed(bytes); }
    Result<> finish();

    const QList<PickedTable> &tables() const { return m_tables; }
    const QHash<SqlName, QList<SqlColumn>> &columns() const { return m_columns; }

private:
    Result<> metaCommand(const SqlMetaCommand &) override { return {}; }
    Result<> statementText(std::span<const char> text) override;
    Result<> statementEnd(const SqlStatement &statement) override;
    Result<> copyData(qint64 at, std::span<const char> bytes, qint64 lineEnds) override;
    Result<> copyEnd(qint64 dataAt, qint64 endAt) override;

    PickedTable &picked(const SqlName &name);
    void takeSchema(const QByteArray &text);

    SqlLexer m_lexer;
    Wanted m_wanted;
    qint64 m_rows;
    QByteArray m_text;
    QList<PickedTable> m_tables;
    QHash<SqlName, QList<SqlColumn>> m_columns;
    QHash<SqlName, QByteArray> m_sequences; ///< CREATE SEQUENCE comes before it is said whose it is
    qsizetype m_copied = -1;                ///< table whose rows are being read
    QByteArray m_row;
};

} // namespace masclet
