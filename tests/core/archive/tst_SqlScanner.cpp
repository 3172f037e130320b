#include "tests/core/archive/tst_SqlScanner.h"

#include "tests/core/archive/Dumps.h"
#include "tests/support/TestMain.h"

#include <QByteArrayList>

using namespace masclet;
using namespace masclet::test;
using Level = Completeness::Level;

void tst_SqlScanner::aRealDumpOfOddObjectsIsUnderstood()
{
    const QByteArray text = oddObjects();
    const auto report = scan(text);
    QVERIFY_RESULT(report);
    QCOMPARE(report->completeness.level, Level::Strong);
    QVERIFY(
        text.startsWith("--\n-- PostgreSQL database dump\n--\n\n\\restrict " + report->restrictKey + "\n"));
    QVERIFY(!report->command);
    QCOMPARE(report->clientEncoding, QByteArray("UTF8"));
    const ArchiveIndex &index = report->index;
    QStringList found;
    for (const ArchiveTable &table : index.tables) {
        found << QStringLiteral("%1|%2|%3|%4")
                     .arg(QString::fromUtf8(table.schema), QString::fromUtf8(table.name))
                     .arg(table.columns.size())
                     .arg(table.rows());
        const CopyBlock block = table.blocks.value(0);
        QVERIFY(text.mid(block.statementAt).startsWith("COPY "));
        QVERIFY(text.left(block.dataAt).endsWith("FROM stdin;\n"));
        QVERIFY(text.left(block.endAt).endsWith("\\.\n"));
        QCOMPARE(text.mid(block.dataAt, block.endAt - block.dataAt).count('\n'), block.rows + 1);
    }
    QCOMPARE(found, (QStringList{QStringLiteral("public|UPPER|2|1"), QStringLiteral("public|log|2|0"),
                                 QStringLiteral("public|longrow|1|1"), QStringLiteral("public|part0|1|5"),
                                 QStringLiteral("public|t|2|10"),
                                 QStringLiteral("public|x; Type: INDEX; Schema: public|1|1"),
                                 QStringLiteral("public|zero|0|3"),
                                 QStringLiteral("we.ird \"sch\"|multi\nline; Type: TABLE|3|2")}));
    QCOMPARE(index.largeObjects, 2);
    QCOMPARE(index.rawLength, text.size());
    QVERIFY(text.mid(index.dataAt).startsWith("COPY public.\"UPPER\""));
    QVERIFY(text.left(index.postDataAt).endsWith("\nCOMMIT;"));
    QVERIFY_RESULT(archiveIndexFromJson(toJson(index)));
}

void tst_SqlScanner::tablesAreAsWideAsTheServerAllows_D19_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::newRow("short names") << QByteArray("column_");
    QTest::newRow("long names, all of quotes") << QByteArray("\"\"").repeated(59);
}

/// 1600 columns; the whole statement comes in one piece.
void tst_SqlScanner::tablesAreAsWideAsTheServerAllows_D19()
{
    QFETCH(QByteArray, column);
    constexpr int columns = 1600;
    QByteArrayList names;
    for (int i = 0; i < columns; ++i)
        names << '"' + column + QByteArray::number(i) + '"';
    const auto report = scan(dumpOf("COPY public.wide (" + names.join(", ") + ") FROM stdin;\nx\n\\.\n"));
    QVERIFY_RESULT(report);
    QCOMPARE(report->index.tables.size(), 1);
    QCOMPARE(report->index.tables.first().columns.size(), columns);
    QCOMPARE(report->index.tables.first().rows(), 1);
}

void tst_SqlScanner::everyCutOfADumpIsIncomplete_G09()
{
    const QByteArray text = oddObjects();
    const qsizetype whole = text.size() - 2; // two line ends behind the last key
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const auto report = scan(text.left(size));
        QVERIFY_RESULT(report);
        if ((report->completeness.level == Level::Incomplete) != (size < whole))
            QFAIL(qPrintable(QStringLiteral("cut at %1").arg(size)));
    }
}

