#pragma once

#include "core/base/Result.h"
#include "core/profile/ProfileToml.h"

#include <QHash>

namespace masclet
{

/// Environment variables as a value: core functions never read the process's own.
using Environment = QHash<QString, QString>;

/// The variable that decides an option's value, empty when none does: our own wins over the file, others
/// count only where the file leaves the option out.
QString decidingVariable(const Option &option, bool given, const Environment &environment);

/// One option given on the command line, in the order given.
struct OptionArgument {
    const Option *option = nullptr;
    QString text;
};

/// Adds what the environment says: our own variables (MASCLET_PORT) win over the file, libpq's and the
/// container's (PGPORT, POSTGRES_DB) only fill what it leaves out, so a stray PGHOST never points a backup at
/// another server. Empty variables count as not set. Config errors name the variable.
Result<> applyEnvironment(StoredProfile &stored, const Environment &environment);

/// Adds what the command line says; the last one of an option wins. Usage errors name the flag.
Result<> applyArguments(StoredProfile &stored, const QList<OptionArgument> &arguments);

/// Whether values that are each allowed fit each other. Config.
Result<> checkTogether(const Profile &profile);

/// Every set holds the database, whatever else. Config.
Result<> checkKinds(const QStringList &kinds);

/// What a run needs beyond single values: a database and a repository, and values that fit. Config.
Result<> checkComplete(const Profile &profile);

} // namespace masclet
