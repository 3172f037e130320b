#include "core/process/ToolProcess.h"

#include "core/base/DiskWait.h"
#include "core/base/FileCalls.h"
#include "core/base/Text.h"
#include "core/process/ChildSetup.h"
#include "core/process/ContainerCall.h"
#include "core/process/PassFile.h"
#include "core/process/Signals.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <map>
#include <mutex>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ToolProcess)
};

/// Groups of the children that live; their leaders' numbers.
class LiveGroups
{
public:
    void add(pid_t leader, const std::optional<uid_t> &owner)
    {
        const std::scoped_lock lock(m_mutex);
        m_leaders.insert({leader, owner});
    }
    void remove(pid_t leader)
    {
        const std::scoped_lock lock(m_mutex);
        m_leaders.erase(leader);
    }
    void end()
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &[leader, owner] : m_leaders)
            sendSignal(-leader, SIGTERM, owner);
    }

private:
    std::mutex m_mutex;
    std::map<pid_t, std::optional<uid_t>> m_leaders;
};

LiveGroups &liveGroups()
{
    static LiveGroups groups;
    return groups;
}

constexpr qsizetype errorOutputLimit = 64 * 1024;
constexpr int slice = 100; // milliseconds between two looks at the stop token
constexpr int outputPipeSize = 1024 * 1024;

struct Pipe {
    Fd ourEnd;
    Fd childEnd;
};

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(systemError(ErrorKind::Internal, Tr::tr("Cannot make a pipe"), errno));
    ::fcntl(ends[0], F_SETPIPE_SZ, outputPipeSize); // a smaller pipe only costs speed
    return Pipe{Fd(ends[0]), Fd(ends[1])};
}

/// A socket pair rather than a pipe: send() can be told not to raise SIGPIPE when the child has gone.
Result<Pipe> makeInput()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(systemError(ErrorKind::Internal, Tr::tr("Cannot make a pipe"), errno));
    return Pipe{Fd(ends[0]), Fd(ends[1])};
}

/// Holds `content` whole, which is short enough for the pipe to take it, and ends with it.
Result<Pipe> filledInput(const Secret &content)
{
    MASCLET_TRY_ASSIGN(Pipe pipe, makePipe());
    std::swap(pipe.ourEnd, pipe.childEnd); // this child reads
    const std::string_view bytes = content.bytes();
    if (const int problem = writeAll(pipe.ourEnd.get(), std::as_bytes(std::span(bytes))))
        return fail(systemError(ErrorKind::Internal, Tr::tr("Cannot fill a pipe"), problem));
    return Pipe{Fd(), std::move(pipe.childEnd)};
}

Result<Pipe> nothing(int mode)
{
    Fd null(::open("/dev/null", mode | O_CLOEXEC));
    if (!null)
        return fail(systemError(ErrorKind::Internal, Tr::tr("Cannot open /dev/null"), errno));
    return Pipe{Fd(), std::move(null)};
}

} // namespace

struct ToolProcess::Private {
    QProcess process;
    QString name;
    pid_t pid = 0;
    std::optional<uid_t> otherUser; ///< whose it is, where it is not ours
    Fd leader; ///< pidfd: readable when the child has ended; none on old kernels, where the slices do
    Fd input;
    Fd output;
    Fd error;
    std::optional<PassFile> passFile;
    std::optional<Secret> firstInput; ///< what the child finds on standard input, instead of anything else
    std::optional<CredentialsFolder> credentials;
    QByteArray errorOutput;

    /// Passwords and secrets go into a file that only the child opens; `command` names it afterwards.
    Result<> giveSecrets(ToolCommand &command)
    {
        if (command.container) {
            if (!command.passEntries.isEmpty()) {
                MASCLET_TRY_ASSIGN(firstInput, passThroughInput(command));
            }
            command = clientCall(command);
            return {};
        }
        const uid_t owner = command.uid.value_or(::geteuid());
        const gid_t group = command.gid.value_or(::getegid());
        if (!command.passEntries.isEmpty()) {
            MASCLET_TRY_ASSIGN(PassFile file, PassFile::create(command.passEntries, owner, group));
            command.environment << "PGPASSFILE=" + file.path();
            passFile.emplace(std::move(file));
        } else if (command.secretFile) {
            MASCLET_TRY_ASSIGN(PassFile file, PassFile::create(command.secretFile->content, owner, group));
            command.arguments << command.secretFile->option << file.path();
            passFile.emplace(std::move(file));
        }
        if (!command.credentials.isEmpty()) {
            MASCLET_TRY_ASSIGN(CredentialsFolder folder, CredentialsFolder::create());
            command.environment << "CREDENTIALS_DIRECTORY=" + folder.path();
            credentials.emplace(std::move(folder));
        }
        return {};
    }

