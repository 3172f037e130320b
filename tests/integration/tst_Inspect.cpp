#include "tests/integration/tst_Inspect.h"

#include "tests/support/Files.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"
#include "tests/support/Zoo.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <unistd.h>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// "config etc/app.conf: 1 -> 2" of each change of a document, paths below `root` shortened.
QStringList changesIn(const QJsonDocument &document)
{
    QStringList list;
    for (const QJsonValue &change : document[q("changes")].toArray())
        list << change[q("kind")].toString() + u' ' + change[q("section")].toString() + u' ' +
                    change[q("what")].toString();
    return list;
}

} // namespace

void tst_Inspect::initTestCase()
{
    auto cluster = TempCluster::start();
    QVERIFY_RESULT(cluster);
    m_cluster = std::move(*cluster);
}

void tst_Inspect::init()
{
    QVERIFY_RESULT(m_cluster->createDatabase("shop"));
    sql("CREATE SCHEMA other; CREATE TABLE animals (id serial PRIMARY KEY, name text, born date);"
        "INSERT INTO animals (name) SELECT 'animal ' || i FROM generate_series(1, 347) AS i;"
        "UPDATE animals SET name = E'two\\nlines\\tand \\x1b[31mred' WHERE id = 2;"
        "CREATE INDEX animals_name ON animals (name);"
        "CREATE TABLE parts (id int, animal int REFERENCES animals);"
        "CREATE TABLE other.animals (id int); CREATE VIEW names AS SELECT name FROM animals;");
    auto desk =
        Desk::make(*m_cluster, "shop",
                   {q("--restore-test"), q("never"), q("--kinds"), q("db"), q("--minimum-size"), q("1 B")});
    QVERIFY_RESULT(desk);
    m_desk = std::move(*desk);
}

void tst_Inspect::cleanup()
{
    m_desk.reset();
    QVERIFY_RESULT(m_cluster->dropDatabase("shop"));
}

ProgramOutcome tst_Inspect::inspect(const QStringList &arguments)
{
    return m_desk->run(QStringList{q("inspect")} + arguments);
}

QJsonDocument tst_Inspect::inspected(const QStringList &arguments, int exitCode)
{
    const ProgramOutcome outcome = inspect(arguments + QStringList{q("--json")});
    if (outcome.exitCode != exitCode)
        qWarning("exit %d: %s", outcome.exitCode, outcome.errorOutput.constData());
    return QJsonDocument::fromJson(outcome.output);
}

void tst_Inspect::sql(const QByteArray &text) const
{
    QVERIFY_RESULT(m_cluster->psql("shop", text));
}

void tst_Inspect::backup() const
{
    QVERIFY_EXIT(m_desk->run({q("backup"), q("--no-retention")}), 0);
}

void tst_Inspect::write(const char *name, const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    put(path(name), content);
}

void tst_Inspect::tablesOfASetAreListed()
{
    backup();
    const QJsonDocument found = inspected({q("--latest")});
    QCOMPARE(found[q("rows")].toInt(), 347);
    QStringList tables;
    for (const QJsonValue &table : found[q("tables")].toArray())
        tables << table[q("schema")].toString() + u'.' + table[q("name")].toString();
    tables.sort();
    QCOMPARE(tables, (QStringList{q("other.animals"), q("public.animals"), q("public.parts")}));
    const ProgramOutcome text = inspect({q("--latest")});
    QVERIFY_EXIT(text, 0);
    QVERIFY2(text.output.contains("public.animals   347"), text.output.constData());
}

void tst_Inspect::aTableIsShownWithoutRestoring_data()
{
    QTest::addColumn<QString>("compression");
    QTest::newRow("gzip") << q("auto");
    QTest::newRow("not compressed") << q("none");
}

void tst_Inspect::aTableIsShownWithoutRestoring()
{
    QFETCH(QString, compression);
    QVERIFY_EXIT(m_desk->run({q("backup"), q("--no-retention"), q("--compression"), compression}), 0);
    const QJsonDocument found =
        inspected({q("--latest"), q("--table"), q("public.animals"), q("--rows"), q("3")});
    QCOMPARE(found[q("rows")].toInt(), 347);
    QCOMPARE(found[q("columns")].toArray(), (QJsonArray{q("id"), q("name"), q("born")}));
    const QJsonArray rows = found[q("firstRows")].toArray();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].toArray(), (QJsonArray{q("1"), q("animal 1"), QJsonValue(QJsonValue::Null)}));
    const QByteArray statements = QJsonDocument(found[q("statements")].toArray()).toJson();
    for (const char *part : {"CREATE TABLE public.animals", "CREATE SEQUENCE public.animals_id_seq",
                             "ADD CONSTRAINT animals_pkey PRIMARY KEY", "CREATE INDEX animals_name"})
        QVERIFY2(statements.contains(part), statements.constData());
    QVERIFY(!statements.contains("parts"));
    const QJsonDocument view = inspected({q("--latest"), q("--table"), q("names")});
    QVERIFY(view[q("statements")].toArray()[0].toString().startsWith(q("CREATE VIEW public.names")));
}

