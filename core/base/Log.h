#pragma once

#include <QDateTime>
#include <QString>

namespace masclet
{

enum class LogLevel { Debug, Info, Warning, Error };

QString nameOf(LogLevel level); ///< "debug", "info", "warning", "error": stable, used in files

/// Where a run writes what happens: one source for screen and file. Implementations must be thread safe.
/// Text may be foreign; each implementation keeps an entry on one line and cuts it at a limit.
class Log
{
public:
    virtual ~Log() = default;
    virtual void write(LogLevel level, const QString &text) = 0;

    void debug(const QString &text) { write(LogLevel::Debug, text); }
    void info(const QString &text) { write(LogLevel::Info, text); }
    void warning(const QString &text) { write(LogLevel::Warning, text); }
    void error(const QString &text) { write(LogLevel::Error, text); }
};

/// Keeps nothing.
class NullLog final : public Log
{
public:
    void write(LogLevel, const QString &) override {}
};

/// One JSON line {"t":…,"level":…,"text":…} as it stands in a run's log file, without the line end.
QByteArray logLine(const QDateTime &utc, LogLevel level, const QString &text);

} // namespace masclet
