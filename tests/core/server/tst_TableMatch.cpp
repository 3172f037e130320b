#include "tests/core/server/tst_TableMatch.h"

#include "core/server/TableMatch.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

DatabaseFacts factsWithTables()
{
    DatabaseFacts facts;
    quint32 oid = 1;
    const QList<std::pair<QByteArray, QByteArray>> names = {{"public", "animals"},
                                                            {"archive", "animals"},
                                                            {"public", "Parts"},
                                                            {"a", "once"},
                                                            {"b", "twice"},
                                                            {"c", "twice"},
                                                            {"x.y", "z"},
                                                            {"x", "y.z"},
                                                            {"A", "b*"},
                                                            {"odd", "q\"uote"},
                                                            {"public", "new\nline"},
                                                            {"public", "ñandú"}};
    for (const auto &[schema, name] : names)
        facts.relations.append({oid++, schema, name});
    facts.relations.append({oid++, "public", "a_view", 'v'});
    facts.relations.append({oid++, "public", "partitioned", 'p'});
    return facts;
}

} // namespace

void tst_TableMatch::namesMeanOneTable_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<quint32>("oid");
    QTest::newRow("accents are not folded") << QStringLiteral("PUBLIC.ñandú") << quint32(12);
    // N04
    QTest::newRow("public before others") << QStringLiteral("animals") << 1U;
    QTest::newRow("schema given") << QStringLiteral("archive.animals") << 2U;
    QTest::newRow("as it stands") << QStringLiteral("Parts") << 3U;
    QTest::newRow("quoted") << QStringLiteral("\"Parts\"") << 3U;
    QTest::newRow("only one schema has it") << QStringLiteral("once") << 4U;
    QTest::newRow("quotes say where the dot is") << QStringLiteral("\"x.y\".z") << 7U;
    QTest::newRow("the other dot") << QStringLiteral("x.\"y.z\"") << 8U;
    QTest::newRow("star is a character") << QStringLiteral("A.b*") << 9U;
    QTest::newRow("quote in the name") << QStringLiteral("odd.\"q\"\"uote\"") << 10U;
    QTest::newRow("line end") << QStringLiteral("new\nline") << 11U;
    QTest::newRow("not ASCII") << QStringLiteral("ñandú") << 12U;
    QTest::newRow("upper case as SQL reads it") << QStringLiteral("ARCHIVE.Animals") << 2U;
    QTest::newRow("partitioned") << QStringLiteral("partitioned") << 14U;
}

void tst_TableMatch::namesMeanOneTable()
{
    QFETCH(QString, name);
    QFETCH(quint32, oid);
    const DatabaseFacts facts = factsWithTables();
    const auto table = matchTable(facts, name);
    QVERIFY_RESULT(table);
    QCOMPARE((*table)->oid, oid);
}

void tst_TableMatch::unknownAndAmbiguousNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"missing", "animal*", "a.*", "a_view", "twice", "x.y.z", "parts", "", "\"",
                             "\"Parts", "\"Parts\"x", "public."})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_TableMatch::unknownAndAmbiguousNamesAreRefused()
{
    QFETCH(QString, name);
    const DatabaseFacts facts = factsWithTables();
    QVERIFY_FAILS(matchTable(facts, name), ErrorKind::Config);
}
