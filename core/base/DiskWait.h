#pragma once

#include <chrono>

namespace masclet
{

/// While one lives, its thread is inside a call that a file system may never answer (a network share that
/// went away, a frozen disk; fault S08). Such a thread can be neither stopped nor killed, so somebody else
/// has to notice: see longestDiskWait(). Any thread; cheap beside the call.
class DiskCall
{
public:
    DiskCall();
    ~DiskCall();
    DiskCall(const DiskCall &) = delete;
    DiskCall &operator=(const DiskCall &) = delete;

private:
    int m_place;
};

/// How long the oldest call of this process has been waiting for its file system; zero when none is. Any
/// thread.
std::chrono::milliseconds longestDiskWait();

} // namespace masclet
