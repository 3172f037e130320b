#include "core/service/RetentionHold.h"

namespace masclet
{

namespace
{
const QString holdType = QStringLiteral("retention-hold");
const QString acceptType = QStringLiteral("retention-hold-accepted");
const QString profileKey = QStringLiteral("profileId");
const QString setKey = QStringLiteral("setId");
const QString reasonKey = QStringLiteral("reason");
const QString authorKey = QStringLiteral("author");
} // namespace

QSet<QString> holdTypes()
{
    return {holdType, acceptType};
}

QList<RetentionHold> holdsOf(const QList<JournalRecord> &records, const QString &profileId)
{
    QList<RetentionHold> holds;
    for (const JournalRecord &record : records) {
        if (record.data[profileKey].toString() != profileId)
            continue;
        if (record.type == holdType)
            holds << RetentionHold{record.data[setKey].toString(), record.data[reasonKey].toString(),
                                   record.time};
        else if (record.type == acceptType)
            holds.clear();
    }
    return holds;
}

Result<> raiseHold(Journal &journal, const RepositoryLock &lock, const QString &profileId,
                   const QString &setId, const QString &reason)
{
    return journal.append(lock, holdType, {{profileKey, profileId}, {setKey, setId}, {reasonKey, reason}});
}

Result<> acceptHolds(Journal &journal, const RepositoryLock &lock, const QString &profileId,
                     const QString &author)
{
    return journal.append(lock, acceptType, {{profileKey, profileId}, {authorKey, author}});
}

} // namespace masclet
