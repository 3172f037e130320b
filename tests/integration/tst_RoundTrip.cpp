#include "tests/integration/tst_RoundTrip.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Zoo.h"

#include <QByteArrayList>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList noRestoreTest = {QStringLiteral("--restore-test"), QStringLiteral("never")};
const QStringList backupOnly = {QStringLiteral("backup"), QStringLiteral("--no-retention")};

/// Loads the newest set with stock gunzip and psql into a new database.
Result<> loadWithStockTools(const TempCluster &cluster, const Desk &desk, const QByteArray &target,
                            const ZooDatabase &like)
{
    MASCLET_TRY(cluster.createDatabase(target, like.encoding, like.locale));
    MASCLET_TRY_ASSIGN(const QByteArray dump, desk.plainDump());
    MASCLET_TRY(cluster.psql(target, "SET client_min_messages = error;\n" + dump));
    return {};
}

/// Source and copy are equal, and so are the schema dumps of the copy and of a copy of the copy, which is
/// made from a set of ours again and dropped. Empty when all is equal.
Result<QString> differencesOfCopy(const TempCluster &cluster, const ZooDatabase &source,
                                  const QByteArray &copy)
{
    MASCLET_TRY_ASSIGN(const QStringList found, compareDatabases(cluster, source.name, copy));
    if (!found.isEmpty())
        return found.join(u'\n').left(4000);
    const QByteArray second = copy + " of copy";
    MASCLET_TRY_ASSIGN(const auto desk, Desk::make(cluster, copy, noRestoreTest));
    const ProgramOutcome again = desk->run(backupOnly);
    if (again.exitCode != 0 && again.exitCode != 3)
        return QString::fromUtf8(endOf(again));
    MASCLET_TRY(loadWithStockTools(cluster, *desk, second, source));
    MASCLET_TRY_ASSIGN(const QByteArray older, schemaDump(cluster, copy));
    MASCLET_TRY_ASSIGN(const QByteArray newer, schemaDump(cluster, second));
    MASCLET_TRY(dropZoo(cluster, second));
    return older == newer ? QString() : QStringLiteral("the schema dumps of two generations differ");
}

} // namespace

void tst_RoundTrip::initTestCase()
{
    const auto started = m_servers.ofMajor(15);
    QVERIFY_RESULT(started);
    m_cluster = *started;
}

void tst_RoundTrip::stockToolsLoadOurSetsEqual_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("major");
    QTest::addColumn<QString>("compression");
    for (const int major : {15, 13, 14}) {
        for (int i = 0; i < zoo().size(); ++i)
            QTest::addRow("%s on %d", zoo()[i].name.constData(), major)
                << i << major << QStringLiteral("auto");
    }
    for (int i = 0; i < zoo().size(); ++i) {
        if (zoo()[i].name == "zoo_texts")
            QTest::newRow("zoo_texts, not compressed") << i << 15 << QStringLiteral("none");
    }
}

/// C01, C06, C14, G10, N03
void tst_RoundTrip::stockToolsLoadOurSetsEqual()
{
    QFETCH(int, number);
    QFETCH(int, major);
    QFETCH(QString, compression);
    const ZooDatabase &animal = zoo()[number];
    const auto server = m_servers.ofMajor(major);
    QVERIFY_RESULT(server);
    const TempCluster &cluster = **server;
    const QByteArray copy = animal.name + " copy";

    QVERIFY_RESULT(makeZoo(cluster, animal));
    const auto desk = Desk::make(cluster, animal.name,
                                 noRestoreTest + QStringList{QStringLiteral("--compression"), compression});
    QVERIFY_RESULT(desk);
    const ProgramOutcome outcome = (*desk)->run(backupOnly);
    QVERIFY2(outcome.exitCode == 0 || outcome.exitCode == 3, outcome.errorOutput.constData());
    QCOMPARE((*desk)->newestArchive().endsWith(QStringLiteral(".gz")), compression != QStringLiteral("none"));
    QVERIFY_RESULT(loadWithStockTools(cluster, **desk, copy, animal));
    const auto found = differencesOfCopy(cluster, animal, copy);
    QVERIFY_RESULT(found);
    QCOMPARE(*found, QString());
    for (const QByteArray &name : {animal.name, copy})
        QVERIFY_RESULT(dropZoo(cluster, name));
}

void tst_RoundTrip::settingsDoNotChangeTheSet_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::newRow("database") << QByteArray("DATABASE \"odd settings\"");
    QTest::newRow("role") << QByteArray("ROLE postgres");
    QTest::newRow("role in database") << QByteArray("ROLE postgres IN DATABASE \"odd settings\"");
}

