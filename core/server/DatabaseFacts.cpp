#include "core/server/DatabaseFacts.h"

#include "core/base/JsonFields.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <limits>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

constexpr qint64 maximumOid = std::numeric_limits<quint32>::max();
constexpr char relationKinds[] = "rpfSvm";
constexpr char persistenceKinds[] = "put";

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && text.toUtf8() == bytes;
}

QJsonArray toJson(const QList<QByteArray> &names)
{
    QJsonArray array;
    for (const QByteArray &name : names)
        array.append(nameToJson(name));
    return array;
}

QJsonObject toJson(const RelationFacts &relation)
{
    QJsonObject object{{QStringLiteral("oid"), qint64(relation.oid)},
                       {QStringLiteral("schema"), nameToJson(relation.schema)},
                       {QStringLiteral("name"), nameToJson(relation.name)},
                       {QStringLiteral("kind"), QString(QLatin1Char(relation.kind))},
                       {QStringLiteral("persistence"), QString(QLatin1Char(relation.persistence))},
                       {QStringLiteral("root"), qint64(relation.partitionRoot)},
                       {QStringLiteral("extension"), qint64(relation.extension)},
                       {QStringLiteral("bytes"), relation.bytes},
                       {QStringLiteral("rowSecurity"), relation.rowSecurity}};
    if (relation.rows)
        object.insert(QStringLiteral("rows"), *relation.rows);
    return object;
}

/// JsonFields for objects that hold names.
class NameFields : public JsonFields
{
public:
    using JsonFields::JsonFields;

    QByteArray name(const char *key)
    {
        const Result<QByteArray> name = nameFromJson(value(key));
        if (!name)
            refuse(key);
        return name.value_or(QByteArray());
    }

    QList<QByteArray> names(const char *key)
    {
        QList<QByteArray> list;
        for (const QJsonValue &item : array(key)) {
            const Result<QByteArray> name = nameFromJson(item);
            if (!name)
                refuse(key);
            list.append(name.value_or(QByteArray()));
        }
        return list;
    }

    /// One character out of `allowed`.
    char letter(const char *key, const char *allowed)
    {
        const QByteArray word = text(key).toLatin1();
        if (word.size() != 1 || !QByteArray(allowed).contains(word))
            refuse(key);
        return word.isEmpty() ? '\0' : word.front();
    }

    quint32 oid(const char *key, qint64 minimum) { return quint32(integer(key, minimum, maximumOid)); }
};

Result<RelationFacts> relationFromJson(const QJsonValue &value)
{
    NameFields fields(value.toObject(), Tr::tr("relation"), ErrorKind::Verification);
    RelationFacts relation;
    relation.oid = fields.oid("oid", 1);
    relation.schema = fields.name("schema");
    relation.name = fields.name("name");
    relation.kind = fields.letter("kind", relationKinds);
    relation.persistence = fields.letter("persistence", persistenceKinds);
    relation.partitionRoot = fields.oid("root", 0);
    relation.extension = fields.oid("extension", 0);
    relation.bytes = fields.integer("bytes");
    relation.rowSecurity = fields.flag("rowSecurity");
    relation.rows = fields.optionalInteger("rows");
    MASCLET_TRY(fields.finish());
    return relation;
}

Result<QList<RelationFacts>> relationsFromJson(const QJsonArray &array)
{
    QList<RelationFacts> relations;
    relations.reserve(array.size());
    QSet<quint32> seen;
    for (const QJsonValue &item : array) {
        MASCLET_TRY_ASSIGN(RelationFacts relation, relationFromJson(item));
        if (seen.contains(relation.oid))
            return fail(ErrorKind::Verification,
                        Tr::tr("Two relations have the same OID %1.").arg(relation.oid));
        seen.insert(relation.oid);
        relations.append(std::move(relation));
    }
    return relations;
}

QJsonArray settingsToJson(const QList<std::pair<QByteArray, QByteArray>> &settings)
{
    QJsonArray array;
    for (const auto &[role, setting] : settings)
        array.append(QJsonObject{{QStringLiteral("role"), nameToJson(role)},
                                 {QStringLiteral("setting"), nameToJson(setting)}});
    return array;
}

Result<QList<std::pair<QByteArray, QByteArray>>> settingsFromJson(const QJsonArray &array)
{
    QList<std::pair<QByteArray, QByteArray>> settings;
    for (const QJsonValue &item : array) {
        NameFields fields(item.toObject(), Tr::tr("role setting"), ErrorKind::Verification);
        QByteArray role = fields.name("role");
        QByteArray setting = fields.name("setting");
        MASCLET_TRY(fields.finish());
        settings.append({std::move(role), std::move(setting)});
    }
    return settings;
}

QJsonObject countsToJson(const QList<std::pair<QByteArray, qint64>> &counts)
{
    QJsonObject object;
    for (const auto &[kind, count] : counts)
        object.insert(QString::fromUtf8(kind), count);
    return object;
}

Result<QList<std::pair<QByteArray, qint64>>> countsFromJson(const QJsonObject &object)
{
    QList<std::pair<QByteArray, qint64>> counts;
    JsonFields fields(object, Tr::tr("object counts"), ErrorKind::Verification);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QByteArray kind = it.key().toUtf8();
        counts.append({kind, fields.integer(kind.constData())});
    }
    MASCLET_TRY(fields.finish());
    return counts;
}

} // namespace

const RelationFacts *DatabaseFacts::relation(quint32 oid) const
{
    const auto found = std::find_if(relations.constBegin(), relations.constEnd(),
                                    [oid](const RelationFacts &relation) { return relation.oid == oid; });
    return found == relations.constEnd() ? nullptr : &*found;
}

