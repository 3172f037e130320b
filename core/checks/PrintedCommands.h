#pragma once

#include "core/checks/TableRows.h"
#include "core/profile/Profile.h"

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
/// gunzip -t for a compressed archive, and the checksums of the whole set.
QString integrityCommand(const Profile &profile, const QString &setId, const QByteArray &archive);
/// find with the profile's minimum; it prints the file when it is larger.
QString sizeCommand(const Profile &profile, const QByteArray &archive);
/// Makes a test database with the dump's encoding and loads it.
QString restoreCommand(const Profile &profile, const QByteArray &archive, const QByteArray &encoding);
/// Counts in the test database, then drops it.
QString countCommand(const Profile &profile, const QList<TableRows> &tables);
QString spaceCommand(const Profile &profile);
/// Unpacks a tar archive into a new folder of the current one.
QString unpackCommand(const Profile &profile, const QByteArray &archive);

} // namespace masclet