void tst_SqlScanner::endsOfDumpsAreJudged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Level>("level");
    auto row = [](const char *name, const QByteArray &text, Level level) {
        QTest::newRow(name) << text << level;
    };
    const QByteArray footer = "\n-- PostgreSQL database dump complete\n";
    const QByteArray good = dumpOf("SELECT 1;");
    const QByteArray old = dumpOf("SELECT 1;", {});
    auto replaced = [](QByteArray text, const QByteArray &from, const QByteArray &to) {
        return text.replace(from, to);
    };
    row("with keys", good, Level::Strong);
    row("old, without keys", old, Level::Weak);
    row("windows line ends", replaced(good, "\n", "\r\n"), Level::Strong);
    row("without the last line end", good.trimmed(), Level::Strong);
    row("comment behind the end", good + "-- kept by me\n", Level::Strong);
    row("empty", {}, Level::Incomplete);
    row("blank", "\n\n", Level::Incomplete);
    row("other SQL", "SELECT 1;\n", Level::Incomplete);
    row("no header", good.mid(good.indexOf("SET")), Level::Incomplete);
    row("no end mark", replaced(good, "dump complete", "dump"), Level::Incomplete);
    row("no last key", good.left(good.indexOf("\\unrestrict")), Level::Incomplete);
    row("key cut", good.left(good.size() - 3), Level::Incomplete);
    row("other last key", replaced(good, "\\unrestrict Key1", "\\unrestrict Key2"), Level::Incomplete);
    row("first key missing", replaced(good, "\\restrict Key1\n", ""), Level::Incomplete);
    row("old, cut before the mark", old.left(old.indexOf("complete")), Level::Incomplete);
    row("statement behind the end", good + "SELECT 1;", Level::Incomplete);
    row("statement behind an old end", old + "SELECT 1;", Level::Incomplete);
    row("psql command behind the end", good + "\\! id\n", Level::Incomplete);
    row("two dumps", good + dumpOf("SELECT 2;", "Key2"), Level::Incomplete);
    row("two old dumps", old + old, Level::Incomplete);
    row("a cut dump before a whole one", good.left(60) + "\n" + good, Level::Incomplete);
    row("G10 mark in a row", "--\n-- PostgreSQL database dump\n--\nCOPY t FROM stdin;" + footer + "\\.\n",
        Level::Incomplete);
    row("G10 mark in a string", "--\n-- PostgreSQL database dump\n--\nSELECT '" + footer + "';",
        Level::Incomplete);
    row("G10 mark in a function", "--\n-- PostgreSQL database dump\n--\nDO $$" + footer + "$$;",
        Level::Incomplete);
    row("G10 mark in a block comment", "--\n-- PostgreSQL database dump\n--\n/*" + footer + "*/",
        Level::Incomplete);
    row("G10 mark inside a statement", "--\n-- PostgreSQL database dump\n--\nSELECT 1" + footer + ";",
        Level::Incomplete);
    row("cut inside rows, mark and key among them",
        "--\n-- PostgreSQL database dump\n--\n\\restrict K\nCOPY t FROM stdin;" + footer + "\\unrestrict K\n",
        Level::Incomplete);
    row("globals",
        "--\n-- PostgreSQL database cluster dump\n--\n\n\\restrict K\n\nCREATE ROLE a;\n\\unrestrict "
        "K\n\n--\n"
        "-- PostgreSQL database cluster dump complete\n--\n\n",
        Level::Strong);
    row("globals cut before the end mark",
        "--\n-- PostgreSQL database cluster dump\n--\n\n\\restrict K\n\nCREATE ROLE a;\n"
        "\\unrestrict K\n\n",
        Level::Incomplete);
    row("globals ended by a database's mark",
        "--\n-- PostgreSQL database cluster dump\n--\nCREATE ROLE a;\n" + footer, Level::Incomplete);
    row("whole cluster",
        "-- PostgreSQL database cluster dump\n\\restrict A\nCREATE ROLE a;\n\\unrestrict A\n\\connect b\n" +
            good + "\\connect c\n" + dumpOf("SELECT 2;", "Key2") +
            "-- PostgreSQL database cluster dump complete\n",
        Level::Strong);
    row("with its database created",
        "-- PostgreSQL database dump\n\\restrict K\nCREATE DATABASE a;\n\\unrestrict K\n"
        "\\connect a\n\\restrict K\nSELECT 1;" +
            footer + "\\unrestrict K\n",
        Level::Strong);
}

void tst_SqlScanner::endsOfDumpsAreJudged()
{
    QFETCH(QByteArray, text);
    QFETCH(Level, level);
    const auto report = scan(text);
    QVERIFY_RESULT(report);
    QCOMPARE(report->completeness.level, level);
    QCOMPARE(report->completeness.reason.isEmpty(), level != Level::Incomplete);
}

