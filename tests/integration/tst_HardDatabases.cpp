#include "tests/integration/tst_HardDatabases.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"
#include "tests/support/DumpStub.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList noTest = {QStringLiteral("--restore-test"), QStringLiteral("never")};
const QStringList backup = {QStringLiteral("backup"), QStringLiteral("--no-retention")};

/// A pg_dump that first changes the database: what happens between the snapshot and its locks.
class DumpAfter
{
public:
    enum class When { FirstTime, EveryTime };
    DumpAfter(const TempCluster &cluster, const QByteArray &database, const QByteArray &sql, When when)
        : m_tool("case \"$*\" in *--version*) exec " + real() +
                 " \"$@\";; esac\n"
                 "flag=$(dirname \"$0\")/done\n"
                 "[ -e \"$flag\" ] || " +
                 stockPrograms().toUtf8() + "/psql -X -q -h " + cluster.socketFolder().toUtf8() + " -p " +
                 QByteArray::number(cluster.port()) + " -U postgres -d " + database + " -c '" + sql +
                 "' >&2\n" + (when == When::FirstTime ? "touch \"$flag\"\n" : "") + "exec " + real() +
                 " \"$@\"")
    {
        QFile::link(stockPrograms() + QStringLiteral("/pg_dumpall"),
                    m_tool.folder() + QStringLiteral("/pg_dumpall"));
    }
    QString folder() const { return m_tool.folder(); }

private:
    static QByteArray real() { return (stockPrograms() + QStringLiteral("/pg_dump")).toUtf8(); }

    FakeTool m_tool;
};

Result<> makeSwapDatabase(const TempCluster &cluster)
{
    MASCLET_TRY(cluster.createDatabase("swap"));
    MASCLET_TRY(cluster.psql(
        "swap", "CREATE TABLE animals AS SELECT g AS id FROM generate_series(1, 500) g; CREATE TABLE other "
                "AS SELECT 7 AS id; CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.t AS SELECT 1 AS n; "
                "CREATE TABLE b.t AS SELECT 2 AS n;"));
    return {};
}

/// How often the newest run tried once more because of a swapped table.
qsizetype secondAttempts(const Desk &desk)
{
    return desk.run({QStringLiteral("logs")})
        .output.count("was swapped while the dump began; trying once more");
}

} // namespace

void tst_HardDatabases::initTestCase()
{
    const auto started = m_servers.ofMajor(15);
    QVERIFY_RESULT(started);
    m_cluster = *started;
}

/// What can happen to a table between the snapshot and pg_dump's lock. Each can be done again and again.
void tst_HardDatabases::tablesSwappedBeforePgDumpLocksThem_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<int>("major");
    const QByteArray truncated = "TRUNCATE animals";
    QTest::newRow("truncated") << truncated << 15;
    QTest::newRow("rewritten") << QByteArray("ALTER TABLE animals ALTER id TYPE bigint USING id + 0") << 15;
    QTest::newRow("made again") << QByteArray(
                                       "BEGIN; DROP TABLE animals; CREATE TABLE animals (id int); COMMIT")
                                << 15;
    const QByteArray byName =
        "BEGIN; ALTER TABLE animals RENAME TO gone; ALTER TABLE other RENAME TO animals; ALTER TABLE gone "
        "RENAME TO other; COMMIT";
    QTest::newRow("swapped by name") << byName << 15;
    QTest::newRow("schema swapped") << QByteArray("BEGIN; ALTER SCHEMA a RENAME TO c; ALTER SCHEMA b RENAME "
                                                  "TO a; ALTER SCHEMA c RENAME TO b; COMMIT")
                                    << 15;
    QTest::newRow("truncated on 13") << truncated << 13;
    QTest::newRow("swapped by name on 14") << byName << 14;
}