QJsonValue nameToJson(const QByteArray &name)
{
    if (isUtf8(name))
        return QString::fromUtf8(name);
    return QJsonObject{{QStringLiteral("hex"), QString::fromLatin1(name.toHex())}};
}

Result<QByteArray> nameFromJson(const QJsonValue &value)
{
    if (value.isString()) {
        const QByteArray name = value.toString().toUtf8();
        if (!name.contains('\0'))
            return name;
    }
    const QJsonObject object = value.toObject();
    const QByteArray hex = object.value(QLatin1String("hex")).toString().toLatin1();
    const QByteArray name = QByteArray::fromHex(hex);
    // One name has one form: hexadecimal digits in lower case, and only where text would not do.
    if (object.size() == 1 && name.toHex() == hex && !isUtf8(name) && !name.contains('\0'))
        return name;
    return fail(ErrorKind::Verification, Tr::tr("A name in the document is malformed."));
}

QJsonObject toJson(const DatabaseFacts &facts)
{
    QJsonArray relations;
    for (const RelationFacts &relation : facts.relations)
        relations.append(toJson(relation));
    return QJsonObject{
        {QStringLiteral("systemIdentifier"), QString::fromLatin1(facts.systemIdentifier)},
        {QStringLiteral("serverVersion"), facts.serverVersion},
        {QStringLiteral("serverVersionText"), nameToJson(facts.serverVersionText)},
        {QStringLiteral("host"), facts.host},
        {QStringLiteral("port"), facts.port},
        {QStringLiteral("database"), nameToJson(facts.database)},
        {QStringLiteral("databaseOid"), qint64(facts.databaseOid)},
        {QStringLiteral("owner"), nameToJson(facts.owner)},
        {QStringLiteral("encoding"), nameToJson(facts.encoding)},
        {QStringLiteral("collate"), nameToJson(facts.collate)},
        {QStringLiteral("ctype"), nameToJson(facts.ctype)},
        {QStringLiteral("localeProvider"), nameToJson(facts.localeProvider)},
        {QStringLiteral("icuLocale"), nameToJson(facts.icuLocale)},
        {QStringLiteral("icuRules"), nameToJson(facts.icuRules)},
        {QStringLiteral("connectionLimit"), facts.connectionLimit},
        {QStringLiteral("comment"), nameToJson(facts.comment)},
        {QStringLiteral("acl"), toJson(facts.acl)},
        {QStringLiteral("aclDefault"), facts.aclDefault},
        {QStringLiteral("settings"), toJson(facts.settings)},
        {QStringLiteral("roleSettings"), settingsToJson(facts.roleSettings)},
        {QStringLiteral("bytes"), facts.bytes},
        {QStringLiteral("snapshotTime"), utcText(facts.snapshotTime)},
        {QStringLiteral("extensions"), toJson(facts.extensions)},
        {QStringLiteral("roles"), toJson(facts.roles)},
        {QStringLiteral("tablespaces"), toJson(facts.tablespaces)},
        {QStringLiteral("relations"), relations},
        {QStringLiteral("largeObjects"), facts.largeObjects},
        {QStringLiteral("enabledEventTriggers"), facts.enabledEventTriggers},
        {QStringLiteral("objectCounts"), countsToJson(facts.objectCounts)},
    };
}

Result<DatabaseFacts> databaseFactsFromJson(const QJsonObject &object)
{
    NameFields fields(object, Tr::tr("database facts"), ErrorKind::Verification);
    DatabaseFacts facts;
    facts.systemIdentifier = fields.text("systemIdentifier").toLatin1();
    facts.serverVersion = int(fields.integer("serverVersion", 0, 10'000'000));
    facts.serverVersionText = fields.name("serverVersionText");
    facts.host = fields.text("host");
    facts.port = int(fields.integer("port", 0, 65535));
    facts.database = fields.name("database");
    facts.databaseOid = fields.oid("databaseOid", 0);
    facts.owner = fields.name("owner");
    facts.encoding = fields.name("encoding");
    facts.collate = fields.name("collate");
    facts.ctype = fields.name("ctype");
    facts.localeProvider = fields.name("localeProvider");
    facts.icuLocale = fields.name("icuLocale");
    facts.icuRules = fields.name("icuRules");
    facts.connectionLimit = int(fields.integer("connectionLimit", -1, std::numeric_limits<int>::max()));
    facts.comment = fields.name("comment");
    facts.acl = fields.names("acl");
    facts.aclDefault = fields.flag("aclDefault");
    facts.settings = fields.names("settings");
    const QJsonArray roleSettings = fields.array("roleSettings");
    facts.bytes = fields.integer("bytes");
    facts.snapshotTime = fields.optionalUtc("snapshotTime");
    facts.extensions = fields.names("extensions");
    facts.roles = fields.names("roles");
    facts.tablespaces = fields.names("tablespaces");
    const QJsonArray relations = fields.array("relations");
    facts.largeObjects = fields.integer("largeObjects");
    facts.enabledEventTriggers = fields.integer("enabledEventTriggers");
    const QJsonObject counts = fields.object("objectCounts");
    MASCLET_TRY(fields.finish());
    MASCLET_TRY_ASSIGN(facts.roleSettings, settingsFromJson(roleSettings));
    MASCLET_TRY_ASSIGN(facts.relations, relationsFromJson(relations));
    MASCLET_TRY_ASSIGN(facts.objectCounts, countsFromJson(counts));
    return facts;
}

} // namespace masclet
