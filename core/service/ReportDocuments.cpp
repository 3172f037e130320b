#include "core/service/ReportDocuments.h"

#include "core/base/JsonFields.h"

#include <QJsonArray>

namespace masclet
{

namespace
{

QJsonArray filesOf(const StoredSet &set)
{
    QJsonArray files;
    for (const StoredSet::File &file : set.files) {
        files << QJsonObject{{QStringLiteral("path"), QString::fromUtf8(file.path)},
                             {QStringLiteral("kind"), file.kind},
                             {QStringLiteral("role"), file.role},
                             {QStringLiteral("storedBytes"), file.storedSize},
                             {QStringLiteral("rawBytes"), file.rawSize}};
    }
    return files;
}

QJsonArray archivesDocument(const Manifest &manifest)
{
    QJsonArray list;
    for (const ManifestFile &file : manifest.files) {
        if (file.entries)
            list << QJsonObject{{QStringLiteral("kind"), file.kind},
                                {QStringLiteral("entries"), *file.entries},
                                {QStringLiteral("notes"), QJsonArray::fromStringList(file.notes)}};
    }
    return list;
}

QJsonArray tablesDocument(const Manifest &manifest)
{
    QJsonArray tables;
    for (const ManifestTable &table : manifest.tables) {
        QJsonObject item{{QStringLiteral("schema"), nameToJson(table.schema)},
                         {QStringLiteral("name"), nameToJson(table.name)},
                         {QStringLiteral("rows"), table.rows}};
        if (table.countedRows)
            item.insert(QStringLiteral("countedRows"), *table.countedRows);
        tables << item;
    }
    return tables;
}

QJsonArray evidenceDocument(const QList<Evidence> &records)
{
    QJsonArray list;
    for (const Evidence &record : records)
        list << QJsonObject{{QStringLiteral("time"), utcText(record.time)},
                            {QStringLiteral("type"), nameOf(record.type)},
                            {QStringLiteral("author"), record.author},
                            {QStringLiteral("note"), record.note},
                            {QStringLiteral("details"), record.details}};
    return list;
}

QJsonArray omissionsDocument(const Manifest &manifest)
{
    QJsonArray list;
    for (const ManifestOmission &omission : manifest.omissions)
        list << QJsonObject{{QStringLiteral("what"), omission.what},
                            {QStringLiteral("reason"), omission.reason}};
    return list;
}

QJsonArray comparedDocument(const Comparison &comparison)
{
    QJsonArray tables;
    for (const ComparedTable &table : comparison.tables)
        tables << QJsonObject{
            {QStringLiteral("schema"), nameToJson(table.schema)},
            {QStringLiteral("name"), nameToJson(table.name)},
            {QStringLiteral("expected"), table.expected},
            {QStringLiteral("restored"), table.restored ? QJsonValue(*table.restored) : QJsonValue()}};
    return tables;
}

} // namespace

QJsonObject levelsDocument(const QDateTime &read, const QDateTime &verified, const QDateTime &restoreTested,
                           const QDateTime &now)
{
    const auto level = [&now](const QDateTime &time) {
        return QJsonObject{
            {QStringLiteral("time"), utcText(time)},
            {QStringLiteral("ageSeconds"), time.isValid() ? QJsonValue(time.secsTo(now)) : QJsonValue()}};
    };
    return {{QStringLiteral("read"), level(read)},
            {QStringLiteral("verified"), level(verified)},
            {QStringLiteral("restoreTested"), level(restoreTested)}};
}

QJsonObject setDocument(const StoredSet &set)
{
    if (!set.readable)
        return {{QStringLiteral("id"), set.id}, {QStringLiteral("problem"), set.problem}};
    const EvidenceSummary &evidence = set.evidence;
    return {{QStringLiteral("id"), set.id},
            {QStringLiteral("problem"), set.problem},
            {QStringLiteral("state"), nameOf(set.state)},
            {QStringLiteral("profile"), set.profile},
            {QStringLiteral("profileId"), set.profileId},
            {QStringLiteral("sequence"), set.sequence},
            {QStringLiteral("started"), utcText(set.started)},
            {QStringLiteral("finished"), utcText(set.finished)},
            {QStringLiteral("zone"), set.zone},
            {QStringLiteral("durationMs"), set.durationMs},
            {QStringLiteral("storedBytes"), set.storedBytes},
            {QStringLiteral("rawBytes"), set.rawBytes},
            {QStringLiteral("rows"), set.rows},
            {QStringLiteral("tables"), set.tables},
            {QStringLiteral("trigger"), set.trigger},
            {QStringLiteral("reason"), set.reason},
            {QStringLiteral("author"), set.author},
            {QStringLiteral("runId"), set.runId},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(set.warnings)},
            {QStringLiteral("verified"), utcText(evidence.verified)},
            {QStringLiteral("restoreTested"), utcText(evidence.restoreTested)},
            {QStringLiteral("lastRead"), utcText(evidence.lastRead())},
            {QStringLiteral("damaged"), utcText(evidence.damaged)},
            {QStringLiteral("damage"), evidence.damage},
            {QStringLiteral("pinned"), evidence.pinned},
            {QStringLiteral("pinNote"), evidence.pinNote},
            {QStringLiteral("kinds"), QJsonArray::fromStringList(set.kinds())},
            {QStringLiteral("files"), filesOf(set)}};
}

QJsonObject setDocument(const StoredSet &set, const Manifest &manifest, const QList<Evidence> &evidence)
{
    QJsonObject document = setDocument(set);
    document.insert(QStringLiteral("database"), nameToJson(manifest.database.database));
    document.insert(QStringLiteral("serverVersion"), manifest.database.serverVersion);
    document.insert(QStringLiteral("dumpTool"), manifest.dumpTool);
    document.insert(QStringLiteral("archives"), archivesDocument(manifest));
    document.insert(QStringLiteral("tableRows"), tablesDocument(manifest));
    document.insert(QStringLiteral("evidence"), evidenceDocument(evidence));
    document.insert(QStringLiteral("omissions"), omissionsDocument(manifest));
    return document;
}

QJsonObject restoreTestDocument(const RestoreTestReport &report)
{
    const Comparison &comparison = report.comparison;
    return {{QStringLiteral("run"), toJson(report.run)},
            {QStringLiteral("equal"), comparison.equal()},
            {QStringLiteral("tables"), comparedDocument(comparison)},
            {QStringLiteral("differences"), QJsonArray::fromStringList(comparison.differences)},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(comparison.remarks)}};
}

} // namespace masclet
