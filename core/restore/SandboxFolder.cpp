#include "core/restore/SandboxFolder.h"

#include "core/base/Text.h"
#include "core/restore/SandboxProcess.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QThread>

#include <array>
#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/file.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/un.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Sandbox)
};

const QByteArray namePrefix = "masclet-sandbox-";
const QByteArray socketName = ".s.PGSQL." + QByteArray::number(sandboxPort);

constexpr std::chrono::seconds dyingLimit{3};
constexpr unsigned long dyingLook = 5; // milliseconds

QByteArray randomName()
{
    return namePrefix + QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
}

Result<> checkBase(const QString &base, const SandboxUser &user)
{
    const QString canonical = QFileInfo(base).canonicalFilePath();
    if (canonical.isEmpty())
        return fail(ErrorKind::Config,
                    Tr::tr("The folder for sandboxes %1 does not exist.").arg(oneLine(base)));
    // sun_path holds the end mark too; both the server's and the client's path must fit.
    const qsizetype length = QFile::encodeName(base).size() + 1 + namePrefix.size() + 8 +
                             qsizetype(sizeof "/socket/") - 1 + socketName.size() + 1;
    if (length > qsizetype(sizeof(sockaddr_un::sun_path)))
        return fail(
            ErrorKind::Config,
            Tr::tr("The folder for sandboxes has too long a path for a socket: %1").arg(oneLine(base)),
            Tr::tr("Choose a shorter one, such as /run or /tmp."));
    if (base.contains(u','))
        return fail(
            ErrorKind::Config,
            Tr::tr("The folder for sandboxes must not have a comma in its path: %1").arg(oneLine(base)));
    for (QString folder = canonical; user.isOther && folder.size() > 1; folder = QFileInfo(folder).path()) {
        struct stat status {
        };
        if (::stat(QFile::encodeName(folder).constData(), &status) != 0 || (status.st_mode & S_IXOTH) == 0)
            return fail(ErrorKind::Config,
                        Tr::tr("The user %1, who runs the sandbox, cannot enter the folder %2.")
                            .arg(user.name, oneLine(folder)),
                        Tr::tr("Choose a folder that every user may enter, such as /run or /tmp."));
    }
    return {};
}

Result<> checkSpace(const QString &base, qint64 bytes)
{
    constexpr double empty = 256.0 * 1024 * 1024; // templates and the write-ahead log
    struct statvfs space = {};
    if (::statvfs(QFile::encodeName(base).constData(), &space) != 0)
        return fail(systemError(ErrorKind::Config, Tr::tr("Cannot look at %1").arg(oneLine(base)), errno));
    const double free = double(space.f_bavail) * double(space.f_frsize);
    const double needed = double(bytes) + empty;
    if (free < needed)
        return fail(ErrorKind::Storage,
                    Tr::tr("A sandbox needs %1 in %2, and only %3 are free.")
                        .arg(sizeText(qint64(needed)), oneLine(base), sizeText(qint64(free))),
                    Tr::tr("Free space there, choose another folder, or test on a server."));
    return {};
}

bool lockedByUs(const Directory &folder)
{
    return ::flock(folder.fd(), LOCK_EX | LOCK_NB) == 0;
}

/// False when a sweep has taken the folder between its making and its locking.
bool stillThere(const Directory &folder)
{
    struct stat status {
    };
    return ::fstat(folder.fd(), &status) == 0 && status.st_nlink > 0;
}

/// While it lives, what this thread makes belongs to the sandbox's user. Giving it away afterwards would take
/// the right to give away any file (CAP_CHOWN), which a hardened unit does not have.
class MakesAs
{
public:
    explicit MakesAs(const SandboxUser &user)
    {
        if (!user.isOther)
            return;
        m_gid = gid_t(::setfsgid(user.gid));
        m_uid = uid_t(::setfsuid(user.uid));
        m_changed = true;
        // Which that has just taken from the thread, while the folder above is root's alone.
        __user_cap_header_struct head{_LINUX_CAPABILITY_VERSION_3, 0};
        std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> rights{};
        if (::syscall(SYS_capget, &head, rights.data()) == 0) {
            rights[0].effective |= rights[0].permitted & (1U << CAP_DAC_OVERRIDE);
            ::syscall(SYS_capset, &head, rights.data()); // without it making the folder fails, and says so
        }
    }
    ~MakesAs()
    {
        if (m_changed) {
            ::setfsuid(m_uid);
            ::setfsgid(m_gid);
        }
    }
    Q_DISABLE_COPY_MOVE(MakesAs)

private:
    bool m_changed = false;
    uid_t m_uid = 0;
    gid_t m_gid = 0;
};

Result<Directory> makeFor(const SandboxUser &user, const Directory &parent, const QByteArray &name)
{
    const MakesAs owner(user);
    return parent.makeChild(name);
}

void endServerIn(const Directory &folder)
{
    const auto data = folder.openChild("data");
    if (!data)
        return;
    if (const auto cluster = data->openChild("cluster"))
        endServerOf(*cluster);
}

} // namespace

