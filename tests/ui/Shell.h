#pragma once

#include <QProcess>
#include <QString>

namespace masclet::test
{

/// What a command did that a person copied from a window and typed into a shell.
struct TypedCommand {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

/// Runs it with the real program, as the person whose configuration and state lie in folders `config` and
/// `state` of `home`. `input` is what is typed then.
inline TypedCommand typeIntoShell(const QString &command, const QString &home, const QByteArray &input = {})
{
    QProcess shell;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"),
                       qEnvironmentVariable("MASCLET_BIN_DIR") + QChar(u':') + qEnvironmentVariable("PATH"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), home + QStringLiteral("/state"));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
    shell.write(input);
    shell.closeWriteChannel();
    if (!shell.waitForFinished(60'000))
        qFatal("%s does not end", qPrintable(command));
    return {shell.exitCode(), shell.readAllStandardOutput(), shell.readAllStandardError()};
}

} // namespace masclet::test
