#pragma once

#include "core/checks/TableRows.h"
#include "core/profile/Profile.h"
#include "core/server/DatabaseFacts.h"

#include <QDate>
#include <QString>

namespace masclet
{

// Commands that a person can run without this program; shown, never executed. They are those of the seed's
// section 7 with the real file names. `archive` is a path in the repository.

/// Quoted for a POSIX shell where it has to be.
QString shellWord(const QString &text);

/// Where the archive of a day's first set has to be, whether it is there or not.
QByteArray expectedArchive(const Profile &profile, const QDate &day);

QString listCommand(const Profile &profile, const QByteArray &archive);
/// gunzip -t for a compressed archive, pg_restore for what it reads, and the checksums of the whole set.
QString integrityCommand(const Profile &profile, const QString &setId, const QByteArray &archive);
/// find with the profile's minimum; it prints the file when it is larger. Of a folder its size.
QString sizeCommand(const Profile &profile, const QByteArray &archive);
/// Makes a test database like the one that was dumped (encoding and locale; UTF8 where unknown) and loads it.
QString restoreCommand(const Profile &profile, const QByteArray &archive, const DatabaseFacts &dumped);
/// Makes the roles and tablespaces the dump needs, on a server that has none of them. Those that are there
/// already are errors that do no harm.
QString rolesCommand(const Profile &profile, const QByteArray &globals);
/// Counts in the test database, then drops it.
QString countCommand(const Profile &profile, const QList<TableRows> &tables);
QString spaceCommand(const Profile &profile);
/// Unpacks a tar archive into a new folder of the current one.
QString unpackCommand(const Profile &profile, const QByteArray &archive);

} // namespace masclet
