#include "app/cli/SetDocument.h"

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

} // namespace

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
            {QStringLiteral("damaged"), utcText(evidence.damaged)},
            {QStringLiteral("damage"), evidence.damage},
            {QStringLiteral("pinned"), evidence.pinned},
            {QStringLiteral("pinNote"), evidence.pinNote},
            {QStringLiteral("kinds"), QJsonArray::fromStringList(set.kinds())},
            {QStringLiteral("files"), filesOf(set)}};
}

} // namespace masclet
