#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace masclet::test
{

/// How a run of our own program ended.
struct ProgramOutcome {
    int exitCode = -1; ///< 128 + N when signal N killed it
    QByteArray output;
    QByteArray errorOutput;
};

/// Exit code and texts, for the message of a failing test.
QByteArray endOf(const ProgramOutcome &outcome);

/// build/<preset>/bin/masclet-backup of this build (MASCLET_BIN_DIR, set by ctest).
QString programPath();

/// Runs masclet-backup to its end. The environment is only PATH, LC_ALL, HOME and XDG_* below `home`, plus
/// `extra` ("NAME=value"), so nothing of the machine leaks in.
ProgramOutcome runProgram(const QString &home, const QStringList &arguments, const QStringList &extra = {},
                          const QByteArray &input = {});

/// The same through another program: strace, prlimit, a shell … with its own arguments, before ours.
ProgramOutcome runProgramUnder(const QStringList &wrapper, const QString &home, const QStringList &arguments,
                               const QStringList &extra = {});

/// The same as runProgram(), started and left running, for tests that stop or kill it.
std::unique_ptr<QProcess> startProgram(const QString &home, const QStringList &arguments,
                                       const QStringList &extra = {});

/// runProgramUnder(), started and left running.
std::unique_ptr<QProcess> startProgramUnder(const QStringList &wrapper, const QString &home,
                                            const QStringList &arguments, const QStringList &extra = {});

/// `full` repetitions at MASCLET_TEST_SCALE=100, fewer at its default of 10 (percent); at least one.
int scaled(int full);

} // namespace masclet::test

/// Verifies an outcome's exit code and shows its texts when it is another one. Needs <QtTest>.
#define QVERIFY_EXIT(outcome, expectedCode)                                                                  \
    do {                                                                                                     \
        const masclet::test::ProgramOutcome verifiedOutcome = (outcome);                                     \
        QVERIFY2(verifiedOutcome.exitCode == (expectedCode),                                                 \
                 masclet::test::endOf(verifiedOutcome).constData());                                         \
    } while (false)
