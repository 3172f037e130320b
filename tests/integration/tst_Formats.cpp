#include "tests/integration/tst_Formats.h"

#include "tests/support/DumpStub.h"
#include "tests/support/Files.h"
#include "tests/support/Invariants.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"
#include "tests/support/Zoo.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <random>

using namespace masclet;
using namespace masclet::test;

namespace
{

const QStringList backup = {QStringLiteral("backup"), QStringLiteral("--no-retention")};
const QStringList verify = {QStringLiteral("verify"), QStringLiteral("--latest")};

/// The newest file or folder below db/ with this end.
QString archiveOf(const Desk &desk, const char *end)
{
    const QDir folder(desk.repository() + q("/db"));
    const QStringList names = folder.entryList({q("*") + q(end)}, QDir::AllEntries, QDir::Time);
    return names.isEmpty() ? QString() : folder.filePath(names.first());
}

QByteArray flipped(QByteArray content, qsizetype at)
{
    content[at] = char(uchar(content[at]) ^ 1U);
    return content;
}

ProgramOutcome shell(const QString &script)
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(q("PATH"), stockPrograms() + q(":/usr/bin:/bin"));
    process.setProcessEnvironment(environment);
    process.start(q("/bin/bash"), {q("-eo"), q("pipefail"), q("-c"), script});
    process.waitForFinished(-1);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Files of a dump in the directory format, by what they are.
QStringList membersOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

} // namespace

void tst_Formats::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
    QVERIFY_RESULT(m_cluster->createDatabase("farm"));
    QVERIFY_RESULT(m_cluster->psql(
        "farm",
        "CREATE TABLE animals (id int PRIMARY KEY, nom text); INSERT INTO animals SELECT g, "
        "md5(g::text) FROM generate_series(1, 3000) g; CREATE TABLE parts (id int); INSERT INTO parts "
        "SELECT generate_series(1, 200); CREATE TABLE empty (id int); SELECT lo_from_bytea(4711, "
        "'large'); SELECT lo_create(4712);"));
    QVERIFY_RESULT(makeSample(*m_cluster));
    m_key = m_folder.filePath(q("key.txt"));
    const ProgramOutcome made = runProgram(m_folder.path(), {q("key"), q("create"), m_key});
    QVERIFY_EXIT(made, 0);
    static const QRegularExpression key(q("age1[0-9a-z]{58}"));
    m_recipient = key.match(QString::fromLatin1(made.output)).captured();
}

void tst_Formats::cleanup()
{
    QVERIFY_RESULT(
        m_cluster->psql("postgres", "DROP DATABASE IF EXISTS copy; DROP DATABASE IF EXISTS desk_test"));
}

QStringList tst_Formats::encryption() const
{
    return {q("--recipients"), m_recipient, q("--identity"), m_key};
}

std::unique_ptr<Desk> tst_Formats::make(const QByteArray &database, const QStringList &options) const
{
    auto desk = Desk::make(*m_cluster, database, QStringList{q("--restore-test"), q("never")} + options);
    if (!desk)
        qFatal("%s", reason(desk).constData());
    return std::move(*desk);
}

/// What was backed up does not change here, so it is looked at once.
QString tst_Formats::copyDiffersFrom(const QByteArray &source, const QByteArray &copy)
{
    if (!m_contents.contains(source)) {
        auto contents = databaseContents(*m_cluster, source);
        if (!contents)
            return QString::fromUtf8(reason(contents));
        m_contents.insert(source, std::move(*contents));
    }
    const auto contents = databaseContents(*m_cluster, copy);
    return contents ? differences(m_contents[source], *contents).join(u'\n').left(4000)
                    : QString::fromUtf8(reason(contents));
}

QByteArray tst_Formats::leftDatabases() const
{
    return m_cluster
        ->psql("postgres", "SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', "
                           "'template1', 'farm', 'masclet_imperi') AND datname !~ '^zoo'")
        .value_or("?")
        .trimmed();
}

