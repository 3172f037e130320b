#pragma once

#include "app/cli/Command.h"

namespace masclet
{

/// One function per verb; each verb's class lives in a file of its own and nobody else needs to see it.
std::unique_ptr<Command> makeInitCommand();
std::unique_ptr<Command> makeProfileListCommand();
std::unique_ptr<Command> makeProfileShowCommand();
std::unique_ptr<Command> makeProfileSetCommand();
std::unique_ptr<Command> makeProfileCheckCommand();
std::unique_ptr<Command> makeSecretSetCommand();
std::unique_ptr<Command> makeSecretTestCommand();
std::unique_ptr<Command> makeSecretRemoveCommand();
std::unique_ptr<Command> makeBackupCommand();
std::unique_ptr<Command> makeListCommand();
std::unique_ptr<Command> makeShowCommand();
std::unique_ptr<Command> makePinCommand();
std::unique_ptr<Command> makeUnpinCommand();
std::unique_ptr<Command> makeInspectCommand();
std::unique_ptr<Command> makeVerifyCommand();
std::unique_ptr<Command> makeRestoreTestCommand();
std::unique_ptr<Command> makeRestoreCommand();
std::unique_ptr<Command> makeChecklistCommand();
std::unique_ptr<Command> makeScheduleShowCommand();
std::unique_ptr<Command> makeScheduleInstallCommand();
std::unique_ptr<Command> makeScheduleRemoveCommand();
std::unique_ptr<Command> makeScheduleProveCommand();
std::unique_ptr<Command> makeStatusCommand();
std::unique_ptr<Command> makeRetentionCommand();
std::unique_ptr<Command> makeCatalogRebuildCommand();
std::unique_ptr<Command> makeAuditVerifyCommand();
std::unique_ptr<Command> makeLogsCommand();
std::unique_ptr<Command> makeKnownListCommand();
std::unique_ptr<Command> makeKnownAddCommand();
std::unique_ptr<Command> makeKnownRemoveCommand();
std::unique_ptr<Command> makeAlarmListCommand();
std::unique_ptr<Command> makeKeyCreateCommand();
std::unique_ptr<Command> makeAlarmAckCommand();
std::unique_ptr<Command> makeAlarmContactsCommand();
std::unique_ptr<Command> makeAlarmTestCommand();
std::unique_ptr<Command> makeAlarmEscalateCommand();

/// --yes NAME, for destructive verbs.
ArgumentSpec confirmationArgument(const QString &help);
/// SET or --latest, for verbs that take a set.
QList<ArgumentSpec> setArguments();
/// The id given, empty for --latest; Usage when neither or both were given.
Result<QString> setIdFrom(const Arguments &arguments);

} // namespace masclet
