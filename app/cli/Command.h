#pragma once

#include "app/cli/CommandContext.h"
#include "core/base/ExitCode.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace masclet
{

/// One argument of a verb's own; those of the profile come from the option table.
struct ArgumentSpec {
    enum class Kind {
        Switch,     ///< --all
        Value,      ///< --wait 4h
        Positional, ///< SET; may be left out when `required` is No
    };
    enum class Required { No, Yes };

    Kind kind = Kind::Switch;
    QByteArray name; ///< without dashes
    QString value;   ///< what stands for the value in help: "SET"; empty for switches
    QString help;
    Required required = Required::No;
    QStringList choices; ///< for the shell's completion; empty when anything goes
};

/// What a verb is called and takes: parser, help, man page and completion all read this.
struct CommandSpec {
    QByteArray name; ///< "profile check"
    QString summary; ///< one line
    QString details; ///< some lines more for `--help` and man page; may be empty
    QList<ArgumentSpec> arguments;
    /// What it takes of the option table as flags: whole sections ("connection") or single options
    /// ("encryption.identity").
    QList<QByteArray> options;

    bool takes(const Option &option) const;
};

/// A verb. Stateless; one file each. run() blocks until the verb is done.
class Command
{
public:
    virtual ~Command() = default;
    virtual CommandSpec spec() const = 0;
    /// The exit code (0, or 3 for warnings), or why it failed.
    virtual Result<int> run(CommandContext &context) const = 0;
    /// `status` speaks Nagios here; all others follow the table.
    virtual int exitCodeFor(const Error &error) const { return exitCodeOf(error.kind); }
};

/// All verbs in the order of the help.
std::vector<std::unique_ptr<Command>> makeCommands();

/// The arguments every verb takes.
QList<ArgumentSpec> commonArguments();

} // namespace masclet