void tst_Formats::everyDatabaseComesBack_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QStringList>("options");
    struct Variant {
        const char *name;
        QStringList options;
        QList<QByteArray> some; ///< of the zoo, where not all are run
    };
    const QStringList custom = {q("--format"), q("custom")};
    const QList<Variant> variants = {
        {"custom", custom, {"zoo objects", "zoo_names", "zoo_types"}},
        {"custom, encrypted", custom + encryption(), {"zoo objects", "zoo_texts", "zoo_latin1"}},
        {"directory",
         {q("--format"), q("directory"), q("--jobs"), q("2")},
         {"zoo objects", "zoo_sql_ascii", "zoo_latin1"}},
        {"plain, encrypted", encryption(), {"zoo_euc_jp"}},
    };
    const bool all = scaled(100) >= 50;
    for (int i = 0; i < zoo().size(); ++i) { // one after the other: each is made once
        for (const Variant &variant : variants) {
            if (all || variant.some.contains(zoo()[i].name))
                QTest::addRow("%s, %s", zoo()[i].name.constData(), variant.name) << i << variant.options;
        }
    }
}

/// C01, C06, C14, N03
void tst_Formats::everyDatabaseComesBack()
{
    QFETCH(int, number);
    QFETCH(QStringList, options);
    const ZooDatabase &animal = zoo()[number];
    if (m_zoo != animal.name) {
        m_zoo = animal.name;
        QVERIFY_RESULT(makeZoo(*m_cluster, animal));
    }
    const auto desk = make(animal.name, options);
    const ProgramOutcome made = desk->run(backup);
    QVERIFY2(made.exitCode == 0 || made.exitCode == 3, made.errorOutput.constData());
    // It reads the whole set back before it begins.
    const ProgramOutcome restored = desk->run({q("restore"), q("--latest"), q("--to"), q("copy")});
    QVERIFY2(restored.exitCode == 0 || restored.exitCode == 3, restored.errorOutput.constData());
    QCOMPARE(copyDiffersFrom(animal.name, "copy"), QString());
    QVERIFY_RESULT(dropZoo(*m_cluster, "copy"));
}

void tst_Formats::theSampleIsProven_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("end");
    const QStringList custom = {q("--format"), q("custom")};
    const QStringList folder = {q("--format"), q("directory")};
    QTest::newRow("custom") << custom << q(".dump");
    QTest::newRow("custom, encrypted, not compressed")
        << custom + encryption() + QStringList{q("--compression"), q("none")} << q(".dump.age");
    QTest::newRow("directory") << folder << q(".dir");
    QTest::newRow("directory, not compressed, dated, tested in a sandbox")
        << folder + QStringList{q("--compression"),     q("none"),   q("--layout"), q("dated"),
                                q("--restore-test-on"), q("sandbox")}
        << q(".dir");
}

void tst_Formats::theSampleIsProven()
{
    QFETCH(QStringList, options);
    QFETCH(QString, end);
    const auto desk = make("masclet_imperi", options + QStringList{q("--restore-test"), q("every")});
    const ProgramOutcome made = desk->run(backup);
    QVERIFY_EXIT(made, 0);
    QVERIFY2(made.output.contains("restore-tested"), made.output.constData());
    QVERIFY_EXIT(desk->run(verify), 0);

    const ProgramOutcome shown = desk->run({q("show"), q("--latest")});
    QVERIFY2(shown.output.contains(end.toUtf8()), shown.output.constData());
    const QJsonArray tables =
        QJsonDocument::fromJson(desk->run({q("inspect"), q("--latest"), q("--json")}).output)[q("tables")]
            .toArray();
    QVERIFY(!tables.isEmpty());
    QByteArrayList counts;
    QByteArray told;
    for (const QJsonValue &table : tables) {
        counts << "SELECT count(*) FROM " + table[q("schema")].toString().toUtf8() + '.' +
                      table[q("name")].toString().toUtf8();
        told += QByteArray::number(table[q("rows")].toInteger()) + '\n';
    }
    const auto counted = m_cluster->psql("masclet_imperi", counts.join(';'));
    QVERIFY_RESULT(counted);
    QCOMPARE(told.trimmed(), counted->trimmed());
    const QJsonDocument animals = QJsonDocument::fromJson(
        desk->run({q("inspect"), q("--latest"), q("--table"), q("animals"), q("--rows"), q("3"), q("--json")})
            .output);
    QCOMPARE(animals[q("firstRows")].toArray().size(), 3);
    QVERIFY(animals[q("statements")].toArray()[0].toString().contains(q("CREATE TABLE public.animals")));

    QVERIFY_EXIT(desk->run({q("restore"), q("--latest"), q("--to"), q("copy")}), 0);
    QCOMPARE(copyDiffersFrom("masclet_imperi", "copy"), QString());
    QCOMPARE(leftDatabases(), QByteArray("copy"));
    stockToolsRestore(*desk, shown.output);
}

