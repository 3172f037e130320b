#pragma once

#include "app/cli/Command.h"

namespace masclet
{

/// The whole program below main(): reads the arguments (without the program's name), runs the verb, prints
/// errors, returns the exit code. Tests call it with a console and context of their own. Needs a
/// QCoreApplication; main thread.
int execute(const QStringList &arguments, const AppContext &app, Console &console);

} // namespace masclet
