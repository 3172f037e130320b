#include "tests/core/restore/tst_LoadSelection.h"

#include "core/restore/LoadSelection.h"
#include "tests/support/TestMain.h"

using namespace masclet;

namespace
{

QByteArray quote(const QByteArray &role)
{
    return '"' + role + '"';
}

LoadSelection onlyParts()
{
    LoadSelection selection;
    selection.rows = LoadSelection::Rows::Chosen;
    selection.tables = {{"public", "parts"}};
    return selection;
}

} // namespace

Q_DECLARE_METATYPE(LoadSelection)
Q_DECLARE_METATYPE(SqlKind)

void tst_LoadSelection::statementsAreSentAsTheSelectionSays_data()
{
    QTest::addColumn<LoadSelection>("selection");
    QTest::addColumn<SqlKind>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sent"); // null: left out
    const auto row = [](const char *name, const LoadSelection &selection, SqlKind kind,
                        const QByteArray &text, const QByteArray &sent) {
        QTest::newRow(name) << selection << kind << text << sent;
    };
    LoadSelection none;
    none.rows = LoadSelection::Rows::None;
    LoadSelection bare;
    bare.owners = LoadSelection::Owners::Leave;
    bare.rights = LoadSelection::Rights::Leave;
    LoadSelection mapped;
    mapped.roles = {{"bob", "Ann"}, {"Bob x", "ann"}};
    const QByteArray key = "ALTER TABLE ONLY public.parts\n    ADD CONSTRAINT k FOREIGN KEY (animal) "
                           "REFERENCES public.animals(id);";
    row("a key to rows that are not there", onlyParts(), SqlKind::Other, key, {});
    row("a key from a table without rows", onlyParts(), SqlKind::Other,
        "ALTER TABLE ONLY public.animals ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES public.parts(id);",
        "ALTER TABLE ONLY public.animals ADD CONSTRAINT k FOREIGN KEY (p) REFERENCES public.parts(id);");
    row("a key with all rows", {}, SqlKind::Other, key, key);
    row("another constraint", onlyParts(), SqlKind::Other,
        "ALTER TABLE ONLY public.parts ADD CONSTRAINT k PRIMARY KEY (id);",
        "ALTER TABLE ONLY public.parts ADD CONSTRAINT k PRIMARY KEY (id);");
    row("a sequence's value is data", none, SqlKind::SetSequence, "SELECT pg_catalog.setval('s', 3, true);",
        {});
    row("large objects are data", none, SqlKind::LargeObjectCreate, "SELECT pg_catalog.lo_create('1');", {});
    row("their owners too", none, SqlKind::Other, "ALTER LARGE OBJECT 1 OWNER TO bob;", {});
    row("an owner left out", bare, SqlKind::Other, "ALTER TABLE public.t OWNER TO bob;", {});
    row("a right left out", bare, SqlKind::Other, "GRANT SELECT ON TABLE public.t TO bob;", {});
    row("default rights left out", bare, SqlKind::Other,
        "ALTER DEFAULT PRIVILEGES FOR ROLE bob GRANT SELECT ON TABLES TO ann;", {});
    row("a column called owner stays", bare, SqlKind::Other, "ALTER TABLE t ADD COLUMN owner text;",
        "ALTER TABLE t ADD COLUMN owner text;");
    row("a mapped owner", mapped, SqlKind::Other, "ALTER TABLE public.bob OWNER TO bob;",
        "ALTER TABLE public.bob OWNER TO \"Ann\";");
    row("a mapped grantee", mapped, SqlKind::Other, "GRANT ALL ON SCHEMA bob TO \"Bob x\" WITH GRANT OPTION;",
        "GRANT ALL ON SCHEMA bob TO \"ann\" WITH GRANT OPTION;");
    row("both sides of default rights", mapped, SqlKind::Other,
        "ALTER DEFAULT PRIVILEGES FOR ROLE bob IN SCHEMA s GRANT SELECT ON TABLES TO bob;",
        "ALTER DEFAULT PRIVILEGES FOR ROLE \"Ann\" IN SCHEMA s GRANT SELECT ON TABLES TO \"Ann\";");
    row("a mapped session", mapped, SqlKind::Set, "SET SESSION AUTHORIZATION bob;",
        "SET SESSION AUTHORIZATION \"Ann\";");
}

void tst_LoadSelection::statementsAreSentAsTheSelectionSays()
{
    QFETCH(LoadSelection, selection);
    QFETCH(SqlKind, kind);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sent);
    const std::optional<QByteArray> applied = selection.apply(text, kind, quote);
    QCOMPARE(applied.has_value(), !sent.isEmpty());
    QCOMPARE(applied.value_or(QByteArray()), sent);
}

void tst_LoadSelection::everythingIsTakenByDefault()
{
    const LoadSelection all;
    QVERIFY(all.takesRows({"any", "table"}));
    const QByteArray text = "GRANT SELECT ON t TO bob;";
    QCOMPARE(all.apply(text, SqlKind::Other, quote), std::optional(text));
}

void tst_LoadSelection::onlyChosenTablesGiveRows()
{
    QVERIFY(onlyParts().takesRows({"public", "parts"}));
    QVERIFY(!onlyParts().takesRows({"public", "animals"}));
    QVERIFY(!onlyParts().takesRows({"other", "parts"}));
}
