#include "tests/integration/tst_DatabaseNames.h"

#include "tests/support/Desk.h"
#include "tests/support/TestMain.h"
#include "tests/support/Zoo.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace masclet;
using namespace masclet::test;

void tst_DatabaseNames::initTestCase()
{
    auto started = TempCluster::start();
    QVERIFY_RESULT(started);
    m_cluster = std::move(*started);
}

void tst_DatabaseNames::oddNamesGoThroughTheWholeJob_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("looks like an option") << QByteArray("-Fx");
    QTest::newRow("looks like conninfo") << QByteArray("host=/x dbname=y");
    QTest::newRow("looks like an address") << QByteArray("postgresql:"
                                                         "//evil/x");
    QTest::newRow("shell") << QByteArray("a\"b; rm -rf $HOME `id` $(x) 'q' \\n");
    QTest::newRow("path") << QByteArray("../../etc/passwd");
    QTest::newRow("unicode") << QByteArray("ñandú_日本");
    QTest::newRow("63 bytes") << QByteArray(63, 'x');
    QTest::newRow("63 bytes, cut inside a letter when extended") << QByteArray("é").repeated(31) + "x";
    QTest::newRow("spaces and percent") << QByteArray(" a %s %n ");
    QTest::newRow("line break") << QByteArray("new\nline");
    QTest::newRow("a/b") << QByteArray("a/b");
    QTest::newRow("a_b") << QByteArray("a_b");
}

/// N01, N02, N05: backed up, listed, verified, restore-tested; nothing but the scratch database came and
/// went.
void tst_DatabaseNames::oddNamesGoThroughTheWholeJob()
{
    QFETCH(QByteArray, name);
    QVERIFY_RESULT(m_cluster->createDatabase(name));
    QVERIFY_RESULT(m_cluster->psql(name, "CREATE TABLE t AS SELECT generate_series(1, 3) AS a"));
    const QByteArray databases = "SELECT datname FROM pg_catalog.pg_database ORDER BY 1";
    const auto before = m_cluster->psql("postgres", databases);
    const auto desk =
        Desk::make(*m_cluster, name, {QStringLiteral("--restore-test"), QStringLiteral("never")});
    QVERIFY_RESULT(desk);
    const QList<QStringList> calls = {{QStringLiteral("backup"), QStringLiteral("--no-retention")},
                                      {QStringLiteral("verify"), QStringLiteral("--latest")}};
    for (const QStringList &call : calls) {
        const ProgramOutcome outcome = (*desk)->run(call);
        QVERIFY2(outcome.exitCode == 0,
                 (call.first().toUtf8() + ": " + outcome.output + outcome.errorOutput).constData());
    }
    const ProgramOutcome shown =
        (*desk)->run({QStringLiteral("show"), QStringLiteral("--latest"), QStringLiteral("--json")});
    QCOMPARE(shown.exitCode, 0);
    QVERIFY(!QJsonDocument::fromJson(shown.output).isNull());
    QVERIFY2(shown.output.contains("\"verified\""), shown.output.constData());
    QVERIFY(m_cluster->psql("postgres", databases) == before);
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
