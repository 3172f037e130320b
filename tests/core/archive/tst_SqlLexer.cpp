#include "tests/core/archive/tst_SqlLexer.h"

#include "core/archive/CopyRows.h"
#include "tests/core/archive/Dumps.h"
#include "tests/core/archive/EventLog.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace masclet;
using masclet::test::EventLog;
using masclet::test::lex;

namespace
{

QList<QByteArray> statementsOf(const QByteArray &text)
{
    EventLog log;
    const auto open = lex(text, text.size() + 1, log);
    return open && *open == SqlLexer::Open::Nothing ? log.statements : QList<QByteArray>{"(failed)"};
}

} // namespace

void tst_SqlLexer::statementsEndWhereTheServerEndsThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("expected");
    auto row = [](const char *name, const QByteArray &text, const QList<QByteArray> &expected) {
        QTest::newRow(name) << text << expected;
    };
    auto one = [&](const char *name, const QByteArray &text) {
        row(name, text + "\nSELECT 2;\n", {text, "SELECT 2;"});
    };
    row("plain", "SELECT 1; SELECT 2;", {"SELECT 1;", "SELECT 2;"});
    row("empty ones vanish", ";; SELECT 1;;\n;", {"SELECT 1;"});
    one("semicolon in a string", "SELECT 'a;b''c;';");
    one("backslash in a standard string", "SELECT 'a\\';");
    one("escaped quote in an E string", "SELECT E'a\\';b', e'\\\\';");
    one("E at the end of a word is no prefix", "SELECT typE'a\\';");
    one("E string continued on the next line", "SELECT E'a'\n  'b\\';c';");
    one("E string continued behind a comment", "SELECT E'a' -- x\n 'b\\';c';");
    one("a string behind an operator continues nothing", "SELECT E'a' -\n'b\\';");
    one("two quotes in an E string", "SELECT E'a''\\';b';");
    one("quoted identifier with a line end", "SELECT \"a;\n\"\"b'\";");
    one("dollar quote", "DO $$ begin; 'x end $$;");
    one("dollar quote with tag", "DO $a$ ; $$ $b$ $a $a1$ $a$;");
    one("dollar quote that nearly ends", "DO $ab$ $a$ab$ab$;");
    one("dollar inside a word is no quote", "SELECT a$b$c, 'x;' AS a$b$;");
    one("parameter is no quote", "SELECT $1, $2;");
    one("digit behind a dollar", "SELECT $1$, ';' $2$;");
    one("line comment", "SELECT 1 -- no; end'\n, 2;");
    one("carriage return ends a line comment", "SELECT 1 --\r, ';';");
    one("nested comment", "SELECT /* ; /* ' */ ; */ 1;");
    one("comment with stars", "SELECT /***/ 1 /*/ ; */, /* **/ 2;");
    one("comment right behind an operator", "SELECT 1 +-- ;\n2;");
    one("minus signs apart", "SELECT 1 - -1 - 'a' -a- -b;");
    one("rule with two actions",
        "CREATE RULE r AS ON INSERT TO t DO (INSERT INTO a VALUES (1); DELETE FROM b; );");
    one("routine body", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END;");
    one("routine body with CASE",
        "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN a THEN CASE b WHEN 1 THEN 2 "
        "END END; SELECT 1; END;");
    one("routine body with names like keywords", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT "
                                                 "t.\"end\", t.end, 'end', casement, \"case\"; END;");
    one("routine body behind a comment",
        "CREATE FUNCTION f() RETURNS int BEGIN -- x\n ATOMIC SELECT 1; END;");
    one("function called begin", "CREATE FUNCTION public.begin() RETURNS integer RETURN 1;");
    one("type called atomic", "CREATE FUNCTION f(begin atomic) RETURNS int LANGUAGE sql AS 'x';");
    row("transaction block is no body", "BEGIN; SELECT 1; END;", {"BEGIN;", "SELECT 1;", "END;"});
    row("CASE outside a body", "CREATE VIEW v AS SELECT CASE WHEN a THEN 1 END; SELECT 1;",
        {"CREATE VIEW v AS SELECT CASE WHEN a THEN 1 END;", "SELECT 1;"});
    one("COPY block in a function", "CREATE FUNCTION f() AS $_$\nCOPY t FROM stdin;\n1\n\\.\n$_$;");
    one("footer in a comment's text",
        "COMMENT ON TABLE t IS 'x;\n-- PostgreSQL database dump complete\n\\restrict a\n';");
    one("operators with odd bytes", "CREATE OPERATOR public.=-= (FUNCTION = f);");
    one("windows line ends", "SELECT 1\r\n  , 2;");
}

