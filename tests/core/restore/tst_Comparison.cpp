#include "tests/core/restore/tst_Comparison.h"

#include "core/restore/Comparison.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

/// A set with two tables, its load and its copy, equal to each other until a test spoils something.
struct Case {
    Manifest manifest;
    LoadReport loaded;
    CopyFacts copy;

    Case()
    {
        manifest.tables = {{11, "public", "animals", 347, {}}, {12, "public", "parts", 1467, {}}};
        manifest.database.objectCounts = {{"index", 4}, {"policy", 1}, {"table", 2}};
        manifest.database.largeObjects = 3;
        loaded.rows = {{{"public", "animals"}, 347}, {{"public", "parts"}, 1467}};
        copy.rows = {{347, {}}, {1467, {}}};
        copy.objectCounts = manifest.database.objectCounts;
        copy.largeObjects = 3;
    }

    Comparison compare() const
    {
        return compareCopy(manifest, {ComparedScope::Objects::All, manifest.tables}, loaded, copy);
    }
};

} // namespace

void tst_Comparison::equalCopiesHaveNoDifferences()
{
    const Comparison comparison = Case().compare();
    QVERIFY(comparison.equal());
    QVERIFY(comparison.remarks.isEmpty());
    QCOMPARE(comparison.tables.size(), 2);
    QCOMPARE(comparison.tables[1].restored, 1467);
}

// V06
void tst_Comparison::rowsThatDifferNameTableAndBothCounts()
{
    Case it;
    it.copy.rows[0].rows = 346;
    const Comparison comparison = it.compare();
    QVERIFY(!comparison.equal());
    QCOMPARE(comparison.differences,
             QStringList{QStringLiteral("The table public.animals has 347 rows in the dump and 346 in the "
                                        "copy.")});
}

void tst_Comparison::missingTablesAreDifferences()
{
    Case it;
    it.copy.rows[1] = {std::nullopt, QStringLiteral("relation does not exist")};
    it.loaded.rows.remove({"public", "parts"});
    const Comparison comparison = it.compare();
    QCOMPARE(comparison.differences.size(), 1);
    QVERIFY(comparison.differences[0].contains(QStringLiteral("public.parts is not in the copy")));
    QVERIFY(!comparison.tables[1].equal());
}

void tst_Comparison::uncountedTablesFallBackToWhatTheServerTook()
{
    Case it;
    it.copy.rows[1] = {std::nullopt, QStringLiteral("query would be affected by row-level security")};
    QVERIFY(it.compare().equal());
    QCOMPARE(it.compare().remarks.size(), 1);
    it.loaded.rows[{"public", "parts"}] = 1466;
    QVERIFY(!it.compare().equal());
}

void tst_Comparison::objectsThatDifferAreNamedByKind()
{
    Case it;
    it.copy.objectCounts = {{"index", 3}, {"policy", 1}, {"table", 2}, {"view", 1}};
    const Comparison comparison = it.compare();
    QCOMPARE(
        comparison.differences,
        (QStringList{QStringLiteral("Objects of the kind \"index\": 4 in the database, 3 in the copy."),
                     QStringLiteral("Objects of the kind \"view\": 0 in the database, 1 in the copy.")}));
}

// C08
void tst_Comparison::objectsOfMissingRolesAreRemarks()
{
    Case it;
    it.copy.objectCounts = {{"index", 4}, {"table", 2}};
    QVERIFY(!it.compare().equal());
    it.loaded.skippedKinds = {"policy"};
    it.loaded.missingRoles = {"bob", "ann"};
    it.loaded.skippedStatements = 5;
    const Comparison comparison = it.compare();
    QVERIFY(comparison.equal());
    QVERIFY(comparison.remarks.last().endsWith(QStringLiteral("(5 statements): ann, bob")));
    // More than the source has is no consequence of a missing role.
    it.copy.objectCounts = {{"index", 4}, {"policy", 2}, {"table", 2}};
    QVERIFY(!it.compare().equal());
}

void tst_Comparison::largeObjectsAndInvalidIndexesCount()
{
    Case it;
    it.copy.largeObjects = 2;
    it.copy.invalidIndexes = {{"public", "animals_pkey"}};
    const QStringList differences = it.compare().differences;
    QCOMPARE(differences.size(), 2);
    QVERIFY(differences[0].contains(QStringLiteral("3 in the database, 2 in the copy")));
    QVERIFY(differences[1].contains(QStringLiteral("public.animals_pkey")));
}

void tst_Comparison::sequencesBehindAreRemarks()
{
    Case it;
    it.copy.sequencesBehind = {{"public", "animals_id_seq", "animals", "id", 10, 347}};
    const Comparison comparison = it.compare();
    QVERIFY(comparison.equal());
    QVERIFY(comparison.remarks[0].contains(QStringLiteral("public.animals_id_seq is at 10")));
}

void tst_Comparison::chosenTablesAreComparedAlone()
{
    Case it;
    it.copy.rows = {{347, {}}};
    it.copy.objectCounts = {{"table", 1}};
    const ComparedScope scope{ComparedScope::Objects::Rows, {it.manifest.tables[0]}};
    const Comparison comparison = compareCopy(it.manifest, scope, it.loaded, it.copy);
    QVERIFY(comparison.equal());
    QCOMPARE(comparison.tables.size(), 1);
}

void tst_Comparison::partitionRootsAreCountedWithTheirPartitions()
{
    Case it;
    RelationFacts root;
    root.oid = 12;
    root.kind = 'p';
    it.manifest.database.relations = {root};
    const QList<CopyTable> tables = tablesToCount(it.manifest.database, it.manifest.tables);
    QCOMPARE(tables.size(), 2);
    QVERIFY(tables[0].scope == CopyTable::Scope::Only);
    QVERIFY(tables[1].scope == CopyTable::Scope::WithPartitions);
}