SandboxFolder::SandboxFolder(Directory base, QByteArray name, Directory self, Directory data,
                             Directory socket)
    : m_base(std::move(base))
    , m_name(std::move(name))
    , m_self(std::move(self))
    , m_data(std::move(data))
    , m_socket(std::move(socket))
{
}

SandboxFolder::~SandboxFolder()
{
    if (m_base.fd() >= 0)
        static_cast<void>(remove()); // sweep() tries again at the next start
}

Result<SandboxFolder> SandboxFolder::make(const QString &base, const SandboxUser &user, qint64 bytes)
{
    MASCLET_TRY(checkBase(base, user));
    MASCLET_TRY(checkSpace(base, bytes));
    for (;;) {
        MASCLET_TRY_ASSIGN(Directory parent, Directory::open(base));
        const QByteArray name = randomName();
        MASCLET_TRY_ASSIGN(Directory self, parent.makeChild(name));
        if (!lockedByUs(self) || !stillThere(self))
            continue;
        return lay(std::move(parent), name, std::move(self), user);
    }
}

Result<SandboxFolder> SandboxFolder::lay(Directory base, const QByteArray &name, Directory self,
                                         const SandboxUser &user)
{
    const auto fill = [&]() -> Result<SandboxFolder> {
        MASCLET_TRY_ASSIGN(Directory data, makeFor(user, self, "data"));
        MASCLET_TRY(makeFor(user, data, "locales"));
        MASCLET_TRY_ASSIGN(Directory socket, self.makeChild("socket"));
        MASCLET_TRY(self.writeFile("passwd", "postgres:x:" + QByteArray::number(user.uid) + ':' +
                                                 QByteArray::number(user.gid) + "::/:/bin/sh\n"));
        if (::fchmodat(self.fd(), "passwd", 0644, 0) != 0 || (user.isOther && ::fchmod(self.fd(), 0711) != 0))
            return fail(systemError(ErrorKind::Config, Tr::tr("Cannot give the sandbox to its user"), errno));
        return SandboxFolder(std::move(base), name, std::move(self), std::move(data), std::move(socket));
    };
    Result<SandboxFolder> folder = fill();
    if (!folder)
        static_cast<void>(base.removeTree(name));
    return folder;
}

Result<int> SandboxFolder::sweep(const QString &base)
{
    MASCLET_TRY_ASSIGN(const Directory parent, Directory::open(base));
    MASCLET_TRY_ASSIGN(const QList<Directory::Entry> entries, parent.entries());
    int removed = 0;
    Result<> good; // one that resists must not keep the others
    for (const Directory::Entry &entry : entries) {
        if (!entry.name.startsWith(namePrefix) || entry.type != Directory::Type::Directory ||
            entry.owner != ::geteuid())
            continue;
        const auto folder = parent.openChild(entry.name);
        // Another sweep, or its own program, may have taken it away since it was listed.
        if (!folder || !lockedByUs(*folder) || !stillThere(*folder))
            continue;
        endServerIn(*folder); // one that outlived its program, possible only without namespaces
        if (const auto gone = parent.removeTree(entry.name))
            ++removed;
        else
            good = gone;
    }
    MASCLET_TRY(good);
    return removed;
}

QString SandboxFolder::clusterPath() const
{
    return m_data.path() + QStringLiteral("/cluster");
}

QString SandboxFolder::localesPath() const
{
    return m_data.path() + QStringLiteral("/locales");
}

QString SandboxFolder::passwdPath() const
{
    return m_self.path() + QStringLiteral("/passwd");
}

Result<QByteArray> SandboxFolder::clusterFileTail(const QByteArray &name, qint64 limit) const
{
    MASCLET_TRY_ASSIGN(const Directory cluster, m_data.openChild("cluster"));
    MASCLET_TRY_ASSIGN(const Fd file, cluster.openFile(name));
    const off_t size = ::lseek(file.get(), 0, SEEK_END);
    QByteArray text(qMin(limit, qint64(size)), Qt::Uninitialized);
    const ssize_t got =
        size < 0 ? -1 : ::pread(file.get(), text.data(), size_t(text.size()), size - text.size());
    if (got < 0)
        return fail(systemError(ErrorKind::Storage, Tr::tr("Cannot read a file of the sandbox"), errno));
    text.truncate(got);
    return text;
}

Result<> SandboxFolder::takeSocket()
{
    MASCLET_TRY(m_data.renameNoReplace(socketName, m_socket, socketName));
    return {};
}

void SandboxFolder::endServer() const
{
    endServerIn(m_self);
}

Result<> SandboxFolder::remove()
{
    if (m_name.isEmpty())
        return {};
    // What ran inside has a session of its own: it ends a moment after bubblewrap, and writes until then.
    const QDeadlineTimer limit(dyingLimit);
    Result<> gone = m_base.removeTree(m_name);
    while (!gone && !limit.hasExpired()) {
        QThread::msleep(dyingLook);
        gone = m_base.removeTree(m_name);
    }
    MASCLET_TRY(gone);
    m_name.clear();
    return {};
}

} // namespace masclet