void tst_SqlLexer::statementsEndWhereTheServerEndsThem()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, expected);
    QCOMPARE(statementsOf(text), expected);
}

void tst_SqlLexer::rowsEndOnlyAtTheirOwnLine_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("none") << QByteArray("\\.\n") << QByteArray();
    QTest::newRow("two") << QByteArray("1\n2\n\\.\n") << QByteArray("1\n2\n");
    QTest::newRow("empty rows of a table without columns") << QByteArray("\n\n\\.\n") << QByteArray("\n\n");
    QTest::newRow("null first") << QByteArray("\\N\t1\n\\.\n") << QByteArray("\\N\t1\n");
    QTest::newRow("escaped end in a row") << QByteArray("\\\\.\nx\\.\n\\.\n") << QByteArray("\\\\.\nx\\.\n");
    QTest::newRow("more behind the end") << QByteArray("\\.x\n\\.\n") << QByteArray("\\.x\n");
    QTest::newRow("space behind the end") << QByteArray("\\. \n\\.\n") << QByteArray("\\. \n");
    QTest::newRow("windows line ends") << QByteArray("1\r\n\\.\r\n") << QByteArray("1\r\n");
    QTest::newRow("carriage return only") << QByteArray("\\.\r1\n\\.\n") << QByteArray("\\.\r1\n");
    QTest::newRow("SQL in rows")
        << QByteArray("COPY a FROM stdin;\n-- PostgreSQL database dump complete\n'\n\\.\n")
        << QByteArray("COPY a FROM stdin;\n-- PostgreSQL database dump complete\n'\n");
    // Long enough for the vector loop, the end at every place in its block.
    for (const int length : {239, 240, 241, 242, 243, 481, 5000}) {
        const QByteArray rows = QByteArray(length, 'x').replace(length / 2, 1, "\n") + "\n\\N\n";
        QTest::addRow("long %d", length) << QByteArray(rows + "\\.\n") << rows;
    }
}

void tst_SqlLexer::rowsEndOnlyAtTheirOwnLine()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, rows);
    const QByteArray text = "COPY t (a) FROM stdin;\n" + data + "SELECT 1;\n";
    EventLog log;
    const auto open = lex(text, text.size(), log);
    QVERIFY_RESULT(open);
    QCOMPARE(log.rows, QList<QByteArray>{rows});
    QCOMPARE(log.statements, (QList<QByteArray>{"COPY t (a) FROM stdin;", "SELECT 1;"}));
    const QString expected = QStringLiteral("rows %1 23 %2 ").arg(rows.count('\n')).arg(23 + data.size());
    QVERIFY2(log.lines.at(2).startsWith(expected), qPrintable(log.lines.at(2)));
}