void tst_Inspect::filesMadeElsewhereAreReadInOnePass_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("plain") << q("made.sql") << 0;
    QTest::newRow("gzip") << q("made.sql.gz") << 0;
    QTest::newRow("cut") << q("cut.sql") << 16;
    QTest::newRow("not there") << q("nowhere.sql") << 15;
}

void tst_Inspect::filesMadeElsewhereAreReadInOnePass() // G01
{
    QFETCH(QString, file);
    QFETCH(int, exitCode);
    const auto dump = m_cluster->tool(q("pg_dump"), {}, "shop");
    QVERIFY_RESULT(dump);
    write("made.sql", *dump);
    write("cut.sql", dump->left(dump->size() / 2));
    QCOMPARE(QProcess::execute(q("/bin/gzip"), {q("-k"), path("made.sql")}), 0);
    const QString name = m_desk->home() + u'/' + file;
    QVERIFY_EXIT(inspect({name}), exitCode);
    if (exitCode != 0)
        return;
    QCOMPARE(inspected({name})[q("rows")].toInt(), 347);
    const QJsonDocument found = inspected({name, q("--table"), q("public.animals"), q("--rows"), q("1")});
    QCOMPARE(found[q("firstRows")].toArray().size(), 1);
    QVERIFY(found[q("statements")].toArray().size() >= 5);
    QVERIFY_EXIT(inspect({name, name}), 0);
}

void tst_Inspect::everyTableOfTheZooIsAsTheDatabaseHasIt() // C01, C14, N03
{
    for (const ZooDatabase &animal : zoo()) {
        QVERIFY_RESULT(makeZoo(*m_cluster, animal));
        const ProgramOutcome made =
            m_desk->run({q("backup"), q("--no-retention"), q("--dbname"), QString::fromUtf8(animal.name)});
        QVERIFY2(made.exitCode == 0 || made.exitCode == 3, made.errorOutput.constData());
        const QJsonArray tables = inspected({q("--latest")})[q("tables")].toArray();
        QVERIFY2(!tables.isEmpty(), animal.name.constData());
        for (const QJsonValue &table : tables) {
            if (!table[q("schema")].isString() || !table[q("name")].isString())
                continue; // a name that is no text cannot be typed
            const QString name = table[q("schema")].toString() + u'.' + table[q("name")].toString();
            const QJsonDocument found = inspected({q("--latest"), q("--table"), name, q("--rows"), q("2")});
            QVERIFY2(found[q("rows")].toInteger() == table[q("rows")].toInteger(), qPrintable(name));
            QVERIFY2(found[q("statements")].toArray()[0].toString().contains(q("TABLE")), qPrintable(name));
            const qsizetype columns = found[q("columns")].toArray().size();
            const QJsonArray rows = found[q("firstRows")].toArray();
            QCOMPARE(rows.size(), qsizetype(std::min<qint64>(2, table[q("rows")].toInteger())));
            for (const QJsonValue &row : rows)
                QVERIFY2(row.toArray().size() == columns, qPrintable(name));
        }
        QVERIFY_RESULT(dropZoo(*m_cluster, animal.name));
    }
}

void tst_Inspect::onlyTheNeededMembersAreRead()
{
    sql("CREATE TABLE large AS SELECT i, md5(i::text) || md5((i + 1)::text) AS t "
        "FROM generate_series(1, 300000) AS i");
    backup();
    // Damage in the rows of the large table: whoever reads it must see it, whoever does not need it must not.
    QFile file(m_desk->newestArchive());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.putChar('\x55'));
    file.close();
    QVERIFY_EXIT(m_desk->run({q("verify"), q("--latest")}), 16);
    QVERIFY_EXIT(inspect({q("--latest"), q("--table"), q("public.animals")}), 0);
    QVERIFY_EXIT(inspect({q("--latest"), q("--table"), q("large"), q("--rows"), q("10")}), 0);
    QVERIFY_EXIT(
        m_desk->run({q("inspect"), q("--latest"), q("--table"), q("large"), q("--rows"), q("100000")}), 2);
}

