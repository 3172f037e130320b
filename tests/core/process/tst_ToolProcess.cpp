#include "tests/core/process/tst_ToolProcess.h"

#include "tests/core/process/Children.h"
#include "tests/support/FakeTool.h"

#include <QElapsedTimer>

#include <array>
#include <csignal>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>

using namespace masclet;
using namespace std::chrono_literals;
using namespace masclet::test;

namespace
{

/// Waits until `condition` holds; false after ten seconds.
template <class Condition>
bool eventually(const Condition &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 10'000)
            return false;
        ::usleep(2000);
    }
    return true;
}

/// Neither running nor waiting to be reaped by somebody else.
bool isGone(pid_t pid)
{
    if (::kill(pid, 0) != 0)
        return true;
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
}

/// Starts the command in a process that is then killed with -9; true when the command ended as well.
bool endsWithItsRunner(const ToolCommand &command)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return false;
    const pid_t runner = ::fork();
    if (runner == 0) {
        auto child = ToolProcess::start(command);
        // Only now its traps are set.
        const pid_t pid = child ? nextOutput(**child).trimmed().toInt() : -1;
        if (::write(ends[1], &pid, sizeof pid) != ssize_t(sizeof pid))
            ::_exit(1);
        for (;;)
            ::pause();
    }
    pid_t pid = 0;
    const bool told = ::read(ends[0], &pid, sizeof pid) == ssize_t(sizeof pid);
    ::close(ends[0]);
    ::close(ends[1]);
    ::kill(runner, SIGKILL);
    ::waitpid(runner, nullptr, 0);
    return told && pid > 0 && eventually([&] { return isGone(pid); });
}

} // namespace

/// As a unit of systemd gets them, whichever user it runs as.
void tst_ToolProcess::credentialsAreForTheChildAlone()
{
    const FakeTool tool("cd \"$CREDENTIALS_DIRECTORY\" && stat -c '%a %u' . shop && stat -f -c %T . && "
                        "cat shop && (touch x 2>/dev/null || echo closed) && pwd && cat");
    ToolCommand command = tool.command();
    constexpr uid_t user = 12'345;
    command.uid = user;
    command.gid = user;
    command.credentials << ToolCommand::Credential{"shop", Secret::fromView("se cret\n")};
    if (::geteuid() != 0) { // who may not mount anything
        QVERIFY_FAILS(ToolProcess::start(command), ErrorKind::Internal);
        return;
    }
    QString folder;
    {
        auto child = ToolProcess::start(command, ToolProcess::Output::Read, ToolProcess::Input::Fed);
        QVERIFY_RESULT(child);
        QByteArray said;
        for (bool more = true; more && said.count('\n') < 6;) {
            const QByteArray block = nextOutput(**child);
            said += block;
            more = !block.isEmpty();
        }
        const QList<QByteArray> lines = said.split('\n');
        QVERIFY2(lines.size() >= 6, said.constData());
        QCOMPARE(lines.first(5), (QList<QByteArray>{"500 12345", "400 12345", "ramfs", "se cret", "closed"}));
        folder = QString::fromUtf8(lines[5]);
        // Seen from here it is empty while the child sees it.
        QVERIFY(QDir(folder).exists() && QDir(folder).isEmpty());
    }
    QVERIFY(!QDir(folder).exists());
}

void tst_ToolProcess::outputArrivesWholeWhileStandardErrorIsFull()
{
    // 2 MB on each side: whoever waits for only one of the two would hang.
    const FakeTool tool("head -c 2000000 /dev/zero | tr '\\0' e >&2; head -c 2000000 /dev/zero");
    auto child = ToolProcess::start(tool.command());
    QVERIFY_RESULT(child);
    std::vector<std::byte> block(64 * 1024);
    size_t total = 0;
    for (;;) {
        auto got = (*child)->read(block, {}, 20s);
        QVERIFY_RESULT(got);
        if (*got == 0)
            break;
        total += *got;
    }
    QCOMPARE(total, size_t(2'000'000));
    auto outcome = (*child)->wait({}, 20s);
    QVERIFY_RESULT(outcome);
    QVERIFY(outcome->good());
    QCOMPARE(outcome->errorOutput, QByteArray(64 * 1024, 'e'));
}

void tst_ToolProcess::argumentsAreBytesAndNeverMeetAShell()
{
    const QList<QByteArray> odd{"a\"b; rm -rf $HOME `id` $(x) 'q' \n", "\xf1\xff not UTF-8", "", "*", "-Fx"};
    const FakeTool tool("for a in \"$@\"; do printf '%s|' \"$a\"; done");
    auto output = outputOf(tool.command(odd));
    QVERIFY_RESULT(output);
    QCOMPARE(*output, odd.join('|') + '|');
}