void tst_SqlLexer::copyTargetsAreUnquoted_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QString>("expected"); // empty: no rows follow
    auto row = [](const char *name, const QByteArray &statement, const QByteArray &expected) {
        QTest::newRow(name) << statement << QString::fromLatin1(expected);
    };
    row("usual", "COPY public.t (a, b) FROM stdin;", "copy [public] [t] (a|b)");
    row("no column list", "COPY s.zero  FROM stdin;", "copy [s] [zero] ()");
    row("no schema", "copy T from STDIN;", "copy [] [t] ()");
    row("quoted", "COPY \"a.\"\"b\n\".\"x; Type: TABLE\" (\"c,)\", d) FROM stdin;",
        "copy [a.\"b\n] [x; Type: TABLE] (c,)|d)");
    row("catalog", "COPY db.s.t FROM stdin;", "copy [s] [t] ()");
    row("options", "COPY t FROM stdin WITH (FORMAT csv, DELIMITER ';');", "copy [] [t] ()");
    row("comments inside", "COPY /* x; */ t -- y;\n FROM stdin;", "copy [] [t] ()");
    row("STDOUT reads too", "COPY t FROM stdout;", "copy [] [t] ()");
    row("binary", "COPY BINARY t FROM stdin;", "copy [] [t] ()");
    row("to the client", "COPY t TO stdout;", "");
    row("from a file", "COPY t FROM '/tmp/stdin';", "");
    row("from a program", "COPY t FROM PROGRAM 'stdin';", "");
    row("query", "COPY (SELECT 1; ) TO stdout;", "");
    row("part of something else", "EXPLAIN COPY t FROM stdin;", "");
}

void tst_SqlLexer::copyTargetsAreUnquoted()
{
    QFETCH(QByteArray, statement);
    QFETCH(QString, expected);
    EventLog log;
    const QByteArray text = statement + "\n" + (expected.isEmpty() ? "" : "1\n\\.\n");
    QVERIFY_RESULT(lex(text, text.size(), log));
    QCOMPARE(log.statements, QList<QByteArray>{statement});
    QCOMPARE(log.lines.value(1), expected);
}

void tst_SqlLexer::kindsOfStatementsAreTold_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<SqlKind>("kind");
    auto row = [](const QByteArray &statement, SqlKind kind) {
        QTest::newRow(statement.constData()) << statement << kind;
    };
    row("SET a = 1;", SqlKind::Set);
    row("RESET ALL;", SqlKind::Set);
    row("SELECT pg_catalog.set_config('search_path', '', false);", SqlKind::SetConfig);
    row("select set_config('a','b',false);", SqlKind::SetConfig);
    row("BEGIN;", SqlKind::Begin);
    row("START TRANSACTION;", SqlKind::Begin);
    row("COMMIT;", SqlKind::Commit);
    row("INSERT INTO t VALUES (1);", SqlKind::Insert);
    row("SELECT pg_catalog.setval('s', 1, true);", SqlKind::SetSequence);
    row("SELECT pg_catalog.lo_create('1');", SqlKind::LargeObjectCreate);
    row("SELECT pg_catalog.lo_open('1', 131072);", SqlKind::LargeObjectOpen);
    row("SELECT pg_catalog.lowrite(0, 'x');", SqlKind::LargeObjectWrite);
    row("SELECT pg_catalog.lo_close(0);", SqlKind::LargeObjectWrite);
    row("SELECT other.setval('s', 1);", SqlKind::Other);
    row("SELECT setval FROM t;", SqlKind::Other);
    row("SELECT 'setval(';", SqlKind::Other);
    row("/* SET */ CREATE TABLE t();", SqlKind::Other);
    row("\"set\";", SqlKind::Other);
    row("COPY t TO stdout;", SqlKind::Other);
}

void tst_SqlLexer::kindsOfStatementsAreTold()
{
    QFETCH(QByteArray, statement);
    QFETCH(SqlKind, kind);
    EventLog log;
    QVERIFY_RESULT(lex(statement, statement.size(), log));
    QVERIFY2(log.lines.value(0).startsWith(QStringLiteral("kind %1 ").arg(int(kind))),
             qPrintable(log.lines.value(0)));
}

