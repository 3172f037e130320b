#pragma once

#include <QtGlobal>

namespace masclet
{

/// Number of line ends in [begin, end).
qint64 countLineEnds(const char *begin, const char *end);

/// Rows up to a line that may end the COPY.
struct CopyRows {
    const char *end; ///< behind the last byte that surely belongs to rows
    qint64 lineEnds; ///< in them
};
/// Reads row bytes, the first of which is not at a line's start. Stops behind a line end that is followed by
/// `\.`, or by too few bytes to know; else at `end`. The hot loop of every backup and verification: it looks
/// at three shifted copies of the bytes at once so that compilers make vector code of it.
CopyRows scanCopyRows(const char *begin, const char *end);

} // namespace masclet
