#include "core/repository/RunLog.h"

#include "core/base/FileCalls.h"
#include "core/base/Text.h"
#include "core/repository/RunRecord.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

/// A server that talks without end must not fill the disk (fault X04).
constexpr qint64 maximumSize = 64LL * 1024 * 1024;

} // namespace

RunLog::RunLog(Fd file, QString path, const Clock &clock)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_clock(clock)
{
}

Result<std::unique_ptr<RunLog>> RunLog::create(const Directory &folder, const QString &runId,
                                               const Clock &clock)
{
    if (!isRunId(runId))
        return fail(ErrorKind::Internal, Tr::tr("A run's log needs the run's id."));
    const QByteArray name = runId.toLatin1() + ".log";
    MASCLET_TRY_ASSIGN(Fd file, folder.createFile(name));
    return std::unique_ptr<RunLog>(
        new RunLog(std::move(file), oneLine(folder.path()) + QChar(u'/') + oneLine(name), clock));
}

void RunLog::write(LogLevel level, const QString &text)
{
    const std::lock_guard guard(m_mutex);
    if (m_problem)
        return;
    QByteArray line = logLine(m_clock.now(), level, text) + '\n';
    if (m_size + line.size() > maximumSize) {
        m_problem = Error{ErrorKind::Storage,
                          Tr::tr("The run's log %1 was cut at its largest size.").arg(m_path),
                          {},
                          {},
                          {}};
        line = logLine(m_clock.now(), LogLevel::Warning, m_problem->message) + '\n';
    }
    // Nearly always one write: a reader that follows sees whole lines.
    const auto bytes = std::as_bytes(std::span(line.constData(), size_t(line.size())));
    if (const int problem = writeAll(m_file.get(), bytes); problem != 0 && !m_problem)
        m_problem = systemError(ErrorKind::Storage, Tr::tr("Cannot write %1").arg(m_path), problem);
    m_size += line.size();
}

std::optional<Error> RunLog::sync()
{
    const std::lock_guard guard(m_mutex);
    const int problem = syncToDisk(m_file.get());
    if (problem != 0 && !m_problem)
        m_problem =
            systemError(ErrorKind::Storage, Tr::tr("Cannot sync %1 to the disk").arg(m_path), problem);
    return m_problem;
}

} // namespace masclet
