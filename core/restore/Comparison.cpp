#include "core/restore/Comparison.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace masclet
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

using Counts = QList<std::pair<QByteArray, qint64>>;

QString shown(const QByteArray &schema, const QByteArray &name)
{
    return oneLine(schema + '.' + name, 150);
}

void compareRows(const QList<ManifestTable> &expected, const LoadReport &loaded, const CopyFacts &copy,
                 Comparison &comparison)
{
    const QLocale locale;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const ManifestTable &table = expected[i];
        const CopyFacts::Rows &counted = copy.rows[i];
        ComparedTable compared{table.schema, table.name, table.rows, counted.rows};
        const QString name = shown(table.schema, table.name);
        const auto taken = loaded.rows.constFind({table.schema, table.name});
        if (!counted.rows && taken != loaded.rows.constEnd()) {
            compared.restored = *taken;
            comparison.remarks << Tr::tr("%1 could not be counted by SQL (%2); what the server took in while "
                                         "loading is compared instead.")
                                      .arg(name, oneLine(counted.reason, 200));
        }
        if (!compared.restored)
            comparison.differences
                << Tr::tr("The table %1 is not in the copy: %2").arg(name, oneLine(counted.reason, 200));
        else if (!compared.equal())
            comparison.differences << Tr::tr("The table %1 has %2 rows in the dump and %3 in the copy.")
                                          .arg(name, locale.toString(table.rows),
                                               locale.toString(*compared.restored));
        comparison.tables << compared;
    }
}

void compareCounts(const Counts &source, const Counts &copy, const QSet<QByteArray> &skipped,
                   Comparison &comparison)
{
    const QHash<QByteArray, qint64> there(copy.begin(), copy.end());
    QHash<QByteArray, qint64> missing(copy.begin(), copy.end());
    auto note = [&](const QByteArray &kind, qint64 expected, qint64 found) {
        if (expected == found)
            return;
        const QString sentence = Tr::tr("Objects of the kind \"%1\": %2 in the database, %3 in the copy.")
                                     .arg(oneLine(kind, 60))
                                     .arg(expected)
                                     .arg(found);
        (skipped.contains(kind) && found < expected ? comparison.remarks : comparison.differences)
            << sentence;
    };
    for (const auto &[kind, count] : source) {
        note(kind, count, there.value(kind));
        missing.remove(kind);
    }
    for (const auto &[kind, count] : copy) {
        if (missing.contains(kind))
            note(kind, 0, count);
    }
}

void compareObjects(const Manifest &manifest, const LoadReport &loaded, const CopyFacts &copy,
                    Comparison &comparison)
{
    compareCounts(manifest.database.objectCounts, copy.objectCounts, loaded.skippedKinds, comparison);
    if (manifest.database.largeObjects != copy.largeObjects)
        comparison.differences << Tr::tr("Large objects: %1 in the database, %2 in the copy.")
                                      .arg(manifest.database.largeObjects)
                                      .arg(copy.largeObjects);
    for (const InvalidIndex &index : copy.invalidIndexes)
        comparison.differences
            << Tr::tr("The index %1 of the copy is not valid.").arg(shown(index.schema, index.name));
}

void addRemarks(const LoadReport &loaded, const CopyFacts &copy, Comparison &comparison)
{
    for (const SequenceBehind &sequence : copy.sequencesBehind)
        comparison.remarks << Tr::tr("The sequence %1 is at %2, but %3 of its table goes up to %4: the next "
                                     "row may be refused, in the database as in the copy.")
                                  .arg(shown(sequence.schema, sequence.sequence))
                                  .arg(sequence.last)
                                  .arg(shown(sequence.table, sequence.column))
                                  .arg(sequence.maximum);
    QStringList roles;
    for (const QByteArray &role : loaded.missingRoles)
        roles << oneLine(role, 80);
    std::sort(roles.begin(), roles.end());
    if (!roles.isEmpty())
        comparison.remarks << Tr::tr("Owners and rights of roles that are not on this server were left out "
                                     "(%1 statements): %2")
                                  .arg(loaded.skippedStatements)
                                  .arg(roles.join(QStringLiteral(", ")));
    QStringList tablespaces;
    for (const QByteArray &tablespace : loaded.missingTablespaces)
        tablespaces << oneLine(tablespace, 80);
    std::sort(tablespaces.begin(), tablespaces.end());
    if (!tablespaces.isEmpty())
        comparison.remarks << Tr::tr("Tablespaces that are not on this server; the default one was used: %1")
                                  .arg(tablespaces.join(QStringLiteral(", ")));
}

} // namespace

QList<CopyTable> tablesToCount(const DatabaseFacts &source, const QList<ManifestTable> &tables)
{
    QSet<quint32> roots;
    for (const RelationFacts &relation : source.relations) {
        if (relation.kind == 'p')
            roots.insert(relation.oid);
    }
    QList<CopyTable> list;
    list.reserve(tables.size());
    for (const ManifestTable &table : tables)
        list << CopyTable{table.schema, table.name,
                          roots.contains(table.oid) ? CopyTable::Scope::WithPartitions
                                                    : CopyTable::Scope::Only};
    return list;
}

Comparison compareCopy(const Manifest &manifest, const ComparedScope &scope, const LoadReport &loaded,
                       const CopyFacts &copy)
{
    Comparison comparison;
    compareRows(scope.tables, loaded, copy, comparison);
    if (scope.objects == ComparedScope::Objects::All)
        compareObjects(manifest, loaded, copy, comparison);
    addRemarks(loaded, copy, comparison);
    return comparison;
}

} // namespace masclet
