#include "core/archive/DumpFormat.h"
#include "core/base/JsonFields.h"
#include "core/profile/OptionTable.h"
#include "core/repository/Manifest.h"
#include "core/repository/RunRecord.h"
#include "core/repository/SealedJson.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

// Reading a manifest is a file of its own: everything here treats the text as hostile (faults X02, T06).

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}

JsonFields fieldsOf(const QJsonValue &value, const QString &what)
{
    return JsonFields(value.toObject(), what, ErrorKind::Verification);
}

QByteArray sha256From(JsonFields &fields, const char *key)
{
    const QString text = fields.text(key);
    if (!matches(text, "[0-9a-f]{64}"))
        fields.refuse(key);
    return text.toLatin1();
}

/// A path is "<kind>/<set id>.…" or "<kind>/<folder>/<set id>.…": only files that carry the set's own name,
/// so an edited manifest can neither name another set's file nor one outside.
bool isPathOf(const QString &path, const QString &setId, const QString &kind)
{
    const QStringList parts = path.split(QChar(u'/'));
    return (parts.size() == 2 || (parts.size() == 3 && matches(parts[1], "\\d{8}"))) &&
           parts.first() == kind && parts.last().startsWith(setId + QChar(u'.')) &&
           matches(parts.last().mid(setId.size()), "(\\.[a-z0-9]{1,16}){1,4}");
}

Result<ManifestFile::Encryption> encryptionFrom(const QJsonValue &value)
{
    JsonFields fields = fieldsOf(value, Tr::tr("Manifest, encryption"));
    ManifestFile::Encryption encryption;
    if (fields.word("method") != QLatin1String("age"))
        fields.refuse("method");
    encryption.recipients = fields.texts("recipients");
    const bool keys = std::all_of(encryption.recipients.begin(), encryption.recipients.end(), isPublicKey);
    if (encryption.recipients.isEmpty() || !keys)
        fields.refuse("recipients");
    encryption.packedSize = fields.integer("packedSize");
    encryption.packedSha256 = sha256From(fields, "packedSha256");
    MASCLET_TRY(fields.finish());
    return encryption;
}

Result<DumpMember> memberFrom(const QJsonValue &value)
{
    JsonFields fields = fieldsOf(value, Tr::tr("Manifest, member"));
    DumpMember member;
    member.name = fields.word("name").toUtf8();
    if (!isMemberName(member.name))
        fields.refuse("name");
    member.size = fields.integer("size");
    member.sha256 = sha256From(fields, "sha256");
    MASCLET_TRY(fields.finish());
    return member;
}

/// The files of a folder, in the order of their names, and as much as the folder is said to be.
bool areMembersOf(const ManifestFile &file)
{
    const QList<DumpMember> &members = file.members;
    const bool ordered =
        std::adjacent_find(members.begin(), members.end(), [](const DumpMember &a, const DumpMember &b) {
            return a.name >= b.name;
        }) == members.end();
    return !members.isEmpty() && ordered && file.storedSize == storedSizeOf(members) &&
           file.storedSha256 == sha256Of(members);
}

bool isFormat(const QString &text)
{
    return text == nameOf(DumpFormat::PlainSql) || needsPgRestore(dumpFormatNamed(text));
}

template <class T, class Parse>
Result<QList<T>> listFrom(const QJsonArray &array, Parse parse);

