#include "core/repository/Manifest.h"

#include "core/base/JsonFields.h"
#include "core/repository/SealedJson.h"

#include <QRegularExpression>

namespace masclet
{

namespace
{

template <class T>
QJsonArray arrayOf(const QList<T> &list);

QJsonObject toJson(const DumpMember &member)
{
    return {{QStringLiteral("name"), QString::fromLatin1(member.name)},
            {QStringLiteral("size"), member.size},
            {QStringLiteral("sha256"), QString::fromLatin1(member.sha256)}};
}

QJsonObject toJson(const ManifestFile &file)
{
    QJsonObject object{{QStringLiteral("path"), QString::fromUtf8(file.path)},
                       {QStringLiteral("kind"), file.kind},
                       {QStringLiteral("role"), file.role},
                       {QStringLiteral("format"), file.format},
                       {QStringLiteral("compression"), file.compression},
                       {QStringLiteral("storedSize"), file.storedSize},
                       {QStringLiteral("storedSha256"), QString::fromLatin1(file.storedSha256)},
                       {QStringLiteral("rawSize"), file.rawSize},
                       {QStringLiteral("rawSha256"), QString::fromLatin1(file.rawSha256)},
                       {QStringLiteral("restrictKey"), QString::fromLatin1(file.restrictKey)}};
    if (file.encryption)
        object.insert(
            QStringLiteral("encryption"),
            QJsonObject{
                {QStringLiteral("method"), QStringLiteral("age")},
                {QStringLiteral("recipients"), QJsonArray::fromStringList(file.encryption->recipients)},
                {QStringLiteral("packedSize"), file.encryption->packedSize},
                {QStringLiteral("packedSha256"), QString::fromLatin1(file.encryption->packedSha256)}});
    if (file.index)
        object.insert(QStringLiteral("index"), masclet::toJson(*file.index));
    if (!file.members.isEmpty())
        object.insert(QStringLiteral("members"), arrayOf(file.members));
    if (file.entries)
        object.insert(QStringLiteral("entries"), *file.entries);
    if (!file.notes.isEmpty())
        object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(file.notes));
    return object;
}

QJsonObject toJson(const ManifestTable &table)
{
    QJsonObject object{{QStringLiteral("oid"), qint64(table.oid)},
                       {QStringLiteral("schema"), nameToJson(table.schema)},
                       {QStringLiteral("name"), nameToJson(table.name)},
                       {QStringLiteral("rows"), table.rows}};
    if (table.countedRows)
        object.insert(QStringLiteral("countedRows"), *table.countedRows);
    return object;
}

QJsonObject toJson(const ManifestOmission &omission)
{
    return {{QStringLiteral("what"), omission.what}, {QStringLiteral("reason"), omission.reason}};
}

template <class T>
QJsonArray arrayOf(const QList<T> &list)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(toJson(item));
    return array;
}

} // namespace

qint64 Manifest::storedBytes() const
{
    qint64 sum = 0;
    for (const ManifestFile &item : files)
        sum += item.storedSize;
    return sum;
}

qint64 Manifest::storedBytes(const QString &kind) const
{
    qint64 sum = 0;
    for (const ManifestFile &item : files)
        sum += item.kind == kind ? item.storedSize : 0;
    return sum;
}

qint64 Manifest::rawBytes() const
{
    qint64 sum = 0;
    for (const ManifestFile &item : files)
        sum += item.rawSize;
    return sum;
}

qint64 Manifest::rows() const
{
    qint64 sum = 0;
    for (const ManifestTable &table : tables)
        sum += table.rows;
    return sum;
}

bool Manifest::isEncrypted() const
{
    return std::any_of(files.begin(), files.end(),
                       [](const ManifestFile &file) { return file.encryption.has_value(); });
}

const ManifestFile *Manifest::file(const QString &kind, const QString &role) const
{
    for (const ManifestFile &item : files) {
        if (item.kind == kind && item.role == role)
            return &item;
    }
    return nullptr;
}

QByteArray Manifest::serialize() const
{
    const QJsonObject object{{QStringLiteral("format"), formatVersion},
                             {QStringLiteral("setId"), setId},
                             {QStringLiteral("repositoryId"), repositoryId},
                             {QStringLiteral("profile"), profile},
                             {QStringLiteral("profileId"), profileId},
                             {QStringLiteral("sequence"), sequence},
                             {QStringLiteral("parent"), parent},
                             {QStringLiteral("runId"), runId},
                             {QStringLiteral("trigger"), trigger},
                             {QStringLiteral("reason"), reason},
                             {QStringLiteral("author"), author},
                             {QStringLiteral("started"), utcText(started)},
                             {QStringLiteral("finished"), utcText(finished)},
                             {QStringLiteral("zone"), zone},
                             {QStringLiteral("durationMs"), durationMs},
                             {QStringLiteral("program"), program},
                             {QStringLiteral("dumpTool"), dumpTool},
                             {QStringLiteral("options"), QJsonArray::fromStringList(options)},
                             {QStringLiteral("warnings"), QJsonArray::fromStringList(warnings)},
                             {QStringLiteral("contentHash"), contentHash},
                             {QStringLiteral("database"), toJson(database)},
                             {QStringLiteral("files"), arrayOf(files)},
                             {QStringLiteral("tables"), arrayOf(tables)},
                             {QStringLiteral("omissions"), arrayOf(omissions)}};
    return seal(object) + '\n';
}

bool isSetId(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[a-z0-9][a-z0-9_-]{0,47}_\\d{8}(-[1-9]\\d{0,5})?\\z"));
    return form.match(text).hasMatch();
}

bool isKind(const QString &text)
{
    return text == QLatin1String("db") || text == QLatin1String("config") || text == QLatin1String("logs") ||
           text == QLatin1String("state");
}

QString nameOf(SetState state)
{
    switch (state) {
    case SetState::Complete:
        return QStringLiteral("complete");
    case SetState::Verified:
        return QStringLiteral("verified");
    case SetState::RestoreTested:
        return QStringLiteral("restore-tested");
    case SetState::Damaged:
        break;
    }
    return QStringLiteral("damaged");
}

} // namespace masclet
