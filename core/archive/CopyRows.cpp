#include "core/archive/CopyRows.h"

#include <cstdint>

namespace masclet
{

namespace
{

// Small enough that a byte can count the line ends of a block.
constexpr int vectorBlock = 240;

} // namespace

qint64 countLineEnds(const char *begin, const char *end)
{
    qint64 total = 0;
    const char *p = begin;
    for (; end - p >= vectorBlock; p += vectorBlock) {
        std::uint8_t count = 0;
        for (int i = 0; i < vectorBlock; ++i)
            count = std::uint8_t(count + (p[i] == '\n'));
        total += count;
    }
    for (; p < end; ++p)
        total += *p == '\n';
    return total;
}

CopyRows scanCopyRows(const char *begin, const char *end)
{
    qint64 total = 0;
    const char *p = begin;
    for (; end - p >= vectorBlock + 2; p += vectorBlock) {
        std::uint8_t count = 0;
        std::uint8_t stop = 0;
        for (int i = 0; i < vectorBlock; ++i) {
            const std::uint8_t lineEnd = p[i] == '\n';
            count = std::uint8_t(count + lineEnd);
            stop = std::uint8_t(stop |
                                (lineEnd & std::uint8_t(p[i + 1] == '\\') & std::uint8_t(p[i + 2] == '.')));
        }
        if (stop)
            break;
        total += count;
    }
    for (; p < end; ++p) {
        if (*p != '\n')
            continue;
        ++total;
        if (end - p == 1 || (p[1] == '\\' && (end - p == 2 || p[2] == '.')))
            return {p + 1, total};
    }
    return {end, total};
}

} // namespace masclet
