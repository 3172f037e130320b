#pragma once

#include <QByteArray>
#include <QString>

namespace masclet
{

/// Foreign text (server, tool, file name) made fit for one line of a log or a terminal: control characters,
/// line ends, bidirectional overrides and invalid UTF-8 become visible escapes; cut at `limit` characters.
QString oneLine(const QString &text, qsizetype limit = 2000);
QString oneLine(const QByteArray &bytes, qsizetype limit = 2000);

/// "2.1 MB": powers of 1024, as people read them here.
QString sizeText(qint64 bytes);
/// Parses "1 MB", "64kB", "2 GB", "512" (bytes). -1 when it is not a size.
qint64 parseSize(const QString &text);
/// "2 h 5 min", "3.4 s".
QString durationText(qint64 milliseconds);
/// Parses "4h", "90 min", "30s", "7d" into milliseconds. -1 when it is not a duration.
qint64 parseDuration(const QString &text);

/// A to Z alone, as SQL folds names: other bytes may be parts of characters.
inline char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

} // namespace masclet
