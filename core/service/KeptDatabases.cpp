#include "core/service/KeptDatabases.h"

#include <algorithm>

namespace masclet
{

namespace
{

const QString keptType = QStringLiteral("database-kept");
const QString dropType = QStringLiteral("database-kept-drop");
const QString endedType = QStringLiteral("database-kept-ended");
const QString profileKey = QStringLiteral("profileId");
const QString databaseKey = QStringLiteral("database");
const QString nameKey = QStringLiteral("name");
const QString oidKey = QStringLiteral("oid");
const QString serverKey = QStringLiteral("systemIdentifier");

QString hex(const QByteArray &name)
{
    return QString::fromLatin1(name.toHex());
}

QByteArray unhex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

QJsonObject toJson(const KeptDatabase &kept)
{
    return {{profileKey, kept.profileId},
            {databaseKey, hex(kept.database)},
            {nameKey, hex(kept.name)},
            {oidKey, qint64(kept.oid)},
            {serverKey, QString::fromLatin1(kept.systemIdentifier)}};
}

} // namespace

Result<> journalKeptDatabase(Journal &journal, const RepositoryLock &lock, const KeptDatabase &kept)
{
    return journal.append(lock, keptType, toJson(kept));
}

Result<> journalKeptDrop(Journal &journal, const RepositoryLock &lock, const KeptDatabase &kept)
{
    return journal.append(lock, dropType, toJson(kept));
}

Result<> journalKeptEnded(Journal &journal, const RepositoryLock &lock, const KeptDatabase &kept)
{
    return journal.append(lock, endedType, toJson(kept));
}

QSet<QString> keptDatabaseTypes()
{
    return {keptType, endedType};
}

QList<KeptDatabase> keptDatabases(const QList<JournalRecord> &records, const QString &profileId)
{
    QList<KeptDatabase> list;
    for (const JournalRecord &record : records) {
        if (record.data[profileKey].toString() != profileId)
            continue;
        const KeptDatabase kept{unhex(record.data[databaseKey]),
                                unhex(record.data[nameKey]),
                                quint32(record.data[oidKey].toInteger()),
                                record.data[serverKey].toString().toLatin1(),
                                record.time,
                                profileId};
        if (record.type != keptType && record.type != endedType)
            continue;
        // A swap that failed leaves its record. The database kept at last has its whole time from then.
        list.removeIf([&](const KeptDatabase &other) {
            return other.oid == kept.oid && other.systemIdentifier == kept.systemIdentifier;
        });
        if (record.type == keptType)
            list.prepend(kept);
    }
    return list;
}

} // namespace masclet
