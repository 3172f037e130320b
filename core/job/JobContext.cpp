#include "core/job/JobContext.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Job)
};
constexpr std::chrono::milliseconds reportEvery{100};
} // namespace

JobContext::JobContext(std::stop_token stop, const Clock &clock, Log &log, Sink sink, Signs *signs)
    : m_stop(std::move(stop))
    , m_clock(clock)
    , m_log(log)
    , m_sink(std::move(sink))
    , m_signs(signs)
{
}

void JobContext::limitDiskWait(std::chrono::milliseconds limit)
{
    if (m_signs)
        m_signs->diskLimit = limit;
}

void JobContext::whenLeft(std::function<void(const Error &)> record)
{
    if (!m_signs)
        return;
    const std::scoped_lock lock(m_signs->mutex);
    m_signs->whenLeft = std::move(record);
}

void JobContext::putBackWhenLeft(qint64 number, PutBack putBack)
{
    if (!m_signs)
        return;
    const std::scoped_lock lock(m_signs->mutex);
    if (putBack)
        m_signs->toPutBack[number] = std::move(putBack);
    else
        m_signs->toPutBack.erase(number);
}

PutsBack::PutsBack(JobContext &context)
    : m_count(context.m_signs ? &context.m_signs->putsBack : nullptr)
{
    if (m_count)
        ++*m_count;
}

PutsBack::~PutsBack()
{
    if (m_count)
        --*m_count;
}

JobContext::Tee::Tee(Log &first)
    : m_first(first)
{
}

void JobContext::Tee::write(LogLevel level, const QString &text)
{
    const std::lock_guard lock(m_mutex);
    m_first.write(level, text);
    if (m_second)
        m_second->write(level, text);
}

void JobContext::Tee::attach(Log *second)
{
    const std::lock_guard lock(m_mutex);
    m_second = second;
}

void JobContext::attachLog(Log *second)
{
    m_log.attach(second);
}

void JobContext::whenPhaseBegins(std::function<void(const QString &)> tell)
{
    const std::lock_guard lock(m_mutex);
    m_tellPhase = std::move(tell);
}

void JobContext::phase(const QString &name, std::optional<qint64> total)
{
    const std::lock_guard lock(m_mutex);
    if (m_pending)
        report(true);
    m_progress = Progress{name, {}, 0, total, 0};
    m_phaseStart = m_clock.monotonic();
    if (m_phases.isEmpty() || m_phases.last().name != name) {
        m_phases << PhaseStart{name, m_phaseStart};
        if (m_tellPhase)
            m_tellPhase(name);
    }
    report(true);
}

void JobContext::advance(qint64 bytes, const QString &object)
{
    const std::lock_guard lock(m_mutex);
    m_progress.bytes += bytes;
    if (!object.isEmpty())
        m_progress.object = object;
    m_pending = true;
    report(false);
}

void JobContext::finish()
{
    const std::lock_guard lock(m_mutex);
    if (m_pending)
        report(true);
}

void JobContext::report(bool force)
{
    const std::chrono::nanoseconds now = m_clock.monotonic();
    if (!force && now - m_lastReport < reportEvery)
        return;
    const double seconds = std::chrono::duration<double>(now - m_phaseStart).count();
    m_progress.bytesPerSecond = seconds > 0 ? double(m_progress.bytes) / seconds : 0;
    m_lastReport = now;
    m_pending = false;
    if (m_sink)
        m_sink(m_progress);
}

QList<PhaseStart> JobContext::phases() const
{
    const std::lock_guard lock(m_mutex);
    return m_phases;
}

Result<> JobContext::proceed() const
{
    if (stopRequested())
        return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
    return {};
}

} // namespace masclet
