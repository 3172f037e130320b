#include "tests/support/SyscallFault.h"

#include <QtGlobal>

#include <array>
#include <cerrno>
#include <csignal>

#include <algorithm>

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef __x86_64__
#error "The register names below are those of x86-64."
#endif

namespace masclet::test
{

namespace
{

constexpr std::array changing{SYS_write,    SYS_pwrite64,  SYS_fsync,  SYS_ftruncate,
                              SYS_renameat, SYS_renameat2, SYS_linkat, SYS_unlinkat,
                              SYS_mkdirat,  SYS_mkdir,     SYS_fchmod};

bool counts(const user_regs_struct &registers, long only)
{
    const long call = long(registers.orig_rax);
    if (only >= 0)
        return call == only;
    if (call == SYS_openat)
        return (registers.rdx & O_CREAT) != 0;
    return std::find(changing.begin(), changing.end(), call) != changing.end();
}

[[noreturn]] void runTraced(const std::function<int()> &body)
{
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0)
        ::_exit(125);
    ::raise(SIGSTOP);
    ::_exit(body());
}

/// Until the next stop of the child; false when it is gone.
bool resume(pid_t child, int &status)
{
    if (::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr) != 0)
        qFatal("ptrace lost its child");
    if (::waitpid(child, &status, 0) != child)
        qFatal("waitpid lost its child");
    return WIFSTOPPED(status);
}

} // namespace

FaultedRun runWithFault(const std::function<int()> &body, const SyscallFault &fault)
{
    const pid_t child = ::fork();
    if (child < 0)
        qFatal("cannot fork");
    if (child == 0)
        runTraced(body);

    FaultedRun run;
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSTOPPED(status))
        qFatal("this machine does not allow ptrace, which the fault tests need");
    ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    while (resume(child, status)) {
        if (WSTOPSIG(status) != (SIGTRAP | 0x80)) // a signal of its own: swallowed
            continue;
        user_regs_struct registers = {};
        ::ptrace(PTRACE_GETREGS, child, nullptr, &registers);
        const bool hit = counts(registers, fault.call) && ++run.calls == fault.at;
        if (hit && fault.kind == SyscallFault::Kind::Kill) {
            run.reached = run.killed = true;
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            return run;
        }
        if (hit) { // no such call: the kernel does nothing
            registers.orig_rax = ~0ULL;
            ::ptrace(PTRACE_SETREGS, child, nullptr, &registers);
        }
        if (!resume(child, status))
            break;
        if (hit) {
            run.reached = true;
            ::ptrace(PTRACE_GETREGS, child, nullptr, &registers);
            registers.rax = static_cast<unsigned long long>(-fault.error);
            ::ptrace(PTRACE_SETREGS, child, nullptr, &registers);
        }
    }
    run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return run;
}

} // namespace masclet::test
