#pragma once

#include "app/cli/Command.h"

namespace masclet
{

/// `masclet-backup --help`: verbs, common arguments, exit codes; with a group only the verbs of "profile".
QString overviewText(const std::vector<std::unique_ptr<Command>> &commands, const QByteArray &group = {});
/// `masclet-backup VERB --help`.
QString commandText(const CommandSpec &spec);

/// "masclet-backup pin SET [--note TEXT]": shared with the man page.
QString usageLine(const CommandSpec &spec);
/// "--wait 4h" or "SET": shared with the man page.
QString argumentTitle(const ArgumentSpec &argument);
/// "--port NUMBER": what stands for an option's value.
QString optionPlaceholder(const Option &option);

} // namespace masclet
