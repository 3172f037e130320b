#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace masclet
{

/// Where the next scan of a log file goes on; a file with another number was rotated. Plain data.
struct LogPosition {
    QString path;
    quint64 device = 0;
    quint64 inode = 0;
    qint64 offset = 0;

    friend bool operator==(const LogPosition &, const LogPosition &) = default;
};

/// What one file held.
struct LogFileFindings {
    QString path;
    qint64 matches = 0;   ///< lines with any of the patterns
    QStringList excerpts; ///< the newest of them, escaped and cut
    qint64 bytesRead = 0;
    qint64 bytesSkipped = 0; ///< older text beyond the limit
    bool restarted = false;  ///< rotated or cut since the last scan, so what stood before is not known
    QString problem;         ///< why it could not be read; empty when it could
    qint64 known = 0;        ///< lines with a pattern that somebody has looked at; not among the matches

    friend bool operator==(const LogFileFindings &, const LogFileFindings &) = default;
};

/// Everything the logs say since `since`.
struct LogFindings {
    QDateTime since;      ///< UTC
    qint64 ownErrors = 0; ///< in the logs of our runs
    qint64 ownWarnings = 0;
    QList<LogFileFindings> files; ///< those that the profile names
};

} // namespace masclet
