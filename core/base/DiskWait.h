#pragma once

#include <array>
#include <atomic>
#include <chrono>

namespace masclet
{

/// Which calls to file systems some threads are inside, those of one work as a rule. A file system may never
/// answer (a network share that went away, a frozen disk; fault S08), and a thread that waits for it can be
/// neither stopped nor killed, so somebody else has to notice. Any thread; must outlive the calls.
class DiskWaits
{
public:
    /// How long the oldest call has been waiting for its file system; zero when none is.
    std::chrono::milliseconds longest() const;

    /// Those that the calls of this thread belong to: ofNobody() unless it works for somebody.
    static DiskWaits &ofThread();
    /// Of threads that work for nobody in particular.
    static DiskWaits &ofNobody();

private:
    friend class DiskCall;
    using Ticks = std::chrono::steady_clock::rep;
    /// More threads at the disk at once than there are places: the rest is not watched, which those watched
    /// make up for, since they wait for the same disk.
    std::array<std::atomic<Ticks>, 64> m_begun = {}; // 0: free
};

/// While one lives, the calls of its thread belong to `waits`. A thread that a work starts takes over
/// DiskWaits::ofThread() of the thread that starts it.
class WaitsForDiskAs
{
public:
    explicit WaitsForDiskAs(DiskWaits &waits);
    ~WaitsForDiskAs();
    WaitsForDiskAs(const WaitsForDiskAs &) = delete;
    WaitsForDiskAs &operator=(const WaitsForDiskAs &) = delete;

private:
    DiskWaits *m_before;
};

/// While one lives, its thread is inside a call to a file system. Any thread; cheap beside the call.
class DiskCall
{
public:
    DiskCall();
    ~DiskCall();
    DiskCall(const DiskCall &) = delete;
    DiskCall &operator=(const DiskCall &) = delete;

private:
    DiskWaits &m_waits;
    int m_place;
};

} // namespace masclet
