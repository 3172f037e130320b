#include "tests/core/restore/tst_RoleStatement.h"

#include "core/restore/RoleStatement.h"
#include "tests/support/TestMain.h"

using namespace masclet;
using Kind = RoleStatement::Kind;

void tst_RoleStatement::rolesAreReadFromStatements_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("owner");
    QTest::addColumn<QList<QByteArray>>("grantees");
    const auto row = [](const char *name, const QByteArray &text, Kind kind, const QByteArray &owner,
                        const QList<QByteArray> &grantees) {
        QTest::newRow(name) << text << int(kind) << owner << grantees;
    };
    row("owner of a table", "ALTER TABLE public.t OWNER TO bob;", Kind::Owner, "bob", {});
    row("quoted owner", "ALTER TABLE public.t OWNER TO \"Bob \"\"x\"\"\nTO y;\";", Kind::Owner,
        "Bob \"x\"\nTO y;", {});
    row("everything named owner", "ALTER TABLE owner.owner OWNER TO owner;", Kind::Owner, "owner", {});
    row("owner of a function", "ALTER FUNCTION f(a integer, owner text) OWNER TO bob;", Kind::Owner, "bob",
        {});
    row("owner of a large object", "ALTER LARGE OBJECT 123 OWNER TO bob;", Kind::Owner, "bob", {});
    row("a column named owner", "ALTER TABLE ONLY t ALTER COLUMN owner SET DEFAULT 'OWNER TO bob;';",
        Kind::None, "", {});
    row("a constraint", "ALTER TABLE ONLY t ADD CONSTRAINT owner CHECK ((owner = 'x'::text));", Kind::None,
        "", {});
    row("grant", "GRANT SELECT ON TABLE public.t TO bob;", Kind::Grant, "", {"bob"});
    row("grant to everybody", "GRANT ALL ON SCHEMA public TO PUBLIC;", Kind::Grant, "", {});
    row("grant on columns", "GRANT SELECT(\"to\"),INSERT(a) ON TABLE t TO \"Bob\" WITH GRANT OPTION;",
        Kind::Grant, "", {"Bob"});
    row("grant on a function", "GRANT ALL ON FUNCTION f(a integer, \"to\" text) TO bob;", Kind::Grant, "",
        {"bob"});
    row("several grantees", "GRANT a TO b, \"c d\", PUBLIC;", Kind::Grant, "", {"b", "c d"});
    row("revoke", "REVOKE USAGE ON SCHEMA public FROM bob;", Kind::Grant, "", {"bob"});
    row("default privileges",
        "ALTER DEFAULT PRIVILEGES FOR ROLE ann IN SCHEMA s GRANT SELECT ON TABLES TO bob;",
        Kind::DefaultPrivileges, "ann", {"bob"});
    row("default privileges taken",
        "ALTER DEFAULT PRIVILEGES FOR ROLE \"grant\" REVOKE ALL ON FUNCTIONS FROM PUBLIC;",
        Kind::DefaultPrivileges, "grant", {});
    row("policy", "CREATE POLICY \"to\" ON s.t FOR SELECT TO ann, bob USING ((a > 0));", Kind::Policy, "",
        {"ann", "bob"});
    row("policy for everybody", "CREATE POLICY p ON s.t USING ((x TO y));", Kind::Policy, "", {});
    row("user mapping", "CREATE USER MAPPING FOR ann SERVER s OPTIONS (user 'x');", Kind::UserMapping, "",
        {"ann"});
    row("user mapping for everybody", "CREATE USER MAPPING FOR PUBLIC SERVER s;", Kind::UserMapping, "", {});
    row("session", "SET SESSION AUTHORIZATION 'ann b';", Kind::Session, "ann b", {});
    row("session given back", "RESET SESSION AUTHORIZATION;", Kind::Session, "", {});
    row("session default", "SET SESSION AUTHORIZATION DEFAULT;", Kind::Session, "", {});
    row("other setting", "SET search_path = bob;", Kind::None, "", {});
    row("function body", "CREATE FUNCTION f() RETURNS text AS $$ GRANT x TO y; $$;", Kind::None, "", {});
    row("nothing", "", Kind::None, "", {});
}

void tst_RoleStatement::rolesAreReadFromStatements()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(QByteArray, owner);
    QFETCH(QList<QByteArray>, grantees);
    const RoleStatement statement = readRoleStatement(text);
    QCOMPARE(int(statement.kind), kind);
    QCOMPARE(statement.owner, owner);
    QCOMPARE(statement.grantees, grantees);
}
