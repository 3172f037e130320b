#include "tests/cli/tst_Program.h"

#include "tests/support/Program.h"
#include "tests/support/TestMain.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>

using namespace masclet::test;

void tst_Program::startsInCronsEnvironmentAndSaysNothingElse() // L07
{
    QProcess program;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    program.setProcessEnvironment(environment);
    program.start(programPath(), {QStringLiteral("--version")});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.readAllStandardOutput(), QByteArray("masclet-backup " MASCLET_VERSION "\n"));
    QCOMPARE(program.readAllStandardError(), QByteArray());
}

void tst_Program::itsExitCodeIsTheVerbs()
{
    const QTemporaryDir home;
    QCOMPARE(runProgram(home.path(), {QStringLiteral("profile"), QStringLiteral("show")}).exitCode, 10);
    QCOMPARE(runProgram(home.path(), {QStringLiteral("nonsense")}).exitCode, 2);
}

void tst_Program::aReaderThatGoesAwayIsSurvived()
{
    const QTemporaryDir home;
    const std::unique_ptr<QProcess> program = startProgram(home.path(), {QStringLiteral("--help")});
    program->closeReadChannel(QProcess::StandardOutput);
    QVERIFY(program->waitForFinished());
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(program->exitCode(), 0);
}