/// Dumped empty or with another's rows, with exit code 0, were it not for our looking again. The second
/// attempt has a snapshot of its own; that there was one is what tells our looking from good luck.
void tst_HardDatabases::tablesSwappedBeforePgDumpLocksThem()
{
    QFETCH(QByteArray, change);
    QFETCH(int, major);
    const auto server = m_servers.ofMajor(major);
    QVERIFY_RESULT(server);
    const TempCluster &cluster = **server;
    const DumpAfter tool(cluster, "swap", change, DumpAfter::When::FirstTime);
    QVERIFY_RESULT(makeSwapDatabase(cluster));
    const auto desk =
        Desk::make(cluster, "swap", QStringList{QStringLiteral("--tools"), tool.folder()} + noTest);
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run(backup), 0);
    QCOMPARE(secondAttempts(**desk), 1);
    // What is in the set is the database as it is now, after the change.
    QVERIFY_RESULT(cluster.createDatabase("swap_copy"));
    const auto dump = (*desk)->plainDump();
    QVERIFY_RESULT(dump);
    QVERIFY_RESULT(cluster.psql("swap_copy", *dump));
    const auto found = compareDatabases(cluster, "swap", "swap_copy");
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(2000)));
    QVERIFY_RESULT(cluster.dropDatabase("swap_copy"));
    QVERIFY_RESULT(cluster.dropDatabase("swap"));
}

void tst_HardDatabases::tablesSwappedEveryTimeAreNoSet_data()
{
    tablesSwappedBeforePgDumpLocksThem_data();
}

void tst_HardDatabases::tablesSwappedEveryTimeAreNoSet()
{
    QFETCH(QByteArray, change);
    QFETCH(int, major);
    const auto server = m_servers.ofMajor(major);
    QVERIFY_RESULT(server);
    const TempCluster &cluster = **server;
    const DumpAfter tool(cluster, "swap", change, DumpAfter::When::EveryTime);
    QVERIFY_RESULT(makeSwapDatabase(cluster));
    const auto desk =
        Desk::make(cluster, "swap", QStringList{QStringLiteral("--tools"), tool.folder()} + noTest);
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run(backup), 14);
    QCOMPARE(secondAttempts(**desk), 1);
    QCOMPARE((*desk)->newestArchive(), QString());
    for (const char *folder : {"/.staging", "/db", "/sets"})
        QVERIFY2(QDir((*desk)->repository() + QLatin1String(folder)).isEmpty(), folder);
    QVERIFY_RESULT(cluster.dropDatabase("swap"));
}

