#pragma once

#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QString>

namespace masclet
{

/// The three standard streams as commands see them; tests put a scripted one in their place. Main thread.
class Console
{
public:
    virtual ~Console() = default;

    /// Results: standard output. A reader that went away is not an error of ours.
    virtual void writeOutput(const QByteArray &text) = 0;
    /// Progress, notes and errors: standard error.
    virtual void writeError(const QByteArray &text) = 0;
    virtual bool errorIsTerminal() const = 0;
    virtual int terminalWidth() const = 0;
    virtual bool inputIsTerminal() const = 0;

    /// One line of standard input without its end; Stopped when a signal arrived meanwhile.
    virtual Result<QString> readLine(const QString &prompt) = 0;
    /// A password: typed without echo on a terminal, else all of standard input without its last line end.
    virtual Result<Secret> readSecret(const QString &prompt) = 0;
};

/// The process's own streams.
class SystemConsole final : public Console
{
public:
    void writeOutput(const QByteArray &text) override;
    void writeError(const QByteArray &text) override;
    bool errorIsTerminal() const override;
    int terminalWidth() const override;
    bool inputIsTerminal() const override;
    Result<QString> readLine(const QString &prompt) override;
    Result<Secret> readSecret(const QString &prompt) override;
};

} // namespace masclet
