#pragma once

#include "core/process/ToolProcess.h"

#include <optional>

namespace masclet
{

// Of programs that do nothing but pass bytes on (age, pg_restore): what feeds them has a limit of its own.
constexpr std::chrono::milliseconds passingStallLimit = std::chrono::minutes(15);
constexpr size_t passingBlock = 1024 * 1024;

/// A program that a signal ended (the walls around it tell by 128 and more) has said nothing about what it
/// was given: neither key nor file is to blame. nullopt when it ended by itself.
inline std::optional<Error> killedInItsWork(const QString &program, ToolOutcome outcome)
{
    constexpr int shellOffset = 128;
    if (outcome.signal == 0 && outcome.exitCode > shellOffset)
        outcome.signal = outcome.exitCode - shellOffset;
    if (outcome.signal == 0)
        return std::nullopt;
    ToolCommand command;
    command.program = program;
    return describe(command, outcome, ErrorKind::ClientTool);
}

} // namespace masclet
