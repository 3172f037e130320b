#include "tests/integration/tst_DatabaseNames.h"

#include "tests/support/DatabaseCompare.h"
#include "tests/support/Desk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Text.h"
#include "tests/support/Zoo.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace masclet;
using namespace masclet::test;

namespace
{

/// What a call answers with --json; empty unless it ended well.
QJsonObject documentOf(const Desk &desk, const QStringList &call)
{
    const ProgramOutcome outcome = desk.run(call + QStringList{q("--json")});
    return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.output).object() : QJsonObject();
}

} // namespace

void tst_DatabaseNames::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
}

QByteArray tst_DatabaseNames::databases() const
{
    return m_cluster->psql("postgres", "SELECT datname FROM pg_catalog.pg_database ORDER BY 1").value_or("?");
}

Result<> tst_DatabaseNames::makeOdd(const QByteArray &name) const
{
    MASCLET_TRY(m_cluster->createDatabase(name));
    MASCLET_TRY(m_cluster->psql(name, "CREATE TABLE t AS SELECT generate_series(1, 3) AS a"));
    return {};
}

void tst_DatabaseNames::oddNamesGoThroughTheWholeJob_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("format");
    const auto row = [](const char *title, const QByteArray &name, const char *format = "plain") {
        QTest::newRow(title) << name << q(format);
    };
    const QByteArray shell = "a\"b; rm -rf $HOME `id` $(x) 'q' \\n";
    row("looks like an option", "-Fx");
    row("looks like conninfo", "host=/x dbname=y");
    row("looks like an address", "postgresql:"
                                 "//evil/x");
    row("shell", shell);
    row("path", "../../etc/passwd");
    row("unicode", "ñandú_日本");
    row("63 bytes", QByteArray(63, 'x'));
    row("63 bytes, cut inside a letter when extended", QByteArray("é").repeated(31) + "x");
    row("spaces and percent", " a %s %n ");
    row("line break", "new\nline");
    row("carriage return", "new\rline");
    row("a/b", "a/b");
    row("a_b", "a_b");
    row("shell, custom format", shell, "custom");
    row("line break, directory format", "new\nline", "directory");
}

/// N01, N02, N05: backed up, listed, shown, verified, restore-tested, restored to its name by us and by stock
/// tools; nothing but the scratch database came and went.
void tst_DatabaseNames::oddNamesGoThroughTheWholeJob()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, format);
    QVERIFY_RESULT(makeOdd(name));
    const auto source = databaseContents(*m_cluster, name);
    QVERIFY_RESULT(source);
    const QByteArray before = databases();
    const auto desk = Desk::make(*m_cluster, name, {q("--restore-test"), q("never"), q("--format"), format});
    QVERIFY_RESULT(desk);
    for (const QStringList &call : {QStringList{q("backup"), q("--no-retention")},
                                    {q("verify"), q("--latest")},
                                    {q("restore-test"), q("--latest")}})
        QVERIFY_EXIT((*desk)->run(call), 0);
    const QJsonArray sets = documentOf(**desk, {q("list")}).value(q("sets")).toArray();
    QCOMPARE(sets.size(), 1);
    QCOMPARE(sets[0][q("state")].toString(), q("restore-tested"));
    const QJsonObject shown = documentOf(**desk, {q("show"), q("--latest")});
    QCOMPARE(shown.value(q("database")).toString(), QString::fromUtf8(name));
    const QJsonArray tables = shown.value(q("tableRows")).toArray();
    QCOMPARE(tables.size(), 1);
    QCOMPARE(tables[0][q("name")].toString(), q("t"));
    QCOMPARE(tables[0][q("rows")].toInt(), 3);
    QCOMPARE(databases(), before);

    QVERIFY_RESULT(m_cluster->dropDatabase(name));
    QVERIFY_EXIT((*desk)->run({q("restore"), q("--latest"), q("--to=") + QString::fromUtf8(name)}), 0);
    QCOMPARE(databases(), before);
    const auto restored = databaseContents(*m_cluster, name);
    QVERIFY_RESULT(restored);
    QCOMPARE(differences(*source, *restored), QStringList());
    QVERIFY_RESULT(m_cluster->dropDatabase(name));
    if (format != q("plain"))
        return; // what stock pg_restore makes of these is no matter of names

    QVERIFY_RESULT(m_cluster->createDatabase(name));
    const auto dump = (*desk)->plainDump();
    QVERIFY_RESULT(dump);
    QVERIFY_RESULT(m_cluster->psql(name, *dump));
    const auto loaded = databaseContents(*m_cluster, name);
    QVERIFY_RESULT(loaded);
    QCOMPARE(differences(*source, *loaded), QStringList());
    QVERIFY_RESULT(m_cluster->dropDatabase(name));
}

void tst_DatabaseNames::oddNamesAreReplacedAndComeBack_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("looks like an option") << QByteArray("-Fx");
    QTest::newRow("63 bytes, cut inside a letter when extended") << QByteArray("é").repeated(31) + "x";
    QTest::newRow("line break") << QByteArray("new\nline");
}

