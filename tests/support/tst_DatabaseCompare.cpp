#include "tests/support/tst_DatabaseCompare.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/TestMain.h"
#include "tests/support/Zoo.h"

#include <QByteArrayList>

using namespace masclet;
using namespace masclet::test;

void tst_DatabaseCompare::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(makeSample(*m_cluster));
}

void tst_DatabaseCompare::sampleHoldsWhatItPromises()
{
    const auto counts = m_cluster->psql(
        "masclet_imperi",
        "SELECT (SELECT count(*) FROM explotacions), (SELECT count(*) FROM animals), (SELECT count(*) FROM "
        "parts), "
        "(SELECT count(*) FROM animals WHERE observacions = '\\.'), (SELECT last_value FROM animals_id_seq)");
    QVERIFY_RESULT(counts);
    QCOMPARE(*counts, QByteArray("11|347|1467|1|412"));
    // What a backup may not lose.
    const auto odd = m_cluster->psql("masclet_imperi", R"(
SELECT 'emoji', count(*) FROM animals WHERE strpos(observacions, '🐄') > 0;
SELECT 'accent', count(*) FROM animals WHERE observacions ~ '[àèéíòóúç]';
SELECT 'non-breaking space', count(*) FROM animals WHERE strpos(observacions, chr(160)) > 0;
SELECT 'tab', count(*) FROM animals WHERE strpos(observacions, chr(9)) > 0;
SELECT 'line ends', count(*) FROM animals WHERE strpos(observacions, chr(13) || chr(10)) > 0;
SELECT 'backslash', count(*) FROM animals WHERE strpos(observacions, chr(92)) > 0;
SELECT 'empty', count(*) FROM animals WHERE observacions = '';
SELECT 'NULL', count(*) FROM animals WHERE observacions IS NULL;
SELECT 'jsonb', count(*) FROM imports WHERE result -> 'errors' ->> 0 LIKE '%gènere%';
SELECT 'jsonb NULL', count(*) FROM imports WHERE result IS NULL;
SELECT 'bytea', count(*) > 0 AND min(length(content)) > 1000 FROM documents;)");
    QVERIFY_RESULT(odd);
    QCOMPARE(odd->split('\n'),
             (QByteArrayList{"emoji|1", "accent|58", "non-breaking space|1", "tab|1", "line ends|1",
                             "backslash|3", "empty|1", "NULL|244", "jsonb|3", "jsonb NULL|1", "bytea|t"}));
    // Deterministic: a second load is equal.
    QVERIFY_RESULT(makeSample(*m_cluster, "again"));
    const auto found = compareDatabases(*m_cluster, "masclet_imperi", "again");
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n')));
}

void tst_DatabaseCompare::stockToolsRestoreTheZooEqual_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("major");
    for (int i = 0; i < zoo().size(); ++i)
        QTest::newRow(zoo()[i].name.constData()) << i << 15;
    for (const int major : {13, 14})
        QTest::addRow("zoo objects on %d", major) << 0 << major;
}

/// The zoo and the comparison themselves: what stock pg_dump and psql keep, the comparison calls equal (C01,
/// C06, C14, N03), and the second generation's schema dump is the first's.
void tst_DatabaseCompare::stockToolsRestoreTheZooEqual()
{
    QFETCH(int, number);
    QFETCH(int, major);
    const ZooDatabase &animal = zoo()[number];
    TempCluster::Options options;
    options.major = major;
    const auto other = major == 15 ? nullptr : TempCluster::start(options).value_or(nullptr);
    QVERIFY(major == 15 || other);
    const TempCluster &cluster = other ? *other : *m_cluster;
    QVERIFY_RESULT(makeZoo(cluster, animal));
    const auto copy = [&](const QByteArray &from, const QByteArray &to) -> Result<> {
        MASCLET_TRY(cluster.createDatabase(to, animal.encoding, animal.locale));
        MASCLET_TRY_ASSIGN(const QByteArray dump, cluster.tool(QStringLiteral("pg_dump"), {}, from));
        MASCLET_TRY(cluster.psql(to, "SET client_min_messages = error;\n" + dump));
        return {};
    };
    const QByteArray first = animal.name + " copy";
    const QByteArray second = first + " of copy";
    QVERIFY_RESULT(copy(animal.name, first));
    QVERIFY_RESULT(copy(first, second));
    const auto found = compareDatabases(cluster, animal.name, first);
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(4000)));
    QVERIFY(schemaDump(cluster, first) == schemaDump(cluster, second));
    for (const QByteArray &name : {animal.name, first, second})
        QVERIFY_RESULT(dropZoo(cluster, name));
}

void tst_DatabaseCompare::changesAreSeen_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("seenAs");
    const auto row = [](const char *change, const char *seenAs) {
        QTest::newRow(change) << QByteArray(change) << QString::fromLatin1(seenAs);
    };
    row("UPDATE parts SET observacions = 'x' WHERE id = 7", "rows public.parts");
    row("DELETE FROM parts WHERE id = 7", "rows public.parts");
    row("INSERT INTO imports SELECT * FROM imports WHERE false; UPDATE imports SET result = NULL WHERE id = "
        "1",
        "rows public.imports");
    row("SELECT nextval('parts_id_seq')", "sequence value public.parts_id_seq");
    row("DROP INDEX parts_part_idx", "missing: relation i public.parts_part_idx");
    row("ALTER TABLE parts ALTER estat_fill DROP NOT NULL", "column public.parts.estat_fill");
    row("ALTER TABLE parts DROP CONSTRAINT parts_numero_part_check",
        "missing: constraint parts_numero_part_check on public.parts");
    row("ALTER TABLE animals DISABLE TRIGGER animals_actualitzacio",
        "trigger animals_actualitzacio on public.animals");
    row("CREATE OR REPLACE FUNCTION marca_actualitzacio() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN "
        "NEW; END'",
        "function public.marca_actualitzacio()");
    row("GRANT SELECT ON parts TO PUBLIC", "added: rights table public.parts");
    row("COMMENT ON TABLE parts IS 'other'", "comment table public.parts");
    row("SELECT lo_from_bytea(4242, 'x')", "added: large object 4242");
    row("CREATE SCHEMA extra", "added: schema extra");
}

void tst_DatabaseCompare::changesAreSeen()
{
    QFETCH(QByteArray, change);
    QFETCH(QString, seenAs);
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE DATABASE changed TEMPLATE masclet_imperi"));
    QVERIFY_RESULT(m_cluster->psql("changed", change));
    const auto found = compareDatabases(*m_cluster, "masclet_imperi", "changed");
    QVERIFY_RESULT(found);
    QVERIFY2(!found->isEmpty() && found->first().startsWith(seenAs), qPrintable(found->join(u'\n')));
    QVERIFY_RESULT(m_cluster->dropDatabase("changed"));
}