/// What a database or a role sets for its sessions, a foreign client_encoding that knows few of the letters
/// included, changes no byte of the set.
void tst_RoundTrip::settingsDoNotChangeTheSet()
{
    QFETCH(QByteArray, who);
    const ZooDatabase source{"odd settings", "UTF8", "C.UTF-8", {QStringLiteral("texts")}};
    QVERIFY_RESULT(makeZoo(*m_cluster, source));
    const auto desk = Desk::make(*m_cluster, source.name, noRestoreTest);
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run(backupOnly), 0);
    const auto before = (*desk)->plainDump();
    QVERIFY_RESULT(before);

    const QByteArrayList settings = {"standard_conforming_strings = off",
                                     "client_encoding = LATIN9",
                                     "bytea_output = escape",
                                     "DateStyle = German",
                                     "quote_all_identifiers = on",
                                     "default_transaction_read_only = on"};
    QByteArray sql = "BEGIN;"; // or the last one would keep the others out
    for (const QByteArray &setting : settings)
        sql += "ALTER " + who + " SET " + setting + ';';
    QVERIFY_RESULT(m_cluster->psql("postgres", sql + "COMMIT;"));
    QCOMPARE(
        m_cluster->psql(source.name, "SHOW standard_conforming_strings; SHOW client_encoding").value_or(""),
        QByteArray("off\nLATIN9"));
    const ProgramOutcome outcome = (*desk)->run(backupOnly);
    const ProgramOutcome tested = (*desk)->run({QStringLiteral("restore-test"), QStringLiteral("--latest")});
    QVERIFY_RESULT(
        m_cluster->psql("postgres", "SET default_transaction_read_only = off; BEGIN READ WRITE; ALTER " +
                                        who + " RESET ALL; COMMIT"));
    QVERIFY_EXIT(outcome, 0);
    QVERIFY_EXIT(tested, 0);
    const auto after = (*desk)->plainDump();
    QVERIFY_RESULT(after);
    QVERIFY(withoutKeys(*after) == withoutKeys(*before));

    const QByteArray copy = source.name + " copy";
    QVERIFY_RESULT(loadWithStockTools(*m_cluster, **desk, copy, source));
    const auto found = differencesOfCopy(*m_cluster, source, copy);
    QVERIFY_RESULT(found);
    QCOMPARE(*found, QString());
    for (const QByteArray &name : {source.name, copy})
        QVERIFY_RESULT(dropZoo(*m_cluster, name));
}

void tst_RoundTrip::dumpsMadeElsewhereAreVerified_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("arguments"); // of pg_dump
    QTest::addColumn<int>("lost");              // bytes cut from the end
    QTest::addColumn<int>("expected");
    QTest::newRow("plain") << QStringLiteral("a.sql") << QStringList() << 0 << 0;
    QTest::newRow("gzip") << QStringLiteral("a.sql.gz") << QStringList{QStringLiteral("-Z6")} << 0 << 0;
    // G01, G02, G09, G11
    QTest::newRow("plain, cut") << QStringLiteral("b.sql") << QStringList() << 60 << 16;
    QTest::newRow("gzip without its trailer")
        << QStringLiteral("b.sql.gz") << QStringList{QStringLiteral("-Z6")} << 8 << 16;
    QTest::newRow("custom") << QStringLiteral("c.dump") << QStringList{QStringLiteral("-Fc")} << 0 << 0;
    QTest::newRow("custom, cut") << QStringLiteral("c.dump") << QStringList{QStringLiteral("-Fc")} << 900
                                 << 16;
    QTest::newRow("custom, uncompressed")
        << QStringLiteral("c.dump") << QStringList{QStringLiteral("-Fc"), QStringLiteral("-Z0")} << 0 << 0;
    QTest::newRow("tar") << QStringLiteral("c.tar") << QStringList{QStringLiteral("-Ft")} << 0 << 16;
    // G07
    QTest::newRow("plain called gzip") << QStringLiteral("d.sql.gz") << QStringList() << 0 << 16;
}

