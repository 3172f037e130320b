#pragma once

#include "core/repository/Journal.h"

namespace masclet
{

/// A database that gave way to a restored one and was kept aside. Journal records: nothing else knows them.
struct KeptDatabase {
    QByteArray database; ///< whose name it had
    QByteArray name;     ///< whose name it has
    quint32 oid = 0;     ///< tells it from another one of that name
    QByteArray systemIdentifier;
    QDateTime time; ///< UTC
    QString profileId;
};

/// Before the swap, so that a crash cannot hide a database.
Result<> journalKeptDatabase(Journal &journal, const RepositoryLock &lock, const KeptDatabase &kept);
/// Before it is dropped.
Result<> journalKeptDrop(Journal &journal, const RepositoryLock &lock, const KeptDatabase &kept);
/// It is gone, or has its old name again.
Result<> journalKeptEnded(Journal &journal, const RepositoryLock &lock, const KeptDatabase &kept);

/// The records that say which are kept.
QSet<QString> keptDatabaseTypes();
/// Of a profile, newest first, each database once, as it was kept last; those whose end was journalled are
/// left out. Whether one is really there (a swap may have failed) only its server can tell.
QList<KeptDatabase> keptDatabases(const QList<JournalRecord> &records, const QString &profileId);

} // namespace masclet
