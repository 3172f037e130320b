#include "core/archive/ArchiveFormat.h"
#include "core/archive/ArchiveIndex.h"
#include "core/base/JsonFields.h"
#include "core/server/DatabaseFacts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>
#include <vector>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ArchiveIndex)
};

constexpr int numbersPerItem = 4; // of a member as well as of a block

QJsonObject toJson(const ArchiveTable &table)
{
    QJsonArray columns;
    for (const QByteArray &column : table.columns)
        columns.append(nameToJson(column));
    QJsonArray blocks;
    for (const CopyBlock &block : table.blocks) {
        for (const qint64 number : {block.statementAt, block.dataAt, block.endAt, block.rows})
            blocks.append(number);
    }
    return {{QStringLiteral("schema"), nameToJson(table.schema)},
            {QStringLiteral("name"), nameToJson(table.name)},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("blocks"), blocks}};
}

Result<> refuse(const QString &why)
{
    return fail(ErrorKind::Verification, Tr::tr("The archive's index contradicts itself: %1").arg(why),
                Tr::tr("The manifest was changed or is damaged."));
}

/// The numbers of a flat array, all whole and not negative, in groups.
Result<std::vector<qint64>> numbersFrom(const QJsonArray &array)
{
    std::vector<qint64> numbers;
    numbers.reserve(size_t(array.size()));
    for (const QJsonValue &value : array) {
        const qint64 number = value.toInteger(-1);
        if (number < 0 || number > JsonFields::maximumInteger)
            return fail(refuse(Tr::tr("a number is missing or out of range.")).error());
        numbers.push_back(number);
    }
    if (numbers.size() % numbersPerItem != 0)
        return fail(refuse(Tr::tr("numbers are missing.")).error());
    return numbers;
}

Result<QList<ArchiveMember>> membersFrom(const QJsonArray &array)
{
    MASCLET_TRY_ASSIGN(const std::vector<qint64> numbers, numbersFrom(array));
    QList<ArchiveMember> members;
    members.reserve(qsizetype(numbers.size()) / numbersPerItem);
    qint64 offset = 0;
    for (size_t i = 0; i < numbers.size(); i += numbersPerItem) {
        const qint64 crc = numbers[i + 3];
        const ArchiveMember member{offset, numbers[i], numbers[i + 1], numbers[i + 2], quint32(crc)};
        if (member.storedLength <= memberHeaderSize + memberTrailerSize ||
            member.storedLength > memberStoredLimit || member.rawLength < 1 ||
            member.rawLength > memberLimit || member.rows > member.rawLength ||
            crc > std::numeric_limits<quint32>::max())
            return fail(refuse(Tr::tr("a member has an impossible size.")).error());
        offset += member.storedLength;
        members.append(member);
    }
    return members;
}

Result<ArchiveTable> tableFrom(const QJsonValue &value)
{
    JsonFields fields(value.toObject(), Tr::tr("Archive index, table"), ErrorKind::Verification);
    const QJsonValue schema = fields.value("schema");
    const QJsonValue name = fields.value("name");
    const QJsonArray columns = fields.array("columns");
    const QJsonArray blocks = fields.array("blocks");
    MASCLET_TRY(fields.finish());
    ArchiveTable table;
    MASCLET_TRY_ASSIGN(table.schema, nameFromJson(schema));
    MASCLET_TRY_ASSIGN(table.name, nameFromJson(name));
    for (const QJsonValue &column : columns) {
        MASCLET_TRY_ASSIGN(const QByteArray columnName, nameFromJson(column));
        table.columns.append(columnName);
    }
    MASCLET_TRY_ASSIGN(const std::vector<qint64> numbers, numbersFrom(blocks));
    for (size_t i = 0; i < numbers.size(); i += numbersPerItem)
        table.blocks.append({numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]});
    if (table.name.isEmpty() || table.blocks.isEmpty())
        return fail(refuse(Tr::tr("a table has no name or no rows' place.")).error());
    return table;
}