/// The commands that are printed, and the checksums, without our program.
void tst_Formats::stockToolsRestore(const Desk &desk, const QByteArray &shown)
{
    QString commands;
    for (const QString &line : QString::fromUtf8(shown).split(u'\n')) {
        if (line.startsWith(q("createdb ")) || line.contains(q("pg_restore ")))
            commands += line + u'\n';
    }
    QVERIFY2(commands.count(u'\n') == 2, shown.constData());
    QVERIFY_EXIT(shell(commands), 0);
    QCOMPARE(copyDiffersFrom("masclet_imperi", "desk_test"), QString());
    QVERIFY_EXIT(shell(q("cd ") + desk.repository() + q(" && sha256sum -c --quiet sets/*.sha256")), 0);
}

void tst_Formats::damageOfAFileIsFound_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("end");
    const QStringList custom = {q("--format"), q("custom")};
    QTest::newRow("compressed") << custom << q(".dump");
    QTest::newRow("not compressed") << custom + QStringList{q("--compression"), q("none")} << q(".dump");
    QTest::newRow("encrypted") << custom + encryption() << q(".dump.age");
}

/// G11
void tst_Formats::damageOfAFileIsFound()
{
    QFETCH(QStringList, options);
    QFETCH(QString, end);
    const auto desk = make("farm", options);
    QVERIFY_EXIT(desk->run(backup), 0);
    const QString path = archiveOf(*desk, end.toLatin1().constData());
    const QByteArray good = contentOf(path);
    QVERIFY(good.size() > 1000);
    QList<QByteArray> damages = {good.left(good.size() / 2), good.chopped(1), good + "junk", good + '\0',
                                 QByteArray()};
    std::mt19937 random(20250218);
    for (int i = 0; i < std::max(3, scaled(100)); ++i)
        damages << flipped(good, qsizetype(random() % quint32(good.size())));
    for (const QByteArray &bad : std::as_const(damages)) {
        put(path, bad);
        QVERIFY_EXIT(desk->run(verify), 16);
    }
    QVERIFY(QFile::remove(path));
    QVERIFY_EXIT(desk->run(verify), 16);
    put(path, good);
    QVERIFY_EXIT(desk->run(verify), 0);
}

void tst_Formats::damageOfAFolderIsFoundAndNamed_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("compressed") << QStringList{};
    QTest::newRow("not compressed") << QStringList{q("--compression"), q("none")};
}

/// G12
void tst_Formats::damageOfAFolderIsFoundAndNamed()
{
    QFETCH(QStringList, options);
    const auto desk = make("farm", QStringList{q("--format"), q("directory")} + options);
    QVERIFY_EXIT(desk->run(backup), 0);
    const QString folder = archiveOf(*desk, ".dir");
    const QStringList members = membersOf(folder);
    QVERIFY2(members.contains(q("toc.dat")) && members.contains(q("blobs.toc")) && members.size() >= 7,
             qPrintable(members.join(u' ')));
    const auto isFound = [&](const QString &name) {
        const ProgramOutcome outcome = desk->run(verify);
        const bool good = outcome.exitCode == 16 && outcome.errorOutput.contains(name.toUtf8());
        if (!good)
            qWarning("%s: exit %d %s", qPrintable(name), outcome.exitCode, outcome.errorOutput.constData());
        return good;
    };
    const bool all = scaled(100) >= 50;
    for (qsizetype number = 0; number < members.size(); ++number) { // each in its own way, or in all
        const QString &name = members[number];
        const QString path = folder + u'/' + name;
        const QByteArray good = contentOf(path);
        const QList<QByteArray> damages =
            good.isEmpty() ? QList<QByteArray>() // a large object of no bytes, not compressed
                           : QList<QByteArray>{flipped(good, good.size() / 2), QByteArray(), good.chopped(1)};
        for (qsizetype way = 0; way < damages.size(); ++way) {
            if (!all && way != number % 4)
                continue;
            put(path, damages[way]);
            QVERIFY(isFound(name));
        }
        if (all || number % 4 == 3 || damages.isEmpty()) {
            QVERIFY(QFile::remove(path));
            QVERIFY(isFound(name));
        }
        put(path, good);
    }
    const QString first = folder + u'/' + members[0];
    const QString second = folder + u'/' + members[1];
    const QByteArray one = contentOf(first);
    const QByteArray two = contentOf(second);
    put(first, two);
    put(second, one);
    QVERIFY(isFound(members[0]));
    put(first, one);
    put(second, two);
    put(folder + q("/9999.dat.gz"), one);
    QVERIFY(isFound(q("9999.dat.gz")));
    QVERIFY(QFile::remove(folder + q("/9999.dat.gz")));
    QVERIFY(QFile::rename(first, m_folder.filePath(q("outside"))));
    QVERIFY(QFile::link(m_folder.filePath(q("outside")), first));
    QVERIFY(isFound(members[0]));
    QVERIFY(QFile::remove(first) && QFile::rename(m_folder.filePath(q("outside")), first));
    QVERIFY(QFile::rename(folder, folder + q(".away")));
    QVERIFY(isFound(folder.section(u'/', -1)));
    QVERIFY(QFile::rename(folder + q(".away"), folder));
    QVERIFY_EXIT(desk->run(verify), 0);
}

