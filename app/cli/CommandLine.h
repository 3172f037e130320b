#pragma once

#include "app/cli/Command.h"

#include <QStringList>

namespace masclet
{

/// What the arguments of the program ask for.
struct ParsedCommandLine {
    enum class Wants { Run, Help, Version, Document };
    Wants wants = Wants::Run;
    const Command *command = nullptr; ///< of Run; of Help when a verb was named
    QByteArray group;                 ///< of Help: "profile" when only the first word was given
    Arguments arguments;
};

/// Reads the command line against the verbs' specs and the option table. `arguments` without the program's
/// name. Usage errors say what is wrong and how to get help.
Result<ParsedCommandLine> parseCommandLine(const QStringList &arguments,
                                           const std::vector<std::unique_ptr<Command>> &commands);

} // namespace masclet