    /// True when the child has ended, reaped or not.
    bool leaderEnded() const
    {
        if (process.state() == QProcess::NotRunning)
            return true;
        siginfo_t info = {};
        const int asked = ::waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT | WNOHANG | __WALL);
        // Without pidfds Qt reaps in its signal handler.
        return asked == 0 ? info.si_pid == pid : errno == ECHILD;
    }

    /// Kills what is left of the group, then takes the child's end over. In this order: until the child has
    /// been reaped, its number cannot belong to anybody else.
    void reap()
    {
        if (process.state() == QProcess::NotRunning)
            return;
        sendSignal(-pid, SIGKILL, otherUser);
        liveGroups().remove(pid);
        const DiskCall call; // only a disk that does not answer outlives that signal
        process.waitForFinished(-1);
    }

    /// Waits up to `timeout` milliseconds for output (or room for input) and keeps standard error flowing.
    /// True when `fd` is ready.
    bool pollOnce(int fd, short events, int timeout)
    {
        std::array<pollfd, 2> waiting{pollfd{fd, events, 0}, pollfd{error.get(), POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), timeout) <= 0)
            return false;
        if (waiting[1].revents != 0)
            takeErrorOutput();
        return waiting[0].revents != 0;
    }

    /// Gives the child what it takes of `bytes` at once.
    Result<size_t> offer(std::span<const std::byte> bytes)
    {
        if (bytes.empty() || !input)
            return bytes.size();
        const ssize_t put = ::send(input.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (put >= 0)
            return size_t(put);
        if (errno == EPIPE || errno == ECONNRESET) {
            input.reset();
            return bytes.size();
        }
        if (errno != EAGAIN && errno != EINTR)
            return fail(systemError(ErrorKind::Dump, Tr::tr("Cannot write to %1").arg(name), errno));
        return 0;
    }

    /// Waits up to a slice for output, or for room for input.
    void waitForExchange(bool withInput)
    {
        std::array<pollfd, 3> waiting{pollfd{output.get(), POLLIN, 0}, pollfd{error.get(), POLLIN, 0},
                                      pollfd{withInput ? input.get() : -1, POLLOUT, 0}};
        if (::poll(waiting.data(), waiting.size(), slice) > 0 && waiting[1].revents != 0)
            takeErrorOutput();
    }

    void takeErrorOutput()
    {
        std::array<char, 16 * 1024> block{};
        while (error) {
            const ssize_t got = ::read(error.get(), block.data(), block.size());
            if (got < 0 && errno == EINTR)
                continue;
            if (got == 0)
                error.reset();
            if (got <= 0)
                return;
            errorOutput.append(block.data(), got);
            if (errorOutput.size() > errorOutputLimit)
                errorOutput.remove(0, errorOutput.size() - errorOutputLimit);
        }
    }
};

ToolProcess::ToolProcess()
    : d(std::make_unique<Private>())
{
}

Result<std::unique_ptr<ToolProcess>> ToolProcess::start(const ToolCommand &command, Output output,
                                                        Input input)
{
    const QFileInfo program(command.container ? command.container->client : command.program);
    if (!program.isAbsolute() || !program.isExecutable())
        return fail(ErrorKind::ClientTool,
                    Tr::tr("The program %1 was not found.").arg(oneLine(program.filePath())),
                    command.container ? Tr::tr("Install it, or name its place in the profile (docker).")
                                      : Tr::tr("Install it, or name its folder in the profile (tools)."));
    std::unique_ptr<ToolProcess> tool(new ToolProcess);
    Private &d = *tool->d;
    d.name = QFileInfo(command.program).fileName();

    ToolCommand complete = command;
    MASCLET_TRY(d.giveSecrets(complete));
    MASCLET_TRY_ASSIGN(Pipe inPipe, d.firstInput          ? filledInput(*d.firstInput)
                                    : input == Input::Fed ? makeInput()
                                                          : nothing(O_RDONLY));
    MASCLET_TRY_ASSIGN(Pipe outPipe, output == Output::Read ? makePipe() : nothing(O_WRONLY));
    MASCLET_TRY_ASSIGN(Pipe errPipe, makePipe());
    MASCLET_TRY_ASSIGN(
        ChildSetup setup,
        ChildSetup::create(complete, complete.environment,
                           {inPipe.childEnd.get(), outPipe.childEnd.get(), errPipe.childEnd.get(),
                            d.passFile ? d.passFile->descriptor() : -1},
                           d.credentials ? d.credentials->path() : QByteArray()));
    d.process.setProcessChannelMode(QProcess::ForwardedChannels);
    d.process.setInputChannelMode(QProcess::ForwardedInputChannel);
    d.process.setWorkingDirectory(complete.workingFolder);
    d.process.setChildProcessModifier([&setup] { setup.run(); });
    d.process.start(complete.program, QStringList(), QIODevice::ReadOnly);
    if (!d.process.waitForStarted(-1))
        return fail(ErrorKind::Internal, Tr::tr("%1 could not be started.").arg(oneLine(complete.program)),
                    Tr::tr("The system may be out of memory or processes."),
                    oneLine(d.process.errorString()));
    d.pid = pid_t(d.process.processId());
    d.otherUser = complete.uid;
    liveGroups().add(d.pid, d.otherUser);
    MASCLET_TRY(setup.executed());
    d.leader = Fd(int(::syscall(SYS_pidfd_open, d.pid, 0)));
    d.input = std::move(inPipe.ourEnd);
    d.output = std::move(outPipe.ourEnd);
    d.error = std::move(errPipe.ourEnd);
    for (const int fd : {d.input.get(), d.output.get(), d.error.get()})
        ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
    return tool;
}

