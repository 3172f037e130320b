#include "core/service/LoadWatch.h"

#include "core/server/ServerLoad.h"

#include <QCoreApplication>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LoadWatch)
};

/// A server that does not answer for so long has other work; nobody waits for it at the end of a backup.
constexpr auto limits = "-c statement_timeout=2s -c lock_timeout=1s";

QString problemOf(LoadAccess access)
{
    switch (access) {
    case LoadAccess::NoRight:
        return Tr::tr("The role may not look at other sessions (pg_read_all_stats).");
    case LoadAccess::NoRoom:
        return Tr::tr("The server has no session to spare for it.");
    case LoadAccess::Yes:
        break;
    }
    return {};
}

} // namespace

LoadWatch::LoadWatch(const ConnectionSettings &settings, std::chrono::milliseconds pause)
    : m_settings(settings)
    , m_pause(pause)
    , m_watcher([this](const std::stop_token &ended) { watch(ended); })
{
}

LoadWatch::~LoadWatch()
{
    end();
}

RunLoad LoadWatch::end()
{
    m_watcher.request_stop();
    if (m_watcher.joinable())
        m_watcher.join();
    return m_load;
}

void LoadWatch::watch(const std::stop_token &ended)
{
    m_settings.options = limits;
    m_settings.connectTimeoutSeconds = 2;
    // Not stopped by `ended`: also of a short backup there is one look, the last.
    Result<Connection> connection = Connection::open(m_settings, {});
    const Result<LoadAccess> access = connection ? readLoadAccess(*connection) : fail(connection.error());
    m_load.problem = access ? problemOf(*access) : access.error().message;
    if (!m_load.problem.isEmpty())
        return;
    qint64 first = 0;
    qint64 sum = 0;
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any pause;
    for (bool last = false;; last = ended.stop_requested()) {
        const Result<LoadSample> sample = readLoad(*connection);
        if (!sample) {
            m_load.problem = sample.error().message;
            return;
        }
        if (m_load.samples++ == 0)
            first = sample->walPosition;
        sum += sample->activeSessions;
        m_load.mostSessions = std::max(m_load.mostSessions, sample->activeSessions);
        m_load.meanSessions = int(sum * 100 / m_load.samples);
        m_load.longestWaitMs = std::max(m_load.longestWaitMs, sample->longestWaitMs);
        m_load.walBytes = std::max<qint64>(0, sample->walPosition - first);
        if (last)
            return;
        pause.wait_for(lock, ended, m_pause, [] { return false; });
    }
}

} // namespace masclet
