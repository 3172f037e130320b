#include "core/base/Text.h"

#include <QLocale>
#include <QRegularExpression>

#include <array>

namespace masclet
{

namespace
{

bool mustEscape(char32_t c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return true;
    // Line and paragraph separators, bidirectional marks, overrides and isolates, zero width, byte order
    // mark.
    return (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || (c >= 0x200b && c <= 0x200f) ||
           c == 0xfeff || c == 0xfffd || c == 0x061c;
}

struct Unit {
    const char *name;
    qint64 factor;
};

constexpr std::array sizeUnits{Unit{"", 1},
                               Unit{"B", 1},
                               Unit{"kB", 1024},
                               Unit{"MB", 1024LL * 1024},
                               Unit{"GB", 1024LL * 1024 * 1024},
                               Unit{"TB", 1024LL * 1024 * 1024 * 1024}};
constexpr std::array timeUnits{Unit{"ms", 1},     Unit{"s", 1000},      Unit{"min", 60'000},
                               Unit{"m", 60'000}, Unit{"h", 3'600'000}, Unit{"d", 86'400'000}};

template <size_t N>
qint64 parseWithUnits(const QString &text, const std::array<Unit, N> &units)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([A-Za-z]*)\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return -1;
    const QString unitName = match.captured(2);
    for (const Unit &unit : units) {
        if (unitName.compare(QLatin1String(unit.name), Qt::CaseInsensitive) == 0) {
            const double value = match.captured(1).toDouble() * double(unit.factor);
            return value < 9.0e18 ? qint64(value) : -1;
        }
    }
    return -1;
}

} // namespace

QString oneLine(const QString &text, qsizetype limit)
{
    QString out;
    out.reserve(std::min(text.size(), limit) + 16);
    for (const char32_t c : text.left(limit).toUcs4()) {
        if (c == U'\n')
            out += QStringLiteral("\\n");
        else if (c == U'\t')
            out += QStringLiteral("\\t");
        else if (mustEscape(c))
            out += QStringLiteral("\\u{%1}").arg(uint(c), 0, 16);
        else
            out += QString::fromUcs4(&c, 1);
    }
    if (text.size() > limit)
        out += QStringLiteral("… (+%1)").arg(text.size() - limit);
    return out;
}

QString oneLine(const QByteArray &bytes, qsizetype limit)
{
    return oneLine(QString::fromUtf8(bytes.left(limit * 4)), limit);
}

QString sizeText(qint64 bytes)
{
    size_t unit = 1;
    while (unit + 1 < sizeUnits.size() && bytes >= sizeUnits[unit + 1].factor)
        ++unit;
    const double value = double(bytes) / double(sizeUnits[unit].factor);
    return QLocale().toString(value, 'f', unit == 1 ? 0 : 1) + QChar(u' ') +
           QLatin1String(sizeUnits[unit].name);
}

qint64 parseSize(const QString &text)
{
    return parseWithUnits(text, sizeUnits);
}

QString durationText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 60'000)
        return locale.toString(double(milliseconds) / 1000.0, 'f', 1) + QStringLiteral(" s");
    const qint64 minutes = milliseconds / 60'000;
    if (minutes < 60)
        return QStringLiteral("%1 min %2 s").arg(minutes).arg(milliseconds / 1000 % 60);
    return QStringLiteral("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

qint64 parseDuration(const QString &text)
{
    return parseWithUnits(text, timeUnits);
}

} // namespace masclet
