#include "core/archive/CopyCells.h"

namespace masclet
{

namespace
{

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 99;
}

/// Up to `most` digits of `base` behind a backslash; `at` moves behind them.
char readNumber(QByteArrayView text, qsizetype &at, int base, int most)
{
    int value = 0;
    for (int i = 0; i < most && at < text.size() && digitOf(text[at]) < base; ++i, ++at)
        value = value * base + digitOf(text[at]);
    return char(value);
}

QByteArray unescaped(QByteArrayView text)
{
    static constexpr char letters[] = "bfnrtv";
    static constexpr char meanings[] = "\b\f\n\r\t\v";
    QByteArray value;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at++];
        if (c != '\\' || at == text.size()) {
            value += c;
            continue;
        }
        const char next = text[at];
        if (digitOf(next) < 8) {
            value += readNumber(text, at, 8, 3);
        } else if (next == 'x' && at + 1 < text.size() && digitOf(text[at + 1]) < 16) {
            value += readNumber(text, ++at, 16, 2);
        } else {
            const qsizetype known = QByteArrayView(letters).indexOf(next);
            value += known >= 0 ? meanings[known] : next;
            ++at;
        }
    }
    return value;
}

} // namespace

QList<std::optional<QByteArray>> copyCells(QByteArrayView row)
{
    QList<std::optional<QByteArray>> cells;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= row.size(); ++at) {
        if (at < row.size() && row[at] != '\t')
            continue;
        const QByteArrayView cell = row.sliced(begin, at - begin);
        if (cell == QByteArrayView("\\N"))
            cells << std::nullopt;
        else
            cells << unescaped(cell);
        begin = at + 1;
    }
    return cells;
}

} // namespace masclet
