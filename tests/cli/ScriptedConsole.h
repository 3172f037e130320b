#pragma once

#include "app/cli/Console.h"

#include <QStringList>

#include <functional>

namespace masclet::test
{

/// A console whose answers are given beforehand and whose output is kept.
class ScriptedConsole final : public Console
{
public:
    enum class Streams { Pipes, Terminal };
    explicit ScriptedConsole(Streams streams = Streams::Pipes)
        : m_terminal(streams == Streams::Terminal)
    {
    }

    void writeOutput(const QByteArray &text) override { output += text; }
    void writeError(const QByteArray &text) override { errors += text; }
    bool errorIsTerminal() const override { return m_terminal; }
    int terminalWidth() const override { return 40; }
    bool inputIsTerminal() const override { return m_terminal; }
    Result<QString> readLine(const QString &prompt) override
    {
        prompts << prompt;
        if (whileAsking)
            whileAsking();
        return answers.isEmpty() ? QString() : answers.takeFirst();
    }
    Result<Secret> readSecret(const QString &prompt) override
    {
        prompts << prompt;
        QByteArray answer = answers.isEmpty() ? QByteArray() : answers.takeFirst().toUtf8();
        return Secret::take(answer);
    }

    QByteArray output;
    QByteArray errors;
    QStringList prompts;
    QStringList answers;
    std::function<void()> whileAsking; ///< what happens elsewhere before a line is answered

private:
    bool m_terminal;
};

} // namespace masclet::test