void tst_SqlLexer::psqlCommandsAreReportedWithTheirLine()
{
    EventLog log;
    const QByteArray text = "\\restrict Key\r\nSELECT 1;\nCOPY t FROM stdin;\na\n\\.\n\\! touch x ; y \n"
                            "SELECT 2 \\g out\n;\nSELECT 3; \\connect 'a;b'\n\\unrestrict Key";
    QVERIFY_RESULT(lex(text, 5, log));
    QStringList metas = log.lines.filter(QStringLiteral("meta"));
    QCOMPARE(metas, (QStringList{QStringLiteral("meta line 1 \\restrict Key"),
                                 QStringLiteral("meta line 6 \\! touch x ; y"),
                                 QStringLiteral("meta inside line 7 \\g out"),
                                 QStringLiteral("meta line 9 \\connect 'a;b'"),
                                 QStringLiteral("meta line 10 \\unrestrict Key")}));
    QCOMPARE(log.statements,
             (QList<QByteArray>{"SELECT 1;", "COPY t FROM stdin;", "SELECT 2 \n;", "SELECT 3;"}));
}

void tst_SqlLexer::commentsCountOnlyBetweenStatements()
{
    EventLog log;
    const QByteArray text = "-- PostgreSQL database dump\n/* -- no */SELECT 1 -- no\n; -- yes\r-- last";
    QVERIFY_RESULT(lex(text, 1, log));
    QCOMPARE(log.lines.filter(QStringLiteral("comment")).size(), 3);
    QVERIFY(log.lines.at(0).endsWith(QStringLiteral(" -- PostgreSQL database dump")));
    QVERIFY(log.lines.at(2).endsWith(QStringLiteral(" -- yes")));
    QVERIFY(log.lines.at(3).endsWith(QStringLiteral(" -- last")));
}

void tst_SqlLexer::settingsOfTheStreamAreObeyed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("expected");
    auto row = [](const char *name, const QByteArray &setting, const QByteArray &text) {
        QTest::newRow(name) << setting + text + "SELECT 2;" << QList<QByteArray>{setting, text, "SELECT 2;"};
    };
    const QByteArray off = "SET standard_conforming_strings = off;";
    row("escapes", off, "SELECT 'a\\';';");
    row("escapes, other spelling", "set Session standard_conforming_strings to 'OFF';", "SELECT 'a\\';';");
    row("identifiers have no escapes", off, "SELECT \"a\\\", 1;");
    row("on again", "SET LOCAL standard_conforming_strings = on;", "SELECT 'a\\';");
    // Bytes whose second half is a backslash: 0x83 0x5c (SJIS), 0xa4 0x5c (BIG5, GBK), four bytes in GB18030.
    row("sjis", off + " SET client_encoding = 'Shift-JIS';", "SELECT '\x83\\', 1;");
    row("sjis half width", off + " SET NAMES sjis;", "SELECT '\xb1\\';', 1;");
    row("big5", off + " SET client_encoding TO BIG5;", "SELECT '\xa4\\', 1;");
    row("gbk", off + " SET client_encoding = \"WIN936\";", "SELECT E'\xa4\\', '\\\xa4\\';");
    row("uhc", off + " SET client_encoding = 'UHC';", "SELECT '\x81\\', 1;");
    row("johab", off + " SET client_encoding = 'JOHAB';", "SELECT \x88;, '\x8f\x41\\', 1;");
    row("gb18030", off + " SET client_encoding = 'GB18030';", "SELECT '\x81\x30\x81\x30\\'', '\xa4\\', 1;");
    row("utf8", off + " SET client_encoding = 'UTF8';", "SELECT '\xc3\xb1\\';';");
}

void tst_SqlLexer::settingsOfTheStreamAreObeyed()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, expected);
    QList<QByteArray> found = statementsOf(text);
    if (found.size() == expected.size() + 1) // two settings
        found = QList<QByteArray>{found[0] + " " + found[1]} + found.mid(2);
    QCOMPARE(found, expected);
    for (const qsizetype size : {1, 2, 3}) {
        EventLog whole, pieces;
        QVERIFY_RESULT(lex(text, text.size(), whole));
        QVERIFY_RESULT(lex(text, size, pieces));
        QCOMPARE(pieces.lines, whole.lines);
    }
}

