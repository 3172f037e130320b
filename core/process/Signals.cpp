#include "core/process/Signals.h"

#include <cerrno>
#include <csignal>

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace masclet
{

namespace
{

/// `send` returns 0 when it went. After the fork only calls that are safe there.
template <class Send>
void sendOrBecome(const std::optional<uid_t> &owner, const Send &send)
{
    if (send() == 0 || errno != EPERM || !owner)
        return;
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setuid(*owner) == 0)
            send();
        ::_exit(0);
    }
    while (child > 0 && ::waitpid(child, nullptr, 0) < 0 && errno == EINTR)
        ;
}

} // namespace

void sendSignal(pid_t process, int number, const std::optional<uid_t> &owner)
{
    sendOrBecome(owner, [&] { return ::kill(process, number); });
}

void sendSignalTo(int pidfd, int number, const std::optional<uid_t> &owner)
{
    sendOrBecome(owner, [&] { return int(::syscall(SYS_pidfd_send_signal, pidfd, number, nullptr, 0)); });
}

} // namespace masclet
