#include "app/cli/StopSignals.h"

#include <QSocketNotifier>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace masclet
{

namespace
{

// What a signal handler may touch.
volatile std::sig_atomic_t pipeEnd = -1;
volatile std::sig_atomic_t newestSignal = SIGINT;

void onSignal(int signal)
{
    const int before = errno;
    newestSignal = signal;
    const auto byte = static_cast<unsigned char>(signal);
    // A full pipe is as good as a written one: somebody will read it.
    [[maybe_unused]] const ssize_t written = ::write(pipeEnd, &byte, 1);
    errno = before;
}

} // namespace

StopSignals::StopSignals()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("pipe2: errno %d", errno);
    m_read = Fd(ends[0]);
    m_write = Fd(ends[1]);
    pipeEnd = ends[1];
    m_notifier = new QSocketNotifier(m_read.get(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &StopSignals::drain);

    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < watched.size(); ++i) {
        ::sigaction(watched[i], nullptr, &m_before[i]);
        if (m_before[i].sa_handler != SIG_IGN)
            ::sigaction(watched[i], &action, nullptr);
    }
}

StopSignals::~StopSignals()
{
    for (size_t i = 0; i < watched.size(); ++i)
        ::sigaction(watched[i], &m_before[i], nullptr);
    pipeEnd = -1;
}

int StopSignals::lastSignal()
{
    return newestSignal;
}

void StopSignals::drain()
{
    unsigned char signal = 0;
    while (::read(m_read.get(), &signal, 1) == 1)
        Q_EMIT received(signal);
}

} // namespace masclet
