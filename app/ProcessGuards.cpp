#include "app/ProcessGuards.h"

#include <csignal>
#include <exception>
#include <string_view>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace masclet
{

namespace
{

/// Passwords must not reach the disk through a core file, nor another process of this user through ptrace.
void keepMemoryPrivate()
{
#ifdef NDEBUG
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

/// A reader that went away must not kill a run. A handler instead of SIG_IGN: children start with the
/// default action.
void surviveClosedPipes()
{
    struct sigaction action = {};
    action.sa_handler = [](int) {
    };
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGPIPE, &action, nullptr);
}

/// Out of memory outside a job, mostly. A code of ours instead of a signal's; the next run cleans up.
[[noreturn]] void endForGood()
{
    constexpr std::string_view text = "masclet-backup: out of memory or another error that nothing handles\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    ::_exit(1);
}

} // namespace

void guardProcess()
{
    std::set_terminate(endForGood);
    keepMemoryPrivate();
    ::umask(077); // SQLite's own files as well; what is meant for others says so
    surviveClosedPipes();
}

} // namespace masclet
