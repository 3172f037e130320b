#pragma once

#include "core/base/Fd.h"

#include <QObject>

#include <array>
#include <csignal>

class QSocketNotifier;

namespace masclet
{

/// While it lives, SIGINT, SIGTERM and SIGHUP do not end the process but are told: as a Qt signal from the
/// event loop, and as a readable descriptor for code that waits by poll. Signals the process was started to
/// ignore (nohup, background jobs) stay ignored. Handlers, not a blocked mask, so that children start with
/// ordinary signals. One at a time, main thread.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    StopSignals();
    ~StopSignals() override;

    /// Readable once a signal arrived.
    int descriptor() const { return m_read.get(); }
    /// The newest signal of this process; SIGINT when none came (a test's stop).
    static int lastSignal();

Q_SIGNALS:
    void received(int signal);

private:
    void drain();

    static constexpr std::array watched{SIGINT, SIGTERM, SIGHUP};
    Fd m_read;
    Fd m_write;
    QSocketNotifier *m_notifier;
    std::array<struct sigaction, watched.size()> m_before{};
};

} // namespace masclet
