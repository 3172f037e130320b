#include "core/catalog/SetJson.h"

#include "core/base/JsonFields.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Catalog)
};

QJsonObject toJson(const StoredSet::File &file)
{
    return {{QStringLiteral("path"), QString::fromUtf8(file.path)},
            {QStringLiteral("kind"), file.kind},
            {QStringLiteral("role"), file.role},
            {QStringLiteral("storedSize"), file.storedSize},
            {QStringLiteral("rawSize"), file.rawSize}};
}

QJsonObject toJson(const EvidenceSummary &evidence)
{
    return {{QStringLiteral("verified"), utcText(evidence.verified)},
            {QStringLiteral("restoreTested"), utcText(evidence.restoreTested)},
            {QStringLiteral("reread"), utcText(evidence.reread)},
            {QStringLiteral("damaged"), utcText(evidence.damaged)},
            {QStringLiteral("damage"), evidence.damage},
            {QStringLiteral("pinned"), evidence.pinned},
            {QStringLiteral("pinNote"), evidence.pinNote},
            {QStringLiteral("unreadable"), evidence.unreadable}};
}

JsonFields fieldsOf(const QJsonObject &object)
{
    return JsonFields(object, Tr::tr("Catalog, set"), ErrorKind::Catalog);
}

Result<StoredSet::File> fileFrom(const QJsonValue &value)
{
    JsonFields fields = fieldsOf(value.toObject());
    StoredSet::File file{fields.word("path").toUtf8(), fields.text("kind"), fields.text("role"),
                         fields.integer("storedSize"), fields.integer("rawSize")};
    MASCLET_TRY(fields.finish());
    return file;
}

Result<EvidenceSummary> evidenceFrom(const QJsonObject &object)
{
    JsonFields fields = fieldsOf(object);
    EvidenceSummary evidence;
    evidence.verified = fields.optionalUtc("verified");
    evidence.restoreTested = fields.optionalUtc("restoreTested");
    // Rows written before this was kept do not say; the next run writes them anew.
    if (fields.has("reread"))
        evidence.reread = fields.optionalUtc("reread");
    evidence.damaged = fields.optionalUtc("damaged");
    evidence.damage = fields.text("damage");
    evidence.pinned = fields.flag("pinned");
    evidence.pinNote = fields.text("pinNote");
    evidence.unreadable = int(fields.integer("unreadable"));
    MASCLET_TRY(fields.finish());
    return evidence;
}

SetState stateFrom(JsonFields &fields)
{
    constexpr std::array states{SetState::Complete, SetState::Verified, SetState::RestoreTested,
                                SetState::Damaged};
    const QString name = fields.word("state");
    const auto *found =
        std::find_if(states.begin(), states.end(), [&](SetState state) { return nameOf(state) == name; });
    if (found == states.end())
        fields.refuse("state");
    return found == states.end() ? SetState::Damaged : *found;
}

} // namespace

QString catalogDocument(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject toJson(const StoredSet &set)
{
    QJsonArray files;
    for (const StoredSet::File &file : set.files)
        files.append(toJson(file));
    return {{QStringLiteral("id"), set.id},
            {QStringLiteral("problem"), set.problem},
            {QStringLiteral("readable"), set.readable},
            {QStringLiteral("profile"), set.profile},
            {QStringLiteral("profileId"), set.profileId},
            {QStringLiteral("sequence"), set.sequence},
            {QStringLiteral("parent"), set.parent},
            {QStringLiteral("runId"), set.runId},
            {QStringLiteral("trigger"), set.trigger},
            {QStringLiteral("reason"), set.reason},
            {QStringLiteral("author"), set.author},
            {QStringLiteral("started"), utcText(set.started)},
            {QStringLiteral("finished"), utcText(set.finished)},
            {QStringLiteral("zone"), set.zone},
            {QStringLiteral("durationMs"), set.durationMs},
            {QStringLiteral("storedBytes"), set.storedBytes},
            {QStringLiteral("rawBytes"), set.rawBytes},
            {QStringLiteral("rows"), set.rows},
            {QStringLiteral("tables"), set.tables},
            {QStringLiteral("contentHash"), set.contentHash},
            {QStringLiteral("systemIdentifier"), set.systemIdentifier},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(set.warnings)},
            {QStringLiteral("files"), files},
            {QStringLiteral("state"), nameOf(set.state)},
            {QStringLiteral("evidence"), toJson(set.evidence)}};
}

Result<StoredSet> storedSetFromJson(const QJsonObject &object)
{
    JsonFields fields = fieldsOf(object);
    StoredSet set;
    set.id = fields.word("id");
    set.problem = fields.text("problem");
    set.readable = fields.flag("readable");
    set.profile = fields.text("profile");
    set.profileId = fields.text("profileId");
    set.sequence = fields.integer("sequence");
    set.parent = fields.text("parent");
    set.runId = fields.text("runId");
    set.trigger = fields.text("trigger");
    set.reason = fields.text("reason");
    set.author = fields.text("author");
    set.started = fields.optionalUtc("started");
    set.finished = fields.optionalUtc("finished");
    set.zone = fields.text("zone");
    set.durationMs = fields.integer("durationMs");
    set.storedBytes = fields.integer("storedBytes");
    set.rawBytes = fields.integer("rawBytes");
    set.rows = fields.integer("rows");
    set.tables = fields.integer("tables");
    set.contentHash = fields.text("contentHash");
    set.systemIdentifier = fields.text("systemIdentifier");
    set.warnings = fields.texts("warnings");
    set.state = stateFrom(fields);
    const QJsonArray files = fields.array("files");
    const QJsonObject evidence = fields.object("evidence");
    MASCLET_TRY(fields.finish());
    for (const QJsonValue &value : files) {
        MASCLET_TRY_ASSIGN(StoredSet::File file, fileFrom(value));
        set.files << std::move(file);
    }
    MASCLET_TRY_ASSIGN(set.evidence, evidenceFrom(evidence));
    return set;
}

} // namespace masclet
