#include "app/cli/TextTable.h"

#include "core/base/Text.h"

#include <algorithm>

namespace masclet
{

TextTable::TextTable(QStringList headers, QList<Align> alignment)
    : m_rows{std::move(headers)}
    , m_alignment(std::move(alignment))
{
}

void TextTable::add(const QStringList &cells)
{
    QStringList harmless;
    for (const QString &cell : cells)
        harmless << oneLine(cell);
    m_rows << harmless;
}

QString TextTable::text() const
{
    QList<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QStringList lines;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool right = m_alignment.value(i, Align::Left) == Align::Right;
            line += right ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i]);
            line += QStringLiteral("  ");
        }
        while (line.endsWith(QChar(u' ')))
            line.chop(1);
        lines << line;
    }
    return lines.join(QChar(u'\n'));
}

} // namespace masclet