void tst_Formats::whatIsDamagedIsNotLoaded_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("custom") << q("custom");
    QTest::newRow("directory") << q("directory");
}

/// R08, and a flip that pg_restore itself would not see.
void tst_Formats::whatIsDamagedIsNotLoaded()
{
    QFETCH(QString, format);
    const auto desk = make("farm", {q("--format"), format, q("--compression"), q("none")});
    QVERIFY_EXIT(desk->run(backup), 0);
    QString path = archiveOf(*desk, format == q("custom") ? ".dump" : ".dir");
    const QByteArray row = "c4ca4238a0b923820dcc509a6f75849b"; // md5 of 1, in a row of animals
    if (format == q("directory")) {
        for (const QString &name : membersOf(path)) {
            if (contentOf(path + u'/' + name).contains(row))
                path += u'/' + name;
        }
    }
    const QByteArray good = contentOf(path);
    QVERIFY(good.contains(row));
    put(path, flipped(good, good.indexOf(row) + 5));
    for (const QStringList &call : {QStringList{q("restore-test"), q("--latest")},
                                    QStringList{q("restore-test"), q("--latest"), q("--sandbox")},
                                    QStringList{q("restore"), q("--latest"), q("--to"), q("copy")}})
        QVERIFY_EXIT(desk->run(call), 16);
    QCOMPARE(leftDatabases(), QByteArray());
    QVERIFY(desk->run({q("list")}).output.contains("damaged"));
}

void tst_Formats::retentionDeletesAFolderWhole()
{
    const auto desk = make("farm", {q("--format"), q("directory"), q("--keep-last"), q("1")});
    QVERIFY_EXIT(desk->run({q("backup")}), 0);
    const QString first = archiveOf(*desk, ".dir");
    QVERIFY_EXIT(desk->run({q("backup")}), 0);
    const QStringList left =
        QDir(desk->repository() + q("/db")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    QCOMPARE(left.size(), 2);
    QVERIFY(!left.contains(first.section(u'/', -1)) && left.join(u' ').contains(q(".dir")));
    // A file of somebody else in it stays, and says so.
    const QString second = archiveOf(*desk, ".dir");
    put(second + q("/notes"), "mine");
    QVERIFY_EXIT(desk->run({q("backup")}), 0);
    QCOMPARE(membersOf(second), QStringList{q("notes")});
}

void tst_Formats::aFolderIsNotEncrypted()
{
    const auto desk = make("farm", {q("--format"), q("directory")});
    const QStringList keys{q("--recipients"), m_recipient};
    for (const QStringList &call : {QStringList{q("profile"), q("set")} + keys, backup + keys}) {
        const ProgramOutcome refused = desk->run(call);
        QVERIFY_EXIT(refused, 10);
        QVERIFY2(refused.errorOutput.contains("plain text"), refused.errorOutput.constData());
    }
    QVERIFY(QDir(desk->repository() + q("/db")).isEmpty());
    QVERIFY_EXIT(desk->run(backup), 0);
}

void tst_Formats::withoutPgRestoreNothingIsMade()
{
    const DumpStub withoutIt(DumpStub::run("pg_dump"));
    for (const char *format : {"custom", "directory"}) {
        const auto desk = make("farm", QStringList{q("--format"), q(format)} + withoutIt.option());
        const ProgramOutcome refused = desk->run(backup);
        QVERIFY_EXIT(refused, 20);
        QVERIFY2(refused.errorOutput.contains("pg_restore"), refused.errorOutput.constData());
        QVERIFY(QDir(desk->repository() + q("/db")).isEmpty());
    }
}

void tst_Formats::aDumpThatDiesLeavesNoFolder_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("end");
    for (const char *format : {"custom", "directory"}) {
        QTest::addRow("%s, killed", format) << q(format) << QByteArray("; kill -9 $$");
        QTest::addRow("%s, failed", format) << q(format) << QByteArray("; exit 1");
    }
    // D07: it ends well and has written less than all of it.
    QTest::newRow("custom, cut") << q("custom") << QByteArray(" | head -c 900");
}

