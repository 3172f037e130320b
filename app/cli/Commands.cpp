#include "app/cli/Commands.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

ArgumentSpec commonSwitch(const char *name, const QString &help)
{
    return {ArgumentSpec::Kind::Switch, name, {}, help, {}, {}};
}

ArgumentSpec commonValue(const char *name, const QString &value, const QString &help,
                         QStringList choices = {})
{
    return {ArgumentSpec::Kind::Value, name, value, help, {}, std::move(choices)};
}

} // namespace

bool CommandSpec::takes(const Option &option) const
{
    return options.contains(option.section) || options.contains(option.path().toLatin1());
}

QList<ArgumentSpec> commonArguments()
{
    return {
        commonValue("profile", Tr::tr("NAME"),
                    Tr::tr("profile to use, or the path of its file; not needed when there is only one")),
        commonValue("state", Tr::tr("PATH"),
                    Tr::tr("folder for the catalog and what waits for the repository")),
        commonSwitch("json", Tr::tr("one JSON document on standard output")),
        commonSwitch("dry-run", Tr::tr("only say what would be done")),
        commonValue("lang", QStringLiteral("es|en"), Tr::tr("language of messages"),
                    {QStringLiteral("es"), QStringLiteral("en")}),
        commonSwitch("help", Tr::tr("show this help")),
    };
}

std::vector<std::unique_ptr<Command>> makeCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    for (const auto make : {makeInitCommand,           makeProfileListCommand,
                            makeProfileShowCommand,    makeProfileSetCommand,
                            makeProfileCheckCommand,   makeSecretSetCommand,
                            makeSecretTestCommand,     makeSecretRemoveCommand,
                            makeBackupCommand,         makeListCommand,
                            makeShowCommand,           makePinCommand,
                            makeUnpinCommand,          makeInspectCommand,
                            makeVerifyCommand,         makeRestoreTestCommand,
                            makeRestoreCommand,        makeChecklistCommand,
                            makeScheduleShowCommand,   makeScheduleInstallCommand,
                            makeScheduleRemoveCommand, makeScheduleProveCommand,
                            makeStatusCommand,         makeRetentionCommand,
                            makeCatalogRebuildCommand, makeAuditVerifyCommand,
                            makeLogsCommand,           makeKnownListCommand,
                            makeKnownAddCommand,       makeKnownRemoveCommand,
                            makeAlarmListCommand,      makeAlarmAckCommand,
                            makeAlarmContactsCommand,  makeAlarmTestCommand,
                            makeAlarmEscalateCommand,  makeKeyCreateCommand})
        commands.push_back(make());
    return commands;
}

} // namespace masclet
