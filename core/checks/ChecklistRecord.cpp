#include "core/checks/ChecklistRecord.h"

#include "core/base/Hash.h"
#include "core/base/JsonFields.h"
#include "core/repository/SealedJson.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

struct VerdictRow {
    Verdict verdict;
    const char *id;
    const char *title;
};

constexpr std::array verdictTable{
    VerdictRow{Verdict::Ok, "ok", QT_TRANSLATE_NOOP("Check", "In order")},
    VerdictRow{Verdict::NotOk, "not-ok", QT_TRANSLATE_NOOP("Check", "Not in order")},
    VerdictRow{Verdict::Accepted, "accepted", QT_TRANSLATE_NOOP("Check", "Accepted")}};

const VerdictRow &rowOf(Verdict verdict)
{
    return verdictTable[size_t(verdict)];
}

QJsonArray checksToJson(const QList<Check> &checks)
{
    QJsonArray array;
    for (const Check &check : checks)
        array << toJson(check);
    return array;
}

QJsonArray logsToJson(const QList<LogPosition> &logs)
{
    QJsonArray array;
    // Device and file numbers need 64 bits, which a JSON number has not.
    for (const LogPosition &log : logs)
        array << QJsonObject{{QStringLiteral("path"), log.path},
                             {QStringLiteral("device"), QString::number(log.device)},
                             {QStringLiteral("inode"), QString::number(log.inode)},
                             {QStringLiteral("offset"), log.offset}};
    return array;
}

QJsonObject objectOf(const ChecklistResults &results)
{
    return {{QStringLiteral("type"), QStringLiteral("results")},
            {QStringLiteral("time"), utcText(results.time)},
            {QStringLiteral("profileId"), results.profileId},
            {QStringLiteral("author"), results.author},
            {QStringLiteral("setId"), results.setId},
            {QStringLiteral("checks"), checksToJson(results.checks)},
            {QStringLiteral("logs"), logsToJson(results.logs)}};
}

QJsonObject objectOf(const ChecklistVerdict &verdict)
{
    return {{QStringLiteral("type"), QStringLiteral("verdict")},
            {QStringLiteral("time"), utcText(verdict.time)},
            {QStringLiteral("item"), nameOf(verdict.item)},
            {QStringLiteral("verdict"), nameOf(verdict.verdict)},
            {QStringLiteral("note"), verdict.note},
            {QStringLiteral("name"), verdict.name},
            {QStringLiteral("seen"), QString::fromLatin1(verdict.seen)}};
}

QJsonObject objectOf(const ChecklistSignOff &signOff)
{
    return {{QStringLiteral("type"), QStringLiteral("signed")},
            {QStringLiteral("time"), utcText(signOff.time)},
            {QStringLiteral("name"), signOff.name},
            {QStringLiteral("note"), signOff.note},
            {QStringLiteral("seen"), QString::fromLatin1(signOff.seen)}};
}

quint64 number(JsonFields &fields, const char *key)
{
    bool good = false;
    const quint64 value = fields.text(key).toULongLong(&good);
    if (!good)
        fields.refuse(key);
    return value;
}

Result<ChecklistRecord> resultsFrom(JsonFields &fields)
{
    ChecklistResults results;
    results.time = fields.utc("time");
    results.profileId = fields.text("profileId");
    results.author = fields.text("author");
    results.setId = fields.text("setId");
    const QJsonArray checks = fields.array("checks");
    const QJsonArray logs = fields.array("logs");
    MASCLET_TRY(fields.finish());
    for (const QJsonValue &item : checks) {
        MASCLET_TRY_ASSIGN(const Check check, checkFromJson(item.toObject()));
        results.checks << check;
    }
    for (const QJsonValue &item : logs) {
        JsonFields log(item.toObject(), Tr::tr("Log position"), ErrorKind::Verification);
        results.logs << LogPosition{log.text("path"), number(log, "device"), number(log, "inode"),
                                    log.integer("offset")};
        MASCLET_TRY(log.finish());
    }
    return results;
}

Result<ChecklistRecord> verdictFrom(JsonFields &fields)
{
    ChecklistVerdict verdict;
    verdict.time = fields.utc("time");
    const std::optional<CheckItem> item = checkItemFromName(fields.word("item"));
    const std::optional<Verdict> given = verdictFromName(fields.word("verdict"));
    if (!item)
        fields.refuse("item");
    if (!given)
        fields.refuse("verdict");
    verdict.note = fields.text("note");
    verdict.name = fields.word("name");
    verdict.seen = fields.word("seen").toLatin1();
    MASCLET_TRY(fields.finish());
    verdict.item = *item;
    verdict.verdict = *given;
    return verdict;
}

Result<ChecklistRecord> signOffFrom(JsonFields &fields)
{
    ChecklistSignOff signOff;
    signOff.time = fields.utc("time");
    signOff.name = fields.word("name");
    signOff.note = fields.text("note");
    signOff.seen = fields.word("seen").toLatin1();
    MASCLET_TRY(fields.finish());
    return signOff;
}

} // namespace

QString nameOf(Verdict verdict)
{
    return QString::fromLatin1(rowOf(verdict).id);
}

QString titleOf(Verdict verdict)
{
    return Tr::tr(rowOf(verdict).title);
}

std::optional<Verdict> verdictFromName(const QString &name)
{
    for (const VerdictRow &row : verdictTable) {
        if (name == QLatin1String(row.id))
            return row.verdict;
    }
    return {};
}

QByteArray toLine(const ChecklistRecord &record)
{
    return seal(std::visit([](const auto &value) { return objectOf(value); }, record));
}

Result<ChecklistRecord> checklistRecordFromLine(const QByteArray &line)
{
    MASCLET_TRY_ASSIGN(const QJsonObject object, unseal(line, ErrorKind::Verification));
    JsonFields fields(object, Tr::tr("Checklist"), ErrorKind::Verification);
    const QString type = fields.word("type");
    if (type == QStringLiteral("results"))
        return resultsFrom(fields);
    if (type == QStringLiteral("verdict"))
        return verdictFrom(fields);
    if (type != QStringLiteral("signed"))
        fields.refuse("type");
    return signOffFrom(fields);
}

QByteArray hashOf(const QList<Check> &checks)
{
    return Sha256::hexOf(QJsonDocument(checksToJson(checks)).toJson(QJsonDocument::Compact));
}

} // namespace masclet
