#include "core/restore/SandboxProcess.h"

#include "core/process/Signals.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <csignal>

#include <poll.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace masclet
{

namespace
{

constexpr qint64 sandboxStateLimit = 64 * 1024;
constexpr std::chrono::seconds quitPatience{5}; // the server itself gives its backends five seconds

bool worksIn(pid_t process, const struct stat &folder)
{
    const QByteArray link = "/proc/" + QByteArray::number(process) + "/cwd";
    struct stat works {
    };
    return ::stat(link.constData(), &works) == 0 && works.st_dev == folder.st_dev &&
           works.st_ino == folder.st_ino;
}

void removeSharedMemory(int id, uid_t owner)
{
    struct shmid_ds state {
    };
    if (::shmctl(id, IPC_STAT, &state) == 0 && state.shm_perm.uid == owner && state.shm_nattch == 0)
        ::shmctl(id, IPC_RMID, nullptr);
}

} // namespace

SandboxProcess::SandboxProcess(pid_t process)
    // By number: glibc 2.36's <sys/pidfd.h> lacks extern "C".
    : m_fd(process > 1 ? int(::syscall(SYS_pidfd_open, process, 0)) : -1)
{
    struct stat info {
    };
    if (m_fd && ::stat(("/proc/" + QByteArray::number(process)).constData(), &info) == 0)
        m_owner = info.st_uid;
}

SandboxProcess SandboxProcess::childOf(pid_t parent)
{
    QFile list(QStringLiteral("/proc/%1/task/%1/children").arg(parent));
    if (!list.open(QIODevice::ReadOnly))
        return {};
    return SandboxProcess(pid_t(list.readAll().simplified().split(' ').first().toInt()));
}

bool SandboxProcess::ended(std::chrono::milliseconds patience) const
{
    pollfd waiting{m_fd.get(), POLLIN, 0};
    return ::poll(&waiting, 1, int(patience.count())) > 0;
}

void SandboxProcess::signal(int number) const
{
    sendSignalTo(m_fd.get(), number, m_owner);
}

void endServerOf(const Directory &cluster)
{
    struct stat folder {
    };
    const auto state = cluster.readFile("postmaster.pid", sandboxStateLimit);
    if (!state || ::fstat(cluster.fd(), &folder) != 0)
        return;
    const QList<QByteArray> lines = state->split('\n');
    const pid_t number = pid_t(lines.first().toInt());
    const SandboxProcess server(number);
    if (server && worksIn(number, folder)) {
        server.signal(SIGQUIT);
        if (!server.ended(quitPatience)) {
            server.signal(SIGKILL);
            static_cast<void>(server.ended(quitPatience));
        }
    }
    // Line 7: "key id" of its System V segment (src/include/utils/pidfile.h).
    const QList<QByteArray> memory = lines.value(6).simplified().split(' ');
    if (memory.size() == 2)
        removeSharedMemory(memory[1].toInt(), folder.st_uid);
}

} // namespace masclet