void tst_ToolProcess::environmentIsExactlyTheOneGiven()
{
    ::setenv("PGHOST", "evil", 1);
    const FakeTool tool("cat /proc/$$/environ");
    auto output = outputOf(tool.command());
    ::unsetenv("PGHOST");
    QVERIFY_RESULT(output);
    QCOMPARE(*output, cleanEnvironment().join('\0') + '\0');
}

void tst_ToolProcess::aChildMayBeAsCronStartsIt()
{
    const FakeTool tool("umask; read -r pid name state parent group session rest < /proc/$$/stat; "
                        "test $session = $pid && echo own || echo ours");
    ToolCommand command = tool.command();
    const auto ours = runTool(command, {}, 10s, ErrorKind::Internal);
    QVERIFY_RESULT(ours);
    QVERIFY2(ours->endsWith("ours\n"), ours->constData());
    command.umask = 0027;
    command.terminal = ToolCommand::Terminal::None;
    const auto night = runTool(command, {}, 10s, ErrorKind::Internal);
    QVERIFY_RESULT(night);
    QCOMPARE(*night, QByteArray("0027\nown\n"));
}

void tst_ToolProcess::exitCodeAndSignalAreToldApart_D01_D06()
{
    auto bad = outputOf(FakeTool("echo fine; echo 'because of X' >&2; exit 3").command());
    QVERIFY_FAILS(bad, ErrorKind::Dump);
    QVERIFY(bad.error().message.contains(u'3'));
    QVERIFY(bad.error().detail.contains(QStringLiteral("because of X")));
    auto killed = outputOf(FakeTool("echo fine; kill -9 $$").command());
    QVERIFY_FAILS(killed, ErrorKind::Dump);
    QVERIFY(killed.error().message.contains(u'9'));
    QVERIFY(killed.error().message.contains(QStringLiteral("memory")));
}

void tst_ToolProcess::missingProgramIsAClientToolError()
{
    ToolCommand command;
    command.program = QStringLiteral("/nowhere/pg_dump");
    QVERIFY_FAILS(ToolProcess::start(command), ErrorKind::ClientTool);
    command.program = QStringLiteral("pg_dump"); // never searched in PATH
    QVERIFY_FAILS(ToolProcess::start(command), ErrorKind::ClientTool);
}

