#pragma once

#include "core/repository/Journal.h"

namespace masclet
{

/// Why retention must not delete anything for a profile until a person has looked: the server was replaced,
/// or the new set has far fewer rows (C13). Kept as journal records, so no later run can forget them.
struct RetentionHold {
    QString setId; ///< the set that raised it
    QString reason;
    QDateTime time;
};

/// The records that are about holds.
QSet<QString> holdTypes();
/// Holds raised since the profile's last acceptance, oldest first.
QList<RetentionHold> holdsOf(const QList<JournalRecord> &records, const QString &profileId);

Result<> raiseHold(Journal &journal, const RepositoryLock &lock, const QString &profileId,
                   const QString &setId, const QString &reason);
/// A person says that what the holds are about is right (`profile check --accept-server`).
Result<> acceptHolds(Journal &journal, const RepositoryLock &lock, const QString &profileId,
                     const QString &author);

} // namespace masclet
