#include "core/process/Priority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace masclet
{

namespace
{

// ioprio_set(2) has no header of its own: the class stands above the level, of which 7 is the lowest.
constexpr int ofProcess = 1;
constexpr int classShift = 13;
constexpr int lowest = (2 << classShift) | 7;
constexpr int onlyWhenIdle = 3 << classShift;

} // namespace

Priority priorityOf(const Profile::Backup &backup)
{
    Priority priority;
    priority.niceness = int(backup.niceness);
    if (backup.ioPriority == QStringLiteral("low"))
        priority.io = IoPriority::Low;
    if (backup.ioPriority == QStringLiteral("idle"))
        priority.io = IoPriority::Idle;
    return priority;
}

void lowerPriority(const Priority &priority)
{
    // Both calls mean the thread that calls them.
    if (priority.niceness > 0)
        ::setpriority(PRIO_PROCESS, 0, priority.niceness);
    if (priority.io != IoPriority::Usual)
        ::syscall(SYS_ioprio_set, ofProcess, 0, priority.io == IoPriority::Low ? lowest : onlyWhenIdle);
}

} // namespace masclet