void tst_DatabaseNames::oddNamesAreReplacedAndComeBack()
{
    QFETCH(QByteArray, name);
    QVERIFY_RESULT(makeOdd(name));
    const auto source = databaseContents(*m_cluster, name);
    QVERIFY_RESULT(source);
    const qsizetype before = databases().split('\n').size();
    const auto desk = Desk::make(*m_cluster, name, {q("--restore-test"), q("never")});
    QVERIFY_RESULT(desk);
    QVERIFY_EXIT((*desk)->run({q("backup"), q("--no-retention")}), 0);
    QVERIFY_RESULT(m_cluster->psql(name, "DELETE FROM t WHERE a > 1"));
    const QString yes = q("--yes=") + QString::fromUtf8(name);
    QVERIFY_EXIT((*desk)->run({q("restore"), q("--latest"), q("--replace"), yes}), 0);
    const auto replaced = databaseContents(*m_cluster, name);
    QVERIFY_RESULT(replaced);
    QCOMPARE(differences(*source, *replaced), QStringList());
    QVERIFY_EXIT((*desk)->run({q("restore"), q("--undo"), yes}), 0);
    QCOMPARE(m_cluster->psql(name, "SELECT count(*) FROM t").value_or("?"), QByteArray("1"));
    QVERIFY_RESULT(m_cluster->dropDatabase(name));
    // What the undo put aside.
    const auto aside = m_cluster->psql("postgres", "SELECT datname FROM pg_database WHERE datname LIKE "
                                                   "'%\\_\\_undone\\_1'");
    QVERIFY_RESULT(aside);
    QVERIFY_RESULT(m_cluster->dropDatabase(*aside));
    QCOMPARE(databases().split('\n').size(), before - name.count('\n') - 1);
}

/// N03, N04, N06: a database full of odd names. Critical tables are meant literally, never as patterns, and
/// whatever is printed stays on its lines.
void tst_DatabaseNames::oddTablesAreNamedSafely()
{
    const ZooDatabase *names = nullptr;
    for (const ZooDatabase &animal : zoo()) {
        if (animal.name == "zoo_names")
            names = &animal;
    }
    QVERIFY(names);
    QVERIFY_RESULT(makeZoo(*m_cluster, *names));
    // The list of the option separates at commas; none of the names has one.
    const QByteArrayList critical = {"A.b*.A.b* tab", "*.* tab", "?.? tab", "\"a\"\"b\".\"a\"\"b tab\"",
                                     "%s%n.%s%n tab"};
    const auto desk =
        Desk::make(*m_cluster, names->name,
                   {QStringLiteral("--restore-test"), QStringLiteral("never"),
                    QStringLiteral("--critical-tables"), QString::fromUtf8(critical.join(','))});
    QVERIFY_RESULT(desk);
    const ProgramOutcome made = (*desk)->run({QStringLiteral("backup"), QStringLiteral("--no-retention")});
    QVERIFY2(made.exitCode == 0, made.errorOutput.constData());
    const ProgramOutcome shown =
        (*desk)->run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
    QCOMPARE(shown.exitCode, 0);
    QByteArrayList counted;
    const QJsonArray tables =
        QJsonDocument::fromJson(shown.output).object().value(QStringLiteral("tableRows")).toArray();
    for (const QJsonValue &table : tables) {
        if (!table[QStringLiteral("countedRows")].isNull() &&
            !table[QStringLiteral("countedRows")].isUndefined())
            counted << table[QStringLiteral("schema")].toString().toUtf8();
    }
    std::sort(counted.begin(), counted.end());
    QCOMPARE(counted, (QByteArrayList{"%s%n", "*", "?", "A.b*", "a\"b"}));

    QVERIFY_RESULT(m_cluster->psql("postgres", "CREATE ROLE curious LOGIN"));
    for (const QStringList &call :
         {QStringList{QStringLiteral("show"), QStringLiteral("--latest")},
          QStringList{QStringLiteral("list")},
          QStringList{QStringLiteral("backup"), QStringLiteral("--user"), QStringLiteral("curious")},
          QStringList{QStringLiteral("profile"), QStringLiteral("check"), QStringLiteral("--user"),
                      QStringLiteral("curious")},
          QStringList{QStringLiteral("logs")},
          QStringList{QStringLiteral("list"), QStringLiteral("--runs")}}) {
        const ProgramOutcome outcome = (*desk)->run(call);
        const QString text = QString::fromUtf8(outcome.output + outcome.errorOutput);
        QVERIFY(!text.isEmpty());
        for (const QChar character : text) {
            const bool harmless = character == u'\n' || (character.category() != QChar::Other_Control &&
                                                         character.category() != QChar::Other_Format &&
                                                         character.category() != QChar::Separator_Line);
            QVERIFY2(harmless, qPrintable(QStringLiteral("%1 in %2: %3")
                                              .arg(int(character.unicode()), 4, 16)
                                              .arg(call.join(u' '), text.left(3000))));
        }
    }
    QVERIFY_RESULT(dropZoo(*m_cluster, names->name));
}