/// D01, D06
void tst_Formats::aDumpThatDiesLeavesNoFolder()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, end);
    const DumpStub dying(DumpStub::run("pg_dump") + end);
    QVERIFY(QFile::link(stockPrograms() + q("/pg_restore"), dying.folder() + q("/pg_restore")));
    const auto desk = make("farm", QStringList{q("--format"), format} + dying.option());
    QVERIFY_EXIT(desk->run(backup), 14);
    QVERIFY(QDir(desk->repository() + q("/db")).isEmpty());
    QVERIFY(QDir(desk->repository() + q("/.staging")).isEmpty());
}

/// D02, D03
void tst_Formats::aKilledRunLeavesNoJobs()
{
    QVERIFY_RESULT(m_cluster->psql("farm",
                                   "CREATE TABLE large AS SELECT g, repeat(md5(g::text), 20) FROM "
                                   "generate_series(1, 50000) g; CREATE TABLE larger AS TABLE large"));
    const auto desk = make("farm", {q("--format"), q("directory"), q("--jobs"), q("2")});
    const Invariants invariants(*desk, *m_cluster);
    for (int round = 0; round < std::max(2, scaled(30)); ++round) {
        const auto running = desk->start(backup);
        running->waitForFinished(300 + (round * 211) % 900);
        running->kill();
        running->waitForFinished(-1);
        QVERIFY_HOLDS(invariants.broken()); // I3: no session of a job is left after five seconds
    }
    QVERIFY_RESULT(m_cluster->psql("farm", "DROP TABLE large; DROP TABLE larger"));
    const ProgramOutcome next = desk->run(backup);
    QVERIFY2(next.exitCode == 0 || next.exitCode == 3, next.errorOutput.constData());
    QVERIFY_HOLDS(invariants.broken(next));
}

void tst_Formats::hostileDumpsWriteNothing_data()
{
    QTest::addColumn<bool>("folder");
    QTest::newRow("directory") << true;
    QTest::newRow("custom") << false;
}

/// G13: whatever the table of contents says, nothing is written and nothing of it gets out.
void tst_Formats::hostileDumpsWriteNothing()
{
    QFETCH(bool, folder);
    const QTemporaryDir home(q("/tmp/mh-XXXXXX"));
    const QString dump = home.filePath(q("dump"));
    QVERIFY_RESULT(m_cluster->tool(q("pg_dump"), {folder ? q("-Fd") : q("-Fc"), q("-f"), dump}, "farm"));
    const QString hostile = folder ? dump + q("/toc.dat") : dump;
    const QByteArray good = contentOf(hostile);
    // A custom dump begins with its table of contents; what hits the data behind it is found for other
    // reasons.
    const qsizetype toc = std::min<qsizetype>(good.size(), 4096);
    const QStringList before = QDir(home.path()).entryList(QDir::AllEntries | QDir::Hidden);
    std::mt19937 random(20250218);
    int refused = 0;
    const int rounds = std::max(5, scaled(200));
    for (int round = 0; round < rounds; ++round) {
        QByteArray bad = good;
        for (int i = 0; i < 3; ++i)
            bad[qsizetype(random() % quint32(round % 3 == 0 ? toc : bad.size()))] = char(random() % 256);
        if (folder && round % 2 == 0)
            bad.replace(".dat", "/../");
        put(hostile, bad);
        const ProgramOutcome outcome = runProgram(home.path(), {q("verify"), q("--file"), dump});
        // pg_restore itself may fall over what it reads: then nobody knows, and that is said.
        const bool crashed = outcome.exitCode == 20 && outcome.errorOutput.contains("was ended by signal");
        QVERIFY2(crashed || QList<int>({0, 3, 16}).contains(outcome.exitCode),
                 outcome.errorOutput.constData());
        refused += outcome.exitCode == 16 ? 1 : 0;
    }
    QVERIFY2(2 * refused >= rounds, qPrintable(QString::number(refused)));
    QCOMPARE(QDir(home.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}
