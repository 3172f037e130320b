#pragma once

#include <functional>

namespace masclet::test
{

/// Runs `body` in a forked child under ptrace and lets one of its calls that change the disk (open with
/// O_CREAT, write, fsync, ftruncate, rename, link, unlink, mkdir, chmod) go wrong: the child is killed just
/// before the call, or the call fails with an errno. So every step of a protocol is tried without hooks in
/// the product. The body must not use threads.
struct SyscallFault {
    enum class Kind { Kill, Fail };
    Kind kind = Kind::Kill;
    int at = 0;     ///< 1 is the first; 0: none, only count
    int error = 0;  ///< errno for Fail
    long call = -1; ///< SYS_… when only this one counts
};

struct FaultedRun {
    int calls = 0;        ///< that were counted
    bool reached = false; ///< the fault took place
    bool killed = false;
    int exitCode = -1; ///< what the body returned
};

FaultedRun runWithFault(const std::function<int()> &body, const SyscallFault &fault);

} // namespace masclet::test
