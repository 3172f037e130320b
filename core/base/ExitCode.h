#pragma once

#include "core/base/Error.h"

#include <span>

namespace masclet
{

/// The one table of exit codes: `--help`, the man page, the journal and the tests read it.
struct ExitCodeRow {
    int code;
    const char *name; ///< stable word for JSON output and journal ("dump")
    const char *text; ///< English source text; translated by exitCodeText()
};

inline constexpr int exitOk = 0;
inline constexpr int exitWarnings = 3;

std::span<const ExitCodeRow> exitCodes();
QString exitCodeText(const ExitCodeRow &row);

/// Stopped maps to 130 (128 + SIGINT) here; the command line knows the real signal and adds it itself.
int exitCodeOf(ErrorKind kind);
/// Stable word of a kind ("dump"), the name column of its row; "stopped" for Stopped.
QString nameOf(ErrorKind kind);

} // namespace masclet