Result<> checkBlocks(const ArchiveIndex &index)
{
    constexpr qint64 terminatorSize = 3; // `\.` and a line end
    std::vector<CopyBlock> blocks;
    qint64 firstBefore = -1;
    for (const ArchiveTable &table : index.tables) {
        if (table.blocks.first().statementAt <= firstBefore)
            return refuse(Tr::tr("its tables are not in the order of the archive."));
        firstBefore = table.blocks.first().statementAt;
        blocks.insert(blocks.end(), table.blocks.cbegin(), table.blocks.cend());
    }
    std::sort(blocks.begin(), blocks.end(),
              [](const CopyBlock &a, const CopyBlock &b) { return a.statementAt < b.statementAt; });
    qint64 before = index.dataAt;
    for (const CopyBlock &block : blocks) {
        if (block.statementAt < before || block.dataAt <= block.statementAt ||
            block.endAt - block.dataAt < terminatorSize ||
            block.rows > block.endAt - block.dataAt - terminatorSize)
            return refuse(Tr::tr("a table's rows lie where they cannot lie."));
        before = block.endAt;
    }
    return before <= index.postDataAt ? Result<>() : refuse(Tr::tr("rows lie behind the data section."));
}

Result<> checkSums(const ArchiveIndex &index)
{
    if (index.dataAt > index.postDataAt || index.postDataAt > index.rawLength)
        return refuse(Tr::tr("its sections are not in order."));
    QSet<std::pair<QByteArray, QByteArray>> names;
    for (const ArchiveTable &table : index.tables)
        names.insert({table.schema, table.name});
    if (names.size() != index.tables.size())
        return refuse(Tr::tr("a table is listed twice."));
    if (index.members.isEmpty())
        return {};
    qint64 raw = 0;
    qint64 rows = 0;
    for (const ArchiveMember &member : index.members) {
        raw += member.rawLength;
        rows += member.rows;
    }
    if (raw != index.rawLength || rows != index.rows())
        return refuse(Tr::tr("the sums of its members do not fit."));
    return {};
}

} // namespace

QJsonObject toJson(const ArchiveIndex &index)
{
    QJsonArray members;
    for (const ArchiveMember &member : index.members) {
        for (const qint64 number : {member.storedLength, member.rawLength, member.rows, qint64(member.crc)})
            members.append(number);
    }
    QJsonArray tables;
    for (const ArchiveTable &table : index.tables)
        tables.append(toJson(table));
    return {
        {QStringLiteral("members"), members},           {QStringLiteral("tables"), tables},
        {QStringLiteral("dataAt"), index.dataAt},       {QStringLiteral("postDataAt"), index.postDataAt},
        {QStringLiteral("rawLength"), index.rawLength}, {QStringLiteral("largeObjects"), index.largeObjects}};
}

Result<ArchiveIndex> archiveIndexFromJson(const QJsonObject &object)
{
    JsonFields fields(object, Tr::tr("Archive index"), ErrorKind::Verification);
    ArchiveIndex index;
    index.dataAt = fields.integer("dataAt");
    index.postDataAt = fields.integer("postDataAt");
    index.rawLength = fields.integer("rawLength");
    index.largeObjects = fields.integer("largeObjects");
    const QJsonArray members = fields.array("members");
    const QJsonArray tables = fields.array("tables");
    MASCLET_TRY(fields.finish());
    MASCLET_TRY_ASSIGN(index.members, membersFrom(members));
    index.tables.reserve(tables.size());
    for (const QJsonValue &value : tables) {
        MASCLET_TRY_ASSIGN(ArchiveTable table, tableFrom(value));
        index.tables.append(std::move(table));
    }
    MASCLET_TRY(checkBlocks(index));
    MASCLET_TRY(checkSums(index));
    return index;
}

} // namespace masclet
