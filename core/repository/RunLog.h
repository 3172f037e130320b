#pragma once

#include "core/base/Clock.h"
#include "core/base/Directory.h"
#include "core/base/Log.h"

#include <mutex>
#include <optional>

namespace masclet
{

/// A run's log file, one JSON line per entry (see logLine()). A failure to write never stops the run: the
/// first one is kept for the run's report. Thread safe.
class RunLog final : public Log
{
public:
    /// `<run id>.log` in `folder`: the repository's runs/, or the state folder where that cannot be written.
    static Result<std::unique_ptr<RunLog>> create(const Directory &folder, const QString &runId,
                                                  const Clock &clock);

    void write(LogLevel level, const QString &text) override;
    /// On the disk, and what went wrong since the start.
    std::optional<Error> sync();

private:
    RunLog(Fd file, QString path, const Clock &clock);

    std::mutex m_mutex;
    Fd m_file;
    QString m_path;
    const Clock &m_clock;
    qint64 m_size = 0;
    std::optional<Error> m_problem;
};

} // namespace masclet