void tst_RoundTrip::dumpsMadeElsewhereAreVerified()
{
    QFETCH(QString, name);
    QFETCH(QStringList, arguments);
    QFETCH(int, lost);
    QFETCH(int, expected);
    const auto dump = m_cluster->tool(QStringLiteral("pg_dump"), arguments);
    QVERIFY_RESULT(dump);
    const QTemporaryDir home;
    QFile file(home.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(dump->chopped(lost));
    file.close();
    const ProgramOutcome outcome =
        runProgram(home.path(), {QStringLiteral("verify"), QStringLiteral("--file"), file.fileName()});
    QVERIFY2(outcome.exitCode == expected, outcome.errorOutput.constData());
    QCOMPARE(outcome.output.contains(": whole, "), expected == 0);
}

/// G12: pg_restore takes an emptied file for a table without rows, so we look first.
void tst_RoundTrip::foldersMadeElsewhereAreVerified_data()
{
    QTest::addColumn<QStringList>("options"); // of pg_dump
    QTest::addColumn<QByteArray>("harm");     // a shell's line in the folder
    QTest::addColumn<int>("expected");
    const QStringList plain{QStringLiteral("-Z0")};
    QTest::newRow("whole") << QStringList() << QByteArray(":") << 0;
    QTest::newRow("whole, not compressed") << plain << QByteArray(":") << 0;
    QTest::newRow("whole, INSERTs") << plain + QStringList{QStringLiteral("--inserts")} << QByteArray(":")
                                    << 0;
    QTest::newRow("member missing") << QStringList() << QByteArray("rm [0-9]*.dat.gz") << 16;
    QTest::newRow("member empty") << QStringList() << QByteArray("for f in [0-9]*.dat.gz; do : > $f; done")
                                  << 16;
    QTest::newRow("member cut") << QStringList()
                                << QByteArray("for f in [0-9]*.dat.gz; do truncate -s -9 $f; done") << 16;
    QTest::newRow("member cut, not compressed")
        << plain << QByteArray("for f in [0-9]*.dat; do truncate -s -5 $f; done") << 16;
    QTest::newRow("member surplus") << QStringList() << QByteArray("cp toc.dat 9999.dat.gz") << 16;
    QTest::newRow("contents cut") << QStringList() << QByteArray("truncate -s 400 toc.dat") << 16;
    QTest::newRow("contents lead elsewhere")
        << QStringList() << QByteArray("sed -i 's#[0-9]*.dat#../../../victim#' toc.dat") << 16;
    QTest::newRow("contents are a link")
        << QStringList() << QByteArray("mv toc.dat ../toc; ln -s ../toc toc.dat") << 16;
    QTest::newRow("contents missing") << QStringList() << QByteArray("rm toc.dat") << 16;
}

void tst_RoundTrip::foldersMadeElsewhereAreVerified()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, harm);
    QFETCH(int, expected);
    const QTemporaryDir home;
    const QString folder = home.filePath(QStringLiteral("dump"));
    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE TABLE IF NOT EXISTS rows_of_one AS SELECT 1 AS n"));
    QVERIFY_RESULT(
        m_cluster->tool(QStringLiteral("pg_dump"),
                        options + QStringList{QStringLiteral("-Fd"), QStringLiteral("-f"), folder}));
    QProcess shell;
    shell.setWorkingDirectory(folder);
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-ec"), QString::fromUtf8(harm)});
    shell.waitForFinished(-1);
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    const QStringList before = QDir(home.path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden);
    const ProgramOutcome outcome =
        runProgram(home.path(), {QStringLiteral("verify"), QStringLiteral("--file"), folder});
    QVERIFY2(outcome.exitCode == expected, (outcome.errorOutput + outcome.output).constData());
    QCOMPARE(QDir(home.path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden), before);
}

/// Backup and restore test are runs of their own in one job.
void tst_RoundTrip::eachRunKeepsItsPhases()
{
    QVERIFY_RESULT(m_cluster->createDatabase("phases"));
    QVERIFY_RESULT(m_cluster->psql("phases", "CREATE TABLE animals AS SELECT generate_series(1, 347) AS id"));
    const auto desk = Desk::make(*m_cluster, "phases");
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run(backupOnly);
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, made.errorOutput.constData());
    const ProgramOutcome listed =
        (*desk)->run({QStringLiteral("list"), QStringLiteral("--runs"), QStringLiteral("--json")});
    const QJsonArray runs =
        QJsonDocument::fromJson(listed.output).object().value(QStringLiteral("runs")).toArray();
    QCOMPARE(runs.size(), 2);
    for (const QJsonValue &value : runs) {
        const QJsonObject run = value.toObject();
        const QJsonArray phases = run.value(QStringLiteral("phases")).toArray();
        QVERIFY(!phases.isEmpty());
        qint64 end = 0;
        QStringList names;
        for (const QJsonValue &phase : phases) {
            names << phase[QStringLiteral("name")].toString();
            QVERIFY(phase[QStringLiteral("startMs")].toInteger() >= end);
            end = phase[QStringLiteral("startMs")].toInteger() +
                  phase[QStringLiteral("durationMs")].toInteger();
        }
        QVERIFY(end <= run.value(QStringLiteral("durationMs")).toInteger() + 1);
        const bool backup = run.value(QStringLiteral("verb")).toString() == QStringLiteral("backup");
        QCOMPARE(names.contains(QStringLiteral("Reading back")), backup);
    }
    QVERIFY_RESULT(m_cluster->dropDatabase("phases"));
}
