#pragma once

#include "core/base/Directory.h"
#include "core/base/Fd.h"

#include <chrono>
#include <optional>

#include <sys/types.h>

namespace masclet
{

/// A process held by a pidfd: its number cannot come to mean another one.
class SandboxProcess
{
public:
    SandboxProcess() = default;
    /// Empty when there is no such process.
    explicit SandboxProcess(pid_t process);
    /// The first child of a thread that has the number of its process, such as bubblewrap's.
    static SandboxProcess childOf(pid_t parent);

    explicit operator bool() const { return bool(m_fd); }
    bool ended(std::chrono::milliseconds patience) const;
    void signal(int number) const;

private:
    Fd m_fd;
    std::optional<uid_t> m_owner; ///< none where the machine hides it
};

/// Ends the server of a cluster that no namespace holds together, and removes the shared memory a killed one
/// leaves. The state file in the cluster was written by the server's user: its process is believed only when
/// it works in this very folder, its memory only when that user owns it and nobody uses it.
void endServerOf(const Directory &cluster);

} // namespace masclet