ToolProcess::~ToolProcess()
{
    terminate();
    liveGroups().remove(d->pid);
}

Result<size_t> ToolProcess::read(std::span<std::byte> buffer, const std::stop_token &stop,
                                 std::chrono::milliseconds stallLimit)
{
    const QDeadlineTimer deadline(stallLimit);
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        const ssize_t got = ::read(d->output.get(), buffer.data(), buffer.size());
        if (got >= 0)
            return size_t(got);
        if (errno != EAGAIN && errno != EINTR)
            return fail(systemError(ErrorKind::Dump, Tr::tr("Cannot read from %1").arg(d->name), errno));
        if (deadline.hasExpired())
            return hung(stallLimit);
        d->pollOnce(d->output.get(), POLLIN, slice);
    }
}

tl::unexpected<Error> ToolProcess::hung(std::chrono::milliseconds stallLimit)
{
    terminate();
    return fail(
        ErrorKind::Dump,
        Tr::tr("%1 hung: nothing came from it for %2.").arg(d->name, durationText(stallLimit.count())),
        Tr::tr("Look for locks and load on the server; the limit is an option of the profile."),
        oneLine(d->errorOutput));
}

Result<ToolProcess::Exchange> ToolProcess::exchange(std::span<const std::byte> input,
                                                    std::span<std::byte> output, const std::stop_token &stop,
                                                    std::chrono::milliseconds stallLimit)
{
    const QDeadlineTimer deadline(stallLimit);
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        Exchange moved;
        MASCLET_TRY_ASSIGN(moved.put, d->offer(input));
        const ssize_t got = ::read(d->output.get(), output.data(), output.size());
        if (got < 0 && errno != EAGAIN && errno != EINTR)
            return fail(systemError(ErrorKind::Dump, Tr::tr("Cannot read from %1").arg(d->name), errno));
        moved.got = size_t(std::max<ssize_t>(got, 0));
        moved.outputEnded = got == 0;
        if (moved.put > 0 || got >= 0)
            return moved;
        if (deadline.hasExpired())
            return hung(stallLimit);
        d->waitForExchange(!input.empty());
    }
}

Result<> ToolProcess::writeInput(std::span<const std::byte> bytes, const std::stop_token &stop)
{
    while (!bytes.empty()) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        const ssize_t put = ::send(d->input.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (put > 0)
            bytes = bytes.subspan(size_t(put));
        else if (put < 0 && errno != EAGAIN && errno != EINTR)
            return fail(systemError(ErrorKind::Dump, Tr::tr("Cannot write to %1").arg(d->name), errno));
        else
            d->pollOnce(d->input.get(), POLLOUT, slice);
    }
    return {};
}

void ToolProcess::closeInput()
{
    d->input.reset();
}

Result<bool> ToolProcess::endsWithin(std::chrono::milliseconds limit, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
    if (!d->leaderEnded())
        d->pollOnce(d->leader.get(), POLLIN, int(limit.count()));
    return d->leaderEnded();
}

Result<ToolOutcome> ToolProcess::wait(const std::stop_token &stop, std::chrono::milliseconds limit)
{
    closeInput();
    const QDeadlineTimer deadline(limit);
    while (!d->leaderEnded()) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped, Tr::tr("Stopped as asked."));
        if (deadline.hasExpired()) {
            terminate();
            return fail(ErrorKind::Dump,
                        Tr::tr("%1 did not end within %2.").arg(d->name, durationText(limit.count())), {},
                        oneLine(d->errorOutput));
        }
        d->pollOnce(d->leader.get(), POLLIN, slice);
    }
    d->reap();
    d->takeErrorOutput();
    ToolOutcome outcome;
    // For a crash QProcess keeps the signal's number as the exit code.
    if (d->process.exitStatus() == QProcess::CrashExit)
        outcome.signal = d->process.exitCode();
    else
        outcome.exitCode = d->process.exitCode();
    outcome.errorOutput = d->errorOutput;
    return outcome;
}

void ToolProcess::terminate(std::chrono::milliseconds grace)
{
    closeInput();
    if (d->process.state() == QProcess::NotRunning)
        return;
    sendSignal(-d->pid, SIGTERM, d->otherUser);
    sendSignal(-d->pid, SIGCONT, d->otherUser); // a stopped one would never see the TERM
    d->output.reset();                          // whoever still writes ends by SIGPIPE
    const QDeadlineTimer deadline(grace);
    while (!d->leaderEnded() && !deadline.hasExpired())
        d->pollOnce(d->leader.get(), POLLIN, int(std::min<qint64>(slice, deadline.remainingTime())));
    d->reap();
}

bool ToolProcess::isRunning() const
{
    return !d->leaderEnded();
}

qint64 ToolProcess::processId() const
{
    return d->pid;
}

QByteArray ToolProcess::errorOutput() const
{
    return d->errorOutput;
}

void ToolProcess::endAll()
{
    liveGroups().end();
}

} // namespace masclet
