#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace masclet
{

/// Lines of aligned columns for people. A value; cells are made harmless (one line, no control characters).
class TextTable
{
public:
    enum class Align { Left, Right };
    TextTable() = default;
    /// One header per column.
    explicit TextTable(QStringList headers, QList<Align> alignment = {});
    void add(const QStringList &cells);
    /// Without the last line end; two spaces between columns, none at a line's end.
    QString text() const;

private:
    QList<QStringList> m_rows;
    QList<Align> m_alignment;
};

} // namespace masclet