/// C11: rows come and go while sets are made; each set is consistent and restores equal to its own counts.
/// More come than go, and those that come do not compress better: half of the rows or of the stored bytes
/// gone would rightly be a warning.
void tst_HardDatabases::dataThatChangesMeanwhileIsCountedInTheSnapshot()
{
    QVERIFY_RESULT(m_cluster->createDatabase("busy"));
    QVERIFY_RESULT(m_cluster->psql("busy", "CREATE TABLE animals AS SELECT g AS id, repeat(md5(g::text), 20) "
                                           "AS t FROM generate_series(1, 20000) g;"));
    const auto desk =
        Desk::make(*m_cluster, "busy", {QStringLiteral("--critical-tables"), QStringLiteral("animals")});
    QVERIFY_RESULT(desk);
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(
        stockPrograms() + QStringLiteral("/psql"),
        {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-h"), m_cluster->socketFolder(),
         QStringLiteral("-p"), QString::number(m_cluster->port()), QStringLiteral("-U"),
         QStringLiteral("postgres"), QStringLiteral("-d"), QStringLiteral("busy"), QStringLiteral("-c"),
         QStringLiteral("DO $$BEGIN LOOP INSERT INTO animals SELECT g, md5(random()::text) FROM "
                        "generate_series(1, 7) g; DELETE FROM animals WHERE ctid IN (SELECT ctid FROM "
                        "animals LIMIT 3); COMMIT; END LOOP; END$$")});
    QVERIFY(writer.waitForStarted());
    const int rounds = std::max(2, scaled(20));
    for (int i = 0; i < rounds; ++i) {
        const ProgramOutcome outcome = (*desk)->run(backup);
        const ProgramOutcome problems =
            outcome.exitCode == 0
                ? outcome
                : (*desk)->run({QStringLiteral("list"), QStringLiteral("--runs"), QStringLiteral("--json")});
        QVERIFY2(outcome.exitCode == 0, (endOf(outcome) + problems.output).constData());
    }
    QVERIFY2(!writer.waitForFinished(0), "nothing was written meanwhile");
    writer.kill();
    writer.waitForFinished(-1);
    const ProgramOutcome listed = (*desk)->run({QStringLiteral("list"), QStringLiteral("--json")});
    const QJsonArray sets =
        QJsonDocument::fromJson(listed.output).object().value(QStringLiteral("sets")).toArray();
    QCOMPARE(sets.size(), rounds);
    QSet<qint64> rows;
    for (const QJsonValue &set : sets) {
        QCOMPARE(set[QStringLiteral("state")].toString(), QStringLiteral("restore-tested"));
        rows << set[QStringLiteral("rows")].toInteger();
    }
    QCOMPARE(rows.size(), rounds); // each has counts of its own
    QVERIFY_RESULT(m_cluster->psql("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                               "datname = 'busy'"));
    QVERIFY_RESULT(m_cluster->dropDatabase("busy"));
}

/// D17, V05: ten thousand at full scale.
void tst_HardDatabases::manyTablesComeBack()
{
    const QByteArray number = QByteArray::number(scaled(10000));
    QVERIFY_RESULT(m_cluster->createDatabase("many"));
    // In several transactions, for the server's lock table is small.
    QVERIFY_RESULT(
        m_cluster->psql("many", "DO $$BEGIN FOR i IN 1.." + number +
                                    " LOOP EXECUTE format('CREATE TABLE t%s (id int PRIMARY KEY)', i); "
                                    "EXECUTE format('INSERT INTO t%s VALUES (%s)', i, i); IF i % 200 "
                                    "= 0 THEN COMMIT; END IF; END LOOP; END$$"));
    const auto desk = Desk::make(*m_cluster, "many", noTest);
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run(backup);
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    for (const QStringList &where : {QStringList(), QStringList{QStringLiteral("--sandbox")}}) {
        const ProgramOutcome tested =
            (*desk)->run(QStringList{QStringLiteral("restore-test"), QStringLiteral("--latest")} + where);
        QVERIFY2(tested.exitCode == 0, tested.errorOutput.constData());
        QVERIFY(tested.output.contains(number + " tables"));
    }
    QVERIFY_RESULT(m_cluster->createDatabase("many_copy"));
    const auto dump = (*desk)->plainDump();
    QVERIFY_RESULT(dump);
    QVERIFY_RESULT(m_cluster->psql("many_copy", *dump));
    const auto found = compareDatabases(*m_cluster, "many", "many_copy");
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(2000)));
    QVERIFY_RESULT(m_cluster->dropDatabase("many_copy"));
    QVERIFY_RESULT(m_cluster->dropDatabase("many"));
}

/// D19: 200 MB of text in one field at full scale.
void tst_HardDatabases::aLongFieldComesBack()
{
    QVERIFY_RESULT(m_cluster->createDatabase("long"));
    QVERIFY_RESULT(m_cluster->psql("long", "CREATE TABLE documents AS SELECT 1 AS id, repeat('añil ', " +
                                               QByteArray::number(scaled(200) * 1024 * 1024 / 6) +
                                               ") AS text;"));
    const auto desk = Desk::make(*m_cluster, "long");
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run(backup);
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    QVERIFY(made.output.contains("restore-tested"));
    QVERIFY_RESULT(m_cluster->createDatabase("long_copy"));
    const auto dump = (*desk)->plainDump();
    QVERIFY_RESULT(dump);
    QVERIFY_RESULT(m_cluster->psql("long_copy", *dump));
    const auto found = compareDatabases(*m_cluster, "long", "long_copy");
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(2000)));
    QVERIFY_RESULT(m_cluster->dropDatabase("long_copy"));
    QVERIFY_RESULT(m_cluster->dropDatabase("long"));
}