void tst_Inspect::twoBackupsAreCompared()
{
    backup();
    const QString first = inspected({q("--latest")})[q("dump")].toString();
    sql("DELETE FROM animals WHERE id > 100; ALTER TABLE animals ADD sound text; DROP TABLE other.animals;"
        "CREATE TABLE fresh (a int); INSERT INTO parts VALUES (1, 1)");
    QVERIFY_EXIT(m_desk->run({q("backup"), q("--no-retention"), q("--shrink-rows"), q("99")}), 0);
    const QJsonDocument found = inspected({first, q("--latest")});
    QStringList changes;
    for (const QJsonValue &change : found[q("changes")].toArray())
        changes << QStringLiteral("%1 %2 %3 %4")
                       .arg(change[q("name")].toString())
                       .arg(change[q("rowsBefore")].toInt(-1))
                       .arg(change[q("rowsAfter")].toInt(-1))
                       .arg(change[q("columns")].toArray().size());
    changes.sort();
    QCOMPARE(changes,
             (QStringList{q("animals 0 -1 0"), q("animals 347 100 1"), q("fresh -1 0 0"), q("parts 0 1 0")}));
    QCOMPARE(inspected({first, first})[q("changes")].toArray().size(), 0);
}

void tst_Inspect::namesFromTheDumpStayOnTheirLine_N06()
{
    sql("CREATE TABLE \"a\nFAKE: all is well\x1b[2J\" (\"c\nd\" text DEFAULT E'x\x1b[1m'); "
        "INSERT INTO \"a\nFAKE: all is well\x1b[2J\" VALUES (E'\\x1b]0;x\\x07')");
    backup();
    const QByteArray listed = inspect({q("--latest")}).output;
    QVERIFY(listed.contains("FAKE"));
    QVERIFY(!listed.contains("\nFAKE") && !listed.contains('\x1b'));
    const ProgramOutcome shown = inspect({q("--latest"), q("--table"), q("a\nFAKE: all is well\x1b[2J")});
    QVERIFY_EXIT(shown, 0);
    QVERIFY(!shown.output.contains('\x1b') && !shown.output.contains('\x07'));
}

void tst_Inspect::wrongCallsAreRefused()
{
    backup();
    QVERIFY_EXIT(inspect({}), 2);
    QVERIFY_EXIT(inspect({q("--latest"), q("--table"), q("animals")}), 2); // in two schemas
    QVERIFY_EXIT(inspect({q("--latest"), q("--table"), q("nowhere")}), 2);
    QVERIFY_EXIT(inspect({q("--latest"), q("--table"), q("parts"), q("--rows"), q("-1")}), 2);
    QVERIFY_EXIT(inspect({q("desk_20010101")}), 2);
    QVERIFY_EXIT(inspect({q("--drift"), path("made.sql")}), 2);
}

void tst_Inspect::driftOfFilesAndServerIsFound()
{
    write("tree/etc/app.conf", "port = 5432\n");
    write("tree/etc/gone.conf", "x\n");
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--kinds"), q("db,config,state"), q("--config-paths"),
                              path("tree/etc")}),
                 0);
    backup();
    const QJsonDocument none = inspected({q("--drift"), q("--latest")});
    QCOMPARE(changesIn(none), QStringList());
    QCOMPARE(none[q("remarks")].toArray().size(), 0);
    write("tree/etc/app.conf", "port = 6543\n");
    QVERIFY(QFile::remove(path("tree/etc/gone.conf")));
    QCOMPARE(::symlink("app.conf", path("tree/etc/new").toUtf8().constData()), 0);
    sql("CREATE ROLE eve LOGIN");
    const QString etc = path("tree/etc").mid(1);
    const QJsonDocument found = inspected({q("--drift"), q("--latest")}, 3);
    sql("DROP ROLE eve");
    QCOMPARE(changesIn(found),
             (QStringList{q("config  ") + etc + q("/app.conf"), q("config  ") + etc + q("/gone.conf"),
                          q("config  ") + etc + q("/new"), q("state roles eve")}));
    QVERIFY(!QJsonDocument(found).toJson().contains("6543")); // contents may be secrets
}

void tst_Inspect::driftBetweenTwoBackupsIsFound()
{
    write("tree/etc/app.conf", "port = 5432\n");
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--kinds"), q("db,config,state"), q("--config-paths"),
                              path("tree/etc")}),
                 0);
    backup();
    const QString first = inspected({q("--latest")})[q("dump")].toString();
    write("tree/etc/app.conf", "port = 6543\n");
    backup();
    const QString second = inspected({q("--latest")})[q("dump")].toString();
    QCOMPARE(changesIn(inspected({q("--drift"), first, second}, 3)),
             QStringList{q("config  ") + path("tree/etc/app.conf").mid(1)});
    QVERIFY_EXIT(inspect({q("--drift"), second, second}), 0);
}

void tst_Inspect::driftNeedsNoServer()
{
    write("tree/etc/app.conf", "port = 5432\n");
    QVERIFY_EXIT(m_desk->run({q("profile"), q("set"), q("--kinds"), q("db,config,state"), q("--config-paths"),
                              path("tree/etc")}),
                 0);
    backup();
    const QJsonDocument found = inspected({q("--drift"), q("--latest"), q("--port"), q("1")});
    QCOMPARE(changesIn(found), QStringList());
    QCOMPARE(found[q("remarks")].toArray().size(), 1);
}