Result<ManifestFile> fileFrom(const QJsonValue &value, const QString &setId)
{
    JsonFields fields = fieldsOf(value, Tr::tr("Manifest, file"));
    ManifestFile file;
    file.kind = fields.word("kind");
    if (!isKind(file.kind))
        fields.refuse("kind");
    const QString path = fields.word("path");
    if (!isPathOf(path, setId, file.kind))
        fields.refuse("path");
    file.path = path.toUtf8();
    file.role = fields.word("role");
    file.format = fields.word("format");
    file.compression = fields.word("compression");
    for (const char *key : {"role", "format", "compression"}) {
        if (!matches(fields.text(key), "[a-z][a-z0-9-]{0,31}"))
            fields.refuse(key);
    }
    file.storedSize = fields.integer("storedSize");
    file.storedSha256 = sha256From(fields, "storedSha256");
    file.rawSize = fields.integer("rawSize");
    file.rawSha256 = sha256From(fields, "rawSha256");
    const QString key = fields.text("restrictKey");
    if (!matches(key, "[A-Za-z0-9]{0,200}"))
        fields.refuse("restrictKey");
    file.restrictKey = key.toLatin1();
    if (fields.has("encryption")) {
        MASCLET_TRY_ASSIGN(file.encryption, encryptionFrom(fields.value("encryption")));
    }
    const qint64 packedSize = file.encryption ? file.encryption->packedSize : file.storedSize;
    if (fields.has("index")) {
        MASCLET_TRY_ASSIGN(file.index, archiveIndexFromJson(fields.object("index")));
        const QList<ArchiveMember> &members = file.index->members;
        if (file.index->rawLength != file.rawSize ||
            (!members.isEmpty() && members.last().offset + members.last().storedLength != packedSize))
            fields.refuse("index");
    }
    file.entries = fields.optionalInteger("entries");
    if (fields.has("notes"))
        file.notes = fields.texts("notes");
    if (!isFormat(file.format))
        fields.refuse("format");
    const DumpFormat format = dumpFormatNamed(file.format);
    if (fields.has("members")) {
        MASCLET_TRY_ASSIGN(file.members, listFrom<DumpMember>(fields.array("members"), memberFrom));
    }
    const bool folder = format == DumpFormat::Directory;
    if (folder ? !areMembersOf(file) : !file.members.isEmpty())
        fields.refuse("members");
    if (folder && file.encryption)
        fields.refuse("encryption");
    const bool tar = format == DumpFormat::Tar;
    if (needsPgRestore(format) && !tar && (!file.index || !file.index->members.isEmpty()))
        fields.refuse("index");
    if (tar != file.entries.has_value() || (tar && file.index))
        fields.refuse("entries");
    if (!tar && !file.notes.isEmpty())
        fields.refuse("notes");
    MASCLET_TRY(fields.finish());
    return file;
}

Result<ManifestTable> tableFrom(const QJsonValue &value)
{
    JsonFields fields = fieldsOf(value, Tr::tr("Manifest, table"));
    ManifestTable table;
    table.oid = quint32(fields.integer("oid", 1, std::numeric_limits<quint32>::max()));
    table.rows = fields.integer("rows");
    table.countedRows = fields.optionalInteger("countedRows");
    const QJsonValue schema = fields.value("schema");
    const QJsonValue name = fields.value("name");
    MASCLET_TRY(fields.finish());
    MASCLET_TRY_ASSIGN(table.schema, nameFromJson(schema));
    MASCLET_TRY_ASSIGN(table.name, nameFromJson(name));
    return table;
}

Result<ManifestOmission> omissionFrom(const QJsonValue &value)
{
    JsonFields fields = fieldsOf(value, Tr::tr("Manifest, omission"));
    ManifestOmission omission{fields.word("what"), fields.text("reason")};
    MASCLET_TRY(fields.finish());
    return omission;
}

template <class T, class Parse>
Result<QList<T>> listFrom(const QJsonArray &array, Parse parse)
{
    QList<T> list;
    list.reserve(array.size());
    for (const QJsonValue &value : array) {
        MASCLET_TRY_ASSIGN(T item, parse(value));
        list << std::move(item);
    }
    return list;
}

