#include "tests/core/service/tst_DumpChanges.h"

#include "core/service/DumpChanges.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

InspectedDump dumpOf(const QList<InspectedTable> &tables)
{
    return {QStringLiteral("dump"), tables, 0, 0};
}

} // namespace

void tst_DumpChanges::sameDumpsHaveNoChanges()
{
    const InspectedDump dump = dumpOf({{{"public", "a"}, 5, {{"id", "integer"}}}, {{"public", "b"}, 0, {}}});
    QVERIFY(compareDumps(dump, dump).isEmpty());
}

void tst_DumpChanges::tablesThatCameWentShrankAndGrewAreFound()
{
    const QList<TableChange> changes = compareDumps(
        dumpOf({{{"public", "gone"}, 5, {}}, {{"public", "less"}, 5, {}}, {{"public", "more"}, 5, {}}}),
        dumpOf({{{"public", "more"}, 6, {}}, {{"public", "less"}, 0, {}}, {{"a", "new"}, 0, {}}}));
    QCOMPARE(changes.size(), 4);
    QCOMPARE(changes[0].name, (SqlName{"a", "new"}));
    QVERIFY(changes[0].appeared() && !changes[0].gone() && !changes[0].shrunk());
    QCOMPARE(changes[0].after, std::optional<qint64>(0));
    QVERIFY(changes[1].gone());
    QCOMPARE(changes[1].before, std::optional<qint64>(5));
    QVERIFY(changes[2].shrunk());
    QVERIFY(!changes[3].shrunk() && !changes[3].appeared() && !changes[3].gone());
}

void tst_DumpChanges::columnsAreCompared()
{
    const QList<TableChange> changes =
        compareDumps(dumpOf({{{"public", "a"}, 5, {{"id", "integer"}, {"old\n", "text"}, {"same", "text"}}}}),
                     dumpOf({{{"public", "a"}, 5, {{"same", "text"}, {"id", "bigint"}, {"new", "date"}}}}));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].columns, (QStringList{QStringLiteral("column id was integer, is bigint"),
                                              QStringLiteral("column old\\n is gone"),
                                              QStringLiteral("column new is new: date")}));
}

void tst_DumpChanges::unknownColumnsAreNotCompared()
{
    QVERIFY(
        compareDumps(dumpOf({{{"public", "a"}, 5, {{"id", "integer"}}}}), dumpOf({{{"public", "a"}, 5, {}}}))
            .isEmpty());
}
