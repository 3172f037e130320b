#include "tests/core/archive/tst_TablePicker.h"

#include "core/archive/CopyCells.h"
#include "core/archive/TablePicker.h"
#include "tests/support/TestMain.h"

using namespace masclet;

using Cells = QList<std::optional<QByteArray>>;

namespace
{

const QByteArray dump = R"(SET standard_conforming_strings = on;
CREATE FUNCTION public.trap() RETURNS void LANGUAGE sql AS $$ ALTER TABLE public.animals ADD x int; $$;
CREATE TABLE public.animals (
    id integer NOT NULL,
    name text DEFAULT 'a;b'::text,
    CONSTRAINT positive CHECK ((id > 0))
);
ALTER TABLE public.animals OWNER TO postgres;
CREATE TABLE other.animals (
    id integer
);
CREATE SEQUENCE public.animals_id_seq START WITH 1;
ALTER SEQUENCE public.animals_id_seq OWNED BY public.animals.id;
COMMENT ON COLUMN public.animals.name IS 'two
lines';
COPY public.animals (id, name) FROM stdin;
1	cow
2	\N
3	two\nlines
\.
COPY other.animals (id) FROM stdin;
7
\.
CREATE INDEX animals_name ON public.animals USING btree (name);
CREATE TRIGGER t AFTER INSERT ON public.animals FOR EACH ROW EXECUTE FUNCTION public.f();
GRANT SELECT ON TABLE public.animals TO reader;
)";

Result<QList<PickedTable>> pick(const QByteArray &text, const SqlName &wanted, qint64 rows, qsizetype part)
{
    TablePicker picker([&](const SqlName &name) { return name == wanted; }, rows);
    for (qsizetype at = 0; at < text.size(); at += part) {
        const QByteArray piece = text.mid(at, part);
        MASCLET_TRY(picker.feed(std::as_bytes(std::span(piece.constData(), size_t(piece.size())))));
    }
    MASCLET_TRY(picker.finish());
    return picker.tables();
}

} // namespace

void tst_TablePicker::statementsNameTheirTables_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QList<SqlName>>("names");
    const auto row = [](const char *statement, const QList<SqlName> &names = {{"s", "t"}}) {
        QTest::newRow(statement) << QByteArray(statement) << names;
    };
    row("CREATE TABLE s.t (a int);");
    row("CREATE UNLOGGED TABLE s.t (a int);");
    row("CREATE TABLE IF NOT EXISTS s.t (a int);");
    row("CREATE TABLE t (a int);", {{{}, "t"}});
    row("CREATE FOREIGN TABLE s.t (a int) SERVER x;");
    row("CREATE VIEW s.t AS SELECT 1;");
    row("CREATE OR REPLACE VIEW s.t AS SELECT 1;");
    row("CREATE MATERIALIZED VIEW s.t AS SELECT 1;");
    row("CREATE SEQUENCE s.t START WITH 1;");
    row("CREATE TABLE \"S\".\"a \"\"b\n.c\" (a int);", {{"S", "a \"b\n.c"}});
    row("ALTER TABLE s.t OWNER TO x;");
    row("ALTER TABLE ONLY s.t ADD CONSTRAINT c PRIMARY KEY (a);");
    row("ALTER TABLE ONLY s.p ATTACH PARTITION s.t FOR VALUES IN (1);", {{"s", "p"}, {"s", "t"}});
    row("ALTER FOREIGN TABLE s.t OWNER TO x;");
    row("ALTER MATERIALIZED VIEW s.t OWNER TO x;");
    row("ALTER SEQUENCE s.q OWNED BY s.t.a;", {{"s", "q"}, {"s", "t"}});
    row("ALTER SEQUENCE s.t OWNER TO x;");
    row("COMMENT ON TABLE s.t IS 'x';");
    row("COMMENT ON COLUMN s.t.a IS 'x';");
    row("COMMENT ON CONSTRAINT c ON s.t IS 'x';");
    row("COMMENT ON CONSTRAINT c ON DOMAIN s.t IS 'x';", {});
    row("COMMENT ON TRIGGER c ON s.t IS 'x';");
    row("SECURITY LABEL FOR dummy ON TABLE s.t IS 'x';");
    row("CREATE INDEX i ON s.t USING btree (a);");
    row("CREATE UNIQUE INDEX i ON ONLY s.t USING btree (a);");
    row("CREATE TRIGGER i BEFORE UPDATE OF a ON s.t FOR EACH ROW EXECUTE FUNCTION f();");
    row("CREATE CONSTRAINT TRIGGER i AFTER INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION f();");
    row("CREATE POLICY p ON s.t USING (true);");
    row("CREATE RULE r AS\n ON INSERT TO s.t DO INSTEAD NOTHING;");
    row("CREATE STATISTICS s.x ON (EXTRACT(year FROM a)), b FROM s.t;");
    row("GRANT SELECT ON TABLE s.t TO x;");
    row("GRANT SELECT(a),UPDATE(b) ON TABLE s.t TO x;");
    row("REVOKE ALL ON SEQUENCE s.t FROM x;");
    row("REFRESH MATERIALIZED VIEW s.t;");
    row("CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();", {});
    row("CREATE FUNCTION s.t() RETURNS int LANGUAGE sql AS $$ CREATE TABLE s.t (a int) $$;", {});
    row("COMMENT ON FUNCTION s.t() IS 'x';", {});
    row("GRANT ALL ON SCHEMA s TO x;", {});
    row("SET search_path = s;", {});
    row("", {});
}

void tst_TablePicker::statementsNameTheirTables()
{
    QFETCH(QByteArray, statement);
    QFETCH(QList<SqlName>, names);
    QCOMPARE(sqlSubjectsOf(statement), names);
}