void tst_ToolProcess::programThatCannotBeExecutedIsAClientToolError()
{
    const FakeTool script("true");
    QFile file(script.path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("#!/nowhere/interpreter\n");
    file.close();
    const auto started = ToolProcess::start(script.command());
    QVERIFY_FAILS(started, ErrorKind::ClientTool);
    QVERIFY(started.error().message.contains(QStringLiteral("No such file")));
}

void tst_ToolProcess::noMoreProcessesIsAnErrorOfOurs_D20()
{
    const FakeTool tool("true");
    const QByteArray answer = inOwnProcess([&]() -> QByteArray {
        // Root has no such limit, and `nobody` may already have processes.
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
            return "cannot change the user";
        const struct rlimit none = {0, 0};
        ::setrlimit(RLIMIT_NPROC, &none);
        return textOf(outputOf(tool.command()));
    });
    QVERIFY2(answer.startsWith("internal: "), answer.constData());
}

void tst_ToolProcess::silenceBeyondTheLimitEndsTheChild_D22()
{
    const FakeTool tool("echo start; kill -STOP $$; echo never");
    auto child = ToolProcess::start(tool.command());
    QVERIFY_RESULT(child);
    const pid_t pid = pid_t((*child)->processId());
    std::array<std::byte, 100> block{};
    QVERIFY_RESULT((*child)->read(block, {}, 20s));
    auto silent = (*child)->read(block, {}, 300ms);
    QVERIFY_FAILS(silent, ErrorKind::Dump);
    QVERIFY(isGone(pid));
}

void tst_ToolProcess::stopEndsAChildThatIgnoresTerm()
{
    const FakeTool tool("trap '' TERM; echo ready; while :; do sleep 0.05; done");
    auto child = ToolProcess::start(tool.command());
    QVERIFY_RESULT(child);
    const pid_t pid = pid_t((*child)->processId());
    std::array<std::byte, 100> block{};
    QVERIFY_RESULT((*child)->read(block, {}, 20s));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_FAILS((*child)->read(block, stop.get_token(), 20s), ErrorKind::Stopped);
    (*child)->terminate(200ms);
    QVERIFY(isGone(pid));
}

void tst_ToolProcess::waitingIsLimitedAndStoppable()
{
    const FakeTool tool("exec sleep 100");
    auto child = ToolProcess::start(tool.command());
    QVERIFY_RESULT(child);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_FAILS((*child)->wait(stop.get_token(), 20s), ErrorKind::Stopped);
    QVERIFY((*child)->isRunning());
    QVERIFY_FAILS((*child)->wait({}, 50ms), ErrorKind::Dump);
    QVERIFY(!(*child)->isRunning());
}

void tst_ToolProcess::runningIsKnownWithoutWaiting()
{
    const FakeTool tool("read line");
    auto child = ToolProcess::start(tool.command(), ToolProcess::Output::Read, ToolProcess::Input::Fed);
    QVERIFY_RESULT(child);
    QVERIFY((*child)->isRunning());
    (*child)->closeInput();
    QVERIFY(eventually([&] { return !(*child)->isRunning(); }));
    auto outcome = (*child)->wait({}, 20s);
    QVERIFY_RESULT(outcome);
    QCOMPARE(outcome->exitCode, 1);
}

void tst_ToolProcess::outputBeyondTheLimitIsAnError()
{
    const FakeTool tool("head -c 5000 /dev/zero");
    QVERIFY_FAILS(runTool(tool.command(), {}, 20s, ErrorKind::Config, 4999), ErrorKind::Config);
    QVERIFY_RESULT(runTool(tool.command(), {}, 20s, ErrorKind::Config, 5000));
}

void tst_ToolProcess::grandchildrenGoWithTheGroup_D03()
{
    const FakeTool tool("(trap '' TERM; while :; do sleep 0.05; done) & echo $!; wait");
    auto child = ToolProcess::start(tool.command());
    QVERIFY_RESULT(child);
    std::array<std::byte, 100> block{};
    auto got = (*child)->read(block, {}, 20s);
    QVERIFY_RESULT(got);
    const pid_t worker =
        QByteArray(reinterpret_cast<char *>(block.data()), qsizetype(*got)).trimmed().toInt();
    QVERIFY(worker > 0);
    ::kill(pid_t((*child)->processId()), SIGKILL); // the leader dies alone
    child->reset();
    QVERIFY(eventually([&] { return isGone(worker); }));
}

void tst_ToolProcess::workersOfAKilledLeaderAreGoneAfterWaiting_D03()
{
    const FakeTool tool("(trap '' TERM; while :; do sleep 0.05; done) >&- 2>&- & echo $!; wait");
    auto child = ToolProcess::start(tool.command());
    QVERIFY_RESULT(child);
    const pid_t worker = nextOutput(**child).trimmed().toInt();
    QVERIFY(worker > 0);
    ::kill(pid_t((*child)->processId()), SIGKILL);
    auto outcome = (*child)->wait({}, 20s);
    QVERIFY_RESULT(outcome);
    QCOMPARE(outcome->signal, SIGKILL);
    QVERIFY(eventually([&] { return isGone(worker); }));
}

void tst_ToolProcess::workersThatOutliveAGoodLeaderAreEnded()
{
    const FakeTool tool("sleep 100 >&- 2>&- & echo $!");
    auto child = ToolProcess::start(tool.command());
    QVERIFY_RESULT(child);
    const pid_t worker = nextOutput(**child).trimmed().toInt();
    QVERIFY(worker > 0);
    auto outcome = (*child)->wait({}, 20s);
    QVERIFY_RESULT(outcome);
    QVERIFY(outcome->good());
    QVERIFY(eventually([&] { return isGone(worker); }));
}

void tst_ToolProcess::killingTheRunnerEndsTheChild_D02()
{
    const FakeTool tool("echo $$; while :; do sleep 0.05; done");
    QVERIFY(endsWithItsRunner(tool.command()));
}

void tst_ToolProcess::childMayAskForAnotherSignalWhenOrphaned()
{
    const FakeTool tool("trap '' TERM; echo $$; while :; do sleep 0.05; done");
    ToolCommand command = tool.command();
    command.parentDeathSignal = SIGQUIT;
    QVERIFY(endsWithItsRunner(command));
}

void tst_ToolProcess::inputIsEmptyUnlessFed_D21()
{
    auto output = outputOf(FakeTool("cat; readlink /proc/$$/fd/0").command());
    QVERIFY_RESULT(output);
    QCOMPARE(*output, QByteArray("/dev/null\n"));
}

void tst_ToolProcess::inputReachesTheChild()
{
    const FakeTool tool("wc -c");
    auto child = ToolProcess::start(tool.command(), ToolProcess::Output::Read, ToolProcess::Input::Fed);
    QVERIFY_RESULT(child);
    const std::vector<std::byte> megabytes(3'000'000);
    QVERIFY_RESULT((*child)->writeInput(megabytes, {}));
    (*child)->closeInput();
    std::array<std::byte, 100> block{};
    auto got = (*child)->read(block, {}, 20s);
    QVERIFY_RESULT(got);
    QCOMPARE(QByteArray(reinterpret_cast<char *>(block.data()), qsizetype(*got)).trimmed(),
             QByteArray("3000000"));
}

void tst_ToolProcess::inputToADeadChildIsAnError()
{
    const FakeTool tool("exit 0");
    auto child = ToolProcess::start(tool.command(), ToolProcess::Output::Read, ToolProcess::Input::Fed);
    QVERIFY_RESULT(child);
    const std::vector<std::byte> megabytes(3'000'000);
    QVERIFY_FAILS((*child)->writeInput(megabytes, {}), ErrorKind::Dump);
}

void tst_ToolProcess::bothWaysAtOnceNothingWaitsForEver()
{
    const FakeTool tool("cat");
    auto child = ToolProcess::start(tool.command(), ToolProcess::Output::Read, ToolProcess::Input::Fed);
    QVERIFY_RESULT(child);
    std::vector<std::byte> sent(5'000'000);
    for (size_t i = 0; i < sent.size(); ++i)
        sent[i] = std::byte(i * 31 / 7);
    std::span<const std::byte> left(sent);
    std::vector<std::byte> back;
    std::vector<std::byte> block(64 * 1024);
    for (bool ended = false; !ended;) {
        const auto moved = (*child)->exchange(left, block, {}, 20s);
        QVERIFY_RESULT(moved);
        left = left.subspan(moved->put);
        back.insert(back.end(), block.begin(), block.begin() + std::ptrdiff_t(moved->got));
        ended = moved->outputEnded;
        if (left.empty())
            (*child)->closeInput();
    }
    QVERIFY(back == sent);
    QVERIFY((*child)->wait({}, 20s)->good());
}

void tst_ToolProcess::aChildThatReadsNoMoreIsToldByItsExitCode()
{
    const FakeTool tool("exec <&-; echo no more; exit 4");
    auto child = ToolProcess::start(tool.command(), ToolProcess::Output::Read, ToolProcess::Input::Fed);
    QVERIFY_RESULT(child);
    const std::vector<std::byte> megabytes(3'000'000);
    std::span<const std::byte> left(megabytes);
    std::array<std::byte, 100> block{};
    for (bool ended = false; !ended;) {
        const auto moved = (*child)->exchange(left, block, {}, 20s);
        QVERIFY_RESULT(moved);
        left = left.subspan(moved->put);
        ended = moved->outputEnded;
    }
    const auto outcome = (*child)->wait({}, 20s);
    QVERIFY_RESULT(outcome);
    QCOMPARE(outcome->exitCode, 4);
}

void tst_ToolProcess::silenceOfBothWaysIsLimited()
{
    const FakeTool tool("sleep 60");
    auto child = ToolProcess::start(tool.command(), ToolProcess::Output::Read, ToolProcess::Input::Fed);
    QVERIFY_RESULT(child);
    std::array<std::byte, 100> block{};
    QVERIFY_FAILS((*child)->exchange({}, block, {}, 200ms), ErrorKind::Dump);
}

void tst_ToolProcess::aSecretIsAFileThatOnlyTheChildReads()
{
    const FakeTool tool(
        "[ \"$1\" = -k ] && case $2 in /dev/fd/*) cat \"$2\";; esac; tr '\\0' ' ' </proc/$$/environ");
    ToolCommand command = tool.command();
    command.secretFile = ToolCommand::SecretFile{"-k", Secret::fromView("line 1\nline 2\n")};
    QVERIFY(!command.forLog().contains(QStringLiteral("line 1")));
    const auto output = runTool(command, {}, 20s, ErrorKind::Internal);
    QVERIFY_RESULT(output);
    QVERIFY2(output->startsWith("line 1\nline 2\n"), output->constData());
    QCOMPARE(output->count("line 1"), 1);
}

void tst_ToolProcess::commandIsShownQuotedOnOneLine()
{
    ToolCommand command;
    command.program = QStringLiteral("/usr/bin/pg_dump");
    command.arguments = {"--dbname=dbname='a b'", "--format=plain", "x\ny"};
    QCOMPARE(command.forLog(),
             QStringLiteral("/usr/bin/pg_dump '--dbname=dbname='\\''a b'\\''' --format=plain 'x\\ny'"));
}