void tst_SqlLexer::chunksDoNotChangeWhatIsFound_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const int size : {1, 2, 3, 7, 4096})
        QTest::addRow("%d", size) << qsizetype(size);
}

void tst_SqlLexer::chunksDoNotChangeWhatIsFound()
{
    QFETCH(qsizetype, size);
    const QByteArray text = masclet::test::oddObjects();
    EventLog whole, pieces;
    const auto expected = lex(text, text.size(), whole);
    QVERIFY_RESULT(expected);
    QCOMPARE(*expected, SqlLexer::Open::Nothing);
    QVERIFY(whole.statements.size() > 60);
    QVERIFY_RESULT(lex(text, size, pieces));
    QCOMPARE(pieces.lines, whole.lines);
}

void tst_SqlLexer::whatIsLeftOpenIsTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<SqlLexer::Open>("open");
    using Open = SqlLexer::Open;
    QTest::newRow("nothing") << QByteArray("SELECT 1;\n") << Open::Nothing;
    QTest::newRow("empty") << QByteArray() << Open::Nothing;
    QTest::newRow("statement") << QByteArray("SELECT 1") << Open::Statement;
    QTest::newRow("string") << QByteArray("SELECT 'a;\n") << Open::Statement;
    QTest::newRow("dollar quote") << QByteArray("DO $a$ ;\n") << Open::Statement;
    QTest::newRow("dollar tag") << QByteArray("DO $a") << Open::Statement;
    QTest::newRow("routine body") << QByteArray("CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;\n")
                                  << Open::Statement;
    QTest::newRow("parenthesis") << QByteArray("SELECT (1;\n") << Open::Statement;
    QTest::newRow("comment") << QByteArray("/* a\n") << Open::Comment;
    QTest::newRow("half a comment") << QByteArray("-") << Open::Comment;
    QTest::newRow("no row yet") << QByteArray("COPY t FROM stdin;") << Open::Statement;
    QTest::newRow("no end of rows") << QByteArray("COPY t FROM stdin;\n1\n") << Open::CopyData;
    QTest::newRow("end of rows without its line end")
        << QByteArray("COPY t FROM stdin;\n1\n\\.") << Open::CopyData;
}

void tst_SqlLexer::whatIsLeftOpenIsTold()
{
    QFETCH(QByteArray, text);
    QFETCH(SqlLexer::Open, open);
    EventLog log;
    const auto found = lex(text, 3, log);
    QVERIFY_RESULT(found);
    QCOMPARE(*found, open);
}

void tst_SqlLexer::whatNoDumpContainsIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    auto row = [](const char *name, const QByteArray &text, const char *part) {
        QTest::newRow(name) << text << QString::fromLatin1(part);
    };
    row("zero byte", QByteArray("SELECT 1;\n\0", 11), "byte 10 is zero");
    row("UTF-16 without mark", QByteArray("-\0-\0", 4), "byte 1 is zero");
    row("UTF-16 with mark", QByteArray("\xff\xfe-\0", 4), "");
    row("UTF-8 mark", "\xef\xbb\xbf-- PostgreSQL", "byte order mark");
    row("text behind COPY", "\n\nCOPY t FROM stdin; SELECT 1;\n", "on line 3");
    row("unreadable COPY", "COPY t WITH stdin;\n", "at line 1");
    row("stray dash", "- 1;", "Line 1");
    row("endless dollar tag", "DO $" + QByteArray(2000, 'a'), "dollar quote");
    row("endless COPY", "COPY t (" + QByteArray(600000, 'a') + ") FROM stdin;\n", "at line 1");
}

