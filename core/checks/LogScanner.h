#pragma once

#include "core/base/Directory.h"
#include "core/checks/LogFindings.h"

#include <QStringList>

#include <optional>
#include <stop_token>

namespace masclet
{

struct LogScanLimits {
    qint64 bytes = 64LL * 1024 * 1024; ///< of one file; older text is skipped and said so
    qsizetype line = 64 * 1024;        ///< longer lines are searched in pieces
    qsizetype excerpts = 20;
};

struct LogScan {
    LogFileFindings findings;
    LogPosition next;
};

/// Searches log files for plain texts (no expressions, case matters), from where the last scan ended, in
/// constant memory. Only whole lines count; half a line at the end waits for the next scan. A file that
/// cannot be read is a finding, not an error; the only error is Stopped. Any thread.
class LogScanner
{
public:
    /// Lines that hold one of the `known` texts are counted apart.
    explicit LogScanner(const QStringList &patterns, const QStringList &known = {},
                        LogScanLimits limits = {});

    /// Without `from` the newest part of the file is read. After a rotation by renaming the rest of the old
    /// file (`path`.1) is read as well.
    Result<LogScan> scan(const QString &path, const std::optional<LogPosition> &from,
                         const std::stop_token &stop) const;

private:
    struct Range {
        qint64 begin;
        qint64 end;
    };
    /// Returns the offset behind the last whole line.
    Result<qint64> scanRange(const Fd &file, Range range, LogFileFindings &findings,
                             const std::stop_token &stop) const;

    QList<QByteArray> m_patterns;
    QList<QByteArray> m_known;
    qsizetype m_longest = 0;
    LogScanLimits m_limits;
};

/// Adds the errors and warnings in the log of one of our runs; a run without one adds nothing.
Result<> countRunLog(const Directory &runs, const QString &runId, const std::stop_token &stop,
                     LogFindings &findings);

} // namespace masclet
