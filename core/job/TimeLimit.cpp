#include "core/job/JobContext.h"

namespace masclet
{

namespace
{
constexpr std::chrono::milliseconds lookEvery{100};
}

TimeLimit::TimeLimit(JobContext &context, std::chrono::milliseconds limit)
    : m_context(context)
    , m_asked(context.m_stop)
{
    if (limit <= std::chrono::milliseconds(0))
        return;
    context.m_stop = m_source.get_token();
    const std::chrono::nanoseconds end = context.clock().monotonic() + limit;
    m_watcher = std::jthread([this, end](const std::stop_token &ended) { watch(ended, end); });
}

TimeLimit::~TimeLimit()
{
    if (!m_watcher.joinable())
        return;
    m_watcher.request_stop();
    m_watcher.join();
    m_context.m_stop = m_asked;
}

void TimeLimit::watch(const std::stop_token &ended, std::chrono::nanoseconds end)
{
    const std::stop_callback passOn(m_asked, [this] { m_source.request_stop(); });
    std::unique_lock lock(m_mutex);
    while (!ended.stop_requested() && !m_source.stop_requested()) {
        m_ended.wait_for(lock, ended, lookEvery, [] { return false; });
        if (m_context.clock().monotonic() < end || m_asked.stop_requested())
            continue;
        m_isOver = true;
        m_source.request_stop();
    }
    // Whoever asks from now on is heard as well.
    m_ended.wait(lock, ended, [] { return false; });
}

} // namespace masclet
