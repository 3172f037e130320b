#pragma once

#include "app/cli/Console.h"
#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/job/Progress.h"

#include <QObject>

#include <chrono>

namespace masclet
{

/// Shows a running job on standard error: one live line on a terminal, plain lines in a pipe (each phase
/// once, then every ten seconds). As the job's log it also shows warnings and errors as they come; these
/// arrive from any thread and are handed over, all else happens on the main thread.
class ProgressPrinter : public QObject, public Log
{
    Q_OBJECT

public:
    ProgressPrinter(Console &console, const Clock &clock);

    void show(const Progress &progress);
    /// A whole line, the live one stepping aside.
    void note(const QString &line);
    /// Ends the live line.
    void finish();
    void write(LogLevel level, const QString &text) override;

private:
    void showLive(const QString &line);
    void showPlain(const Progress &progress, const QString &line);

    Console &m_console;
    const Clock &m_clock;
    bool m_live;
    bool m_lineShown = false;
    QString m_phase;
    std::chrono::nanoseconds m_lastPlain{};
};

/// "Dumping shop: 12.4 MB of 90.0 MB, 31.0 MB/s".
QString progressText(const Progress &progress);

} // namespace masclet