void tst_SqlLexer::whatNoDumpContainsIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    for (const qsizetype size : {qsizetype(1), text.size()}) {
        EventLog log;
        const auto result = lex(text, size, log);
        QVERIFY_FAILS(result, ErrorKind::Verification);
        QVERIFY2(result.error().message.contains(part), qPrintable(result.error().message));
    }
}

void tst_SqlLexer::aHugeLiteralIsNotBuffered()
{
    class HeadSize final : public SqlEvents
    {
    public:
        qsizetype head = 0;
        qint64 length = 0;
        Result<> metaCommand(const SqlMetaCommand &) override { return {}; }
        Result<> statementEnd(const SqlStatement &statement) override
        {
            head = statement.head.size();
            length = statement.end - statement.at;
            return {};
        }
        Result<> copyData(qint64, std::span<const char>, qint64) override { return {}; }
        Result<> copyEnd(qint64, qint64) override { return {}; }
    };
    HeadSize events;
    SqlLexer lexer(events);
    auto feed = [&](const QByteArray &bytes) {
        return lexer.feed(std::as_bytes(std::span(bytes.constData(), size_t(bytes.size()))));
    };
    QVERIFY_RESULT(feed("INSERT INTO t VALUES ('"));
    const QByteArray filling(1 << 20, ';');
    for (int i = 0; i < 200; ++i)
        QVERIFY_RESULT(feed(filling));
    QVERIFY_RESULT(feed("');"));
    QCOMPARE(events.length, 200LL * (1 << 20) + 26);
    QCOMPARE(events.head, 4096);
}

void tst_SqlLexer::aFailingConsumerStopsTheLexer()
{
    class Failing final : public SqlEvents
    {
    public:
        int calls = 0;
        Result<> metaCommand(const SqlMetaCommand &) override { return {}; }
        Result<> statementEnd(const SqlStatement &) override
        {
            ++calls;
            return fail(ErrorKind::RestoreTest, QStringLiteral("no"));
        }
        Result<> copyData(qint64, std::span<const char>, qint64) override { return {}; }
        Result<> copyEnd(qint64, qint64) override { return {}; }
    };
    Failing events;
    const auto result = lex("SELECT 1; SELECT 2;", 100, events);
    QVERIFY_FAILS(result, ErrorKind::RestoreTest);
    QCOMPARE(events.calls, 1);
}

void tst_SqlLexer::randomTextNeverDependsOnChunks()
{
    static const QList<QByteArray> parts{"SELECT ",
                                         "'",
                                         "E'",
                                         "\\",
                                         "\n",
                                         "\r",
                                         ";",
                                         "$$",
                                         "$a$",
                                         "--",
                                         "/*",
                                         "*/",
                                         "(",
                                         ")",
                                         "\"",
                                         "COPY t FROM stdin;\n",
                                         "\\.\n",
                                         "\\.\r\n",
                                         "BEGIN ATOMIC ",
                                         "CREATE FUNCTION f() ",
                                         "CASE ",
                                         "END ",
                                         "x",
                                         " ",
                                         "\t1\n",
                                         ".",
                                         "-",
                                         "\\N\n",
                                         "SET standard_conforming_strings = off;",
                                         "SET client_encoding = sjis;",
                                         "\x83\\"};
    QRandomGenerator random(20250218);
    for (int round = 0; round < 3000; ++round) {
        QByteArray text;
        for (int i = random.bounded(60); i >= 0; --i)
            text += parts[random.bounded(int(parts.size()))];
        EventLog whole, pieces;
        const auto a = lex(text, text.size(), whole);
        const auto b = lex(text, 1 + random.bounded(4), pieces);
        QCOMPARE(b.has_value(), a.has_value());
        QCOMPARE(pieces.lines, whole.lines);
        if (a)
            QCOMPARE(*b, *a);
        else
            QCOMPARE(b.error().message, a.error().message);
    }
}
