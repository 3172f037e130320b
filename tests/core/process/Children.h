#pragma once

#include "core/base/ExitCode.h"
#include "core/process/ToolProcess.h"
#include "tests/support/TestMain.h"

#include <QFile>

#include <array>
#include <functional>

#include <sys/wait.h>

namespace masclet::test
{

inline Result<QByteArray> outputOf(const ToolCommand &command)
{
    return runTool(command, {}, std::chrono::seconds(20), ErrorKind::Dump, 64 * 1024 * 1024);
}

/// The next output of a child as text.
inline QByteArray nextOutput(ToolProcess &child)
{
    std::array<std::byte, 1000> block{};
    const auto got = child.read(block, {}, std::chrono::seconds(20));
    return got ? QByteArray(reinterpret_cast<const char *>(block.data()), qsizetype(*got)) : QByteArray();
}

/// What `body` answers in a process of its own, for tests that spoil the process they run in.
inline QByteArray inOwnProcess(const std::function<QByteArray()> &body)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return "no pipe";
    const pid_t pid = ::fork();
    if (pid == 0) {
        const QByteArray answer = body();
        ::_exit(::write(ends[1], answer.constData(), size_t(answer.size())) == answer.size() ? 0 : 1);
    }
    ::close(ends[1]);
    QFile reader;
    const bool opened = reader.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    const QByteArray answer = opened ? reader.readAll() : QByteArray("no answer");
    ::waitpid(pid, nullptr, 0);
    return answer;
}

inline QByteArray textOf(const Result<QByteArray> &result)
{
    return result ? *result : nameOf(result.error().kind).toUtf8() + ": " + reason(result);
}

} // namespace masclet::test
