#include "core/process/ChildSetup.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ToolProcess)
};

std::vector<char *> pointersTo(QList<QByteArray> &words)
{
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Result<ChildSetup> ChildSetup::create(const ToolCommand &command, QList<QByteArray> environment,
                                      Descriptors descriptors, const QByteArray &credentialsFolder)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return masclet::fail(systemError(ErrorKind::Internal, Tr::tr("Cannot make a pipe"), errno));
    ChildSetup setup;
    setup.m_reportRead = Fd(ends[0]);
    setup.m_reportWrite = Fd(ends[1]);
    setup.m_descriptors = descriptors;
    setup.m_credentialsFolder = credentialsFolder;
    setup.m_credentials = command.credentials;
    for (const ToolCommand::Credential &credential : command.credentials)
        setup.m_credentialPaths << credentialsFolder + '/' + credential.name;
    setup.m_uid = command.uid;
    setup.m_gid = command.gid;
    setup.m_groups = command.groups;
    setup.m_umask = command.umask;
    setup.m_terminal = command.terminal;
    setup.m_parentDeathSignal = command.parentDeathSignal;
    setup.m_parent = ::getpid();
    struct rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    setup.m_highestDescriptor = int(std::min<rlim_t>(limit.rlim_cur, 65'536));
    setup.m_program = QFile::encodeName(command.program);
    setup.m_argumentBytes = QList<QByteArray>{setup.m_program} + command.arguments;
    setup.m_environmentBytes = std::move(environment);
    setup.m_arguments = pointersTo(setup.m_argumentBytes);
    setup.m_environment = pointersTo(setup.m_environmentBytes);
    return setup;
}

void ChildSetup::run()
{
    // Either way it leads a group of its own.
    if (m_terminal == ToolCommand::Terminal::None)
        ::setsid();
    else
        ::setpgid(0, 0);
    if (m_umask)
        ::umask(*m_umask);
    if (::dup2(m_descriptors.input, 0) < 0 || ::dup2(m_descriptors.output, 1) < 0 ||
        ::dup2(m_descriptors.error, 2) < 0)
        fail(Step::Redirect);
    keepDescriptorsFromExec();
    const struct rlimit noCore = {0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    resetSignals();
    if (!m_credentials.isEmpty() && !putCredentials())
        fail(Step::Credentials);
    if (!changeUser())
        fail(Step::User);
    // After setuid, which clears it. It follows the starting thread, see ToolProcess.
    ::prctl(PR_SET_PDEATHSIG, m_parentDeathSignal);
    if (::getppid() != m_parent)
        fail(Step::Parent);
    ::execve(m_program.constData(), m_arguments.data(), m_environment.data());
    fail(Step::Exec);
}

void ChildSetup::fail(Step step) const
{
    const Report report{step, errno};
    (void)!::write(m_reportWrite.get(), &report, sizeof report);
    ::_exit(126);
}

void ChildSetup::keepDescriptorsFromExec() const
{
    // Kernels before 5.11 and some containers do not know the call.
    if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) != 0) {
        for (int fd = 3; fd < m_highestDescriptor; ++fd)
            ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    }
    if (m_descriptors.passFile >= 0)
        ::fcntl(m_descriptors.passFile, F_SETFD, 0);
}

void ChildSetup::resetSignals() const
{
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// As systemd does it: a folder in memory that is never swapped out, seen by this child and what it starts
/// alone, and gone with the last of them.
bool ChildSetup::putCredentials() const
{
    const char *folder = m_credentialsFolder.constData();
    constexpr unsigned long quiet = MS_NODEV | MS_NOEXEC | MS_NOSUID;
    const uid_t uid = m_uid.value_or(::geteuid());
    const gid_t gid = m_gid.value_or(::getegid());
    // What is mounted outside meanwhile is still seen here.
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_SLAVE, nullptr) != 0 ||
        ::mount("ramfs", folder, "ramfs", quiet, "mode=0700") != 0)
        return false;
    for (qsizetype i = 0; i < m_credentials.size(); ++i) {
        const std::string_view content = m_credentials.constData()[i].content.bytes();
        const int file = ::open(m_credentialPaths.constData()[i].constData(),
                                O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0400);
        if (file < 0 || ::write(file, content.data(), content.size()) != ssize_t(content.size()) ||
            ::fchown(file, uid, gid) != 0 || ::close(file) != 0)
            return false;
    }
    return ::chown(folder, uid, gid) == 0 && ::chmod(folder, 0500) == 0 &&
           ::mount(nullptr, folder, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY | quiet, nullptr) == 0;
}

bool ChildSetup::changeUser() const
{
    if (!m_uid && !m_gid)
        return true;
    // Our own supplementary groups never go along.
    return ::setgroups(size_t(m_groups.size()), m_groups.constData()) == 0 &&
           (!m_gid || ::setgid(*m_gid) == 0) && (!m_uid || ::setuid(*m_uid) == 0);
}

Result<> ChildSetup::executed()
{
    m_reportWrite.reset();
    Report report{};
    ssize_t got = 0;
    do
        got = ::read(m_reportRead.get(), &report, sizeof report);
    while (got < 0 && errno == EINTR);
    if (got != ssize_t(sizeof report))
        return {};
    const QString program = oneLine(m_program);
    if (report.step == Step::Exec)
        return masclet::fail(
            systemError(ErrorKind::ClientTool, Tr::tr("%1 could not be started").arg(program), report.error));
    if (report.step == Step::Credentials)
        return masclet::fail(systemError(
            ErrorKind::Internal, Tr::tr("%1 could not be given its credentials").arg(program), report.error));
    if (report.step == Step::User)
        return masclet::fail(systemError(
            ErrorKind::Internal, Tr::tr("%1 could not be run as another user").arg(program), report.error));
    return masclet::fail(
        systemError(ErrorKind::Internal, Tr::tr("%1 could not be prepared").arg(program), report.error));
}

} // namespace masclet