/// A schema can be renamed under pg_dump's locks on its tables: seen at the end.
void tst_HardDatabases::aSchemaRenamedDuringTheDumpIsNoticed_data()
{
    QTest::addColumn<bool>("every");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("once, the next attempt is good") << false << 0;
    QTest::newRow("every time") << true << 14;
}

void tst_HardDatabases::aSchemaRenamedDuringTheDumpIsNoticed()
{
    QFETCH(bool, every);
    QFETCH(int, exitCode);
    QVERIFY_RESULT(m_cluster->createDatabase("moving"));
    QVERIFY_RESULT(m_cluster->psql("moving", "CREATE SCHEMA a; CREATE TABLE a.t AS SELECT 1 AS n;"));
    const QByteArray rename =
        stockPrograms().toUtf8() + "/psql -X -q -h " + m_cluster->socketFolder().toUtf8() + " -p " +
        QByteArray::number(m_cluster->port()) +
        " -U postgres -d moving -c \"DO \\$\\$BEGIN IF to_regnamespace('a') "
        "IS NULL THEN ALTER SCHEMA b RENAME TO a; ELSE ALTER SCHEMA a RENAME TO b; END IF; END\\$\\$\"\n";
    const QByteArray flag = "flag=$(dirname \"$0\")/done\n";
    const DumpStub stub(DumpStub::run("pg_dump") + "; ended=$?\n" + flag + "[ -e \"$flag\" ] || " + rename +
                        (every ? "" : "touch \"$flag\"\n") + "exit $ended");
    const auto desk = Desk::make(*m_cluster, "moving", noTest + stub.option());
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(backup);
    QVERIFY2(outcome.exitCode == exitCode, outcome.errorOutput.constData());
    QVERIFY(every || (*desk)->plainDump()->contains("CREATE TABLE b.t"));
    QVERIFY(QDir((*desk)->repository() + QStringLiteral("/.staging")).isEmpty());
    QVERIFY_RESULT(m_cluster->dropDatabase("moving"));
}

/// D19: as many columns as a table can have.
void tst_HardDatabases::sixteenHundredColumnsComeBack()
{
    QVERIFY_RESULT(m_cluster->createDatabase("wide"));
    QVERIFY_RESULT(m_cluster->psql("wide", R"(
DO $$BEGIN
EXECUTE (SELECT 'CREATE TABLE wide (' || string_agg(format('%I int', 'column ' || n), ', ') || ')' FROM generate_series(1, 1600) n);
EXECUTE (SELECT 'INSERT INTO wide SELECT ' || string_agg(CASE WHEN n % 3 = 0 THEN 'NULL' ELSE 'g' END, ', ') ||
    ' FROM generate_series(1, 50) g' FROM generate_series(1, 1600) n);
END$$)"));
    const auto desk = Desk::make(*m_cluster, "wide");
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run(backup);
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    QVERIFY(made.output.contains("restore-tested"));
    QVERIFY_RESULT(m_cluster->createDatabase("wide_copy"));
    const auto dump = (*desk)->plainDump();
    QVERIFY_RESULT(dump);
    QVERIFY_RESULT(m_cluster->psql("wide_copy", *dump));
    const auto found = compareDatabases(*m_cluster, "wide", "wide_copy");
    QVERIFY_RESULT(found);
    QVERIFY2(found->isEmpty(), qPrintable(found->join(u'\n').left(2000)));
    QVERIFY_RESULT(m_cluster->dropDatabase("wide_copy"));
    QVERIFY_RESULT(m_cluster->dropDatabase("wide"));
}