void tst_SqlScanner::sectionsAreFoundWithoutComments()
{
    const QByteArray before = "CREATE TABLE t();\nSELECT pg_catalog.lo_create('5');\n";
    const QByteArray data =
        "BEGIN;\nSELECT pg_catalog.lo_open('5', 1);\nSELECT pg_catalog.lowrite(0, '\\x00');\n"
        "SELECT pg_catalog.lo_close(0);\nCOMMIT;\nSELECT pg_catalog.setval('s', 1, true);";
    const QByteArray text = dumpOf(before + data + "\nALTER TABLE t ADD PRIMARY KEY (a);\nBEGIN;\nCOMMIT;\n");
    const auto report = scan(text);
    QVERIFY_RESULT(report);
    QCOMPARE(report->index.dataAt, text.indexOf("BEGIN;"));
    QCOMPARE(report->index.postDataAt, text.indexOf("\nALTER"));
    QCOMPARE(report->index.largeObjects, 1);

    const auto schemaOnly = scan(dumpOf(before));
    QVERIFY_RESULT(schemaOnly);
    QCOMPARE(schemaOnly->index.dataAt, schemaOnly->index.rawLength);
    QCOMPARE(schemaOnly->index.postDataAt, schemaOnly->index.rawLength);
}

void tst_SqlScanner::severalBlocksOfATableAreOneTable()
{
    const auto report = scan(dumpOf("COPY a.t (x) FROM stdin;\n1\n2\n\\.\nCOPY u FROM stdin;\n\\.\n"
                                    "COPY a.t (x) FROM stdin;\n3\n\\.\n"));
    QVERIFY_RESULT(report);
    QCOMPARE(report->index.tables.size(), 2);
    QCOMPARE(report->index.table("a", "t")->blocks.size(), 2);
    QCOMPARE(report->index.table("a", "t")->rows(), 3);
    QCOMPARE(report->index.table("", "u")->rows(), 0);
    QVERIFY_RESULT(archiveIndexFromJson(toJson(report->index)));
}

void tst_SqlScanner::contentIsEqualWhateverKeysAndComments()
{
    const QByteArray body = "CREATE TABLE t();\nCOPY t FROM stdin;\n1\n\\.\nCOPY u FROM stdin;\n2\n\\.\n";
    const QByteArray hash = scan(dumpOf(body, "Key1"))->contentHash;
    QCOMPARE(hash.size(), 64);
    QCOMPARE(scan(dumpOf(body, "Key2"))->contentHash, hash);
    QCOMPARE(scan(dumpOf("-- Dumped by pg_dump version 16\n" + body))->contentHash, hash);
    // Tables in another order and rows in another division, as a parallel dump may have them.
    QCOMPARE(scan(dumpOf("CREATE TABLE t();\nCOPY u FROM stdin;\n2\n\\.\nCOPY t FROM stdin;\n1\n\\.\n"))
                 ->contentHash,
             hash);
}

void tst_SqlScanner::contentDiffersWhenDataDoes_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("row") << QByteArray("\n1\n") << QByteArray("\n3\n");
    QTest::newRow("row more") << QByteArray("\n1\n") << QByteArray("\n1\n1\n");
    QTest::newRow("table") << QByteArray("COPY t ") << QByteArray("COPY v ");
    QTest::newRow("schema") << QByteArray("COPY t ") << QByteArray("COPY s.t ");
    QTest::newRow("columns") << QByteArray("COPY t ") << QByteArray("COPY t (a) ");
    QTest::newRow("definition") << QByteArray("CREATE TABLE t") << QByteArray("CREATE TABLE v");
    QTest::newRow("rows swapped between tables")
        << QByteArray("COPY u FROM stdin;\n2\n") << QByteArray("COPY u FROM stdin;\n1\n");
    QTest::newRow("sequence") << QByteArray("setval('s', 1") << QByteArray("setval('s', 2");
}

void tst_SqlScanner::contentDiffersWhenDataDoes()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const QByteArray body =
        "CREATE TABLE t();\nCOPY t FROM stdin;\n1\n\\.\nCOPY u FROM stdin;\n2\n\\.\nSELECT setval('s', 1);\n";
    QByteArray other = body;
    other.replace(from, to);
    QVERIFY(other != body);
    QVERIFY(scan(dumpOf(other))->contentHash != scan(dumpOf(body))->contentHash);
}

void tst_SqlScanner::psqlCommandsOfForeignFilesAreKept()
{
    const auto report = scan("-- PostgreSQL database dump\nSELECT 1;\n\\! touch /tmp/x\n\\connect y\n");
    QVERIFY_RESULT(report);
    QVERIFY(report->command);
    QCOMPARE(report->command->line, 3);
    QCOMPARE(report->command->text, QByteArray("\\! touch /tmp/x"));
    const auto inside = scan(dumpOf("SELECT 1 \\restrict a\n;"));
    QVERIFY_RESULT(inside);
    QVERIFY(inside->command);
}

void tst_SqlScanner::chunksDoNotChangeTheReport()
{
    const QByteArray text = oddObjects();
    const auto whole = scan(text, text.size());
    for (const qsizetype size : {1, 2, 3, 7, 4096}) {
        const auto pieces = scan(text, size);
        QVERIFY_RESULT(pieces);
        QVERIFY(*pieces == *whole);
    }
}
