#include "tests/core/service/tst_SetContent.h"

#include "core/service/SetContent.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

RelationFacts relation(quint32 oid, const char *name, char kind = 'r', quint32 root = 0)
{
    RelationFacts facts;
    facts.oid = oid;
    facts.schema = "public";
    facts.name = name;
    facts.kind = kind;
    facts.partitionRoot = root;
    return facts;
}

/// A table of the stream, its rows in several blocks.
ArchiveTable streamed(const char *name, const QList<qint64> &blocks)
{
    ArchiveTable table;
    table.schema = "public";
    table.name = name;
    for (const qint64 rows : blocks)
        table.blocks << CopyBlock{0, 0, 0, rows};
    return table;
}

DatabaseFacts facts(const QList<RelationFacts> &relations)
{
    DatabaseFacts facts;
    facts.relations = relations;
    return facts;
}

ArchiveIndex index(const QList<ArchiveTable> &tables)
{
    ArchiveIndex index;
    index.tables = tables;
    return index;
}

} // namespace

void tst_SetContent::tablesAreKeyedByTheirOid()
{
    RelationFacts counted = relation(11, "animals");
    counted.rows = 9;
    const auto content = matchContent(facts({counted, relation(12, "parts")}),
                                      index({streamed("parts", {0}), streamed("animals", {4, 5})}));
    QVERIFY_RESULT(content);
    QVERIFY(content->omissions.isEmpty());
    QCOMPARE(content->tables.size(), 2);
    QCOMPARE(content->tables[0].oid, 12U);
    QCOMPARE(content->tables[0].rows, 0);
    QVERIFY(!content->tables[0].countedRows);
    QCOMPARE(content->tables[1].oid, 11U);
    QCOMPARE(content->tables[1].rows, 9);
    QVERIFY(content->tables[1].countedRows == 9);
}

void tst_SetContent::aTableWithoutItsRowsIsNoSet()
{
    const auto content = matchContent(facts({relation(11, "animals"), relation(12, "parts")}),
                                      index({streamed("animals", {1})}));
    QVERIFY_FAILS(content, ErrorKind::Dump);
    QVERIFY(content.error().message.contains(QStringLiteral("public.parts")));
}

void tst_SetContent::rowsOfAnUnknownTableAreNoSet()
{
    const auto content = matchContent(facts({relation(11, "animals")}),
                                      index({streamed("animals", {1}), streamed("a\nb", {1})}));
    QVERIFY_FAILS(content, ErrorKind::Dump);
    QVERIFY(content.error().message.contains(QStringLiteral("public.a")));
    QVERIFY(!content.error().message.contains(u'\n'));
}

void tst_SetContent::countsThatDifferAreNoSet()
{
    RelationFacts counted = relation(11, "animals");
    for (const qint64 rows : {0, 8, 10}) {
        counted.rows = rows;
        const auto content = matchContent(facts({counted}), index({streamed("animals", {9})}));
        QVERIFY_FAILS(content, ErrorKind::Dump);
        for (const QString &part : {QStringLiteral("9"), QString::number(rows), QStringLiteral("animals")})
            QVERIFY2(content.error().message.contains(part), qPrintable(content.error().message));
    }
}

void tst_SetContent::whatRightlyHasNoRowsIsListed()
{
    RelationFacts ofExtension = relation(13, "spatial_ref_sys");
    ofExtension.extension = 99;
    const auto content = matchContent(facts({relation(11, "animals"), relation(12, "far", 'f'), ofExtension}),
                                      index({streamed("animals", {1})}));
    QVERIFY_RESULT(content);
    QCOMPARE(content->tables.size(), 1);
    QCOMPARE(content->omissions.size(), 2);
    QCOMPARE(content->omissions[0].what, QStringLiteral("public.far"));
    QVERIFY(content->omissions[0].reason.contains(QStringLiteral("foreign")));
    QCOMPARE(content->omissions[1].what, QStringLiteral("public.spatial_ref_sys"));
    QVERIFY(content->omissions[1].reason.contains(QStringLiteral("extension")));
}

void tst_SetContent::partitionsCountForTheirRoot_data()
{
    QTest::addColumn<std::optional<qint64>>("first");
    QTest::addColumn<std::optional<qint64>>("second");
    QTest::addColumn<bool>("good");
    using Count = std::optional<qint64>;
    QTest::newRow("counted, equal") << Count(3) << Count(4) << true;
    QTest::newRow("counted, different") << Count(3) << Count(5) << false;
    QTest::newRow("one of them not counted") << Count(3) << Count() << true;
    QTest::newRow("not counted") << Count() << Count() << true;
}

/// pg_dump names the root where rows must find their partition again (hash by enum).
void tst_SetContent::partitionsCountForTheirRoot()
{
    QFETCH(std::optional<qint64>, first);
    QFETCH(std::optional<qint64>, second);
    QFETCH(bool, good);
    RelationFacts one = relation(21, "births_1", 'r', 20);
    RelationFacts two = relation(22, "births_2", 'r', 20);
    one.rows = first;
    two.rows = second;
    const auto content =
        matchContent(facts({relation(20, "births", 'p'), one, two}), index({streamed("births", {7})}));
    if (!good) {
        QVERIFY_FAILS(content, ErrorKind::Dump);
        return;
    }
    QVERIFY_RESULT(content);
    QCOMPARE(content->tables.size(), 1);
    QCOMPARE(content->tables[0].oid, 20U);
    QCOMPARE(content->tables[0].countedRows.has_value(), first && second);
}

void tst_SetContent::viewsAndSequencesNeedNoRows()
{
    QList<RelationFacts> relations;
    for (const char kind : {'v', 'm', 'S', 'p'})
        relations << relation(30 + quint32(relations.size()), QByteArray(1, kind).constData(), kind);
    const auto content = matchContent(facts(relations), index({}));
    QVERIFY_RESULT(content);
    QVERIFY(content->tables.isEmpty());
    QVERIFY(content->omissions.isEmpty());
}

void tst_SetContent::criticalTablesAreFoundByName()
{
    const CriticalTables found = findCriticalTables(
        facts({relation(11, "animals"), relation(12, "parts"), relation(13, "seen", 'v')}),
        {QStringLiteral("parts"), QStringLiteral("ani%"), QStringLiteral("public.animals")});
    QCOMPARE(found.relations.size(), 2);
    QCOMPARE(found.relations[0].oid, 12U);
    QCOMPARE(found.relations[1].oid, 11U);
    QCOMPARE(found.missing, QStringList{QStringLiteral("ani%")});
}

void tst_SetContent::aPartitionedCriticalTableStandsForItsPartitions()
{
    const CriticalTables found =
        findCriticalTables(facts({relation(20, "births", 'p'), relation(21, "births_1", 'r', 20),
                                  relation(23, "births_2", 'p', 20), relation(24, "births_2_1", 'r', 20),
                                  relation(25, "other")}),
                           {QStringLiteral("births")});
    QVERIFY(found.missing.isEmpty());
    QCOMPARE(found.relations.size(), 2);
    QCOMPARE(found.relations[0].oid, 21U);
    QCOMPARE(found.relations[1].oid, 24U);
}
