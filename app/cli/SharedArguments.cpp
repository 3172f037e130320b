// Arguments that several verbs share: which set, and the typed confirmation.
#include "app/cli/Commands.h"

#include <QCoreApplication>

namespace masclet
{

namespace
{
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};
} // namespace

QList<ArgumentSpec> setArguments()
{
    return {{ArgumentSpec::Kind::Positional,
             "set",
             Tr::tr("SET"),
             Tr::tr("id of a backup, as \"list\" shows it"),
             {},
             {}},
            {ArgumentSpec::Kind::Switch, "latest", {}, Tr::tr("the newest backup of the profile"), {}, {}}};
}

ArgumentSpec confirmationArgument(const QString &help)
{
    return {ArgumentSpec::Kind::Value, "yes", Tr::tr("NAME"), help, {}, {}};
}

Result<QString> setIdFrom(const Arguments &arguments)
{
    const QString id = arguments.value("set");
    if (id.isEmpty() == arguments.has("latest"))
        return id;
    return fail(ErrorKind::Usage, Tr::tr("Name one set, or give --latest."),
                Tr::tr("\"masclet-backup list\" shows them."));
}

} // namespace masclet
