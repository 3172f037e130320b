#include "core/archive/TablePicker.h"

#include <algorithm>

namespace masclet
{

namespace
{

constexpr qsizetype longest = 1024 * 1024;

void appendUpTo(QByteArray &text, const char *begin, const char *end)
{
    text.append(begin, std::clamp<qsizetype>(longest - text.size(), 0, end - begin));
}

} // namespace

TablePicker::TablePicker(Wanted wanted, qint64 rows)
    : m_lexer(*this)
    , m_wanted(std::move(wanted))
    , m_rows(rows)
{
}

Result<> TablePicker::finish()
{
    MASCLET_TRY(m_lexer.finish());
    return {};
}

Result<> TablePicker::statementText(std::span<const char> text)
{
    appendUpTo(m_text, text.data(), text.data() + text.size());
    return {};
}

Result<> TablePicker::statementEnd(const SqlStatement &statement)
{
    const QByteArray text = std::exchange(m_text, {});
    if (statement.kind == SqlKind::Other) {
        takeSchema(text);
    } else if (statement.kind == SqlKind::CopyIn) {
        const SqlName name{statement.copy->schema, statement.copy->name};
        if (m_wanted(name)) {
            PickedTable &table = picked(name);
            table.columns = statement.copy->columns;
            m_copied = table.rows.size() < m_rows ? &table - m_tables.data() : -1;
        }
    }
    return {};
}

void TablePicker::takeSchema(const QByteArray &text)
{
    const QList<SqlName> names = sqlSubjectsOf(text);
    if (names.isEmpty())
        return;
    if (const QList<SqlColumn> columns = sqlColumnsOf(text); !columns.isEmpty())
        m_columns.insert(names.first(), columns);
    if (makesSequence(text))
        m_sequences.insert(names.first(), text);
    for (const SqlName &name : names) {
        if (!m_wanted(name))
            continue;
        PickedTable &table = picked(name);
        if (names.size() > 1 && m_sequences.contains(names.first()) && name != names.first())
            table.statements << m_sequences.value(names.first());
        table.statements << text;
    }
}

Result<> TablePicker::copyData(qint64, std::span<const char> bytes, qint64)
{
    if (m_copied < 0)
        return {};
    PickedTable &table = m_tables[m_copied];
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at < end && table.rows.size() < m_rows) {
        const char *const lineEnd = std::find(at, end, '\n');
        appendUpTo(m_row, at, lineEnd);
        if (lineEnd != end)
            table.rows << std::exchange(m_row, {});
        at = lineEnd == end ? end : lineEnd + 1;
    }
    if (table.rows.size() >= m_rows)
        m_copied = -1;
    return {};
}

Result<> TablePicker::copyEnd(qint64, qint64)
{
    m_copied = -1;
    m_row.clear();
    return {};
}

PickedTable &TablePicker::picked(const SqlName &name)
{
    for (PickedTable &table : m_tables) {
        if (table.name == name)
            return table;
    }
    m_tables.append({name, {}, {}, {}});
    return m_tables.last();
}

} // namespace masclet
