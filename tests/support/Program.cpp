#include "tests/support/Program.h"

#include <QProcessEnvironment>

#include <algorithm>
#include <csignal>

#include <sys/prctl.h>

namespace masclet::test
{

namespace
{

constexpr int programLimit = 600'000; ///< milliseconds

std::unique_ptr<QProcess> prepared(const QString &home, const QStringList &arguments,
                                   const QStringList &extra)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/sbin:/usr/bin:/sbin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), home + QStringLiteral("/state"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home);
    for (const QString &variable : extra)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process->setProcessEnvironment(environment);
    process->setProgram(programPath());
    process->setArguments(arguments);
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    return process;
}

std::unique_ptr<QProcess> preparedUnder(const QStringList &wrapper, const QString &home,
                                        const QStringList &arguments, const QStringList &extra)
{
    auto process = prepared(home, arguments, extra);
    process->setProgram(wrapper.first());
    process->setArguments(wrapper.mid(1) + QStringList{programPath()} + arguments);
    return process;
}

ProgramOutcome runToEnd(QProcess &process, const QByteArray &input)
{
    process.start();
    ProgramOutcome outcome;
    if (!process.waitForStarted()) {
        outcome.errorOutput = process.errorString().toUtf8();
        return outcome;
    }
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(programLimit)) {
        process.kill();
        process.waitForFinished();
    }
    outcome.output = process.readAllStandardOutput();
    outcome.errorOutput = process.readAllStandardError();
    // QProcess gives the signal's number as exit code of a crashed child (qprocess_unix.cpp).
    outcome.exitCode =
        process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + process.exitCode();
    return outcome;
}

} // namespace

QByteArray endOf(const ProgramOutcome &outcome)
{
    return "exit " + QByteArray::number(outcome.exitCode) + ": " + outcome.errorOutput + outcome.output;
}

QString programPath()
{
    return qEnvironmentVariable("MASCLET_BIN_DIR") + QStringLiteral("/masclet-backup");
}

ProgramOutcome runProgram(const QString &home, const QStringList &arguments, const QStringList &extra,
                          const QByteArray &input)
{
    return runToEnd(*prepared(home, arguments, extra), input);
}

ProgramOutcome runProgramUnder(const QStringList &wrapper, const QString &home, const QStringList &arguments,
                               const QStringList &extra)
{
    return runToEnd(*preparedUnder(wrapper, home, arguments, extra), {});
}

std::unique_ptr<QProcess> startProgram(const QString &home, const QStringList &arguments,
                                       const QStringList &extra)
{
    auto process = prepared(home, arguments, extra);
    process->start();
    process->waitForStarted();
    return process;
}

std::unique_ptr<QProcess> startProgramUnder(const QStringList &wrapper, const QString &home,
                                            const QStringList &arguments, const QStringList &extra)
{
    auto process = preparedUnder(wrapper, home, arguments, extra);
    process->start();
    process->waitForStarted();
    return process;
}

int scaled(int full)
{
    bool good = false;
    const int scale = qEnvironmentVariableIntValue("MASCLET_TEST_SCALE", &good);
    return std::max(1, full * (good ? std::clamp(scale, 1, 100) : 10) / 100);
}

} // namespace masclet::test