void tst_TablePicker::columnsAreRead_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QList<SqlColumn>>("columns");
    QTest::newRow("plain") << QByteArray("CREATE TABLE s.t (\n    id integer NOT NULL,\n    name  text\n);")
                           << QList<SqlColumn>{{"id", "integer NOT NULL"}, {"name", "text"}};
    QTest::newRow("commas and parentheses")
        << QByteArray("CREATE TABLE t (a numeric(10,2) DEFAULT f(1, ')'), \"b,(\" text[], "
                      "CONSTRAINT c CHECK ((a > (0)::numeric)));")
        << QList<SqlColumn>{{"a", "numeric(10,2) DEFAULT f(1, ')')"}, {"b,(", "text[]"}};
    QTest::newRow("named like a keyword")
        << QByteArray("CREATE TABLE t (\"check\" int, \"constraint\" int, exclude int);")
        << QList<SqlColumn>{{"check", "int"}, {"constraint", "int"}, {"exclude", "int"}};
    QTest::newRow("no columns") << QByteArray("CREATE TABLE s.t (\n);") << QList<SqlColumn>{};
    QTest::newRow("of a type") << QByteArray("CREATE TABLE s.t OF s.x;") << QList<SqlColumn>{};
    QTest::newRow("inherits and more")
        << QByteArray("CREATE TABLE s.t (a int)\nINHERITS (s.p) PARTITION BY RANGE (a);")
        << QList<SqlColumn>{{"a", "int"}};
    QTest::newRow("a view") << QByteArray("CREATE VIEW s.t AS SELECT (1);") << QList<SqlColumn>{};
}

void tst_TablePicker::columnsAreRead()
{
    QFETCH(QByteArray, statement);
    QFETCH(QList<SqlColumn>, columns);
    QCOMPARE(sqlColumnsOf(statement), columns);
}

void tst_TablePicker::cellsAreWhatTheServerWrote_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<Cells>("cells");
    QTest::newRow("plain") << QByteArray("1\tcow") << Cells{"1", "cow"};
    QTest::newRow("null and empty") << QByteArray("\\N\t\t\\\\N") << Cells{std::nullopt, "", "\\N"};
    QTest::newRow("escapes") << QByteArray("a\\tb\\nc\\\\d\\re\\bf\\fg\\v") << Cells{"a\tb\nc\\d\re\bf\fg\v"};
    QTest::newRow("numbers") << QByteArray("\\101\\x42\\x4a4\\7")
                             << Cells{"AB\x4a"
                                      "4\7"};
    QTest::newRow("others") << QByteArray("\\q\\xz\\") << Cells{"qxz\\"};
    QTest::newRow("nothing") << QByteArray() << Cells{""};
}

void tst_TablePicker::cellsAreWhatTheServerWrote() // C14
{
    QFETCH(QByteArray, row);
    QFETCH(Cells, cells);
    QCOMPARE(copyCells(row), cells);
}

void tst_TablePicker::aTableIsPickedOutOfADump_data()
{
    QTest::addColumn<int>("part");
    QTest::newRow("at once") << 1'000'000;
    QTest::newRow("in small parts") << 7;
    QTest::newRow("byte by byte") << 1;
}

void tst_TablePicker::aTableIsPickedOutOfADump()
{
    QFETCH(int, part);
    const auto tables = pick(dump, {"public", "animals"}, 2, part);
    QVERIFY_RESULT(tables);
    QCOMPARE(tables->size(), 1);
    const PickedTable &table = tables->first();
    QList<QByteArray> beginnings;
    for (const QByteArray &statement : table.statements)
        beginnings << statement.left(19);
    QCOMPARE(beginnings,
             (QList<QByteArray>{"CREATE TABLE public", "ALTER TABLE public.", "CREATE SEQUENCE pub",
                                "ALTER SEQUENCE publ", "COMMENT ON COLUMN p", "CREATE INDEX animal",
                                "CREATE TRIGGER t AF", "GRANT SELECT ON TAB"}));
    QVERIFY(table.statements[4].endsWith("'two\nlines';"));
    QCOMPARE(table.columns, (QList<QByteArray>{"id", "name"}));
    QCOMPARE(table.rows, (QList<QByteArray>{"1\tcow", "2\t\\N"}));
    const auto other = pick(dump, {"other", "animals"}, 10, part);
    QVERIFY_RESULT(other);
    QCOMPARE(other->first().rows, QList<QByteArray>{"7"});
}

void tst_TablePicker::columnsOfAllTablesAreKnown()
{
    TablePicker picker([](const SqlName &) { return false; }, 0);
    QVERIFY_RESULT(picker.feed(std::as_bytes(std::span(dump.constData(), size_t(dump.size())))));
    QVERIFY_RESULT(picker.finish());
    QVERIFY(picker.tables().isEmpty());
    QCOMPARE(picker.columns().size(), 2);
    QCOMPARE(picker.columns().value({"public", "animals"}),
             (QList<SqlColumn>{{"id", "integer NOT NULL"}, {"name", "text DEFAULT 'a;b'::text"}}));
}

void tst_TablePicker::whatIsHugeIsCut()
{
    const QByteArray huge(3'000'000, 'x');
    const auto tables = pick("CREATE TABLE t (a text DEFAULT '" + huge + "');\nCOPY t (a) FROM stdin;\n" +
                                 huge + "\nsmall\n\\.\n",
                             {{}, "t"}, 5, 100'000);
    QVERIFY_RESULT(tables);
    QCOMPARE(tables->first().statements.first().size(), 1024 * 1024);
    QCOMPARE(tables->first().rows.size(), 2);
    QCOMPARE(tables->first().rows[0].size(), 1024 * 1024);
    QCOMPARE(tables->first().rows[1], "small");
}
