#include "core/service/SetContent.h"

#include "core/base/Text.h"
#include "core/server/TableMatch.h"

#include <QCoreApplication>
#include <QHash>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SetContent)
};

using Name = QPair<QByteArray, QByteArray>;

QString shown(const QByteArray &schema, const QByteArray &name)
{
    return oneLine(schema) + QChar(u'.') + oneLine(name);
}

/// Rows by SQL of a table, or of all partitions below a root; nullopt when any of them was not counted.
std::optional<qint64> countedRows(const DatabaseFacts &facts, const RelationFacts &relation)
{
    if (relation.kind != 'p')
        return relation.rows;
    qint64 sum = 0;
    bool any = false;
    for (const RelationFacts &part : facts.relations) {
        if (part.partitionRoot != relation.oid || part.kind != 'r')
            continue;
        if (!part.rows)
            return std::nullopt;
        sum += *part.rows;
        any = true;
    }
    return any ? std::optional(sum) : std::nullopt;
}

Result<ManifestTable> matchTable(const DatabaseFacts &facts, const RelationFacts &relation,
                                 const ArchiveTable &table)
{
    const std::optional<qint64> counted = countedRows(facts, relation);
    if (counted && *counted != table.rows())
        return fail(
            ErrorKind::Dump,
            Tr::tr("The dump has %1 rows of %2, the database has %3 in the same snapshot.")
                .arg(table.rows())
                .arg(shown(table.schema, table.name))
                .arg(*counted),
            Tr::tr("The dump was thrown away. Run the backup again; if this repeats, check the table."));
    return ManifestTable{relation.oid, table.schema, table.name, table.rows(), counted};
}

/// Why a table rightly has no rows in the stream; empty when it must have a COPY.
QString reasonToBeMissing(const RelationFacts &relation)
{
    if (relation.kind == 'f')
        return Tr::tr("foreign table: its rows live on another server");
    if (relation.extension != 0)
        return Tr::tr("belongs to an extension, which makes it again");
    return {};
}

} // namespace

Result<SetContent> matchContent(const DatabaseFacts &facts, const ArchiveIndex &index)
{
    QHash<Name, const RelationFacts *> byName;
    for (const RelationFacts &relation : facts.relations)
        byName.insert({relation.schema, relation.name}, &relation);

    SetContent content;
    QSet<quint32> inStream;
    for (const ArchiveTable &table : index.tables) {
        const RelationFacts *relation = byName.value({table.schema, table.name});
        if (!relation)
            return fail(ErrorKind::Dump, Tr::tr("The dump has rows of %1, which the snapshot does not know.")
                                             .arg(shown(table.schema, table.name)));
        MASCLET_TRY_ASSIGN(const ManifestTable matched, matchTable(facts, *relation, table));
        content.tables << matched;
        inStream.insert(relation->oid);
    }
    for (const RelationFacts &relation : facts.relations) {
        if (relation.kind != 'r' && relation.kind != 'f')
            continue;
        if (inStream.contains(relation.oid) || inStream.contains(relation.partitionRoot))
            continue;
        const QString reason = reasonToBeMissing(relation);
        if (reason.isEmpty())
            return fail(ErrorKind::Dump,
                        Tr::tr("The dump lacks the rows of %1.").arg(shown(relation.schema, relation.name)),
                        Tr::tr("The dump was thrown away. Run the backup again."));
        content.omissions << ManifestOmission{shown(relation.schema, relation.name), reason};
    }
    return content;
}

CriticalTables findCriticalTables(const DatabaseFacts &facts, const QStringList &names)
{
    CriticalTables found;
    for (const QString &name : names) {
        const Result<const RelationFacts *> match = matchTable(facts, name);
        if (!match) {
            found.missing << name;
            continue;
        }
        if ((*match)->kind == 'r')
            found.relations << **match;
        for (const RelationFacts &part : facts.relations) {
            if ((*match)->kind == 'p' && part.partitionRoot == (*match)->oid && part.kind == 'r')
                found.relations << part;
        }
    }
    return found;
}

} // namespace masclet