Result<> refuseDuplicates(const Manifest &manifest)
{
    QSet<QByteArray> paths;
    QSet<QString> roles;
    for (const ManifestFile &file : manifest.files) {
        paths << file.path;
        roles << file.kind + QChar(u'/') + file.role;
    }
    QSet<quint32> oids;
    QSet<std::pair<QByteArray, QByteArray>> names;
    for (const ManifestTable &table : manifest.tables) {
        oids << table.oid;
        names << std::pair(table.schema, table.name);
    }
    if (paths.size() != manifest.files.size() || roles.size() != manifest.files.size() ||
        oids.size() != manifest.tables.size() || names.size() != manifest.tables.size())
        return fail(ErrorKind::Verification, Tr::tr("Manifest: a file or table is listed twice."));
    return {};
}

/// Everything that stands before the lists.
void readHead(JsonFields &fields, Manifest &manifest)
{
    manifest.setId = fields.word("setId");
    manifest.profile = fields.word("profile");
    if (!isSetId(manifest.setId) ||
        !matches(manifest.setId.mid(manifest.profile.size()), "_\\d{8}(-[1-9]\\d{0,5})?") ||
        !manifest.setId.startsWith(manifest.profile))
        fields.refuse("setId");
    manifest.repositoryId = fields.word("repositoryId");
    manifest.profileId = fields.word("profileId");
    manifest.sequence = fields.integer("sequence", 1);
    manifest.parent = fields.text("parent");
    if (!manifest.parent.isEmpty() && (!isSetId(manifest.parent) || manifest.parent == manifest.setId))
        fields.refuse("parent");
    manifest.runId = fields.word("runId");
    if (!isRunId(manifest.runId))
        fields.refuse("runId");
    manifest.trigger = fields.word("trigger");
    manifest.reason = fields.text("reason");
    manifest.author = fields.text("author");
    manifest.started = fields.utc("started");
    manifest.finished = fields.utc("finished");
    manifest.zone = fields.word("zone");
    manifest.durationMs = fields.integer("durationMs");
    manifest.program = fields.text("program");
    manifest.dumpTool = fields.text("dumpTool");
    manifest.options = fields.texts("options");
    manifest.warnings = fields.texts("warnings");
    manifest.contentHash = fields.text("contentHash");
    if (!matches(manifest.contentHash, "([0-9a-f]{64})?"))
        fields.refuse("contentHash");
}

} // namespace

Result<Manifest> Manifest::parse(const QByteArray &text)
{
    if (!text.endsWith('\n'))
        return fail(ErrorKind::Verification, Tr::tr("The manifest is cut."));
    MASCLET_TRY_ASSIGN(const QJsonObject object, unseal(text.chopped(1), ErrorKind::Verification));
    JsonFields fields(object, Tr::tr("Manifest"), ErrorKind::Verification);
    const qint64 format = fields.integer("format", 1);
    if (format > formatVersion)
        return fail(ErrorKind::Verification,
                    Tr::tr("The manifest has format %1, which this version does not know.").arg(format),
                    Tr::tr("Use the version of the program that wrote it, or a newer one."));
    Manifest manifest;
    readHead(fields, manifest);
    const QJsonObject database = fields.object("database");
    const QJsonArray files = fields.array("files");
    const QJsonArray tables = fields.array("tables");
    const QJsonArray omissions = fields.array("omissions");
    if (files.isEmpty())
        fields.refuse("files");
    MASCLET_TRY(fields.finish());

    MASCLET_TRY_ASSIGN(manifest.database, databaseFactsFromJson(database));
    MASCLET_TRY_ASSIGN(manifest.files, listFrom<ManifestFile>(files, [&](const QJsonValue &value) {
                           return fileFrom(value, manifest.setId);
                       }));
    MASCLET_TRY_ASSIGN(manifest.tables, listFrom<ManifestTable>(tables, tableFrom));
    MASCLET_TRY_ASSIGN(manifest.omissions, listFrom<ManifestOmission>(omissions, omissionFrom));
    MASCLET_TRY(refuseDuplicates(manifest));
    return manifest;
}

} // namespace masclet
